"""How many members of each release are kept nameless because no two editors said yet that they are beyond reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from habeas.domain.claims import InBatch
from habeas.ledger import read
from habeas.register.ask.lists import ever_joined
from habeas.register.standing import Lines


def within_reach() -> Counter[str]:
    """By release; each person once in each."""
    subjects = {line.subject for line in read.lines(kinds=[InBatch.KIND]) if _may_be_within(line.claim, line.replayed)}
    if not subjects:
        return Counter()
    told = list(read.lines(subjects=ever_joined(subjects)))
    lines = Lines.of([*told, *read.judging([line.number for line in told])])
    return Counter(_counted(lines))


def _counted(lines: Lines) -> Iterator[str]:
    person = {subject: place for place, mentions in enumerate(lines.people_agreed) for subject in mentions}
    members = {(one.claim.batch, person[one.subject]) for one in lines.within_reach if isinstance(one.claim, InBatch)}
    return (batch for batch, _ in members)


def _may_be_within(claim: object, replayed: bool) -> bool:
    return isinstance(claim, InBatch) and not claim.nameless and not replayed
