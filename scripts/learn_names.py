"""Learn the weights of name levels from lists whose right answers are known, and write them to
vocabulary/names/weights.tsv.

    HABEAS_DATA=... python scripts/learn_names.py [--seeds 2]

A row of a list has to choose between the register's people and "nobody": a conditional logit, fitted by
Newton's method, pulled
towards the weights that stand in the table, so that a level with few examples keeps its stated weight.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from names import _read  # noqa: E402
from names_lists import SPELLINGS, write_lists  # noqa: E402

from habeas.names import compile as compiled  # noqa: E402
from habeas.names import tables  # noqa: E402
from habeas.names.given import GivenLevel  # noqa: E402
from habeas.names.index import NameIndex, Scored  # noqa: E402
from habeas.names.levels import SurnameLevel  # noqa: E402
from habeas.names.people import Asked, Known  # noqa: E402
from habeas.names.weights import Weights, weights  # noqa: E402

Floats = npt.NDArray[np.float64]

COLUMNS = [
    "prior",
    *(f"surname.{level.name.lower()}" for level in SurnameLevel),
    *(f"given.{level.name.lower()}" for level in GivenLevel),
    "rarity.surname",
    "rarity.given",
]
_LOOSE = ("prior", "rarity.surname", "rarity.given")
_PULL = np.array([1.5 if column in _LOOSE else 50.0 for column in COLUMNS])
"""How strongly a weight is held to the value that stands in the table, in examples. How rare names are trusted is
learned anew from each run's crowds; what a level says of two spellings changes little from crowd to crowd, and a
level that few rows show would else follow chance."""


@dataclass(frozen=True)
class Choice:
    """One row of a list: its finalists' columns, what speaks for them besides, the right one (none: nobody),
    everybody else's odds."""

    columns: Floats
    offset: Floats
    right: int | None
    rest: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=24)
    given = parser.parse_args()
    data = os.environ.get("HABEAS_DATA")
    if not data:
        sys.exit(
            "HABEAS_DATA names no folder: set it to the folder of the development data (the one with names/ in it)."
        )
    for turn in range(2):
        choices = list(_choices(Path(data), given.seeds))
        start = np.array([tables.tables().weights[column] for column in COLUMNS])
        learned = fit(choices, start)
        print(f"turn {turn + 1}: {len(choices)} rows, loss {loss(choices, start):.4f} -> {loss(choices, learned):.4f}")
        _write(_bounded(dict(zip(COLUMNS, learned, strict=True))))
        _reload()


def fit(choices: list[Choice], start: Floats) -> Floats:
    theta = start.copy()
    for _ in range(25):
        slope, curve = -_PULL * (theta - start), -np.diag(_PULL)
        for one in choices:
            p = _shares(one, theta)
            mean = p @ one.columns
            slope += (one.columns[one.right] if one.right is not None else 0) - mean
            curve -= (one.columns.T * p) @ one.columns - np.outer(mean, mean)
        step = np.linalg.solve(curve, slope)
        size = 1.0
        while size > 1e-3 and _penalised(choices, theta - size * step, start) > _penalised(choices, theta, start):
            size /= 2
        theta = theta - size * step
        if np.abs(size * step).max() < 1e-3:
            break
    return theta


def _penalised(choices: list[Choice], theta: Floats, start: Floats) -> float:
    return loss(choices, theta) * len(choices) + float((_PULL / 2 * (theta - start) ** 2).sum())


def loss(choices: list[Choice], theta: Floats) -> float:
    total = 0.0
    for one in choices:
        p = _shares(one, theta)
        total -= np.log(max(p[one.right] if one.right is not None else 1 - p.sum(), 1e-9))
    return total / len(choices)


def _shares(one: Choice, theta: Floats) -> Floats:
    odds = one.columns @ theta + one.offset
    top = max(0.0, float(odds.max()))
    risen: Floats = np.exp(odds - top)
    return risen / (risen.sum() + np.exp(-top) * (1 + one.rest))


def _choices(data: Path, seeds: int) -> Iterator[Choice]:
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as folder:
            write_lists(Path(folder), data, seed=100 + seed, half="learn")
            luck = random.Random(seed)
            # Twelve lists of one crowd hold the same namesakes; many crowds with few lists each teach more.
            for held in luck.sample(SPELLINGS, 2):
                register = [Known(row["id"], row["name"]) for row in _read(Path(folder) / f"register_{held}.csv")]
                index = NameIndex.build(register)
                ids = {one.id for one in register}
                for asked in SPELLINGS:
                    if asked != held and luck.random() < 0.5:
                        yield from _of_list(index, register, ids, _read(Path(folder) / f"list_{asked}.csv"), luck)


