"""How fast names are read, and in how much memory: a cold `habeas match`, a long register, pairs per second.

python benchmarks/names_speed.py [--million] [--peers logic]
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from names_peers import logic_likeness
from names_people import invent
from names_spelled import Person

from habeas.names import Asked, Known, NameIndex, same_name

_ROOTS = (
    "Кавал Іван Пятр Сідар Зай Вол Мядз Ліс Верас Бяроз Дуб Клён Гай Пол Рэч Воз Каз Бар Гус Жур Саф Кур Пан Хадк Нов"
)
_ROOTS += (
    " Стар Мал Вял Чарн Бел Руд Рыж Сав Кліма Гурын Мацв Якуб Адам Даніл Ціх Гром Мароз Сняг Вятр Дажд Сон Зор Мес"
)
_MIDS = "еч ун ар ал яг ош ух ан ер ік ак іл ын ул аш"
_ENDS = "оў еў ін скі чык енка овіч эвіч ук ок ец аў ейка ала эра"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--peers", default="")
    given = parser.parse_args()
    people = invent(random.Random(3), surnames())
    _cold_command(list(islice(people, 10_000)))
    _pairs_per_second(list(islice(people, 3_000)), given.peers)
    _long_register(people, 1_000_000 if given.million else 100_000)


def surnames() -> dict[str, float]:
    """Surnames put together from roots and ends, so that this needs no data."""
    ends = [mid + end for mid in _MIDS.split() for end in _ENDS.split()] + _ENDS.split()
    return {
        (root + end).lower().replace("і", "и").replace("ў", "в"): 1 / (1 + at % 97)
        for at, (root, end) in enumerate((root, end) for root in _ROOTS.split() for end in ends)
    }


def _cold_command(people: list[Person]) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _write(folder / "register.csv", [("id", "name"), *((one.id, one.be_cyr) for one in people)])
        _write(folder / "list.csv", [("name",), *((one.ru_lat,) for one in people[:123])])
        command = [sys.executable, "-c", "from habeas.cli import main; main()", "match", str(folder / "list.csv")]
        command += ["--against", str(folder / "register.csv"), "--out", str(folder / "out.csv")]
        seconds = []
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            seconds.append(time.perf_counter() - began)
    print(f"habeas match, 123 names against 10,000, cold: {min(seconds):.2f} s (best of three)")


def _pairs_per_second(people: list[Person], peers: str) -> None:
    """Every pair is scored without any index, as a matcher of pairs would."""
    pairs = [(a.be_lat, b.ru_cyr) for a, b in zip(people, reversed(people), strict=True)]
    began = time.perf_counter()
    for one, other in pairs:
        same_name(one, other)
    ours = len(pairs) / (time.perf_counter() - began)
    print(f"pairs of names never read before, scored one by one: {ours:,.0f} a second")
    index = NameIndex.build([Known(one.id, one.be_cyr) for one in people])
    began = time.perf_counter()
    index.answer_list([Asked(one.ru_lat) for one in people[:500]])
    through = 500 * len(people) / (time.perf_counter() - began)
    print(f"pairs decided through the index: {through:,.0f} a second")
    if "logic" in peers.split(","):
        theirs = _logic(pairs[:1_000])
        print(f"logic-v2: {theirs:,.0f} a second; ours {ours / theirs:.0f} and {through / theirs:,.0f} times as many")


def _logic(pairs: list[tuple[str, str]]) -> float:
    likeness = logic_likeness()
    began = time.perf_counter()
    for one, other in pairs:
        likeness(one, other)
    return len(pairs) / (time.perf_counter() - began)


def _long_register(people: Iterator[Person], size: int) -> None:
    asked: list[Asked] = []
    invention: list[float] = []
    began = time.perf_counter()
    index = NameIndex.build(_with_some_kept(people, size, asked, invention))
    print(f"index of {size:,} names: {time.perf_counter() - began - sum(invention):.0f} s")
    began = time.perf_counter()
    index.answer_list(asked)
    print(f"{len(asked):,} names against {size:,}: {time.perf_counter() - began:.1f} s on one core")
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at its highest, everything included: {highest:.0f} MB")


def _with_some_kept(people: Iterator[Person], size: int, asked: list[Asked], invention: list[float]) -> Iterator[Known]:
    """The time that inventing them takes is kept apart, since no register spends it."""
    for at in range(size):
        began = time.perf_counter()
        one = next(people)
        invention.append(time.perf_counter() - began)
        if at % (size // 10_000) == 0:
            asked.append(Asked(one.ru_lat))
        yield Known(one.id, one.be_cyr)


def _write(path: Path, rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows)


if __name__ == "__main__":
    main()
