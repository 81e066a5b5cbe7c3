"""All files of open data into `data/` of the copy, from the tables as they are on the day of the data release."""

from __future__ import annotations

from habeas.publish.data.as_csv import csv_file
from habeas.publish.data.as_json_lines import json_lines
from habeas.publish.data.as_parquet import parquet_file
from habeas.publish.data.as_workbook import workbook
from habeas.publish.data.ftm import entities, entity_lines, statements
from habeas.publish.data.linked import linked
from habeas.publish.data.package import package
from habeas.publish.data.tables import TABLES, told
from habeas.publish.making import Making
from habeas.register import queries

FOLDER = "data"


def write(making: Making) -> None:
    lens = queries.lens(None, None)
    tables = {table.name: (table, list(told(table, lens))) for table in TABLES}
    files: dict[str, bytes] = {}
    plain = {name: csv_file(table, rows) for name, (table, rows) in tables.items()}
    for name, (table, rows) in tables.items():
        files |= {
            f"{name}.csv": plain[name],
            f"{name}.jsonl": json_lines(table, rows),
            f"{name}.parquet": parquet_file(table, rows),
        }
    files["habeas.xlsx"] = workbook([(table, rows) for table, rows in tables.values() if table.in_a_workbook])
    files["datapackage.json"] = package(making, plain)
    files["dataset.jsonld"] = linked(making, lens, sorted(name for name in files if name != "datapackage.json"))
    people = entities(lens)
    files["ftm/entities.ftm.json"] = entity_lines(people)
    files["ftm/statements.csv"] = statements(people, making.latest.day)
    for name, content in files.items():
        making.folder.write(f"{FOLDER}/{name}", content)
