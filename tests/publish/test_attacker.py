"""An attacker who kept ten dated copies, with every table and row in them, gets at no cell of those who are withheld.

Two programs look at the same copies. One reckons: it writes down what all tables and rows of all copies say of people
in no row, and solves for the tightest range of each cell. The other proves: a register whose withheld people are
others, and other in number, is published alike to the byte, so that nothing reckoned from the copies can tell which of
the two it was.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from habeas.domain.claims import (
    BatchAnnounced,
    Born,
    Captured,
    Charged,
    Claim,
    Detained,
    Gendered,
    InBatch,
    Named,
    Recognised,
    Released,
    Sentenced,
    WorkedAs,
)
from habeas.domain.dates import PartialDate, Term, day_of
from habeas.domain.judgements import BeyondReach, Withheld
from habeas.domain.lines import Candidate
from habeas.domain.suppress import FLOOR, Band, Table
from habeas.domain.words import Act, Basis, Gender, Kind
from habeas.ledger.append import append, begin
from habeas.pages import picturing
from habeas.publish import clearing
from habeas.publish.publish import publish
from habeas.register import kept_back, public_breakdowns
from habeas.register.answers import Audience
from tests.attacker.of_copies import as_release, read
from tests.attacker.of_releases import Found
from tests.attacker.of_releases import recovered as attack
from tests.publish.conftest import everything
from tests.register.conftest import MONITOR

Lived = Callable[..., "tuple[World, World]"]
RELEASES, FEW = 10, 3
FIRST = date(2024, 8, 2)
BATCH = "2024-08"
HELD_BY = ("viasna", "coalition_by", "dissidentby", "amnesty")
# Those withheld in the two registers have nothing in common: where one has a cell, the other has none.
PLACES = {"even": ("by.ik3", "by.ik1"), "odd": ("by.ik15", "by.ik4")}
ARTICLES = {"even": ("by.cc.342",), "odd": ("by.cc.130",)}
SEX = {"even": Gender.FEMALE, "odd": Gender.MALE}
WORK = {"even": "journalist", "odd": "teacher"}
RECOGNISERS = {"even": ("viasna", "amnesty"), "odd": ("viasna", "dissidentby")}
BORN = {"even": "1990", "odd": "1950"}
YEARS = {"even": 2, "odd": 9}
NUMBER = {"even": 3, "odd": 7}


@dataclass(frozen=True)
class Copy:
    """What the attacker kept of one release: every file."""

    files: dict[str, bytes]


@dataclass(frozen=True)
class World:
    """The ten copies, and at each how many withheld people there were in truth by trait."""

    copies: list[Copy]
    truth: list[Counter[tuple[str, str]]]


@contextmanager
def home_of(folder: Path, template: str, key: Path | None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home with a replay ledger, whose days can be given; both registers sign with the same key."""
    folder.mkdir(parents=True)
    monkeypatch.setenv("HABEAS_HOME", str(folder))
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = shutil.copy(template, folder / "habeas.db")
    if key:
        shutil.copy(key, folder / "checkpoint.key")
    try:
        begin(Kind.REPLAY)
        yield folder
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def somebody(luck: random.Random, one: str, day: date, traits: dict[str, object]) -> list[Candidate]:
    """All that tables are made of; `traits` are drawn where they aren't given."""
    place = luck.choice(traits.get("places", ("by.ik3", "by.ik15", "by.ik1", "by.okrestina")))  # type: ignore[arg-type]
    articles = traits.get("articles", (luck.choice(("by.cc.342", "by.cc.130", "by.cc.368")),))
    told: list[Claim] = [
        Named(f"{one.title()} Vydumany", "en"),
        Gendered(traits.get("sex", luck.choice(list(Gender)))),  # type: ignore[arg-type]
        Born(PartialDate.parse(str(traits.get("born", luck.randrange(1950, 2006))))),
        Detained(day_of(day - timedelta(days=luck.randrange(30, 900))), facility=place),
        Charged(articles),  # type: ignore[arg-type]
        Sentenced(day_of(day - timedelta(days=20)), "imprisonment", Term(int(str(traits.get("years", 4)))), articles),  # type: ignore[arg-type]
        WorkedAs(str(traits.get("work", luck.choice(("journalist", "worker"))))),
    ]
    by = traits.get("recognisers", luck.sample(HELD_BY, luck.randrange(1, 4)))
    told += [Recognised(one, day_of(day - timedelta(days=luck.randrange(1, 20)))) for one in by]  # type: ignore[attr-defined]
    return [Candidate(one, claim, MONITOR) for claim in told]


