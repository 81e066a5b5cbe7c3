"""How well and how fast names are read, beside other matchers, on any folder of lists and registers.

    HABEAS_DATA=... python benchmarks/names.py [--seeds 11,12] [--peers rapidfuzz,logic,splink]
    python benchmarks/names.py FOLDER [FOLDER ...] [--pairs be_lat:ru_cyr,...]

FOLDER holds list_KEY.csv (columns name, right: the right person's id, or nothing) and register_KEY.csv (id,
name); every list is put to every register of another key. If people.csv is there, as benchmarks/names_lists.py
writes it, the ceilings are computed too: what a reader who never errs on a spelling can reach, since namesakes
remain (benchmarks/names_ceiling.py). Without a FOLDER, lists are made of the development data's half that nothing was
learned from. A peer that isn't installed is named and left out.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from names_ceiling import hits_of_a_perfect_reader
from names_lists import write_lists
from names_peers import Matcher, peers_named
from names_plot import reliability_svg

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
    rows: tuple[Row, ...] = field(default=(), repr=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--seeds", default="11,12")
    parser.add_argument("--peers", default="")
    parser.add_argument("--pairs", default="")
    parser.add_argument("--plot", type=Path, help="where the reliability plot is written, as SVG")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        _run(given.folders or _made(Path(made), given.seeds), given.pairs, given.peers, given.plot)


def _made(folder: Path, seeds: str) -> list[Path]:
    data = os.environ.get("HABEAS_DATA")
    if not data:
        print("LEFT OUT: names. Set HABEAS_DATA to the folder of the development data, or give a folder of lists.")
        return []
    folders = [folder / f"seed {seed}" for seed in seeds.split(",")]
    for made, seed in zip(folders, seeds.split(","), strict=True):
        write_lists(made, Path(data), seed=int(seed), half="held")
    return folders


def _run(folders: list[Path], wanted: str, peers: str, plot: Path | None) -> None:
    pairs = [(folder, *pair) for folder in folders for pair in _pairs(folder, wanted)]
    if not pairs:
        return
    _print_ceiling(pairs)
    for name, matcher in ({"habeas": by_habeas} | peers_named(peers)).items():
        print(f"\n{name}\n{'list -> register':36} first    F1  recall@99  match  right  seconds")
        found = [figures(*pair, matcher) for pair in pairs]
        for (folder, asked, held), row in zip(pairs, found, strict=True):
            print(_line(f"{folder.name}: {asked} -> {held}", row))
        print(_line("mean", _mean(found)), flush=True)
        if name == "habeas":
            _print_calibration([row for one in found for row in one.rows], plot)
            _print_crowds(pairs, found)


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
    hits = [(row.trust, float(is_hit(row))) for row in rows]
    matched = [row for row in rows if row.matched]
    return Figures(
        first=sum(hit for _, hit in hits) / present,
        f1=best_f1(hits, present),
        recall=recall_at(hits, present),
        matched=len(matched),
        matched_right=sum(row.best == row.right for row in matched),
        seconds=seconds,
        rows=tuple(rows),
    )


def is_hit(row: Row) -> bool:
    return bool(row.right) and row.best == row.right


def best_f1(hits: Sequence[tuple[float, float]], present: int) -> float:
    return max((2 * right / (n + present) for n, right in _cuts(hits)), default=0.0)


def recall_at(hits: Sequence[tuple[float, float]], present: int, precision: float = 0.99) -> float:
    return max((right / present for n, right in _cuts(hits) if right >= precision * n), default=0.0)


def _cuts(hits: Sequence[tuple[float, float]]) -> Iterable[tuple[int, float]]:
    """At each threshold, how many are put forward and how many of these rightly; equal trust stands or falls
    together."""
    ranked = sorted(hits, key=lambda hit: -hit[0])
    right = 0.0
    for at, (trust, hit) in enumerate(ranked):
        right += hit
        if at + 1 == len(ranked) or ranked[at + 1][0] != trust:
            yield at + 1, right


def ceiling(folder: Path, asked: str, held: str, *, knows_population: bool) -> Figures | None:
    if not (folder / "people.csv").exists():
        return None
    people = _read(folder / "people.csv")
    tongues = sorted({key[:2] + "_cyr" for key in (asked, held)})
    hits = hits_of_a_perfect_reader(people, tongues, knows_population=knows_population)
    present = sum(row["role"] == "present" for row in people) or 1
    return Figures(sum(hit for _, hit in hits) / present, best_f1(hits, present), recall_at(hits, present), 0, 0, 0.0)


def calibration(rows: Iterable[Row], bins: int = 10) -> list[tuple[int, float, float]]:
    """In each tenth of probability: how many rows, the mean probability, the share that was right."""
    binned: list[list[Row]] = [[] for _ in range(bins)]
    for row in rows:
        binned[min(int(row.trust * bins), bins - 1)].append(row)
    return [
        (len(page), sum(row.trust for row in page) / len(page), sum(map(is_hit, page)) / len(page))
        for page in binned
        if page
    ]


def calibration_error(found: list[tuple[int, float, float]]) -> float:
    total = sum(n for n, _, _ in found) or 1
    return sum(n * abs(said - came) for n, said, came in found) / total


def error_by_luck(rows: Sequence[Row], draws: int = 200) -> tuple[float, float]:
    """The calibration error of a reader whose probabilities are right, on one list: its mean, and what it stays below
    on 19 lists of 20. Twelve lists of one crowd ask for the same people, so that they say hardly more than one."""
    luck = random.Random(7)
    drawn = sorted(
        calibration_error(calibration(Row("x", "x" if luck.random() < row.trust else "", row.trust) for row in rows))
        for _ in range(draws)
    )
    return sum(drawn) / draws, drawn[draws * 19 // 20]


def by_habeas(register: list[Known], names: list[str]) -> list[tuple[str, float, bool]]:
    index = NameIndex.build(register)
    answers = index.answer_list([Asked(name) for name in names], limit=1)
    return [
        (one.candidates[0].id, one.candidates[0].probability, one.verdict == Verdict.MATCH)
        if one.candidates
        else ("", 0.0, False)
        for one in answers
    ]


def _print_ceiling(pairs: list[tuple[Path, str, str]]) -> None:
    for knows, what in ((True, "the population"), (False, "the register alone")):
        if found := _ceilings(pairs, knows):
            mean = _mean(found)
            print(f"ceiling of a perfect reader who knows {what}: right first {mean.first:.3f}", end="")
            print(f", F1 {mean.f1:.3f}, recall at 99 % precision {mean.recall:.3f}")


def _ceilings(pairs: list[tuple[Path, str, str]], knows_population: bool) -> list[Figures]:
    found = (ceiling(*pair, knows_population=knows_population) for pair in pairs)
    return [one for one in found if one]


def _print_crowds(pairs: list[tuple[Path, str, str]], found: list[Figures]) -> None:
    print(f"\n{'crowd':36} first    F1  recall@99  match  right  seconds")
    for folder in dict.fromkeys(folder for folder, _, _ in pairs):
        those = [row for pair, row in zip(pairs, found, strict=True) if pair[0] == folder]
        error = calibration_error(calibration(row for one in those for row in one.rows))
        mean, most = error_by_luck(those[0].rows)
        print(f"{_line(folder.name, _mean(those))}  calibration error {error:.4f}", end="")
        print(f"; of probabilities that are right {mean:.4f}, below {most:.4f} in 19 of 20")
        its = [pair for pair in pairs if pair[0] == folder]
        for knows, what in ((True, "ceiling"), (False, "ceiling by register alone")):
            if best := _ceilings(its, knows):
                print(_line(f"  {what}", _mean(best)))


def _print_calibration(rows: list[Row], plot: Path | None) -> None:
    found = calibration(rows)
    print("\nprobability said  share right  rows")
    for n, said, came in found:
        print(f"{said:16.3f}  {came:11.3f}  {n:4}  {'#' * round(came * 40):40}|{' ' * (round(said * 40) - 1)}^")
    print(f"expected calibration error {calibration_error(found):.4f}", flush=True)
    if plot:
        plot.write_text(reliability_svg(found, calibration_error(found)), encoding="utf-8")


def _pairs(folder: Path, wanted: str) -> list[tuple[str, str]]:
    if wanted:
        return [(asked, held) for asked, _, held in (pair.partition(":") for pair in wanted.split(","))]
    asked = sorted(path.stem[5:] for path in folder.glob("list_*.csv"))
    held = sorted(path.stem[9:] for path in folder.glob("register_*.csv"))
    return [(one, other) for one in asked for other in held if one != other]


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
    return f"{head:36} {shares}   {row.matched:6} {row.matched_right:6}  {row.seconds:7.2f}"


if __name__ == "__main__":
    main()
