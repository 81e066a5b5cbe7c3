"""Breakdowns as a public table may tell them: of public people, by what their rows show; no cell below the floor."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.domain.bands import AGES, LENGTHS, SENTENCES
from habeas.domain.suppress import FLOOR, Cell, Table, shown, shown_of_several
from habeas.domain.words import Gender, Status
from habeas.register.answers import Lens
from habeas.register.breakdowns import group_title, grouped_by
from habeas.register.counted import Group, GroupedAnswer
from habeas.vocabulary.load import load
from habeas.vocabulary.values import country_of

_CLOSED: dict[str, Sequence[str]] = {
    "sex": [str(gender) for gender in reversed(Gender)],
    "age": [key for _, key in AGES],
    "length": [key for _, key in LENGTHS],
    "sentence": [key for _, key in SENTENCES],
    # The commonest last, so that it isn't the one that small cells are put together with.
    "status": [str(status) for status in reversed(Status)],
}


def public_breakdown(key: str, by: str, lens: Lens) -> GroupedAnswer:
    """As `grouped`, with small cells put together, and their sum in `others`; no groups where none may be told."""
    return public_breakdowns(key, (by,), lens)[0]


def public_breakdowns(key: str, kinds: Sequence[str], lens: Lens) -> tuple[GroupedAnswer, ...]:
    """The same by several kinds."""
    return tuple(_public(one) for one in grouped_by(key, kinds, lens))


def _public(told: GroupedAnswer) -> GroupedAnswer:
    cells = {one.key: Cell(one.key, one.low, one.high) for one in told.groups}
    if told.several:
        table = shown_of_several(cells.values(), Cell("", told.total.low, told.total.high))
    else:
        table = shown([cells.get(one, Cell(one, 0, 0)) for one in _order(told.by, cells)])
    return _as_shown(told, table)


def _order(by: str, cells: dict[str, Cell]) -> list[str]:
    """All cells there can be, those of whom nothing is told first; it doesn't hang on the numbers."""
    if by == "region":
        # Of the countries that anybody is held in: a register of one country doesn't tell the regions of another.
        countries = {country_of(key) for key in cells if key}
        regions = (key for key, place in load().places.items() if place.kind == "region")
        known: Sequence[str] = sorted(key for key in regions if country_of(key) in countries)
    else:
        known = _CLOSED.get(by, sorted(cells.keys() - {""}))
    if by == "status":
        return [one for one in known if one in cells]
    return ["", *known, *sorted(cells.keys() - set(known) - {""})]


def _as_shown(told: GroupedAnswer, table: Table) -> GroupedAnswer:
    alone = {cell.key for cell in table.cells}
    groups = tuple(one for one in told.groups if one.key in alone)
    if table.others is None:
        return GroupedAnswer(told.by, told.several, told.total, groups, len(told.groups) - len(groups), None, FLOOR)
    title = ", ".join(group_title(told.by, key) for key in table.together)
    others = Group("", title, table.others.low, table.others.high)
    return GroupedAnswer(told.by, told.several, told.total, groups, len(table.together), others, FLOOR)
