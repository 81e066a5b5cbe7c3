"""How each field of a kind of claim goes out, read from the allow-list once for each kind."""

from __future__ import annotations

from dataclasses import Field, fields
from enum import Enum, auto
from functools import cache
from typing import Any

from habeas.domain.claims import KINDS, Claim, Named, RowPrinted
from habeas.publish.allowed import ALLOWED


class Goes(Enum):
    """How a field goes out."""

    AS_IT_IS = auto()
    """The names of those who are shown."""
    WITHOUT_NAMES = auto()
    """Without what it says of people kept back."""
    AS_A_YEAR = auto()
    """No finer than the year."""
    IF_NAMED = auto()
    """If what it names goes out."""
    NOT = auto()
    """It stays inside."""


@cache
def fields_of(kind: str, kept_back: frozenset[str]) -> tuple[tuple[Field[Any], Goes], ...]:
    """`kept_back`: what an edition keeps inside on top."""
    made = KINDS[kind]
    return tuple((field, _how(field.name, made, kept_back)) for field in fields(made))  # type: ignore[arg-type]


def _how(name: str, kind: type[Claim], kept_back: frozenset[str]) -> Goes:
    rule = ALLOWED[kind.KIND]
    if name in rule.years:
        return Goes.AS_A_YEAR
    if name in rule.keys:
        return Goes.IF_NAMED
    if name not in rule.goes - kept_back:
        return Goes.NOT
    return Goes.AS_IT_IS if issubclass(kind, (Named, RowPrinted)) else Goes.WITHOUT_NAMES
