"""From probabilities to verdicts, by stated costs; and a list taken as a whole."""

from collections import Counter
from collections.abc import Sequence

from habeas.names.people import Answer, Asked, Candidate, Verdict

# A wrong join puts a stranger's fate on a person's page and may tell a family that he is free: fifty looks. An
# editor's look costs a minute; a person missed altogether costs as much as ten looks. Joining unseen is then right
# from 98 in 100 (the matches above it are right more often than the least sure of them), and saying "absent" unseen
# is right below 1 in 10.
COST_OF_A_WRONG_JOIN = 50.0
COST_OF_A_MISS = 10.0
COST_OF_A_LOOK = 1.0
MATCH_FROM = 1 - COST_OF_A_LOOK / COST_OF_A_WRONG_JOIN
ABSENT_BELOW = COST_OF_A_LOOK / COST_OF_A_MISS


def answers(asked: Sequence[Asked], found: Sequence[tuple[Candidate, ...]]) -> list[Answer]:
    """Two rows of one list that fit one person are two people, or one person twice: a person has to look at both."""
    wanted = Counter(people[0].id for people in found if people and people[0].probability >= ABSENT_BELOW)
    return [
        Answer(row, verdict_on(people, rivals=wanted[people[0].id] - 1 if people else 0), people)
        for row, people in zip(asked, found, strict=True)
    ]


def verdict_on(people: tuple[Candidate, ...], rivals: int = 0) -> Verdict:
    if not people or people[0].probability < ABSENT_BELOW:
        return Verdict.ABSENT
    if people[0].probability >= MATCH_FROM and rivals <= 0:
        return Verdict.MATCH
    return Verdict.UNCLEAR
