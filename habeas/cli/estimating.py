"""Commands that estimate: how many people no list holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from habeas.cli.shown import say, show_json, show_table
from habeas.delimited import read_table
from habeas.problems import BadInput
from habeas.statistics.histories import Histories, histories
from habeas.statistics.undercount import Estimate, Undercount, estimate

_SHOWN = 10
_PEOPLE = "people"


def undercount_of_table(file: Path, as_json: bool) -> None:
    """From a table of others: a column of 0 and 1 for each list, and how many people have that history."""
    _show(estimate(_histories(file)), as_json, {"table": file.name})


def undercount_of_register(recognisers: Sequence[str], clocks: tuple[str | None, str | None], as_json: bool) -> None:
    from habeas.register import queries
    from habeas.register.answers import Audience

    on, known = clocks
    answer = queries.overlap(recognisers, queries.lens(on, known, Audience.DRAFT))
    as_of = answer.as_of
    _show(estimate(answer.seen), as_json, {"on": as_of.on, "known": as_of.known, "version": as_of.version})


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
    heads = ("depend on each other", "people", "95 %", "profile 95 %", "AIC", "BIC", "weight")
    show_table(heads, [_row(one) for one in found.estimates[:_SHOWN]])
    rest = len(found.estimates) - _SHOWN
    if rest > 0:
        say(f"  and {rest} more models that fit worse; --json gives them all.")
    middle = found.averaged
    say(
        f"All models together, weighed by BIC: {middle.total:,.0f} ({middle.low:,.0f} to {middle.high:,.0f});"
        f" those of some weight reach from {middle.least:,.0f} to {middle.most:,.0f}."
    )
    for warning in found.warnings:
        say(f"  {warning}")


def _row(one: Estimate) -> tuple[str, ...]:
    depends = ", ".join(one.depends) or "none"
    upper = "open" if one.profile_high is None else f"{one.profile_high:,.0f}"
    profile = "" if one.profile_low is None else f"{one.profile_low:,.0f} to {upper}"
    scores = (f"{one.aic:.2f}", f"{one.bic:.2f}", f"{one.weight:.2f}")
    return depends, f"{one.total:,.0f}", f"{one.low:,.0f} to {one.high:,.0f}", profile, *scores
