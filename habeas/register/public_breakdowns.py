"""Breakdowns as a public table may tell them: of public people, by what their rows show; no cell below the floor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from habeas.domain.bands import AGES, LENGTHS, SENTENCES
from habeas.domain.suppress import FLOOR, Cell, Table, shown, shown_of_several, shown_within
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
_WHOLES = {"facility": "region"}
"""A kind whose cells are parts of those of another."""

_NAMED = ("status", *_WHOLES)
"""Kinds of which there are too many cells to tell of empty ones: that one stands there says that somebody is in it."""

_TOGETHER = "together"


def public_breakdown(key: str, by: str, lens: Lens) -> GroupedAnswer:
    """As `grouped`, with small cells put together, and their sum in `others`; no groups where none may be told."""
    return public_breakdowns(key, (by,), lens)[0]


def public_breakdowns(key: str, kinds: Sequence[str], lens: Lens) -> tuple[GroupedAnswer, ...]:
    """The same by several kinds. What is told of facilities hangs on what is told of their regions."""
    needed = tuple(dict.fromkeys([*kinds, *(_WHOLES[by] for by in kinds if by in _WHOLES)]))
    found = dict(zip(needed, grouped_by(key, needed, lens), strict=True))
    return tuple(_public(found[by], found.get(_WHOLES.get(by, ""))) for by in kinds)


def _public(told: GroupedAnswer, wholes: GroupedAnswer | None) -> GroupedAnswer:
    if told.several:
        return _as_shown(told, shown_of_several(_there(told), Cell("", told.total.low, told.total.high)))
    if told.by not in _NAMED:
        return _as_shown(told, shown(_all_cells(told)))
    return _as_shown(told, shown_within(_pools(told, wholes)))


def _there(told: GroupedAnswer) -> list[Cell]:
    """Those that anybody is in, in an order that doesn't hang on the numbers."""
    cells = {one.key: Cell(one.key, one.low, one.high) for one in told.groups}
    return [cells[one] for one in _order(told.by, cells) if one in cells]


def _all_cells(told: GroupedAnswer) -> list[Cell]:
    cells = {one.key: Cell(one.key, one.low, one.high) for one in told.groups}
    return [cells.get(one, Cell(one, 0, 0)) for one in _order(told.by, cells)]


def _pools(told: GroupedAnswer, wholes: GroupedAnswer | None) -> list[list[Cell]]:
    """All as one; parts of wholes by their whole, and those of all wholes that are not told alone together."""
    if wholes is None:
        return [_there(told)]
    alone = {cell.key for cell in shown(_all_cells(wholes)).cells}
    pools: dict[str, list[Cell]] = defaultdict(list)
    for cell in _there(told):
        region = load().region_of(cell.key)
        pools[region if region in alone else _TOGETHER].append(cell)
    return list(pools.values())


def _order(by: str, cells: dict[str, Cell]) -> list[str]:
    """All cells there can be, those of whom nothing is told first; it doesn't hang on the numbers."""
    if by == "region":
        # Of the countries that anybody is held in: a register of one country doesn't tell the regions of another.
        countries = {country_of(key) for key in cells if key}
        regions = (key for key, place in load().places.items() if place.kind == "region")
        known: Sequence[str] = sorted(key for key in regions if country_of(key) in countries)
    else:
        known = _CLOSED.get(by, sorted(cells.keys() - {""}))
    return ["", *known, *sorted(cells.keys() - set(known) - {""})]


def _as_shown(told: GroupedAnswer, table: Table) -> GroupedAnswer:
    alone = {cell.key for cell in table.cells}
    groups = tuple(one for one in told.groups if one.key in alone)
    if table.others is None:
        return GroupedAnswer(told.by, told.several, told.total, groups, len(told.groups) - len(groups), None, FLOOR)
    # Where each that stands here has somebody in it, a name among those put together would tell of one at least.
    named = () if told.by in _NAMED else table.together
    title = ", ".join(group_title(told.by, key) for key in named)
    others = Group("", title, table.others.low, table.others.high)
    return GroupedAnswer(told.by, told.several, told.total, groups, len(table.together), others, FLOOR)
