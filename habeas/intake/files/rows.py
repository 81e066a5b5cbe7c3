"""A row of a list: a name with what stands beside it, or a row that names nobody."""

from __future__ import annotations

from dataclasses import dataclass, field

from habeas.domain.claims import Claim
from habeas.domain.dates import PartialDate
from habeas.domain.words import Act, Exile, Gender, Manner
from habeas.intake.files.contents import Spot
from habeas.problems import Problem


@dataclass(frozen=True, slots=True)
class Beside:
    """A claim that stands beside a name, and the words that it was read from."""

    claim: Claim
    printed: str


@dataclass(frozen=True, slots=True)
class Freed:
    """What a row, its column or the heading above it says of the release; `printed` are the words."""

    stage: str = ""
    act: Act = Act.UNKNOWN
    manner: Manner = Manner.UNKNOWN
    exile: Exile = Exile.UNKNOWN
    country: str = ""
    place: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list. `text` is what is printed for the person; `nobody` says why it names none, if so.

    `remark` is everything else that the row prints; it goes to the log that the editor asks for, never to the ledger.
    """

    number: int
    text: str
    name: str
    patronymic: str = ""
    birth: PartialDate | None = None
    gender: Gender | None = None
    nobody: str = ""
    beside: tuple[Beside, ...] = ()
    freed: Freed = Freed()
    remark: str = ""
    spot: Spot = field(default=Spot(), compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of a list, numbered from 1 without blank ones, and what beside the names could not be read."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
