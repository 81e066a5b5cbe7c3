"""How well and how fast names are read, beside other matchers, on any folder of lists and registers.

    python benchmarks/names.py FOLDER [--peers rapidfuzz,logic,splink] [--pairs be_lat:ru_cyr,...]

FOLDER holds list_KEY.csv (columns name, right: the right person's id, or nothing) and register_KEY.csv (id,
name); every list is put to
every register of another key. benchmarks/names_lists.py makes such a folder. A peer that isn't installed is
named and left out.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from habeas.names import Asked, Known, NameIndex, Verdict


@dataclass(frozen=True)
class Row:
    """What a matcher says of one asked name: its best person and a number that grows with its trust."""

    right: str
    best: str
    trust: float
    matched: bool = False


@dataclass(frozen=True)
class Figures:
    """What one matcher reaches on one list."""

    first: float
    f1: float
    recall: float
    matched: int
    matched_right: int
    seconds: float


Matcher = Callable[[list[Known], list[str]], list[tuple[str, float, bool]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peers", default="")
    parser.add_argument("--pairs", default="")
    given = parser.parse_args()
    matchers = {"habeas": by_habeas} | _peers([peer for peer in given.peers.split(",") if peer])
    pairs = [tuple(pair.split(":")) for pair in given.pairs.split(",") if pair] or list(_all_pairs(given.folder))
    for name, matcher in matchers.items():
        print(f"\n{name}\n{'list -> register':24} first    F1  recall@99  match  right  seconds")
        found = [figures(given.folder, asked, held, matcher) for asked, held in pairs]
        for (asked, held), row in zip(pairs, found, strict=True):
            print(_line(f"{asked} -> {held}", row))
        print(_line("mean", _mean(found)))


def figures(folder: Path, asked: str, held: str, matcher: Matcher) -> Figures:
    names = _read(folder / f"list_{asked}.csv")
    register = [Known(row["id"], row["name"]) for row in _read(folder / f"register_{held}.csv")]
    held_ids = {one.id for one in register}
    began = time.perf_counter()
    answers = matcher(register, [row["name"] for row in names])
    seconds = time.perf_counter() - began
    rows = [
        Row(row["right"] if row["right"] in held_ids else "", best, trust, matched)
        for row, (best, trust, matched) in zip(names, answers, strict=True)
    ]
    return measure(rows, seconds)


def measure(rows: list[Row], seconds: float) -> Figures:
    present = sum(bool(row.right) for row in rows) or 1
    hits = [(row.trust, bool(row.right) and row.best == row.right) for row in rows]
    matched = [row for row in rows if row.matched]
    return Figures(
        first=sum(hit for _, hit in hits) / present,
        f1=max((2 * tp / (n + present) for n, tp in _cuts(hits)), default=0.0),
        recall=max((tp / present for n, tp in _cuts(hits) if tp >= 0.99 * n), default=0.0),
        matched=len(matched),
        matched_right=sum(row.best == row.right for row in matched),
        seconds=seconds,
    )


def _cuts(hits: list[tuple[float, bool]]) -> Iterable[tuple[int, int]]:
    """At each threshold, how many are put forward and how many of these rightly; equal trust stands or falls
    together."""
    ranked = sorted(hits, key=lambda hit: -hit[0])
    right = 0
    for at, (trust, hit) in enumerate(ranked):
        right += hit
        if at + 1 == len(ranked) or ranked[at + 1][0] != trust:
            yield at + 1, right


def by_habeas(register: list[Known], names: list[str]) -> list[tuple[str, float, bool]]:
    index = NameIndex.build(register)
    answers = index.answer_list([Asked(name) for name in names], limit=1)
    return [
        (one.candidates[0].id, one.candidates[0].probability, one.verdict == Verdict.MATCH)
        if one.candidates
        else ("", 0.0, False)
        for one in answers
    ]


def by_rapidfuzz(register: list[Known], names: list[str]) -> list[tuple[str, float, bool]]:
    """The best of the plain likenesses measured: token_sort_ratio on ASCII text."""
    from rapidfuzz import fuzz, process, utils

    folded = [utils.default_process(_ascii(one.name)) for one in register]
    found = []
    for name in names:
        best = process.extractOne(utils.default_process(_ascii(name)), folded, scorer=fuzz.token_sort_ratio)
        found.append((register[best[2]].id, best[1], False) if best else ("", 0.0, False))
    return found


def by_logic(register: list[Known], names: list[str]) -> list[tuple[str, float, bool]]:
    """nomenklatura's logic-v2 on the fifty candidates that rapidfuzz finds most alike."""
    from followthemoney import model
    from nomenklatura.matching import LogicV2
    from nomenklatura.matching.types import ScoringConfig
    from rapidfuzz import fuzz, process, utils

    def entity(key: str, name: str) -> object:
        return model.get_proxy({"id": key, "schema": "Person", "properties": {"name": [name]}})

    config = ScoringConfig.defaults()
    folded = [utils.default_process(_ascii(one.name)) for one in register]
    people = {at: entity(f"r{at}", one.name) for at, one in enumerate(register)}
    found = []
    for row, name in enumerate(names):
        asked = entity(f"q{row}", name)
        near = process.extract(utils.default_process(_ascii(name)), folded, scorer=fuzz.token_sort_ratio, limit=50)
        scored = [(LogicV2.compare(asked, people[at], config).score, register[at].id) for _, _, at in near]
        best = max(scored, default=(0.0, ""))
        found.append((best[1], best[0], False))
    return found


