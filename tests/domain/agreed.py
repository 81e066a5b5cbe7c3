"""Lines about agreements and instruments, made by hand for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime

from habeas.domain.claims import Claim
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Evidence, Line

LEARNED = datetime(2026, 3, 19, 12, tzinfo=UTC)


def said(*told: tuple[str, Claim]) -> list[Line]:
    """Lines in order, numbered from 1."""
    return [
        Line(number, LEARNED, subject, claim, Evidence("s-a", "Anna"))
        for number, (subject, claim) in enumerate(told, 1)
    ]


def on(text: str) -> date:
    return date.fromisoformat(text)


def when(text: str) -> PartialDate:
    return PartialDate.parse(text)
