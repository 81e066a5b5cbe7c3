"""How well reports are read: precision and recall by kind on the annotated texts, beside other recognisers of names.

python -m benchmarks.reading [dev|kept] [--show KIND] [--languages] [--speed] [--peers PYTHON]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from habeas.reading.read import read
from tests.reading.gold.gold import Gold, half
from tests.reading.gold.score import SCORED, Score, Tally, score

GOALS = {
    "people": (0.95, 0.90),
    "counts": (0.95, 0.90),
    "releases": (0.90, 0.80),
    "sentences": (0.90, 0.80),
    "said": (0.90, 0.80),
}
MAIN, NEIGHBOURS = ("en", "ru", "be"), ("uk", "pl", "lt")
_ARTICLES, _LONG = 1000, 5000
_PEERS = Path(__file__).with_name("reading_peers.py")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("half", nargs="?", choices=("dev", "kept"), default="")
    asked.add_argument("--show", default="", help="Print what of a kind was false or missed; for dev alone.")
    asked.add_argument("--languages", action="store_true", help="Also print the totals of each language.")
    asked.add_argument("--speed", action="store_true", help="Also read a thousand articles of 5,000 characters.")
    asked.add_argument("--peers", default="", help="A Python that has natasha and spaCy, to see them beside us.")
    options = asked.parse_args()
    for name in [options.half] if options.half else ["dev", "kept"]:
        golds = half(name, MAIN)
        if not golds:
            print(f"{name}: no texts are here.")
            continue
        found = score(golds)
        _print(name, golds, found)
        _by_series(name, golds)
        if options.languages:
            _by_language(name, golds)
        for language in NEIGHBOURS:
            if own := half(name, (language,)):
                _print(f"{name}, {language}", own, score(own))
        if options.show and name == "dev":
            _print_told(found, options.show)
        if options.peers:
            _beside_peers(name, half(name), options.peers)
    if options.speed:
        _speed(half("dev", MAIN))


def _print(name: str, golds: list[Gold], found: Score) -> None:
    print(f"\n{name}: {len(golds)} texts")
    print(f"{'kind':14} {'right':>6} {'false':>6} {'missed':>6} {'prec.':>6} {'recall':>6}  goal")
    for kind in SCORED:
        tally = found.kinds[kind]
        goal = "{:.2f}/{:.2f}".format(*GOALS[kind]) if kind in GOALS else ""
        numbers = f"{tally.right:6} {tally.false:6} {tally.missed:6} {tally.precision:6.3f} {tally.recall:6.3f}"
        print(f"{kind:14} {numbers}  {goal}")
    for what, tally in (("days of events", found.days), ("expressions of time", found.dates)):
        print(f"{what}: {tally.right} of {tally.right + tally.missed}")
    print(f"proposed as freed though the text says otherwise: {len(found.wrongly_freed)}")


def _by_series(name: str, golds: list[Gold]) -> None:
    """The series came at different times from different hands, so the newer tells more of texts not yet seen."""
    series = sorted({gold.series for gold in golds})
    for number in series if len(series) > 1 else []:
        own = [gold for gold in golds if gold.series == number]
        _print(f"{name}, series {number}", own, score(own))


def _by_language(name: str, golds: list[Gold]) -> None:
    for language in sorted({gold.language for gold in golds}):
        own = [gold for gold in golds if gold.language == language]
        _print(f"{name} in {language}", own, score(own))


def _print_told(found: Score, kind: str) -> None:
    tallies = {"days": found.days, "dates": found.dates, **found.kinds}
    for what in SCORED if kind == "all" else [kind]:
        print(f"-- {what}", *tallies.get(what, Tally()).told, sep="\n")
    if kind == "all":
        print(
            "-- days",
            *found.days.told,
            "-- dates",
            *found.dates.told,
            "-- wrongly freed",
            *found.wrongly_freed,
            sep="\n",
        )


def _beside_peers(name: str, golds: list[Gold], python: str) -> None:
    """Names of people alone: ours and what other packages find in the same texts, counted alike."""
    texts = [{"language": gold.language, "text": gold.text} for gold in golds]
    ran = subprocess.run([python, str(_PEERS)], input=json.dumps(texts), capture_output=True, text=True, check=True)
    found = {"ours": [_ours(gold) for gold in golds], **json.loads(ran.stdout)}
    for who, spans in found.items():
        if isinstance(spans, str):
            print(f"LEFT OUT: {who} can't be had there ({spans}).")
            continue
        for language in sorted({gold.language for gold in golds}):
            own = [(gold, told) for gold, told in zip(golds, spans, strict=True) if gold.language == language]
            if any(told is None for _, told in own):
                continue
            tally = Tally()
            for gold, told in own:
                _count_names(gold, told, tally)
            print(f"{name}, people in {language}, {who}: {tally.precision:.2f} / {tally.recall:.2f}")


def _ours(gold: Gold) -> list[tuple[int, int]]:
    return [(one.start, one.end) for person in read(gold.text, lang=gold.language).people for one in person.mentions]


def _count_names(gold: Gold, spans: Iterable[tuple[int, int]], tally: Tally) -> None:
    """A span is right if it meets an annotated name or one of its words; whom it names again counts once."""
    wanted = {entry["name"] for entry in gold.of("people")}
    met: set[str] = set()
    for start, end in spans:
        words = {word[:4].lower() for word in gold.text[start:end].split()}
        fitting = {name for name in wanted if any(part[:4].lower() in words for part in name.split())}
        met |= fitting
        tally.false += not fitting
    tally.right += len(met)
    tally.missed += len(wanted - met)


def _speed(golds: list[Gold]) -> None:
    """Texts of the development half, run together to 5,000 characters each and every one a little different."""
    by_language = {gold.language: [] for gold in golds}
    for gold in golds:
        by_language[gold.language].append(gold.text)
    joined = {language: "\n\n".join(texts * 4) for language, texts in by_language.items()}
    languages = sorted(joined)
    articles = []
    for number in range(_ARTICLES):
        text = joined[languages[number % len(languages)]]
        start = (number * 131) % max(1, len(text) - _LONG)
        articles.append((languages[number % len(languages)], text[start : start + _LONG]))
    began = time.perf_counter()
    proposals = sum(len(read(text, lang=language).proposals) for language, text in articles)
    seconds = time.perf_counter() - began
    told = f"{seconds:.0f} s on one of {os.cpu_count()} cores, {proposals} proposals"
    print(f"{_ARTICLES} articles of {_LONG} characters: {told}")


if __name__ == "__main__":
    main()
