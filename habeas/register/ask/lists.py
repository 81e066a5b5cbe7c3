"""Lists that were taken, as the tables know them: which line prints whom in which row."""

from __future__ import annotations

from collections.abc import Collection

from habeas.register.answers import Audience, Lens
from habeas.register.ask.some import persons_of
from habeas.register.lenses import lens
from habeas.register.project import generation, together
from habeas.register.tables import known


def lines_printing(listing: str) -> tuple[int, ...]:
    """The numbers of the lines that print the rows of a list, in all its versions, as the desk knows them now."""
    rows = known("register_listed", "number", lens(None, None, Audience.DESK), "listing = %s ORDER BY number", listing)
    return tuple(number for (number,) in rows)


def printed_in(listing: str, lens: Lens) -> frozenset[str]:
    """The mentions that a list prints, in any of its versions, as far as the lens shows them."""
    return frozenset(subject for (subject,) in known("register_listed", "subject", lens, "listing = %s", listing))


def persons_now(subjects: Collection[str]) -> dict[str, str]:
    """Mention to the person that it belongs to now, for those that are people of the register."""
    return persons_of(subjects, lens(None, None, Audience.DESK))


def resting_on(source: str, most: int) -> tuple[str, ...]:
    """Subjects of which this source says something, `most` of them."""
    lens(None, None, Audience.DESK)
    return tuple(sorted(together(generation(), "register_cited", "source", [source]))[:most])


def ever_joined(subjects: Collection[str]) -> frozenset[str]:
    """These mentions, and all that a join ever linked with one of them, taken back or not."""
    lens(None, None, Audience.DESK)
    return together(generation(), "register_component", "subject", subjects) | frozenset(subjects)


def members_counted(batch: str) -> frozenset[str]:
    """Subjects that a line counts among a release, as the desk knows them now."""
    rows = known("register_in_batch", "subject", lens(None, None, Audience.DESK), "batch = %s", batch)
    return frozenset(subject for (subject,) in rows)
