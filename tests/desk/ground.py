"""Four invented people in custody, two sources and a release, for the desk's tests."""

from __future__ import annotations

import re

from django.http import HttpResponse

from habeas.domain.claims import BatchAnnounced, Captured, Detained, Gendered, Named
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness
from habeas.ledger.append import append
from tests.intake.conftest import PEOPLE

BATCH = "2026-02-01"


def four_people() -> None:
    said = Evidence("s-press", "Press", nearness=Nearness.PRESS)
    lines = [
        Candidate("s-press", Captured("Press")),
        Candidate("s-list", Captured("A monitor")),
        Candidate(BATCH, BatchAnnounced("Ten people", PartialDate.parse(BATCH), "Press", 10), said),
    ]
    for person, (gender, names) in PEOPLE.items():
        lines += [Candidate(person, Named(name), said) for name in names]
        lines += [Candidate(person, Gendered(gender), said)]
        lines += [Candidate(person, Detained(PartialDate.parse("2024-05-01")), said)]
    append(lines)


def words(answer: HttpResponse) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
