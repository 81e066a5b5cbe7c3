"""A row of a list: a name with what stands beside it, or a row that names nobody."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.domain.dates import PartialDate
from habeas.domain.words import Gender
from habeas.problems import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list. `text` is what is printed for the person; `nobody` says why it names none, if so."""

    number: int
    text: str
    name: str
    patronymic: str = ""
    birth: PartialDate | None = None
    gender: Gender | None = None
    nobody: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of a list, numbered from 1 without blank ones, and what beside the names could not be read."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
