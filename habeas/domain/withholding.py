"""What judgements and wishes keep from the public: lines, whole people, and kinds of claims about them. Pure.

Whoever calls leaves out what would show something again and was said by one editor alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from habeas.domain.claims import Wish
from habeas.domain.identity import clusters
from habeas.domain.judgements import Cleared, NotSamePerson, SamePerson, Withheld
from habeas.domain.lines import Line
from habeas.domain.words import Basis, Wished

_TELL_THE_SAME = {"Named": ("Named", "RowPrinted")}
"""Kinds that tell what another tells: the row of a list is a name."""


def withheld(live: Sequence[Line]) -> tuple[frozenset[int], frozenset[str]]:
    """Lines and whole subjects. What is withheld of one mention is withheld of all that are the same person.

    A wish not to be shown withholds as well. A wish to be named ends what was withheld on a ground it can speak for.
    """
    grounds: dict[tuple[str, int], set[Basis]] = defaultdict(set)
    for line in live:
        claim = line.claim
        if isinstance(claim, Withheld):
            grounds["" if claim.line else line.subject, claim.line].add(claim.basis)
        elif isinstance(claim, Cleared):
            grounds["" if claim.line else line.subject, claim.line].clear()
        elif isinstance(claim, Wish) and claim.wished is Wished.MAY_BE_NAMED:
            grounds[line.subject, 0] -= _spoken_for(claim.basis)
        elif isinstance(claim, Wish) and claim.wished is not Wished.NOT_THESE:
            grounds[line.subject, 0].add(claim.basis)
    kept = [key for key, standing in grounds.items() if standing]
    subjects = {subject for subject, number in kept if not number}
    return frozenset(number for _, number in kept if number), same_people(subjects, live)


def unwished(live: Sequence[Line]) -> frozenset[tuple[str, str]]:
    """Mention and kind of what the person or family wishes not to be told.

    Wishes add up. A later wish to be named ends earlier ones of a ground it can speak for, but for what it lists.
    """
    wishes = [line for line in live if isinstance(line.claim, Wish)]
    if not any(isinstance(line.claim, Wish) and line.claim.fields for line in wishes):
        return frozenset()
    groups = people(live)
    return frozenset((one, kind) for mentions in groups for kind in _closed(mentions, wishes) for one in mentions)


def same_people(subjects: Collection[str], live: Sequence[Line]) -> frozenset[str]:
    """All mentions of the people of whom these are mentions."""
    if not subjects:
        return frozenset()
    judged = [line for line in live if isinstance(line.claim, (SamePerson, NotSamePerson))]
    groups = clusters({line.subject for line in live} | set(subjects), judged).groups
    return frozenset(subject for group in groups if group & set(subjects) for subject in group)


def people(live: Sequence[Line]) -> tuple[frozenset[str], ...]:
    judged = [line for line in live if isinstance(line.claim, (SamePerson, NotSamePerson))]
    return clusters({line.subject for line in live}, judged).groups


def _closed(mentions: Collection[str], wishes: Iterable[Line]) -> set[str]:
    closed: set[tuple[Basis, str]] = set()
    for line in wishes:
        wish = line.claim
        if line.subject in mentions and isinstance(wish, Wish):
            if wish.wished is Wished.MAY_BE_NAMED:
                closed = {one for one in closed if one[0] not in _spoken_for(wish.basis)}
            closed |= {(wish.basis, kind) for named in wish.fields for kind in _TELL_THE_SAME.get(named, (named,))}
    return {kind for _, kind in closed}


def _spoken_for(basis: Basis) -> frozenset[Basis]:
    """The person's word ends the family's; nobody's wish ends what a court, a danger or a third party asks."""
    return frozenset({Basis.PERSON, Basis.FAMILY} if basis is Basis.PERSON else {basis})
