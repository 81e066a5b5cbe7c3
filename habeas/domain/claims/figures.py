"""What is said of numbers of people, apart from any release."""

from __future__ import annotations

from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate
from habeas.domain.words import Bound, Span
from habeas.problems import BadInput


@about("figure")
class FigurePublished(Claim):
    """How many people a body says are held on a day, or have been so far; `what` says of whom in our words.

    `recogniser` is a key of the vocabulary where the body is one. The number is theirs, by a definition that is theirs.
    """

    counter: str
    when: PartialDate
    number: int
    bound: Bound = Bound.EXACTLY
    recogniser: str = ""
    span: Span = Span.ON_THE_DAY
    what: str = ""

    def __post_init__(self) -> None:
        Claim.__post_init__(self)
        if self.number < 0:
            raise BadInput(f"A number of people can't be {self.number}. Write it as it was printed.")
