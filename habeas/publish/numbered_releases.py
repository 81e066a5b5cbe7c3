"""The numbered data releases: each a folder with its data as they stood, what changed, and a signed manifest.

Every one is made anew from today's copy. What was withdrawn since is in none of them, and none says that it was.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import sqlite3
from pathlib import Path

import orjson

from habeas.publish.layout import DATA, RELEASES
from habeas.publish.making import Making
from habeas.publish.manifest import NAME, Manifest, sign
from habeas.publish.written import Folder
from habeas.register.released import release_changes
from habeas.register.releases import DataRelease
from habeas.register.rows import EVER

_COMPRESSED = f"{DATA}.gz"


def write(making: Making) -> None:
    before = ""
    for release in making.releases:
        files = {_COMPRESSED: _data(making, release), "changes.json": _changes(release)}
        told = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        manifest = sign(Manifest(release.number, release.day.isoformat(), making.edition, before, told))
        for name, content in {**files, NAME: manifest}.items():
            making.folder.write(f"{RELEASES}/{release.number}/{name}", content)
        before = hashlib.sha256(manifest).hexdigest()


def digest_before(folder: Folder, releases: tuple[DataRelease, ...]) -> str:
    """The hash that ties the copy to the chain of its releases: that of the last one's manifest."""
    return folder.files[f"{RELEASES}/{releases[-1].number}/{NAME}"]


def _changes(release: DataRelease) -> bytes:
    told = [
        {"what": str(one.what), "kind": one.kind, "id": one.id, "said": one.sentence, "recorded": one.day.isoformat()}
        for one in release_changes(release)
    ]
    said = {"release": release.number, "day": release.day.isoformat(), "changes": told}
    return orjson.dumps(said, option=orjson.OPT_INDENT_2) + b"\n"


def _data(making: Making, release: DataRelease) -> bytes:
    """The copy as of a release, compressed without a time or a name in its head."""
    if release == making.latest:
        return gzip.compress(making.copy.read_bytes(), 6, mtime=0)
    rough, file = making.workshop / "release.sqlite", making.workshop / "compact.sqlite"
    shutil.copyfile(making.copy, rough)
    file.unlink(missing_ok=True)
    _turn_back(rough, release, file)
    return gzip.compress(file.read_bytes(), 6, mtime=0)


def _turn_back(rough: Path, release: DataRelease, file: Path) -> None:
    """Lines and rows that weren't there yet go; what ended later hasn't ended."""
    with sqlite3.connect(rough) as database:
        database.execute("DELETE FROM ledger_line WHERE number > ?", [release.upto])
        database.execute("DELETE FROM ledger_sealed WHERE number > ?", [release.upto])
        database.execute("DELETE FROM public_release WHERE number > ?", [release.number])
        database.execute("UPDATE register_state SET upto = ?", [release.upto])
        for table in _histories(database):
            database.execute(f"DELETE FROM {table} WHERE known_from > ?", [release.upto])
            database.execute(f"UPDATE {table} SET known_to = {EVER} WHERE known_to > ?", [release.upto])
        subjects = "SELECT subject FROM ledger_line"
        database.execute(f"DELETE FROM register_component WHERE subject NOT IN ({subjects})")
        database.execute("DELETE FROM register_cited WHERE component NOT IN (SELECT component FROM register_component)")
    with sqlite3.connect(rough) as database:
        database.execute("VACUUM INTO ?", [str(file)])
    database.close()


def _histories(database: sqlite3.Connection) -> list[str]:
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    with_history = []
    for table in tables:
        columns = {column[1] for column in database.execute(f"PRAGMA table_info({table})")}
        if "known_from" in columns:
            with_history.append(table)
    return with_history
