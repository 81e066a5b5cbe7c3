"""A public copy as the attacker reads it: rows counted anew from its files, beside the tables and the page's own."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    return Release(name, len(seen), total, Band(asked["low"], asked["high"]), [*tables, *_on_pages(seen, files)])


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
        **{by: Counter(_parts(row[column] for row in seen)) for by, column in _SEVERAL.items()},
    }


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