def withheld_traits(kind: str) -> dict[str, object]:
    return {
        "places": PLACES[kind],
        "articles": ARTICLES[kind],
        "sex": SEX[kind],
        "born": BORN[kind],
        "work": WORK[kind],
        "years": YEARS[kind],
        "recognisers": RECOGNISERS[kind],
    }


def cells_of(kind: str, number: int) -> Counter[tuple[str, str]]:
    alike = {"sex": str(SEX[kind]), "article": ARTICLES[kind][0], "profession": WORK[kind], "born": BORN[kind]}
    alike |= {f"by {one}": "recognised" for one in RECOGNISERS[kind]}
    return Counter(dict.fromkeys(alike.items(), number) | {("all", ""): number})


def live_through(kind: str, releases: int, out: Path, keep: Path, seed: int) -> World:
    """Public people come and go by the same chance in both registers; withheld ones by their own."""
    luck, own = random.Random(seed), random.Random(f"{kind}{seed}")
    copies, truth = [], []
    inside: list[str] = []
    there: list[str] = []
    for release in range(releases):
        day = FIRST + timedelta(days=31 * release)
        lines = [] if release else opening()
        for place in range(26 if not release else 4):
            one = f"p-open{release}x{place}"
            there.append(one)
            lines += somebody(luck, one, day, {})
        for one in there[2:4] if release else []:
            there.remove(one)
            lines.append(Candidate(one, Released(day_of(day), luck.choice([Act.PARDON, Act.UNKNOWN])), MONITOR))
        hidden = NUMBER[kind] if not release else own.randrange(2) if len(inside) < 8 else 0
        for place in range(hidden):
            one = f"p-{kind}{release}x{place}"
            inside.append(one)
            lines += [*somebody(own, one, day, withheld_traits(kind)), Candidate(one, Withheld(0, Basis.FAMILY))]
        if release == 1:
            # Somebody public until now, of whom everything that is said later stays inside.
            gone = there.pop()
            lines += [Candidate(gone, Withheld(0, Basis.FAMILY))]
            lines += [Candidate(gone, WorkedAs(WORK[kind]), MONITOR), Candidate(gone, InBatch(BATCH), MONITOR)]
        if release == 2:
            lines += [Candidate(there[0], InBatch(BATCH), MONITOR), Candidate(inside[0], InBatch(BATCH), MONITOR)]
        told(lines, day)
        publish(out, editor="anna")
        shutil.copytree(out, keep / str(release))
        copies.append(Copy(everything(out)))
        truth.append(cells_of(kind, len(inside)))
    return World(copies, truth)


def opening() -> list[Candidate]:
    said = Captured("Monitor", "Notes", "https://monitor.example/1", day_of(FIRST))
    batch = BatchAnnounced("A release", day_of(FIRST), "Monitor", 3)
    return [Candidate("s-monitor", said), Candidate(BATCH, batch, MONITOR)]


def told(lines: list[Candidate], day: date) -> None:
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    numbers = append(lines, moment=moment)
    within = [
        (number, line.subject) for number, line in zip(numbers, lines, strict=True) if isinstance(line.claim, InBatch)
    ]
    reach = [Candidate(subject, BeyondReach(number), None, by) for number, subject in within for by in ("one", "two")]
    append(reach, moment=moment)


