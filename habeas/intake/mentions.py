"""From the answer on a mention to lines: joined, open between several, or nothing where nobody fits."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from habeas.domain.aliases import MATCHER
from habeas.domain.identity import clusters
from habeas.domain.judgements import NotSamePerson, SamePerson, Unsure
from habeas.domain.lines import Candidate
from habeas.intake.live import live
from habeas.names.people import Answer, Verdict
from habeas.names.verdict import ABSENT_BELOW
from habeas.register.queries import ever_joined


def judge(subject: str, answer: Answer, taken: Collection[str] = ()) -> Iterator[Candidate]:
    """`taken` are people to whom another row of the list is joined already: a second one is never joined unseen."""
    best = answer.candidates[0] if answer.candidates else None
    if answer.verdict is Verdict.MATCH and best and best.id not in taken:
        yield Candidate(subject, SamePerson(best.id, _rounded(best.probability), best.reasons), None, MATCHER)
    elif answer.verdict is not Verdict.ABSENT:
        for rank, one in enumerate(answer.candidates):
            if rank == 0 or one.probability >= ABSENT_BELOW:
                yield Candidate(subject, Unsure(one.id, _rounded(one.probability), one.reasons), None, MATCHER)


def joined_already(subjects: Collection[str]) -> frozenset[str]:
    """Everybody to whom one of these mentions is joined, under each of the ids that are one person."""
    return frozenset(id for group in one_person(subjects) for id in group)


def one_person(subjects: Collection[str]) -> tuple[frozenset[str], ...]:
    """For each person among these mentions all the ids that are that person."""
    judged = live(SamePerson, NotSamePerson, subjects=ever_joined(subjects)) if subjects else []
    groups = clusters(subjects, judged).groups
    return tuple(group for group in groups if not group.isdisjoint(subjects))


def _rounded(probability: float) -> float:
    return round(probability, 4)
