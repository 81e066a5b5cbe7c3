"""Whether this program can read a copy: the tables of a copy are those of the program that published it."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from django.apps import apps

from habeas.problems import BadInput
from habeas.publish.layout import DATA

TABLES = (
    "CREATE TABLE ledger_line (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, version INTEGER NOT NULL,"
    " subject TEXT NOT NULL, about INTEGER NOT NULL, editor TEXT NOT NULL, moment INTEGER NOT NULL)",
    "CREATE TABLE ledger_sealed (number INTEGER PRIMARY KEY, payload BLOB NOT NULL)",
    "CREATE TABLE public_release (number INTEGER PRIMARY KEY, day INTEGER NOT NULL, upto INTEGER NOT NULL)",
    "CREATE INDEX ledger_line_subject ON ledger_line (subject)",
    "CREATE INDEX ledger_line_kind ON ledger_line (kind, number)",
    "CREATE INDEX ledger_line_moment ON ledger_line (moment, number)",
    "CREATE INDEX ledger_line_about ON ledger_line (about) WHERE about > 0",
)
"""Tables of the copy beside the register's. The columns that prove and seal a line stay inside: they are hashes over
what isn't shown."""


def layout() -> int:
    """A number that changes with any table or column; the copy bears it as its `user_version`."""
    told = list(TABLES)
    for model in sorted(apps.get_app_config("register").get_models(), key=lambda one: one._meta.db_table):
        columns = (f"{field.column} {field.get_internal_type()}" for field in model._meta.local_fields)
        told.append(f"{model._meta.db_table}: {', '.join(columns)}")
    return int.from_bytes(hashlib.sha256("\n".join(told).encode()).digest()[:4], "big") & 0x7FFFFFFF


def must_be_readable(folder: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{(folder / DATA).absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            (found,) = copy.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError:
        raise BadInput(f"{folder / DATA} is no database. Get the copy anew from its publisher.") from None
    if found != layout():
        raise BadInput(
            f"{folder} was published by another version of Habeas, and its tables aren't those that this one reads.\n"
            f"Its pages need no Habeas: any web server can send {folder}/site as it is. To serve or read the data with"
            " this version, publish anew with it, or get a newer copy from the publisher; else use the version that"
            " made it."
        )
