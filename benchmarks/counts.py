"""How fast a register counts: any definition, broken down, balanced, and over time; beside a table in plain SQL.

    python benchmarks/counts.py [--people 20000] [--claims 200000] [--database postgresql://user:password@host/name]
        [--folder FOLDER]

Everybody is invented, and each has about ten claims: name, gender, birth, arrest, charge, sentence, transfers,
recognitions, release. Each question is put anew, about other days and moments, with nothing kept from the one
before. The plain table is what one would export and ask instead: a row for each spell, with the recogniser's date; it
knows one clock, one list and no doubt, and says what the counting itself costs the database. The page of pictures is
asked for through Django's client, as if every line had been accepted. With --folder the register is made there once
and asked again by later runs; without it, in a folder that goes.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from ground import database, options, processor, slowest_and_middle, timed, vendor

ASKED = 12
MOST = {
    "a count": 0.4,
    "a count so far": 0.4,
    "a breakdown": 1.0,
    "a balance": 2.0,
    "a picture": 1.0,
    "the page of pictures": 1.0,
}
"""Seconds at most on SQLite with 200,000 people and 2 million claims; the slowest of a dozen but one."""
FIRST = date(2020, 1, 1)
LAST = date(2026, 6, 30)
"""Past every day that is asked about; whoever would leave custody later, stays."""


@dataclass(frozen=True, slots=True)
class Measured:
    what: str
    slowest: float
    middle: float
    processor: float
    """The middle one again, of the processor alone."""

    def __str__(self) -> str:
        told = (self.slowest, self.middle, self.processor)
        return f"{self.what:<26}" + "".join(f"{seconds * 1000:>12,.1f} ms" for seconds in told)


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, database(asked.database, asked.folder or Path(folder)):
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)
        print(f"{asked.claims:,} claims on {asked.people:,} people, {vendor()}, one process")
        print(f"{'':<26}{'slowest':>15}{'middle':>15}{'processor':>15}")
        for measured in _measure(asked.people, asked.claims, Path(folder)):
            print(measured, flush=True)
            if measured.slowest > MOST.get(measured.what, 1e9) and vendor() == "sqlite":
                print(f"  too slow: at most {MOST[measured.what] * 1000:,.0f} ms are asked")


def candidates(people: int, claims: int) -> Iterator[Any]:
    """Lives in custody, told from several sources, some dated to a month."""
    from habeas.domain.claims import (
        Born,
        Charged,
        Detained,
        Gendered,
        Named,
        Recognised,
        Released,
        SeenHeld,
        Sentenced,
        Transferred,
    )
    from habeas.domain.dates import PartialDate, Term, day_of
    from habeas.domain.lines import Candidate, Evidence
    from habeas.domain.words import Act, Gender

    luck = random.Random(20_260_319)
    sources = [Evidence(f"s-{place:06}", "Bulletin") for place in range(499)]
    places = ["by.pk-15", "by.ik15", "by.ik3", "by.ik17", "by.ik4", "by.okrestina"]
    made = 0
    for place in range(people):
        subject = f"p-{place:010x}"
        taken = FIRST + timedelta(days=luck.randrange(1800))
        judged, freed = (
            taken + timedelta(days=luck.randrange(60, 300)),
            taken + timedelta(days=luck.randrange(200, 1500)),
        )
        arrest = PartialDate.parse(f"{taken:%Y-%m}") if luck.random() < 0.1 else day_of(taken)
        leaves = luck.random() < 0.5 and freed <= LAST
        told: list[Any] = [
            Named(f"Ядвіга Выдуманая {place}", "be"),
            Detained(arrest, facility=luck.choice(places)),
            Recognised("viasna", day_of(taken + timedelta(days=luck.randrange(20, 200)))),
            Released(day_of(freed), luck.choice(list(Act))) if leaves else Recognised("dissidentby", day_of(judged)),
            Gendered(Gender.FEMALE if luck.random() < 0.2 else Gender.MALE),
            Sentenced(day_of(judged), "imprisonment", Term(luck.randrange(1, 9)), ("by.cc.342",)),
            Born(PartialDate.parse(str(1950 + place % 55))),
            Charged(("by.cc.342",), day_of(taken + timedelta(days=9))),
            Transferred(day_of(judged + timedelta(days=40)), luck.choice(places)),
            SeenHeld(day_of(judged + timedelta(days=90))),
        ]
        for claim in told[: max(1, (claims - made) // (people - place))]:
            made += 1
            yield Candidate(subject, claim, luck.choice(sources), "anna")


def _measure(people: int, claims: int, folder: Path) -> Iterator[Measured]:
    from habeas.register import project

    _fill(people, claims)
    if not project.is_current():
        made: list[float] = []
        took = processor(lambda: made.append(timed(project.rebuild)))
        yield Measured("rebuild", made[0], made[0], took)
    _accept_everything()
    yield from _questions()
    yield from _plain(folder)


def _fill(people: int, claims: int) -> None:
    from habeas.ledger import read
    from habeas.ledger.append import Kind, append, begin

    if read.last_number():
        return
    begin(Kind.LIVE)
    batch: list[Any] = []
    for one in candidates(people, claims):
        batch.append(one)
        if len(batch) == 50_000:
            append(batch)
            batch.clear()
    if batch:
        append(batch)


def _accept_everything() -> None:
    """So that readers see what was drawn. The rows alone say so: two million acceptances are another subject."""
    from django.db import connection

    from habeas.register.rows import TABLES

    with connection.cursor() as cursor:
        for table in TABLES.values():
            cursor.execute(f"UPDATE {table} SET audience = 7 WHERE audience <> 7")


def _questions() -> Iterator[Measured]:
    from django.conf import settings
    from django.test import Client

    from habeas.register import queries
    from habeas.register.answers import Audience
    from habeas.register.breakdowns import KINDS

    luck = random.Random(7)
    keys = [one.key for one in queries.definitions() if one.unit.value == "people"]
    so_far = [one.key for one in queries.definitions() if one.span.value == "so_far"]
    daily = [key for key in keys if key not in so_far]

    def lens() -> Any:
        day = FIRST + timedelta(days=luck.randrange(2200))
        last = queries.lens(None, None, Audience.DRAFT)
        known = last.known if luck.random() < 0.6 else luck.randrange(last.known // 2, last.known)
        return replace(last, on=day, known=known)

    def count(of: list[str]) -> Callable[[], Callable[[], object]]:
        def ready() -> Callable[[], object]:
            key, at = luck.choice(of), lens()
            return lambda: queries.count(key, at)

        return ready

    def breakdown() -> Callable[[], object]:
        key, by, at = luck.choice(daily), luck.choice(KINDS), lens()
        return lambda: queries.grouped(key, by, at)

    def balance() -> Callable[[], object]:
        key, one, other = luck.choice(daily), lens(), lens()
        return lambda: queries.balance(key, one, other)

    def picture() -> Callable[[], object]:
        from habeas.register.series import series

        key, at = luck.choice(daily), lens()
        days = [FIRST + timedelta(days=14 * place) for place in range(160)]
        return lambda: series(key, days, at)

    yield _asked("a count", count(daily))
    yield _asked("a count so far", count(so_far))
    yield _asked("prosecutions", count(["prosecutions"]))
    yield _asked("a breakdown", breakdown)
    yield _asked("a balance", balance)

    def page() -> Callable[[], object]:
        key, at = luck.choice(daily), lens()
        address = f"/pictures?{urlencode({'definition': key, 'on': at.on, 'known': at.known_at.isoformat()})}"

        def got() -> None:
            assert reader.get(address).status_code == 200, address

        return got

    settings.ALLOWED_HOSTS = ["testserver"]
    reader = Client()
    yield _asked("a picture", picture)
    yield _asked("the page of pictures", page)


def _asked(what: str, ready: Callable[[], Callable[[], object]]) -> Measured:
    worked: list[float] = []

    def watched() -> Callable[[], object]:
        question = ready()
        return lambda: worked.append(processor(question))

    slowest, middle = slowest_and_middle(ASKED, watched)
    return Measured(what, slowest, middle, sorted(worked)[ASKED // 2])


def _plain(folder: Path) -> Iterator[Measured]:
    """The spells as they are known last, in a table by themselves with an index on the days."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT person, status, first, ending FROM register_spell WHERE known_to = 2147483647")
        spells = cursor.fetchall()
        cursor.execute("SELECT person, first FROM register_fact WHERE kind = 'recogniser' AND key = 'viasna'")
        recognised = dict(cursor.fetchall())
    plain = sqlite3.connect(folder / "plain.db")
    plain.execute("CREATE TABLE spell (person TEXT, status INT, first INT, ending INT, recognised INT)")
    rows = [(*row, recognised.get(row[0], 9_999_999)) for row in spells]
    plain.executemany("INSERT INTO spell VALUES (?, ?, ?, ?, ?)", rows)
    plain.execute("CREATE INDEX days ON spell (first, ending, status)")
    luck = random.Random(8)

    def in_sql() -> Callable[[], object]:
        day = (FIRST + timedelta(days=luck.randrange(2200))).toordinal()
        where = "first <= ? AND ending > ? AND status < 3 AND recognised <= ?"
        return lambda: plain.execute(f"SELECT COUNT(*) FROM spell WHERE {where}", (day, day, day)).fetchone()

    def in_python() -> Callable[[], object]:
        day = (FIRST + timedelta(days=luck.randrange(2200))).toordinal()
        return lambda: sum(row[2] <= day < row[3] and row[1] < 3 and row[4] <= day for row in rows)

    yield _asked("plain SQL: a count", in_sql)
    yield _asked("plain Python: a count", in_python)
    plain.close()


if __name__ == "__main__":
    main()
