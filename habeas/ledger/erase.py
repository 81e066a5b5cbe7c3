"""Erasing what a line says: one editor asks, another agrees, and the payload, its salt and its archived copy go.

The line itself stays in the chain with a commitment that, with the salt gone, tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

from habeas.archive.store import forget
from habeas.domain.aliases import same_editor
from habeas.domain.claims import Captured, Claim, Kept, ListTaken, TimeProved
from habeas.domain.judgements import Erased, ErasureAsked
from habeas.domain.lines import Candidate
from habeas.ledger.append import append_locked
from habeas.ledger.codec import decode
from habeas.ledger.read import lines
from habeas.ledger.rows import lock
from habeas.ledger.unfinished import done, note, unfinished
from habeas.problems import BadInput

_KEEPS_COPIES = (Captured, Kept, ListTaken, TimeProved)
"""Claims that name a copy in the archive."""


def ask_erasure(line: int, *, editor: str, reason: str = "") -> int:
    """Put on record that this editor asks for the erasure; nothing is erased yet. Returns the number of the request."""
    with transaction.atomic():
        lock()
        subject = _erasable(line, editor)
        return append_locked([Candidate(subject, ErasureAsked(line, reason), None, editor)])[0]


def confirm_erasure(line: int, *, editor: str) -> int:
    """A second editor agrees, and the payload is blanked. What other tables made of it is theirs to rebuild."""
    if unfinished() and not connection.in_atomic_block:
        finish_erasures()
    with transaction.atomic():
        lock()
        subject = _erasable(line, editor)
        _check_asked(line, editor)
        copies = _copies([found.claim for found in lines(numbers=[line])])
        number = append_locked([Candidate(subject, Erased(line), None, editor)])[0]
        note(sorted(copies))
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA secure_delete = ON")
            cursor.execute("UPDATE ledger_sealed SET salt = NULL, payload = NULL WHERE number = %s", [line])
        transaction.on_commit(finish_erasures)
    return number


def finish_erasures() -> None:
    """Remove the copies that erased lines named and no other line names, and every trace in the database's files.

    Safe to repeat. Call it again after a rebuild, since tables made from the payload held parts of it too.
    """
    copies = set(unfinished()) - {""}
    with transaction.atomic():
        # Nobody may come to name a copy between our looking and its removal.
        lock()
        for name in copies - _still_named(copies):
            forget(name)
    scrub()
    done()


def scrub() -> None:
    """Rewrite the database's files, so that what was blanked is in none of their free pages."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0]:
                raise BadInput("Another process is reading the database, so that erased bytes may be left. Try again.")
        else:
            cursor.execute("VACUUM FULL ledger_sealed")


def _erasable(line: int, editor: str) -> str:
    """The subject of the line; BadInput if it can't be erased."""
    if not editor:
        raise BadInput("An erasure needs two editors by name. Say who you are.")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT line.subject, line.kind, sealed.payload IS NULL FROM ledger_line line"
            " LEFT JOIN ledger_sealed sealed ON sealed.number = line.number WHERE line.number = %s",
            [line],
        )
        row = cursor.fetchone()
    if row is None:
        raise BadInput(f"There is no line {line}. Check the number.")
    subject, kind, blank = row
    if kind in ("Opened", ErasureAsked.KIND, Erased.KIND):
        raise BadInput(f"Line {line} ({kind}) belongs to the record of the ledger itself and stays.")
    if blank:
        raise BadInput(f"Line {line} was erased before. There is nothing left to erase.")
    return str(subject)


def _check_asked(line: int, editor: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT editor FROM ledger_line WHERE about = %s AND about > 0 AND kind = %s", [line, ErasureAsked.KIND]
        )
        asked = {name for (name,) in cursor.fetchall()}
    if not asked:
        raise BadInput(f"Nobody has asked to erase line {line}. Ask first; then another editor confirms.")
    if all(same_editor(one, editor) for one in asked):
        raise BadInput(f"{editor} asked to erase line {line}. Another editor has to confirm it.")


def _still_named(copies: set[str]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT line.kind, line.version, sealed.payload FROM ledger_line line"
            " JOIN ledger_sealed sealed ON sealed.number = line.number"
            f" WHERE line.kind IN ({', '.join(['%s'] * len(_KEEPS_COPIES))}) AND sealed.payload IS NOT NULL",
            [kind.KIND for kind in _KEEPS_COPIES],
        )
        claims = [decode(kind, version, payload)[0] for kind, version, payload in cursor.fetchall()]
    return _copies(claims) & copies


def _copies(claims: Iterable[Claim]) -> set[str]:
    return {claim.sha256 for claim in claims if isinstance(claim, _KEEPS_COPIES) and claim.sha256}
