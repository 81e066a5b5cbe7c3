"""The second pair of eyes: an editor accepts or rejects what another wrote. Each yes and no is a line like any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from habeas.domain.acceptance import check_second
from habeas.domain.aliases import is_alias, same_editor
from habeas.domain.judgements import Accepted, Rejected
from habeas.domain.lines import Candidate, Line
from habeas.intake.listings import known_listing
from habeas.intake.live import append_if_still
from habeas.ledger.read import brought_by, has, last_number, lines
from habeas.problems import BadInput
from habeas.register.ask.lists import ever_joined, lines_printing
from habeas.register.waiting import authors, waiting_among, waiting_lines

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was accepted: the lines, those among them that came along as sources, and how many are the editor's own."""

    lines: tuple[int, ...]
    sources: tuple[int, ...]
    own: int


def accept(what: Sequence[str], *, by: str) -> Agreed:
    """Accept lines by number, all that waits of a list or a person by id, or `all`; never the editor's own."""
    for one in what:
        if re.fullmatch(r"[0-9]{1,12}", one):
            _check_line(int(one), by)
    return _accept(lambda: _meant(what), by)


def accept_numbers(numbers: Iterable[int], *, by: str) -> Agreed:
    """Accept those of the lines that still wait and aren't the editor's own."""
    wanted = frozenset(numbers)
    return _accept(lambda: waiting_among(wanted), by)


def reject(number: int, *, reason: str, by: str) -> list[int]:
    """Disagree with a line: it stays as it is at the desk and doesn't become public, or not any longer."""
    line = _known(number)
    _check_editor(by)
    if not reason.strip():
        raise BadInput("Say why with --reason: whoever wrote the line will ask.")
    if line.replayed:
        raise BadInput(f"Line {number} is of a replay and was public already. Retract it instead.")
    return _append(lambda: [Candidate(line.subject, Rejected(number, reason.strip()), None, by)])


def _accept(found: Callable[[], Iterable[Line]], by: str) -> Agreed:
    _check_editor(by)
    done = Agreed((), (), 0)

    def candidates() -> list[Candidate]:
        nonlocal done
        told = list(found())
        others = _others(told, by)
        sources = _sources_of(others, by)
        done = Agreed(_numbers(others), _numbers(sources), len(told) - len(others))
        return [Candidate(line.subject, Accepted(line.number), None, by) for line in (*others, *sources)]

    _append(candidates)
    return done


def _meant(what: Sequence[str]) -> list[Line]:
    found: dict[int, Line] = {}
    for one in what:
        if one == "all":
            told: Iterable[Line] = waiting_lines()
        elif re.fullmatch(r"[0-9]{1,12}", one):
            told = waiting_among([int(one)], rejected=True)
        else:
            told = waiting_among(line.number for line in lines(subjects=_subjects(one)))
        found |= {line.number: line for line in told}
    return [line for _, line in sorted(found.items())]


def _subjects(id: str) -> frozenset[str]:
    """Of a list its rows, its source and its release; of a person all mentions that were ever joined."""
    if id.startswith("l-"):
        listing = known_listing(id)
        printed = {line.subject for line in lines(numbers=lines_printing(id))}
        return frozenset({id, listing.source, listing.event, *printed})
    if not has(id):
        raise BadInput(f"“{id[:80]}” is no line, list or person. Say a number, an id, or: all")
    return ever_joined([id])


def _sources_of(accepted: Sequence[Line], by: str) -> list[Line]:
    """What waits about the sources that these rest on: a claim in public whose source isn't would hang in the air."""
    sources = {line.evidence.source for line in accepted if line.evidence}
    here = {line.number for line in accepted}
    waiting = waiting_among(line.number for line in lines(subjects=sources)) if sources else ()
    return [line for line in _others(waiting, by) if line.number not in here]


def _others(told: Sequence[Line], by: str) -> list[Line]:
    """Without this editor's own, the machine's of what they brought in among them."""
    by_line = authors(told)
    return [line for line in told if not same_editor(by_line[line.number], by)]


def _check_line(number: int, by: str) -> None:
    line = _known(number)
    check_second(line, by, brought_by=brought_by([line.subject]).get(line.subject, ""))
    if not waiting_among([number], rejected=True):
        raise BadInput(f"Line {number} waits for nobody: it was accepted or taken back, or needs no second.")


def _known(number: int) -> Line:
    found = next(iter(lines(numbers=[number])), None)
    if found is None:
        raise BadInput(f"There is no line {number} that can be read. The page of what waits gives the numbers.")
    return found


def _check_editor(by: str) -> None:
    if not is_alias(by.strip()):
        raise BadInput("An acceptance has an editor. Say who with --by: 1 to 60 letters, digits and . _ @ -")


def _append(candidates: Callable[[], Sequence[Candidate]]) -> list[int]:
    """The candidates are made anew at each try, since what others wrote meanwhile may change them."""
    for _ in range(_TRIES):
        seen = last_number()
        numbers = append_if_still(candidates(), seen)
        if numbers is not None:
            return numbers
    raise BadInput("Others keep writing to the ledger at the same time; nothing was written. Try again.")


def _numbers(told: Iterable[Line]) -> tuple[int, ...]:
    return tuple(line.number for line in told)
