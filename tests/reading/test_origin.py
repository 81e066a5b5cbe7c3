"""A rewrite of a text is told from a report written apart, whatever both quote and whomever both list."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from habeas.reading.origin import ONE_ORIGIN_FROM, runs_of, shared

TEXTS = {one.stem: one.read_text("utf-8") for one in sorted((Path(__file__).parent / "gold" / "dev").glob("*.txt"))}
STATEMENT = (
    "«Мы вітаем вызваленне кожнага і кожнай, і мы не спынімся, пакуль на волю не выйдуць усе, хто сядзіць за словы,"
    " за падпіску, за данат, за белы сшытак на стале. Сёння мы думаем пра тых, каго ў гэтым спісе няма», "
)
NAMES = (
    " На волю выйшлі Вера Гарошка, Ігнат Мялешка, Сцяпан Рудзько, Аліна Бацян, Пётр Жыгала, Ганна Сакун, Мікола"
    " Вярбіцкі, Тарас Ляшчынскі, Зоя Капыцкая, Юры Хамянок, Раіса Драгун, Віталь Сіўко."
)
"""Invented people and words."""


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?])\s+", text) if one]


def cut(text: str, drawn: Random) -> str:
    whole = sentences(text)
    kept = set(drawn.sample(range(len(whole)), max(2, len(whole) // 2)))
    return " ".join(one for at, one in enumerate(whole) if at in kept)


def turned(text: str, drawn: Random) -> str:
    whole = sentences(text)
    return " ".join(drawn.sample(whole, len(whole)))


def reworded(text: str, drawn: Random) -> str:
    return " ".join(f"слова{drawn.randrange(999)}" if drawn.random() < 0.15 else word for word in text.split())


@pytest.mark.parametrize("change", [cut, turned, reworded])
def test_nine_in_ten_rewrites_are_found(change: Callable[[str, Random], str]) -> None:
    drawn = Random(11)
    found = [shared(runs_of(text), runs_of(change(text, drawn))) >= ONE_ORIGIN_FROM for text in TEXTS.values()]
    assert sum(found) >= 0.9 * len(found)


def test_texts_written_apart_are_not_taken_for_one() -> None:
    runs = [runs_of(text) for text in TEXTS.values()]
    assert max(shared(one, other) for one, other in combinations(runs, 2)) < ONE_ORIGIN_FROM


@pytest.mark.parametrize("both", [STATEMENT, NAMES], ids=["one statement quoted by both", "one list of names in both"])
def test_what_two_reports_share_by_nature_makes_no_rewrite(both: str) -> None:
    runs = [runs_of(text + both) for text in TEXTS.values()]
    assert max(shared(one, other) for one, other in combinations(runs, 2)) < ONE_ORIGIN_FROM
