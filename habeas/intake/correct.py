"""Corrections by an editor: taken back, withheld, shown again, joined, parted. Each is a line like any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from habeas.domain.aliases import is_alias
from habeas.domain.claims import Opened
from habeas.domain.identity import clusters
from habeas.domain.judgements import (
    Cleared,
    Erased,
    ErasureAsked,
    NotSamePerson,
    Restricted,
    Retracted,
    SamePerson,
    Withheld,
)
from habeas.domain.lines import Candidate, Line
from habeas.domain.words import Basis
from habeas.intake.live import append_if_still, live, taken_back
from habeas.ledger.read import has, last_number, lines
from habeas.problems import BadInput

_GROUP = re.compile(r"[a-z][a-z0-9-]{0,29}\Z")
_FOR_GOOD = (Opened, ErasureAsked, Erased)
_TRIES = 5
BUSY = "Others keep writing to the ledger at the same time; nothing was written. Try again."


def retract(number: int, *, reason: str, by: str) -> list[int]:
    """Take a line back; what stood before it stands again."""

    def candidates() -> Iterator[Candidate]:
        line = _line(number)
        if isinstance(line.claim, _FOR_GOOD):
            raise BadInput(f"Line {number} says {line.claim.KIND}, which can't be taken back.")
        if taken_back([number]):
            raise BadInput(f"Line {number} was taken back already.")
        if not reason.strip():
            raise BadInput("Say why with --reason: whoever reads the line later will ask.")
        yield Candidate(line.subject, Retracted(number, reason.strip()), None, by)

    return _append(candidates, by)


def withhold(what: str, *, basis: Basis, by: str) -> list[int]:
    """Keep a line by its number, or by id all that is said of a person, from the public; for every `known`."""

    def candidates() -> Iterator[Candidate]:
        subject, number = _meant(what)
        yield Candidate(subject, Withheld(number, basis), None, by)

    return _append(candidates, by)


def restrict(what: str, *, group: str, by: str) -> list[int]:
    """Keep a line by its number, or by id all that is said of a person, to editors of a group; never public then."""
    if not _GROUP.match(group):
        raise BadInput(f"“{group[:40]}” can't be a group. Use up to 30 small Latin letters, digits and -.")

    def candidates() -> Iterator[Candidate]:
        subject, number = _meant(what)
        yield Candidate(subject, Restricted(number, group), None, by)

    return _append(candidates, by)


def clear(what: str, *, by: str) -> list[int]:
    """Show again what was withheld under this number or id."""

    def candidates() -> Iterator[Candidate]:
        subject, number = _meant(what)
        said = [line for line in live(Withheld, Cleared, subjects=[subject]) if _about(line) == number]
        if not said or not isinstance(said[-1].claim, Withheld):
            raise BadInput(f"{what} isn't withheld. Give the number or id under which it was.")
        yield Candidate(subject, Cleared(number), None, by)

    return _append(candidates, by)


def join(one: str, other: str, *, by: str) -> list[int]:
    """Say that two ids are one person; a remembered difference between them is taken back."""

    def candidates() -> Iterator[Candidate]:
        _check_pair(one, other)
        if _together(one, other):
            raise BadInput(f"{one} and {other} are one person already.")
        for line in _between(one, other, live(NotSamePerson)):
            yield Candidate(line.subject, Retracted(line.number, "judged one person"), None, by)
        yield Candidate(one, SamePerson(other), None, by)

    return _append(candidates, by)


def part(one: str, other: str, *, by: str) -> list[int]:
    """Say that two ids are two people: joins between them are taken back, and the difference is remembered."""

    def candidates() -> Iterator[Candidate]:
        _check_pair(one, other)
        direct = _between(one, other, live(SamePerson))
        for line in direct:
            yield Candidate(line.subject, Retracted(line.number, "judged two people"), None, by)
        if not _between(one, other, live(NotSamePerson)):
            yield Candidate(one, NotSamePerson(other), None, by)
        elif not direct:
            raise BadInput(f"{one} and {other} are held to be two people already.")

    return _append(candidates, by)


def _append(candidates: Callable[[], Iterable[Candidate]], by: str) -> list[int]:
    """The candidates are made anew at each try, since what others wrote meanwhile may change them."""
    checked_editor(by)
    for _ in range(_TRIES):
        seen = last_number()
        numbers = append_if_still(list(candidates()), seen)
        if numbers is not None:
            return numbers
    raise BadInput(BUSY)


def checked_editor(by: str) -> str:
    if not is_alias(by.strip()):
        raise BadInput("A correction has an editor. Say who with --by: 1 to 60 letters, digits and . _ @ -")
    return by.strip()


def _line(number: int) -> Line:
    found = next(iter(lines(numbers=[number])), None)
    if found is None:
        raise BadInput(f"There is no line {number} that can be read. A person's page and command give the numbers.")
    return found


def _meant(what: str) -> tuple[str, int]:
    """A line's subject and number, or a person's id and nought."""
    if re.fullmatch(r"[0-9]{1,12}", what):
        return _line(int(what)).subject, int(what)
    if not what.startswith("p-") or not has(what):
        raise BadInput(
            f"“{what[:80]}” is neither the number of a line nor the id of a person. Find it with: habeas find"
        )
    return what, 0


def _about(line: Line) -> int:
    return int(getattr(line.claim, "line", 0))


def _check_pair(one: str, other: str) -> None:
    if one == other:
        raise BadInput(f"{one} stands twice. Give two ids.")
    for id in (one, other):
        if not id.startswith("p-") or not has(id):
            raise BadInput(f"There is no person “{id[:80]}”. Find the id with: habeas find NAME.")


def _between(one: str, other: str, said: Iterable[Line]) -> list[Line]:
    return [line for line in said if {line.subject, getattr(line.claim, "other", "")} == {one, other}]


def _together(one: str, other: str) -> bool:
    groups = clusters([one, other], live(SamePerson, NotSamePerson)).groups
    return any({one, other} <= group for group in groups)
