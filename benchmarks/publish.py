"""How long it takes to publish a register, and how fast the public server answers, beside Datasette on the same file.

    python benchmarks/publish.py [--people 10000] [--serve] [--datasette PYTHON] [--keep DIR]

People are invented: each with names in three spellings, an arrest, a charge, a sentence, a recognition, and a tenth of
them with a release. It publishes in three languages, changes one thing and publishes again, on the same day and on the
next. With --serve the copy is then asked for 500 prebuilt pages and 50 computed ones a second. PYTHON is the
interpreter of an environment of its own that has Datasette; without it that part is left out, and says so.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ground import timed

ROOT = Path(__file__).parents[1]
AT_MOST = {"first": 180.0, "second": 20.0}
LARGEST = 100_000
_LOADED = re.compile(rb'<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]+)"')
SURNAMES = ("Выдуман", "Небывал", "Імшар", "Рунадуб", "Жытнагай", "Мохавір", "Снегалуг", "Ветраброд", "Раснагор")
LATIN = ("Vyduman", "Niabyval", "Imshar", "Runadub", "Zhytnahai", "Mokhavir", "Snehaluh", "Vetrabrod", "Rasnahor")
ENDS = (("ы", "y"), ("ская", "skaya"), ("скі", "ski"), ("овіч", "ovich"), ("ук", "uk"), ("чык", "chyk"), ("ец", "ets"))
GIVEN = (("Янка", "Yanka"), ("Алена", "Alena"), ("Тодар", "Todar"), ("Зося", "Zosia"), ("Антось", "Antos"))


def main() -> None:
    asked = _options()
    folder = Path(tempfile.mkdtemp(prefix="publish-"))
    os.environ["HABEAS_HOME"] = str(folder / "home")
    try:
        out = asked.keep or folder / "copy"
        _measure(asked.people, out)
        if asked.serve:
            subprocess.run(
                [sys.executable, str(ROOT / "benchmarks" / "publish_serving.py"), str(out), asked.datasette], check=True
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(people: int, out: Path) -> None:
    from habeas.cli.opening import make_register_home

    make_register_home()
    from habeas.domain.claims import Named
    from habeas.domain.lines import Candidate, Evidence
    from habeas.domain.words import Kind
    from habeas.ledger.append import append, begin
    from habeas.ledger.read import last_moment
    from habeas.publish.publish import publish
    from habeas.register.project import catch_up, rebuild

    begin(Kind.REPLAY)
    made = list(_candidates(people))
    for start in range(0, len(made), 20_000):
        append(made[start : start + 20_000], moment=_moment())
    rebuild()
    print(f"{people:,} people, {len(made):,} claims, three languages, {os.cpu_count()} cores", flush=True)
    _say("first", timed(lambda: publish(out, editor="anna")))
    files = [path for path in out.rglob("*") if path.is_file()]
    print(f"{len(files):,} files, {sum(path.stat().st_size for path in files) / 1e6:,.0f} MB", flush=True)
    _weigh(out / "site")
    _say("unchanged", timed(lambda: publish(out, editor="anna")))
    somebody = made[-1].subject
    for what, later in (("second", 0), ("on a new day", 1)):
        changed = Candidate(somebody, Named(f"Yanka Changed {later}"), Evidence("s-000", "Monitor"))
        append([changed], moment=last_moment() + timedelta(days=later))
        catch_up()
        _say(what, timed(lambda: publish(out, editor="anna")))


def _weigh(site: Path) -> None:
    """The largest page of each kind with all that it loads, in whichever language."""
    largest: dict[str, tuple[int, str]] = {}
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        kind = re.sub(r"^(be|ru)/", "", name).removesuffix(".html")
        kind = f"{kind.partition('/')[0]}/*" if "/" in kind else re.sub("-.*", "", kind)
        page = path.read_bytes()
        loaded = {path.parent / found.decode() for found in _LOADED.findall(page) if b".xml" not in found}
        weighs = len(page) + sum(one.resolve().stat().st_size for one in loaded)
        largest[kind] = max(largest.get(kind, (0, "")), (weighs, name))
    most = max(weighs for weighs, _ in largest.values())
    late = f"  too large: under {LARGEST / 1e3:,.0f} kB are asked" if most >= LARGEST else ""
    print(f"the largest whole page: {most / 1e3:,.1f} kB{late}; of each kind, in kB:", flush=True)
    for kind, (weighs, name) in sorted(largest.items(), key=lambda one: -one[1][0]):
        print(f"  {weighs / 1e3:6.1f}  {kind:20} {name}", flush=True)


def _say(what: str, seconds: float) -> None:
    most = AT_MOST.get(what)
    late = f"  too slow: at most {most:,.0f} s are asked" if most and seconds > most else ""
    print(f"publish, {what}: {seconds:,.1f} s{late}", flush=True)


def _moment() -> Any:
    from datetime import UTC, datetime

    return datetime(2026, 3, 1, 12, tzinfo=UTC)


def _candidates(people: int) -> Iterator[Any]:
    from habeas.domain.claims import BatchAnnounced, Captured, InBatch, Released
    from habeas.domain.dates import PartialDate
    from habeas.domain.lines import Candidate, Evidence
    from habeas.domain.words import Nearness

    drawn = random.Random(7)
    sources = [f"s-{number:03}" for number in range(200)]
    for place, source in enumerate(sources):
        published = PartialDate.parse((date(2021, 1, 1) + timedelta(days=place * 5)).isoformat())
        yield Candidate(source, Captured(f"Monitor {place % 9}", f"Notes {place}", published=published))
    for number in range(20):
        evidence = Evidence(sources[number], f"Monitor {number % 9}")
        day = PartialDate.parse(f"{2024 + number // 12}-{number % 12 + 1:02}-10")
        yield Candidate(f"r-{number}", BatchAnnounced(f"Release {number}", day, "The state", people // 200), evidence)
    for number in range(people):
        subject = f"p-{drawn.getrandbits(50):010x}"
        evidence = Evidence(drawn.choice(sources), "Monitor", "задержан, осуждён", "ru", Nearness.MONITOR)
        yield from (Candidate(subject, claim, evidence) for claim in _claims(drawn, number))
        if number % 10 == 0:
            batch = number // 10 % 20
            day = PartialDate.parse(f"{2024 + batch // 12}-{batch % 12 + 1:02}-10")
            yield Candidate(subject, InBatch(f"r-{batch}"), evidence)
            yield Candidate(subject, Released(day), evidence)


def _claims(drawn: random.Random, number: int) -> Sequence[Any]:
    from habeas.domain.claims import Born, Charged, Detained, Named, Recognised, Sentenced
    from habeas.domain.dates import PartialDate, Term

    day = date(2020, 8, 9) + timedelta(days=drawn.randrange(1500))
    when, later = (PartialDate.parse((day + timedelta(days=days)).isoformat()) for days in (0, 90))
    surname, ending, given = drawn.randrange(len(SURNAMES)), drawn.choice(ENDS), drawn.choice(GIVEN)
    return (
        Named(f"{LATIN[surname]}{ending[1]} {given[1]} {number}", "en"),
        Named(f"{given[0]} {SURNAMES[surname]}{ending[0]} {number}", "be"),
        Born(PartialDate.parse(str(1950 + number % 55))),
        Detained(when, "Minsk", "by.okrestina"),
        Charged(("by.cc.342",), when),
        Sentenced(later, "colony", Term(drawn.randrange(2, 9), 0), ("by.cc.342",)),
        Recognised("viasna", later),
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--serve", action="store_true", help="ask the public server as well")
    parser.add_argument("--datasette", default="", metavar="PYTHON", help="of an environment that has Datasette")
    parser.add_argument("--keep", type=Path, help="publish here and leave it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
