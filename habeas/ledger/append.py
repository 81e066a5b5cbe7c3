"""The one door in. A batch of candidates becomes lines, all of them or none, each chained to the one before."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from django.db import transaction

from habeas.domain.ahead import check_not_ahead
from habeas.domain.claims import KINDS, Opened
from habeas.domain.judgements import Erased, ErasureAsked
from habeas.domain.lines import Candidate
from habeas.domain.words import Kind as Kind
from habeas.ledger.chain import SALT_LENGTH, commit, link_hash, to_microseconds, to_moment
from habeas.ledger.codec import encode
from habeas.ledger.read import kind_now
from habeas.ledger.rows import LineRow, SealedRow, last_link, link_before, lock, put
from habeas.problems import BadInput
from habeas.project.lock import Mode, mode

LEDGER = "ledger"
"""The subject of lines about the ledger itself."""

_AT_ONCE = 2000
"""Few enough rows to stay in the processor's cache between making them and putting them in."""

_SUBJECT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/+-]{0,99}\Z")
_EDITOR = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]{0,100}\Z")


def begin(kind: Kind) -> None:
    """Write the first line; refused where one stands."""
    with transaction.atomic():
        lock()
        if last_link() is not None:
            raise BadInput("The ledger has been begun already. Give another home folder for a new one.")
        # A replay's first line can't bear the true moment: all that it replays lies before.
        moment = 0 if kind is Kind.REPLAY else to_microseconds(now())
        _write([Candidate(LEDGER, Opened(kind))], moment)


def append(candidates: Sequence[Candidate], *, moment: datetime | None = None) -> list[int]:
    """Make the candidates lines and return their numbers, which are on the disk when this returns.

    Without a moment the lines are live and bear the true one, or that of the line before if that is later. A moment
    can be given while a replay is open; the first live line ends it for good. Nothing is said to have happened on a
    day that hasn't begun anywhere at that moment.
    """
    _check_unlocked()
    day = moment.date() if moment else today()
    for place, candidate in enumerate(candidates, 1):
        _check(candidate, f"Candidate {place}: " if len(candidates) > 1 else "")
        check_not_ahead(candidate.claim, day)
    with transaction.atomic():
        lock()
        return _append(candidates, moment) if candidates else []


def append_locked(candidates: Sequence[Candidate]) -> list[int]:
    """For the ledger's own modules, which append kinds that `append` refuses, within their transaction and lock."""
    _check_unlocked()
    return _append(candidates, None)


def _check_unlocked() -> None:
    if mode() is not Mode.NORMAL:
        raise BadInput(f"The register is locked ({mode().value}): nothing is written. Unlock it: habeas lock normal")


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    return now().date()


def _append(candidates: Sequence[Candidate], moment: datetime | None) -> list[int]:
    last = last_link()
    if last is None:
        raise BadInput("The ledger hasn't been begun. Run init first.")
    if moment is None:
        stamp = max(to_microseconds(now()), last.moment)
        if kind_now() is Kind.REPLAY:
            _write([Candidate(LEDGER, Opened(Kind.LIVE))], stamp)
    else:
        stamp = _replayed(moment, last.moment)
    return _write(candidates, stamp)


def _replayed(moment: datetime, last: int) -> int:
    if kind_now() is not Kind.REPLAY:
        raise BadInput("The ledger is live: its lines bear the true moment and no other. Leave the moment out.")
    if moment.tzinfo is None:
        raise BadInput(f"The moment {moment} has no time zone. Give it in UTC.")
    stamp = to_microseconds(moment)
    if stamp < last:
        raise BadInput(f"The moment {moment} is before that of the last line, {to_moment(last)}. Replay in order.")
    return stamp


def _check(candidate: Candidate, where: str) -> None:
    claim = candidate.claim
    if isinstance(claim, (Opened, ErasureAsked, Erased)):
        raise BadInput(f"{where}{claim.KIND} isn't said by hand. Use begin, ask_erasure or confirm_erasure.")
    if KINDS.get(claim.KIND) is not type(claim):
        raise BadInput(f"{where}{type(claim).__name__} is no kind of claim that the ledger knows.")
    if not _fits_subject(candidate.subject):
        raise BadInput(
            f"{where}“{candidate.subject[:100]}” can't be a subject."
            " Use up to 100 Latin letters, digits and . _ : / + -, and never a name."
        )
    if not _fits_editor(candidate.editor):
        raise BadInput(f"{where}the editor's alias is too long or has control characters. Shorten it.")


@lru_cache(maxsize=65536)
def _fits_subject(subject: str) -> bool:
    return bool(_SUBJECT.match(subject))


@lru_cache(maxsize=1024)
def _fits_editor(editor: str) -> bool:
    return bool(_EDITOR.match(editor))


def _write(candidates: Sequence[Candidate], moment: int) -> list[int]:
    number, _, previous = link_before(last_link())
    first = number + 1
    for start in range(0, len(candidates), _AT_ONCE):
        lines, sealed = _chain(candidates[start : start + _AT_ONCE], number, previous, moment)
        put(lines, sealed)
        number, previous = lines[-1][0], lines[-1][-1]
    return list(range(first, number + 1))


def _chain(
    candidates: Sequence[Candidate], number: int, previous: bytes, moment: int
) -> tuple[list[LineRow], list[SealedRow]]:
    salts = os.urandom(SALT_LENGTH * len(candidates))
    lines: list[LineRow] = []
    sealed: list[SealedRow] = []
    for place, candidate in enumerate(candidates):
        number += 1
        claim, subject, editor = candidate.claim, candidate.subject, candidate.editor
        payload = encode(claim, candidate.evidence)
        salt = salts[SALT_LENGTH * place : SALT_LENGTH * (place + 1)]
        clear = (number, claim.KIND, claim.VERSION, subject, _about(candidate, number), editor, moment)
        commitment = commit(salt, payload)
        made = link_hash(*clear, commitment.hex(), previous.hex())
        lines.append((*clear, commitment, previous, made))
        sealed.append((number, salt, payload))
        previous = made
    return lines, sealed


def _about(candidate: Candidate, number: int) -> int:
    """The line that a judgement names, as a clear column, so that the database can see who judged which line."""
    about = getattr(candidate.claim, "line", 0)
    if not 0 <= about < number:
        raise BadInput(
            f"{candidate.claim.KIND} names line {about}, but the last line is {number - 1}. Check the number."
        )
    return int(about)
