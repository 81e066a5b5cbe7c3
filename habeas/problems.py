"""What can be wrong with what the world hands us, as data to collect and as an error to show without a traceback."""

from __future__ import annotations

from dataclasses import dataclass


class BadInput(Exception):
    """Input that we cannot take; the message says where, what, and what to do next."""


class Unsound(BadInput):
    """What was to be checked isn't what its signer left; the one who asked did nothing wrong."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing amiss in an input that is otherwise read on."""

    where: str
    what: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" {self.advice}" if self.advice else "")