def by_splink(register: list[Known], names: list[str]) -> list[tuple[str, float, bool]]:
    """Splink on DuckDB as its own tutorial sets it up: Jaro-Winkler levels with term frequencies on two name
    columns."""
    import pandas
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    def frame(rows: list[tuple[str, str]]) -> object:
        parts = [(key, *([*sorted(_ascii(name).lower().split()), "", ""])[:2]) for key, name in rows]
        return pandas.DataFrame(parts, columns=["unique_id", "one", "two"])

    comparisons = [
        compare.JaroWinklerAtThresholds(c).configure(term_frequency_adjustments=True) for c in ("one", "two")
    ]
    blocks = [block_on("substr(one, 1, 3)"), block_on("substr(two, 1, 3)")]
    settings = SettingsCreator(
        link_type="link_only", comparisons=comparisons, blocking_rules_to_generate_predictions=blocks
    )
    asked = frame([(f"q{at}", name) for at, name in enumerate(names)])
    linker = Linker([asked, frame([(one.id, one.name) for one in register])], settings, DuckDBAPI())
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    pairs = linker.inference.predict(threshold_match_probability=0.0).as_pandas_dataframe()
    best: dict[str, tuple[str, float, bool]] = {}
    for left, right, trust in zip(pairs.unique_id_l, pairs.unique_id_r, pairs.match_probability, strict=True):
        ask, known = (left, right) if str(left).startswith("q") else (right, left)
        if ask not in best or best[ask][1] < trust:
            best[ask] = (known, float(trust), False)
    return [best.get(f"q{at}", ("", 0.0, False)) for at in range(len(names))]


def _peers(wanted: list[str]) -> dict[str, Matcher]:
    modules = {
        "rapidfuzz": (by_rapidfuzz, "rapidfuzz"),
        "logic": (by_logic, "nomenklatura"),
        "splink": (by_splink, "splink"),
    }
    found: dict[str, Matcher] = {}
    for peer in wanted:
        matcher, module = modules[peer]
        try:
            __import__(module)
            found[peer] = matcher
        except ImportError as missing:
            print(f"LEFT OUT: {peer} ({missing}); install {module} to see it beside us", file=sys.stderr)
    return found


def _ascii(name: str) -> str:
    import unicodedata

    table = dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіўґєї",
            [
                "a",
                "b",
                "v",
                "g",
                "d",
                "e",
                "e",
                "zh",
                "z",
                "i",
                "i",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
                "f",
                "kh",
                "ts",
                "ch",
                "sh",
                "shch",
                "",
                "y",
                "",
                "e",
                "iu",
                "ia",
                "i",
                "u",
                "g",
                "e",
                "i",
            ],
            strict=True,
        )
    )
    latin = "".join(table.get(letter, letter) for letter in name.lower())
    return "".join(one for one in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(one))


def _all_pairs(folder: Path) -> Iterable[tuple[str, str]]:
    asked = sorted(path.stem[5:] for path in folder.glob("list_*.csv"))
    held = sorted(path.stem[9:] for path in folder.glob("register_*.csv"))
    return ((one, other) for one in asked for other in held if one != other)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _mean(found: list[Figures]) -> Figures:
    n = len(found) or 1
    return Figures(
        *(sum(getattr(one, column) for one in found) / n for column in ("first", "f1", "recall")),
        sum(one.matched for one in found),
        sum(one.matched_right for one in found),
        sum(one.seconds for one in found) / n,
    )


def _line(head: str, row: Figures) -> str:
    shares = f"{row.first:.3f}  {row.f1:.3f}  {row.recall:.3f}"
    return f"{head:24} {shares}   {row.matched:6} {row.matched_right:6}  {row.seconds:7.2f}"


if __name__ == "__main__":
    main()
