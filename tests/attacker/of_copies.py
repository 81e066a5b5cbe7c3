"""A public copy as the attacker reads it: rows counted anew from its files, beside the tables and the page's own."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from habeas.domain.bands import SENTENCES, band, length_band
from habeas.domain.dates import Term
from habeas.domain.suppress import Band
from habeas.vocabulary.load import load
from tests.attacker.of_releases import Release, Told

Row = Mapping[str, str]
Files = Mapping[str, bytes]
_SEVERAL = {"article": "articles", "recogniser": "recognisers"}


def as_release(name: str, files: Files) -> Release:
    """By the definition of which the number of those kept back is told."""
    asked = json.loads(files["kept-back.json"])
    seen = [row for row in read(files["data/people.csv"]) if row["possibly_held"] == "1"]
    told = [row for row in read(files["data/counts.csv"]) if row["definition"] == asked["definition"]]
    total = next(int(row["high"]) for row in told if not row["by"])
    tables = [_table(by, rows, told, total) for by, rows in _counted(seen, files).items()]
    more = [*_on_pages(seen, files), *_over_time(files, asked["definition"])]
    return Release(name, len(seen), total, Band(asked["low"], asked["high"]), [*tables, *more])


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines()))


def _counted(seen: Sequence[Row], files: Files) -> dict[str, Counter[str]]:
    region = {row["facility"]: load().region_of(row["facility"]) for row in seen}
    said = {row["person"]: row["fields"] for row in read(files["data/claims.csv"]) if row["kind"] == "Gendered"}
    return {
        "status": Counter(row["status"] for row in seen),
        "facility": Counter(row["facility"] or "unknown" for row in seen),
        "region": Counter(region[row["facility"]] or "unknown" for row in seen),
        "sex": Counter(json.loads(said[row["id"]])["gender"] if row["id"] in said else "unknown" for row in seen),
        "length": Counter(_length(row) for row in seen),
        "sentence": Counter(_last_sentence(row["id"], files) for row in seen),
        **{by: Counter(_parts(row[column] for row in seen)) for by, column in _SEVERAL.items()},
    }


def _length(row: Row) -> str:
    return length_band(date.fromisoformat(row["since"]).toordinal(), date.fromisoformat(row["on"]))


def _last_sentence(person: str, files: Files) -> str:
    terms = [Term.parse(one["term"]) for one in _said("Sentenced", files, person) if "term" in one]
    return band(SENTENCES, terms[-1].years * 12 + terms[-1].months) if terms else "unknown"


def _said(kind: str, files: Files, person: str = "") -> Iterator[dict[str, str]]:
    """The claims of a kind about people of the rows, in their order."""
    for row in _claims(files["data/claims.csv"]):
        if row["kind"] == kind and row["person"] in ({person} if person else _people(files["data/people.csv"])):
            yield json.loads(row["fields"])


@lru_cache(maxsize=1)
def _people(content: bytes) -> frozenset[str]:
    return frozenset(row["id"] for row in read(content))


@lru_cache(maxsize=1)
def _claims(content: bytes) -> list[dict[str, str]]:
    return read(content)


def _parts(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        yield from cell.split("; ") if cell else ["unknown"]


def _table(by: str, rows: Mapping[str, int], told: Sequence[Row], total: int) -> Told:
    cells = {row["group"]: int(row["high"]) for row in told if row["by"] == by}
    together = cells.pop("together", None)
    if not cells and together is None and by not in _SEVERAL:
        # Nothing but the total is told.
        together = total
    return Told(by, rows, cells, together, several=by in _SEVERAL)


def _on_pages(seen: Sequence[Row], files: Files) -> Iterator[Told]:
    """The lists of recognisers, whose ends of few are widened, and the regions of the map."""
    lists = Counter(_parts(row["recognisers"] for row in seen))
    told = {row["recogniser"]: row for row in read(files["site/recognisers.csv"])}
    exact = {key: int(row["high"]) for key, row in told.items() if row["low"] == row["high"]}
    yield Told("list", lists, exact, None, several=True)
    regions = Counter(load().region_of(row["facility"]) or "unknown" for row in seen)
    where = {row["key"] or "unknown": int(row["high"]) for row in read(files["site/pictures/where.csv"])}
    total, together = where.pop("total"), where.pop("together", None)
    yield Told("region of the map", regions, where, together if where or together is not None else total)


def _over_time(files: Files, definition: str) -> Iterator[Told]:
    """Balances, flows by the month and numbers over the days, beside what the rows of spells and claims come to."""
    yield Told("balance", *_balance(files, definition), None, several=True, of_others=True)
    yield Told("flows", *_flows(files), None, several=True, of_others=True)
    days = {row["day"]: row for row in read(files["site/pictures/population.csv"]) if row["definition"] == definition}
    cells = {f"{day} {end}": int(row[end]) for day, row in days.items() for end in ("low", "high")}
    yield Told("over time", _held_on(files, days, definition), cells, None, several=True, of_others=True)


def _balance(files: Files, definition: str) -> tuple[dict[str, int], dict[str, int]]:
    """Its two ends: what lies between follows from rows as well, and adds up to their difference."""
    ends = [row for row in read(files["site/balance.csv"]) if row["term"] in ("before", "after")]
    assert {row["definition"] for row in ends} == {definition}
    days = {"before": ends[0]["from"], "after": ends[0]["on"]}
    rows = _held_on(files, days.values(), definition)
    named = {"certain": "low", "possible": "high"}
    cells = {f"{row['end']} {row['term']}": int(row["number"]) for row in ends}
    return {f"{end} {term}": rows[f"{days[term]} {named[end]}"] for end in named for term in days}, cells


def _held_on(files: Files, days: Iterable[str], definition: str) -> dict[str, int]:
    """How many people of the rows count on each of the days, for certain and possibly."""
    defined = next(row for row in read(files["data/definitions.csv"]) if row["key"] == definition)
    counting = set(defined["statuses"].split("; "))
    spells = [row for row in read(files["data/spells.csv"]) if row["person"] in _people(files["data/people.csv"])]
    found = {}
    for day in days:
        may_be = [
            set(row["may_be"].split("; "))
            for row in spells
            if row["first"] <= day and (day < row["end"] or not row["end"])
        ]
        found[f"{day} low"] = sum(one <= counting for one in may_be)
        found[f"{day} high"] = sum(bool(one & counting) for one in may_be)
    return found


def _flows(files: Files) -> tuple[Counter[str], dict[str, int]]:
    """Of each month and direction, where all of it is told in numbers. Here each comes in and out once, on a day."""
    rows: Counter[str] = Counter()
    for direction, kind in (("in", "Detained"), ("out", "Released")):
        rows.update(f"{one['when'][:7]} {direction}" for one in _said(kind, files))
    told: dict[str, list[str]] = defaultdict(list)
    for row in read(files["site/pictures/flows.csv"]):
        told[f"{row['month']} {row['direction']}"].append(row["number"])
    cells = {key: sum(map(int, numbers)) for key, numbers in told.items() if all(one.isdigit() for one in numbers)}
    return Counter({key: number for key, number in rows.items() if key in told}), cells
