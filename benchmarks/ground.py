"""The ground that benchmarks stand on: a database of their own, invented claims, a clock and the same options."""

from __future__ import annotations

import argparse
import os
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def slowest_and_middle(times: int, ready: Callable[[], Callable[[], object]]) -> tuple[float, float]:
    """The slowest but one, since another program may have had the machine for a moment, and the middle one."""
    took = sorted(timed(ready()) for _ in range(times))
    return took[-2], took[len(took) // 2]


def processor(work: Callable[[], object]) -> float:
    """Seconds of the processor alone: what others do on the machine lengthens them least."""
    start = time.process_time()
    work()
    return time.process_time() - start


def candidates(people: int, claims: int) -> Sequence[Any]:
    """Invented people, each with a name, a birth, an arrest, a charge and a sentence, until the claims are used up."""
    from habeas.domain.claims import Born, Charged, Detained, Named, Sentenced
    from habeas.domain.dates import PartialDate, Term
    from habeas.domain.lines import Candidate, Evidence

    subjects = [f"p-{secrets.token_hex(5)}" for _ in range(people)]
    evidence = [Evidence(f"s-{place:010}", "Bulletin", "задержан, осуждён по статье 342", "ru") for place in range(997)]
    days = [
        PartialDate.parse(f"20{year}-{month:02}-{day:02}")
        for year in (20, 21)
        for month in range(1, 13)
        for day in (3, 17)
    ]
    made = []
    for place in range(claims):
        person, day = place % people, days[place % len(days)]
        claim = (
            Named(f"Ядвіга Выдуманая {person}", "be"),
            Born(PartialDate.parse(str(1950 + person % 55))),
            Detained(day, "Minsk", "by.okrestina"),
            Charged(("by.cc.342",), day),
            Sentenced(day, "colony", Term(2, 6), ("by.cc.342",)),
        )[place // people % 5]
        made.append(Candidate(subjects[person], claim, evidence[place % len(evidence)], "anna"))
    return made


def vendor() -> str:
    from django.db import connection

    return connection.vendor


@contextmanager
def database(address: str, folder: Path) -> Iterator[None]:
    os.environ["HABEAS_HOME"] = str(folder)
    os.environ["HABEAS_DATABASE"] = address
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.project.settings")
    import django

    django.setup()
    from django.db import connection

    if not address:
        yield
        connection.close()
        return
    own, named = f"habeas_benchmark_{secrets.token_hex(4)}", connection.settings_dict["NAME"]
    _say(f"CREATE DATABASE {own}")
    connection.settings_dict["NAME"] = own
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = named
        _say(f"DROP DATABASE {own}")


def _say(statement: str) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()


def options(about: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--database", default="", help="address of a PostgreSQL database; SQLite without it")
    return parser
