"""Restriction groups: who may see which components whole, and what the others never get out of the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.db import DatabaseError, connection

from habeas.domain.claims import Named, RowPrinted
from habeas.domain.lines import Line
from habeas.ledger import read
from habeas.ledger.kept_words import KeptWords
from habeas.ledger.sight import Sight, look, seeing, seeing_everything
from habeas.register.project import catch_up, generation, is_current


@contextmanager
def looking_as(groups: Collection[str]) -> Iterator[None]:
    """Ask as somebody of these groups, who reads no words either that speak of what they don't see."""
    if not is_current():
        catch_up()
    now = _sight(frozenset(groups))
    with seeing(replace(now, words=_words(now))):
        yield


def look_as(groups: Collection[str]) -> None:
    """See no more than these groups, until the process ends. Without its tables a register is left to be made first."""
    try:
        if not is_current():
            catch_up()
    except DatabaseError:
        return
    look(_sight(frozenset(filter(None, groups))))


def is_restricted(subject: str) -> bool:
    """Whether anything about the subject is for some editors alone."""
    return any(one == subject for _, _, one, _ in _rows())


def seen_whole(groups: frozenset[str]) -> tuple[str, ...]:
    """The restricted components of which these groups see all: who is in one of two groups sees neither's."""
    needed: dict[str, set[str]] = defaultdict(set)
    for component, name, _, _ in _rows():
        needed[component].add(name)
    return tuple(sorted(component for component, names in needed.items() if names <= groups))


def _sight(groups: frozenset[str]) -> Sight:
    whole = set(seen_whole(groups))
    rest = [(subject, line) for component, _, subject, line in _rows() if component not in whole]
    subjects = frozenset(subject for subject, line in rest if not line)
    return Sight(groups, subjects, frozenset(line for _, line in rest if line))


_kept: dict[tuple[str, frozenset[str], frozenset[int]], tuple[int, KeptWords]] = {}
"""Of late, for each thing that somebody doesn't see: its words, and the line up to which they were gathered."""
_MOST_KEPT = 20


def _words(now: Sight) -> KeptWords | None:
    if not (now.subjects or now.lines):
        return None
    key, upto = (read.ledger_id(), now.subjects, now.lines), read.last_number()
    since, words = _kept.get(key, (0, _NONE))
    if since > upto:
        since, words = 0, _NONE
    if since < upto:
        with seeing_everything():
            whole = list(read.lines(after=since, upto=upto, subjects=now.subjects)) if now.subjects else []
            single = list(read.lines(numbers=now.lines)) if now.lines and not since else []
        # A name that is kept apart from its person is hers all the same: looked for, it would mask all that she is.
        words = KeptWords(words.names | _names(whole), words.quotes | _quotes((*whole, *single)))
    if len(_kept) >= _MOST_KEPT and key not in _kept:
        _kept.pop(next(iter(_kept)), None)
    _kept[key] = (upto, words)
    return words


_NONE = KeptWords(frozenset(), frozenset())


def _names(told: Iterable[Line]) -> frozenset[str]:
    return frozenset(line.claim.text for line in told if isinstance(line.claim, (Named, RowPrinted)))


def _quotes(told: Iterable[Line]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (line.evidence.source, line.evidence.printed) for line in told if line.evidence and line.evidence.printed
    )


def _rows() -> list[tuple[str, str, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT component, name, subject, line FROM register_restricted WHERE generation = %s", [generation()]
        )
        rows: list[tuple[str, str, str, int]] = cursor.fetchall()
    return rows
