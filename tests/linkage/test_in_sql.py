"""The model as SQL: columns of levels, joined to the table of weights and summed, give the odds that Python gives."""

from __future__ import annotations

import math
import sqlite3
from dataclasses import astuple, fields

import pytest

from habeas.names import Asked, Known, NameIndex
from habeas.names.index import Scored
from habeas.names.levels import Levels
from habeas.names.tables import tables

# Invented people; two share a surname, so that rarity counts.
KNOWN = [
    Known("k1", "Дзмітрый Гушча", "1980-05-04", "m", place="Брэст"),
    Known("k2", "Ганна Гушча", "1981", "f"),
    Known("k3", "Вольга Бялькевіч-Зуева"),
    Known("k4", "Якаў Пятровіч Сямашка"),
    Known("k5", "Ілля Юхневіч", "1999-01-02"),
]
ASKED = [
    Asked("Dmitry Gushcha", "1980-05-04", "m", place="Брест"),
    Asked("Гуща Анна"),
    Asked("Белькевич Ольга"),
    Asked("Семашко Яков Иванович"),
    Asked("И. Юхневич", "1998"),
    Asked("Юхневнч Илья"),
]
COLUMNS = tuple(column.name for column in fields(Levels))
# LN is said as PostgreSQL says it; SQLite has it only where it was built with it, so that the test brings it along.
SUM = """
SELECT pair.at, SUM(weight.weight) + MIN(pair.doubt)
       - MIN(surname.weight * LN(pair.others) + given.weight * LN(pair.share + least.weight))
FROM pair
JOIN level ON level.at = pair.at
JOIN weight ON weight.level = level.level
JOIN weight AS surname ON surname.level = 'rarity.surname'
JOIN weight AS given ON given.level = 'rarity.given'
JOIN weight AS least ON least.level = 'rarity.least_share'
GROUP BY pair.at
ORDER BY pair.at
"""


def test_a_join_and_a_sum_in_sql_give_the_odds_of_python() -> None:
    index = NameIndex.build(KNOWN)
    scored = [one for asked in ASKED for one in index.finalists(asked, 5)[0]]
    assert len(scored) >= len(ASKED)
    assert [odds for _, odds in in_sql(scored)] == pytest.approx([one.odds for one in scored])


def in_sql(scored: list[Scored]) -> list[tuple[int, float]]:
    base = sqlite3.connect(":memory:")
    base.create_function("LN", 1, math.log)
    base.execute("CREATE TABLE weight (level TEXT PRIMARY KEY, weight REAL)")
    base.execute("CREATE TABLE pair (at INTEGER PRIMARY KEY, others REAL, share REAL, doubt REAL)")
    base.execute("CREATE TABLE level (at INTEGER, level TEXT)")
    base.executemany("INSERT INTO weight VALUES (?, ?)", tables().weights.items())
    for at, one in enumerate(scored):
        base.execute("INSERT INTO pair VALUES (?, ?, ?, ?)", (at, one.others, one.share, doubt_of(one)))
        base.executemany("INSERT INTO level VALUES (?, ?)", [(at, level) for level in ("prior", *levels_of(one))])
    return base.execute(SUM).fetchall()


def levels_of(one: Scored) -> list[str]:
    return [f"{column}.{level.name.lower()}" for column, level in zip(COLUMNS, astuple(one.levels), strict=True)]


def doubt_of(one: Scored) -> float:
    """What the reading of the name takes off: the part of `beside` that no level holds."""
    beside = [level for level in levels_of(one) if not level.startswith(("surname.", "given."))]
    return one.beside - sum(tables().weights[level] for level in beside)
