"""Pairs of Western names with slips and words in another order: a reader of East Slavic names must do no worse on
them than a general matcher.

    python benchmarks/names_western.py [--peers logic]
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from names import best_f1
from names_peers import logic_likeness

from habeas.names import same_name

PAIRS = 1_000
GIVENS = """
James Mary John Patricia Robert Jennifer Michael Linda William Elizabeth David Barbara Richard Susan Joseph
Jessica Thomas Sarah Charles Karen Christopher Nancy Daniel Lisa Matthew Betty Anthony Margaret Mark Sandra
Donald Ashley Steven Kimberly Paul Emily Andrew Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Dorothy
George Melissa
"""
SURNAMES = """
Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson
Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis
Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera
Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart
Morris Morales Murphy Cook Rogers
"""

Pair = tuple[str, str, bool]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", default="")
    pairs = made_pairs(random.Random(17))
    print(f"{len(pairs)} pairs of Western names: habeas F1 {_f1(pairs, same_name):.3f}")
    if "logic" in parser.parse_args().peers:
        print(f"logic-v2 F1 {_f1(pairs, logic_likeness()):.3f}")


def made_pairs(luck: random.Random) -> list[Pair]:
    """Half are one person's, with a slip, another order or both; half share a surname, a given name, or nothing."""
    return [_same(luck) for _ in range(PAIRS // 2)] + [_other(luck) for _ in range(PAIRS // 2)]


def _same(luck: random.Random) -> Pair:
    given, surname = luck.choice(GIVENS.split()), luck.choice(SURNAMES.split())
    way = luck.random()
    if way < 0.7:
        at = luck.randrange(2)
        given_too, surname_too = (_slip(given, luck), surname) if at else (given, _slip(surname, luck))
    else:
        given_too, surname_too = given, surname
    turned = luck.random() < 0.5
    return f"{given} {surname}", f"{surname_too}, {given_too}" if turned else f"{given_too} {surname_too}", True


def _other(luck: random.Random) -> Pair:
    given, surname = luck.choice(GIVENS.split()), luck.choice(SURNAMES.split())
    other = luck.choice([one for one in GIVENS.split() if one != given])
    elsewhere = luck.choice([one for one in SURNAMES.split() if one != surname])
    name = luck.choice((f"{other} {surname}", f"{given} {elsewhere}", f"{other} {elsewhere}"))
    return f"{given} {surname}", name, False


def _slip(word: str, luck: random.Random) -> str:
    at = luck.randrange(1, max(len(word) - 1, 2))
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        word[:at] + luck.choice("aeinorst") + word[at:],
    )
    return luck.choice(ways)


def _f1(pairs: list[Pair], likeness: Callable[[str, str], float]) -> float:
    scored = [(likeness(one, other), float(same)) for one, other, same in pairs]
    return best_f1(scored, sum(same for _, _, same in pairs))


if __name__ == "__main__":
    main()
