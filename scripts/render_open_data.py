"""Render docs/reference/open-data.md from the tables of open data: every file, and what each column holds.

Run `python scripts/render_open_data.py` after changing a table; a test looks for each column on the page.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "open-data.md"

_OPENING = """# Open data

What `habeas publish` writes beside the pages, from the public copy and from nothing else. The same data gives the same
bytes. Rendered by `scripts/render_open_data.py` from `habeas/publish/data/tables.py`.

| In the folder | What it is |
| --- | --- |
| `data/datapackage.json` | the data package: every table, its columns, keys and hash (Frictionless) |
| `data/TABLE.csv` | the tables below; UTF-8, comma, CRLF; several values in a cell are parted by `; ` |
| `data/TABLE.jsonl` | the same as JSON Lines, text as it is |
| `data/TABLE.parquet` | the same as Parquet |
| `data/habeas.xlsx` | the same as a workbook, a sheet a table; without the many claims |
| `data/ftm/entities.ftm.json` | people, custody, recognitions and releases as FollowTheMoney entities |
| `data/ftm/statements.csv` | the same as FollowTheMoney statements |
| `data/dataset.jsonld` | the dataset and its releases in schema.org's words; it names nobody |
| `data.sqlite` | the copy itself: lines and tables, with every day and data release |
| `kept-back.json` | how many people are withheld: two bounds to a step of ten, with their definition and day |
| `api/openapi.json`, `api/schemas/` | the [API](api.md)'s description, and a JSON Schema of each answer |
| `site/feeds/` | Atom feeds of data releases' changes |

- **Formulas.** In CSV and XLSX a cell that a spreadsheet would run begins with an apostrophe. JSON Lines and Parquet
  hold the text as it is.
- **Small groups.** In the table of counts, groups of fewer than five people stand together in one.
- **Up to the day.** Spells end with the day of the data release; an end that was computed from a term is in no file.
- **FollowTheMoney** holds a `Person` with names, nationality, gender and year of birth; an `Event` for each release
  with its members, and for each time in custody on which all claims agree; an `Organization` for whoever recognises,
  with an `UnknownLink` to each person recognised on the day. The stock schema has no word of its own for custody, and
  where claims leave it open it is told nothing. No topic is set: those it has for people in custody call them criminals
  or wanted. `pip install 'habeas[ftm]'` adds its validator for the tests; it needs Debian's `libicu-dev`, `pkg-config`
  and `g++`.
- **Licence.** CC BY 4.0. Keeping this data is punishable in some countries.

## Tables
"""


def page() -> str:
    return "\n".join([_OPENING, *_tables()])


def _tables() -> Iterator[str]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.project.settings")
    django.setup()
    from habeas.publish.data.tables import TABLES

    for table in TABLES:
        yield f"### {table.name}\n\n{table.meaning}{_key(table.key)}\n"
        rows = [f"| `{one.name}` | {one.holds.value} | {one.meaning} |" for one in table.columns]
        yield "\n".join(["| column | holds | meaning |", "| --- | --- | --- |", *rows]) + "\n"


def _key(names: tuple[str, ...]) -> str:
    return f" Its key: {', '.join(f'`{name}`' for name in names)}." if names else ""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as nowhere:
        os.environ["HABEAS_HOME"] = nowhere
        PAGE.write_text(page(), encoding="utf-8")
        sys.stdout.write(f"{PAGE.relative_to(ROOT)} is rendered.\n")
