"""Commands that count and balance, with the definition, both clocks and the version beside every number."""

from __future__ import annotations

from habeas.cli.asking import Clocks, lens_of, show_as_of
from habeas.cli.shown import bounds, note, say, show_json, show_table
from habeas.register import queries
from habeas.register.answers import AsOf, Lens
from habeas.register.answers_counts import CountAnswer, DefinitionShown
from habeas.register.counted import BalanceAnswer, EndShown, GroupedAnswer, PeopleBehind, TermPerson, TermShown

_NAMES = (("FROM", "--known-from"), ("TO", "--known-to"))


def count(definition: str, more: tuple[str, bool], clocks: Clocks, as_json: bool) -> None:
    """`more` is the kind to break down by, and whether to tell who is behind the number."""
    by, shows_people = more
    lens = lens_of(clocks)
    key = definition or queries.definitions()[0].key
    grouped = queries.grouped(key, by, lens) if by else None
    behind = queries.behind(key, lens) if shows_people else None
    answer = queries.count(key, lens)
    _say_beyond(lens)
    if as_json:
        show_json({**_plain(answer), **_groups(grouped), **_people(behind)})
        return
    say(f"{bounds(answer.low, answer.high)} {answer.definition.title}")
    show_definition(answer.definition)
    show_as_of(answer.as_of)
    if grouped:
        say()
        rows = [(one.title, one.key, bounds(one.low, one.high)) for one in grouped.groups]
        show_table((by, "key", "number"), rows)
        if grouped.several:
            say("A person can be in several of these.")
    if behind:
        say()
        rows = [(one.id, one.name, bounds(one.low, one.high)) for one in behind.people]
        show_table(("id", "name", "counts"), rows)


def balance(definition: str, looks: tuple[Clocks, Clocks], *, shows_people: bool, as_json: bool) -> None:
    """From one day and moment to another; the ends for certain and possibly each add up."""
    earlier, later = (lens_of(clocks, names) for clocks, names in zip(looks, _NAMES, strict=True))
    key = definition or queries.definitions()[0].key
    answer = queries.balance(key, earlier, later)
    _say_beyond(earlier, later)
    if later.on < earlier.on:
        note(
            f"{later.on} is before {earlier.on}: the terms are told backwards, so that who was freed between is added."
        )
    if as_json:
        ends = dict(_ends(answer))
        told = {"definition": key, "from": _moment(answer.of_from), "to": _moment(answer.of_to), **ends}
        show_json({**told, "people": _people_plain(answer, key, (earlier, later))} if shows_people else told)
        return
    say(f"{answer.definition.title}: {answer.of_from.on} to {answer.of_to.on}")
    show_definition(answer.definition)
    show_table(("", "certain", "possible"), _rows(answer))
    if shows_people:
        _show_people(answer, key, (earlier, later))
    show_as_of(answer.of_from)
    show_as_of(answer.of_to)


def _say_beyond(*looks: Lens) -> None:
    """Beside the answer, so that JSON keeps its form."""
    for told in queries.beyond(looks):
        note(told)


def _ends(answer: BalanceAnswer) -> tuple[tuple[str, EndShown], tuple[str, EndShown]]:
    return ("certain", answer.certain), ("possible", answer.possible)


def _rows(answer: BalanceAnswer) -> list[tuple[object, ...]]:
    certain, possible = ({_term(one): one for one in end.terms} for _, end in _ends(answer))
    words = list(dict.fromkeys([*certain, *possible]))
    rows: list[tuple[object, ...]] = [("before", answer.certain.before, answer.possible.before)]
    for word in words:
        rows.append((word, *(_signed(terms.get(word)) for terms in (certain, possible))))
    return [*rows, ("after", answer.certain.after, answer.possible.after)]


def _term(one: TermShown) -> str:
    return f"{one.term} ({one.kind})" if one.kind else one.term


def _signed(one: TermShown | None) -> str:
    return "" if one is None else f"{'+' if one.sign > 0 else '-'}{one.number}"


def _show_people(answer: BalanceAnswer, key: str, looks: tuple[Lens, Lens]) -> None:
    for name, end in _ends(answer):
        rows = [
            (_term(term), one.id, one.name, one.day, ", ".join(map(str, one.because)))
            for term in end.terms
            for one in _people_of(term, key, looks, certain=end is answer.certain)
        ]
        show_table(("term", "id", "name", "day", "by lines"), rows, title=f"Who, {name}")


def _people_of(term: TermShown, key: str, looks: tuple[Lens, Lens], *, certain: bool) -> tuple[TermPerson, ...]:
    return queries.term_people(key, *looks, (term.term, term.kind, term.sign, certain))[1]


def _people_plain(answer: BalanceAnswer, key: str, looks: tuple[Lens, Lens]) -> list[dict[str, object]]:
    return [
        {"end": name, "term": term.term, "kind": term.kind, "sign": term.sign, "people": people}
        for name, end in _ends(answer)
        for term in end.terms
        if (people := _people_of(term, key, looks, certain=end is answer.certain))
    ]


def _moment(as_of: AsOf) -> dict[str, object]:
    return {"on": as_of.on, "known": as_of.known, "version": as_of.version}


def show_definition(one: DefinitionShown) -> None:
    say(f"  {one.text} ({one.key}, {one.owner}, {one.version})")


def _plain(answer: CountAnswer) -> dict[str, object]:
    return {
        "low": answer.low,
        "high": answer.high,
        "definition": answer.definition.key,
        "on": answer.as_of.on,
        "known": answer.as_of.known,
        "version": answer.as_of.version,
    }


def _groups(grouped: GroupedAnswer | None) -> dict[str, object]:
    if grouped is None:
        return {}
    groups = [{"key": one.key, "title": one.title, "low": one.low, "high": one.high} for one in grouped.groups]
    return {"by": grouped.by, "several": grouped.several, "groups": groups}


def _people(behind: PeopleBehind | None) -> dict[str, object]:
    return {} if behind is None else {"people": behind.people}