@pytest.fixture
def two_registers(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> Lived:
    """The same public people and others withheld, each published as often as asked."""

    def lived(releases: int, seed: int = 1) -> tuple[World, World]:
        worlds: list[World] = []
        key: Path | None = None
        for kind in ("even", "odd"):
            at = tmp_path / kind
            with django_db_blocker.unblock(), home_of(at / "home", template, key, monkeypatch) as home:
                worlds.append(live_through(kind, releases, at / "copy", at / "kept", seed))
                key = home / "checkpoint.key"
        return worlds[0], worlds[1]

    return lived


def recovered(copies: list[Copy]) -> list[Found]:
    """Cells, numbers and differences below the floor of people in no row, as the attacker solves for them."""
    return list(attack([as_release(str(release), copy.files) for release, copy in enumerate(copies)]))


def told_of_few(copies: list[Copy]) -> Iterator[tuple[int, str, str]]:
    """Cells of tables, as they travel without their rows, that say of one to four people: the file and the cell."""
    for release, copy in enumerate(copies):
        for row in read(copy.files["data/counts.csv"]):
            if row["by"] and (few(row["low"]) or few(row["high"])):
                yield release, f"{row['definition']} by {row['by']}", row["group"]
        for name in ("recognisers", *(f"pictures/{one}" for one in ("where", "sentences", "length"))):
            for row in read(copy.files[f"site/{name}.csv"]):
                if row.get("key") != "total" and few(row["low"]):
                    yield release, name, row.get("key") or row.get("recogniser", "")


def few(number: str) -> bool:
    return 0 < int(number) < FLOOR


def undistinguished(one: World, other: World) -> bool:
    return all(first.files == second.files for first, second in zip(one.copies, other.copies, strict=True))


def cells_below_the_floor(world: World) -> list[tuple[int, tuple[str, str], int]]:
    return [
        (release, cell, number)
        for release, cells in enumerate(world.truth)
        for cell, number in cells.items()
        if 0 < number < FLOOR
    ]


def no_cell_can_be_told(one: World, other: World) -> None:
    """For each small cell of the one there is the other, in which it has another number, and all files agree."""
    for release, (first, second) in enumerate(zip(one.copies, other.copies, strict=True)):
        names = first.files.keys() | second.files.keys()
        assert [name for name in sorted(names) if first.files.get(name) != second.files.get(name)] == [], release
    small = cells_below_the_floor(one)
    assert small, "there is something to find"
    assert all(other.truth[release][cell] != number for release, cell, number in small)
    assert not list(told_of_few(one.copies))
    assert not recovered(one.copies) and not recovered(other.copies)


@pytest.mark.only_on("sqlite")
def test_no_cell_of_those_withheld_can_be_told_from_dated_copies(
    two_registers: Lived,
) -> None:
    no_cell_can_be_told(*two_registers(FEW))


@pytest.mark.proof
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_no_cell_of_those_withheld_can_be_told_from_ten_dated_copies(two_registers: Lived, seed: int) -> None:
    no_cell_can_be_told(*two_registers(RELEASES, seed))


@pytest.mark.only_on("sqlite")
def test_an_exact_number_of_those_withheld_and_cells_of_few_are_found(
    two_registers: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_back, "kept_back", lambda number: Band(number, number))
    monkeypatch.setattr(public_breakdowns, "shown", lambda cells: Table(tuple(cells)))
    one, other = two_registers(1)
    assert ("0", "kept back", NUMBER["even"]) in recovered(one.copies)
    assert list(told_of_few(one.copies))
    assert not undistinguished(one, other)


@pytest.mark.only_on("sqlite")
def test_tables_that_count_the_withheld_are_found(two_registers: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    """What careless lists do: the names are taken out, and the people stay in the numbers."""
    monkeypatch.setattr(clearing, "Audience", SimpleNamespace(PUBLIC=Audience.DESK, DESK=Audience.DESK))
    # So few came in any month that by itself the rule for few hides them.
    monkeypatch.setattr(picturing, "few_together", lambda numbers: frozenset())
    one, other = two_registers(1)
    for copy in one.copies:
        rows = read(copy.files["data/people.csv"])
        kept = [row for row in rows if not row["id"].startswith("p-even")]
        copy.files["data/people.csv"] = as_csv(kept)
    found = {cell: number for release, cell, number in recovered(one.copies) if release == "0"}
    assert found["kept back"] == NUMBER["even"]
    assert found["article by.cc.342"] == found["list amnesty"] == NUMBER["even"]
    assert {cell.split()[0] for cell in found} >= {"balance", "flows", "length", "over", "sentence"}
    assert not undistinguished(one, other)


def as_csv(rows: list[dict[str, str]]) -> bytes:
    lines = [",".join(rows[0]), *(",".join(f'"{cell}"' for cell in row.values()) for row in rows)]
    return "\n".join(lines).encode()
