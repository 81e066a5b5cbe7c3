"""The data package: what each file of tables is, column by column, as Frictionless Data reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import orjson

from habeas.publish.data.tables import TABLES, Column, Table
from habeas.publish.making import Making

Json = dict[str, object]
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
ABOUT = (
    "Who is held, who was freed, what was traded for them, and how we know. Nothing here says that a thing is true:"
    " every row follows from claims, which stand in the table of claims with who made them. Keeping this data is"
    " punishable in some countries."
)


def package(making: Making, files: Mapping[str, bytes]) -> bytes:
    """`files` are the CSV files by name of their table."""
    told: Json = {
        "profile": "tabular-data-package",
        "name": "habeas",
        "title": "The open register of political imprisonment",
        "description": ABOUT,
        "version": str(making.latest.number),
        "created": f"{making.latest.day.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "resources": [_resource(table, files[table.name]) for table in TABLES],
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n"


def _resource(table: Table, content: bytes) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.meaning,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> Json:
    schema: Json = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.of:
        schema["foreignKeys"] = [_reference(column, _key_of(other), other) for column, other in table.of]
    return schema


def _field(column: Column) -> Json:
    told: Json = {"name": column.name, "type": column.holds.value, "description": column.meaning}
    return {**told, "constraints": {"required": True}} if column.needed else told


def _reference(column: str, key: Iterable[str], table: str) -> Json:
    (field,) = key
    return {"fields": column, "reference": {"resource": table, "fields": field}}


def _key_of(name: str) -> tuple[str, ...]:
    return next(table.key for table in TABLES if table.name == name)