def _of_list(
    index: NameIndex, register: list[Known], ids: set[str], rows: list[dict[str, str]], luck: random.Random
) -> Iterator[Choice]:
    by = weights()
    for row in rows:
        finalists, rest = index.finalists(Asked(noisy(row["name"], luck)), 15)
        right = row["right"] if row["right"] in ids else ""
        if finalists:
            at = next((at for at, one in enumerate(finalists) if register[one.spelling].id == right), None)
            if at is not None or not right:
                yield Choice(
                    np.array([_columns(one, by) for one in finalists]),
                    np.array([one.beside for one in finalists]),
                    at,
                    rest,
                )


def _columns(one: Scored, by: Weights) -> list[float]:
    surname = [float(one.levels.surname == level) for level in SurnameLevel]
    given = [float(one.levels.given == level) for level in GivenLevel]
    return [1.0, *surname, *given, -np.log(one.others), -np.log(one.share + by.least_share)]


PETS = {
    "аляксандр": "Саша",
    "александр": "Саша",
    "сергей": "Серёжа",
    "владимир": "Володя",
    "дмитрий": "Дима",
    "мария": "Маша",
    "екатерина": "Катя",
    "николай": "Коля",
    "мікалай": "Мікола",
    "наталья": "Наташа",
    "елена": "Лена",
    "михаил": "Миша",
    "анна": "Аня",
    "татьяна": "Таня",
    "иван": "Ваня",
}


def noisy(name: str, luck: random.Random) -> str:
    """A name as lists and news print it: mostly plain, at times with an initial, a slip, a case ending or a
    pet name."""
    words, way = name.split(), luck.random()
    if way < 0.06:
        return luck.choice((f"{words[0][0]}. {words[1]}", f"{words[1]} {words[0][0]}.", words[1]))
    if way < 0.12:
        return " ".join(_slip(word, luck) if at == 1 else word for at, word in enumerate(words))
    if way < 0.16:
        return " ".join(PETS.get(word.lower(), word) for word in words)
    if way < 0.24 and re.match("[А-Яа-яЁёІіЎў]", name):
        return " ".join(_genitive(word) for word in words)
    return name


def _slip(word: str, luck: random.Random) -> str:
    at = luck.randrange(1, max(len(word) - 1, 2))
    return luck.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            word[:at] + word[at] + word[at:],
        )
    )


def _genitive(word: str) -> str:
    for end, becomes in (
        ("ский", "ского"),
        ("скі", "скага"),
        ("цкий", "цкого"),
        ("цкі", "цкага"),
        ("ская", "скую"),
        ("ый", "ого"),
        ("ий", "ия"),
        ("ей", "ея"),
        ("ай", "ая"),
        ("ова", "ову"),
        ("ава", "аву"),
        ("а", "у"),
        ("я", "ю"),
        ("ь", "я"),
        ("о", "о"),
        ("і", "ія"),
    ):
        if word.endswith(end):
            return word[: -len(end)] + becomes
    return word.replace("ў", "в") + "а" if word[-1] in "бвгджзклмнпрстўфхцчш" else word


def _write(learned: dict[str, float]) -> None:
    path = tables.FOLDER / "weights.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    out = []
    for line in lines:
        cells = line.split("\t")
        if cells[0] in learned and cells[2].startswith("learned"):
            cells[1] = f"{learned[cells[0]]:.3f}"
        out.append("\t".join(cells))
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def _bounded(learned: dict[str, float]) -> dict[str, float]:
    """A looser level never speaks more for a person than a plain likeness does, whatever a few examples say."""
    most = {"surname": learned["surname.read"], "given": max(learned["given.spelled"], learned["given.family"])}
    exempt = ("surname.spelled", "surname.read", "given.spelled", "given.family")
    bounded = {
        key: value if key in exempt else min(value, most.get(key.split(".")[0], value))
        for key, value in learned.items()
    }
    # Where hardly anybody bears another language's form, chance alone sets it above the plain one.
    bounded["given.spelled"] = max(bounded["given.spelled"], bounded["given.family"])
    return bounded | {"given.near": min(bounded["given.near"], bounded["given.slip"])}


def _reload() -> None:
    compiled.main()
    tables.use(tables.read_tables(compiled.compile_tables()))
    weights.cache_clear()


if __name__ == "__main__":
    main()
