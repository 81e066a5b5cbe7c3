"""Commands that estimate: how many no list holds, how long custody lasts, what came around a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.cli.shown import say, show_json, show_table
from habeas.delimited import read_table
from habeas.domain.dates import PartialDate
from habeas.problems import BadInput
from habeas.statistics.durations import Durations, Middle, Point
from habeas.statistics.histories import Histories, histories
from habeas.statistics.undercount import Estimate, Undercount, estimate

if TYPE_CHECKING:
    # A table of its own is estimated without the register, whose modules need its settings.
    from habeas.register.answers import AsOf

Clocks = tuple[str | None, str | None]
_SHOWN = 10
_PEOPLE = "people"


def undercount_of_table(file: Path, as_json: bool) -> None:
    """From a table of others: a column of 0 and 1 for each list, and how many people have that history."""
    _show(estimate(_histories(file)), as_json, {"table": file.name})


def undercount_of_register(recognisers: Sequence[str], clocks: Clocks, as_json: bool) -> None:
    from habeas.cli.asking import lens_of
    from habeas.register import queries

    answer = queries.overlap(recognisers, lens_of(clocks))
    as_of = answer.as_of
    _show(estimate(answer.seen), as_json, {"on": as_of.on, "known": as_of.known, "version": as_of.version})


def durations_of_register(recognisers: Sequence[str], clocks: Clocks, as_json: bool) -> None:
    from habeas.cli.asking import lens_of
    from habeas.register import queries
    from habeas.register.ask.durations import DAYS

    answer = queries.how_long(recognisers, lens_of(clocks))
    if as_json:
        show_json(answer)
        return
    found = answer.found
    say(
        f"{found.stays} stays were watched while they lasted; {found.releases} have ended."
        f" Of those held {found.since:.0f} days or more:"
    )
    ways = [way for way, _ in found.ways]
    show_table(("days", "still held", "watched", *ways), list(_by_length(found, DAYS)))
    say(_half(found.median))
    say(f"Left out: {answer.unrecognised} recognised by none of these, {answer.recognised_late} only later.")
    _say_as_of(answer.as_of)


def _by_length(found: Durations, days: Collection[float]) -> Iterator[tuple[object, ...]]:
    for at in found.reached:
        point = found.held[at]
        if point.day in days:
            out = (f"{points[at].share:.0%}" for _, points in found.ways)
            yield f"{point.day:.0f}", f"{point.share:.0%} ({_band(point)})", found.watched[at], *out


def _half(middle: Middle) -> str:
    if middle.day is None:
        return "Fewer than half have come out."
    between = f"{_days(middle.low)} to {_days(middle.high)}"
    return f"Half were held {_days(middle.day)} or longer (95 %: {between})."


def around_a_day(day: str, length: int, recognisers: Sequence[str], clocks: Clocks, as_json: bool) -> None:
    from habeas.cli.asking import lens_of
    from habeas.register import queries

    answer = queries.came_around(_day(day), length, recognisers, lens_of(clocks))
    if as_json:
        show_json(answer)
        return
    found = answer.found
    say(f"{length} days before and from {day} on, beside {found.draws} windows around other days:")
    named = [*found.series, *([("freed less detained", found.net)] if found.net else [])]
    rows = [
        (name, one.before, one.after, f"{one.difference:+d}", f"{one.band_low:+.0f} to {one.band_high:+.0f}")
        for name, one in named
    ]
    show_table(("", "before", "after", "difference", "95 of 100 others"), rows)
    for name, number in answer.undated:
        if number:
            say(f"  {number} {name} on no single day stand in no window.")
    say("Numbers beside each other. They say nothing of why.")
    _say_as_of(answer.as_of)


def _band(point: Point) -> str:
    """Where nobody has come out yet there is nothing to reckon a band from."""
    return "nobody out yet" if point.low == point.high else f"{point.low:.0%} to {point.high:.0%}"


def _day(text: str) -> date:
    read = PartialDate.parse(text)
    if not read.is_day:
        raise BadInput(f"“{text[:40]}” is more than one day. Write one, as in 2025-09-11.")
    return read.first


def _days(days: float | None) -> str:
    return "not reached" if days is None else f"{days:,.0f} days"


def _say_as_of(as_of: AsOf) -> None:
    say(f"  On {as_of.on}, as known at {as_of.known:%Y-%m-%d %H:%M} UTC (version {as_of.version}).")


def _histories(file: Path) -> Histories:
    table = read_table(file, (_PEOPLE,))
    lists = tuple(head for head in table.header if head != _PEOPLE)
    counts: dict[tuple[int, ...], int] = {}
    for line, row in zip(table.lines, table.rows, strict=True):
        cells = dict(zip(table.header, row, strict=True))
        history = tuple(_whole(cells[name], file, line, most=1) for name in lists)
        if history in counts:
            raise BadInput(f"{file.name}, line {line}: this combination of lists stands twice. Add the two up.")
        counts[history] = _whole(cells[_PEOPLE], file, line)
    if (0,) * len(lists) in counts:
        raise BadInput(f"{file.name} gives a number of people on no list; that is what is to be found. Leave it out.")
    # A combination that nobody has is often left out of a table.
    return Histories(lists, {one: counts.get(one, 0) for one in histories(len(lists))})


def _whole(text: str, file: Path, line: int, most: int | None = None) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdecimal()) or (most is not None and int(text) > most):
        wanted = "0 or 1" if most else "a whole number"
        raise BadInput(f"{file.name}, line {line}: “{text[:40]}” should be {wanted}.")
    return int(text)


def _show(found: Undercount, as_json: bool, about: dict[str, object]) -> None:
    if as_json:
        show_json(
            {
                "seen": found.seen.people,
                "lists": [{"list": name, "people": found.seen.on(at)} for at, name in enumerate(found.seen.lists)],
                "estimates": found.estimates,
                "averaged": found.averaged,
                "models": found.tried,
                "warnings": found.warnings,
                **about,
            }
        )
        return
    say(f"{found.seen.people} people stand on one list at least. By how the lists overlap there are in all:")
    heads = ("depend on each other", "people", "95 % (profile)", "as papers print (about 91 %)", "AIC", "BIC", "weight")
    show_table(heads, [_row(one) for one in found.estimates[:_SHOWN]])
    rest = len(found.estimates) - _SHOWN
    if rest > 0:
        say(f"  and {rest} more models that fit worse; --json gives them all.")
    middle = found.averaged
    say(
        f"All models together, weighed by BIC: {middle.total:,.0f} ({middle.low:,.0f} to {middle.high:,.0f},"
        " with how far they disagree);"
        f" those of some weight reach from {middle.least:,.0f} to {middle.most:,.0f}."
    )
    for warning in found.warnings:
        say(f"  {warning}")


def _row(one: Estimate) -> tuple[str, ...]:
    depends = ", ".join(one.depends) or "none"
    upper = "open" if one.profile_high is None else f"{one.profile_high:,.0f}"
    profile = "" if one.profile_low is None else f"{one.profile_low:,.0f} to {upper}"
    scores = (f"{one.aic:.2f}", f"{one.bic:.2f}", f"{one.weight:.2f}")
    return depends, f"{one.total:,.0f}", profile, f"{one.low:,.0f} to {one.high:,.0f}", *scores
