"""Lines of the ledger that nobody has taken back, and putting lines after them only if nothing came between."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db import transaction

from habeas.domain.claims import Claim
from habeas.domain.judgements import Retracted
from habeas.domain.lines import Candidate, Line
from habeas.ledger.append import append
from habeas.ledger.read import last_number, lines
from habeas.ledger.rows import lock


def live(*kinds: type[Claim], subjects: Collection[str] | None = None) -> list[Line]:
    """Lines of these kinds that stand, in the order of their numbers."""
    gone = retracted()
    found = lines(kinds=[kind.KIND for kind in kinds], subjects=subjects)
    return [line for line in found if line.number not in gone]


def retracted() -> frozenset[int]:
    """Every line that is taken back. Taking back a retraction makes the line stand again."""
    by = [(line.number, line.claim.line) for line in lines(kinds=["Retracted"]) if isinstance(line.claim, Retracted)]
    gone: set[int] = set()
    # From the newest down: a retraction counts only if nothing after it took it back.
    for number, about in reversed(by):
        if number not in gone:
            gone.add(about)
    return frozenset(gone)


def append_if_still(candidates: Sequence[Candidate], seen: int) -> list[int] | None:
    """Append if `seen` is still the last line; None if another process has written since, and nothing is appended."""
    with transaction.atomic():
        lock()
        return append(candidates) if last_number() == seen else None
