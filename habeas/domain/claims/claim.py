"""What a claim is, and how a class becomes one of the closed list of kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar, dataclass_transform

from habeas.problems import BadInput

LONGEST_TEXT = 4000
"""No field of a claim is longer than this many characters: a claim is a fact, the document stays in the archive."""


class Claim:
    """Base of every kind. KIND is the word in the ledger; VERSION grows when the fields of a kind change."""

    KIND = ""
    VERSION = 1
    ABOUT = ""
    __slots__ = ()

    def __post_init__(self) -> None:
        names: tuple[str, ...] = self.__slots__
        for name in names:
            value = getattr(self, name)
            if isinstance(value, str) and len(value) > LONGEST_TEXT:
                raise BadInput(f"{self.KIND}.{name} has {len(value)} characters, more than {LONGEST_TEXT}. Shorten it.")


C = TypeVar("C", bound=Claim)
_kinds: dict[str, type[Claim]] = {}
KINDS: Mapping[str, type[Claim]] = MappingProxyType(_kinds)


@dataclass_transform(frozen_default=True)
def about(subject: str) -> Callable[[type[C]], type[C]]:
    """Make a class one of the kinds of claim, said of that sort of subject."""

    def register(cls: type[C]) -> type[C]:
        made = dataclass(frozen=True, slots=True)(cls)
        made.KIND, made.ABOUT = cls.__name__, subject
        _kinds[made.KIND] = made
        return made

    return register
