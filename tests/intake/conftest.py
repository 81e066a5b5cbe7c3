"""A small register of invented people, a source and a release, and lists written to take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from habeas.domain.claims import BatchAnnounced, Captured, Detained, Gendered, Named
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Gender, Nearness
from habeas.ledger.append import append
from tests.ledger.conftest import empty as empty
from tests.ledger.conftest import live as live
from tests.ledger.conftest import template as template

Write = Callable[..., Path]

SERGEI, MARYIA, YANKA, TODAR = "p-aaaaaaaaaa", "p-bbbbbbbbbb", "p-cccccccccc", "p-dddddddddd"
PEOPLE = {
    SERGEI: (Gender.MALE, ("Сяргей Раснагорскі", "Сергей Росногорский", "Siarhei Rasnahorski")),
    MARYIA: (Gender.FEMALE, ("Марыя Снегалугская", "Мария Снеголугская", "Maryia Snehaluhskaya")),
    YANKA: (Gender.MALE, ("Янка Імшарук", "Янка Имшарук", "Yanka Imsharuk")),
    TODAR: (Gender.MALE, ("Тодар Ветрабродэнка", "Фёдор Ветробродененко", "Todar Vetrabrodenka")),
}
LIST = "1. Росногорский Сергей\n2. Maryia Snehaluhskaya\n3. Лукомір Зосевіч\nи ещё 2 человека\n"


@pytest.fixture
def held(live: Path) -> Path:
    """A home with four people in custody, a source s-list and a batch 2026-02-01."""
    said = Evidence("s-press", "Press", nearness=Nearness.PRESS)
    lines = [
        Candidate("s-press", Captured("Press")),
        Candidate("s-list", Captured("Monitor")),
        Candidate("2026-02-01", BatchAnnounced("Ten people", PartialDate.parse("2026-02-01"), "Press", 10), said),
    ]
    for person, (gender, names) in PEOPLE.items():
        lines += [Candidate(person, Named(name), said) for name in names]
        lines += [Candidate(person, Gendered(gender), said)]
        lines += [Candidate(person, Detained(PartialDate.parse("2024-05-01")), said)]
    append(lines)
    catch_up()
    return live


def catch_up() -> None:
    from habeas.register.project import catch_up

    catch_up()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file to take; the same name is the same file changed."""

    def write(text: str | bytes, name: str = "list.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write
