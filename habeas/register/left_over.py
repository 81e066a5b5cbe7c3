"""After a release: who remains, who is missing of those said to be free, and who is new to the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.names.alphabet import alphabetical
from habeas.register.answers import AsOf, Lens
from habeas.register.answers_people import PersonRow
from habeas.register.ask.people import possibly_held
from habeas.register.freedom import Freedom
from habeas.register.listed_answers import OnLists
from habeas.register.side_by_side import side_by_side

_NOT_SETTLED = (Freedom.DENIED, Freedom.DISPUTED)


@dataclass(frozen=True, slots=True)
class LeftOver:
    """`remaining` may be held on the lens's day, of this release or not; `missing` were counted among it and are not
    known to be free, or a list dropped them; `new` are in no register of before, `unclear` wait for an editor."""

    batch: str
    title: str
    when: str
    remaining: tuple[PersonRow, ...]
    missing: tuple[OnLists, ...]
    new: tuple[OnLists, ...]
    unclear: tuple[OnLists, ...]
    nameless: int
    as_of: AsOf


def left_over(id: str, lens: Lens) -> LeftOver | None:
    """None for a release that the lens doesn't show."""
    told = side_by_side(id, lens)
    if told is None:
        return None
    return LeftOver(
        batch=id,
        title=told.title,
        when=told.when,
        remaining=possibly_held(lens),
        missing=_by_name(one for one in told.people if one.freedom in _NOT_SETTLED or _dropped(one)),
        new=_by_name(one for one in told.people if one.outcome in ("new", "absent")),
        unclear=_by_name(one for one in told.people if one.outcome == "unclear"),
        nameless=told.nameless,
        as_of=told.as_of,
    )


def _dropped(one: OnLists) -> bool:
    return any(mention is not None and mention.dropped for mention in one.mentions)


def _by_name(people: Iterable[OnLists]) -> tuple[OnLists, ...]:
    return tuple(sorted(people, key=lambda one: (alphabetical(one.name), one.subject)))
