"""A backup: one file with the lines, the archive, the keys and the log of access, as they stand at one moment.

Whoever holds the file holds everything, the sealed payloads and the signing key too. Keep it as you keep the home.
"""

from __future__ import annotations

import io
import os
import secrets
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from django.db import connection, transaction

from habeas.archive.store import files
from habeas.ledger.erase import finish_erasures
from habeas.ledger.read import ledger_id
from habeas.ledger.rows import LINE_COLUMNS, SEALED_COLUMNS, last_link
from habeas.ledger.unfinished import unfinished
from habeas.problems import BadInput
from habeas.project.home import access_log_path, archive_path, checkpoint_key_path, secret_key_path

FORM = "habeas backup 1"
MANIFEST = "manifest.json"
DATABASE = "habeas.db"
TABLES = (("ledger_line", LINE_COLUMNS), ("ledger_sealed", SEALED_COLUMNS))
"""What of a PostgreSQL database goes in; all else is made from it. A SQLite database goes in whole."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands at the head of a backup: the database it came from, the ledger and its last line."""

    vendor: str
    ledger: str
    lines: int
    hash: str
    form: str = FORM


def backup(file: Path) -> Manifest:
    """Write a backup to the file, which must not be there yet. Erased payloads are in none that is made afterwards."""
    if file.exists():
        raise BadInput(f"{file} is there already. Give the backup a name of its own.")
    if unfinished():
        finish_erasures()
    with _written_whole(file) as partial, TemporaryDirectory(dir=partial.parent) as folder:
        while True:
            before = _erasures()
            manifest = _write(partial, Path(folder))
            # An erasure that came in between took an archived copy away that the lines of the backup still name.
            if _erasures() == before:
                return manifest


def _write(file: Path, folder: Path) -> Manifest:
    members = _dump(folder)
    manifest = orjson.loads((folder / MANIFEST).read_bytes())
    with tarfile.open(file, "w") as tar:
        for name in (MANIFEST, *members):
            _add(tar, folder / name, name)
            (folder / name).unlink()
        for kept in (checkpoint_key_path(), secret_key_path(), access_log_path()):
            if kept.exists():
                _add(tar, kept, kept.name)
        for kept in files():
            _add(tar, kept, f"archive/{kept.relative_to(archive_path())}")
    return Manifest(**manifest)


def _dump(folder: Path) -> list[str]:
    """Bring the database as it is at one moment into files of the folder, with a manifest that fits it."""
    if connection.vendor == "sqlite":
        return _dump_sqlite(folder)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        _write_manifest(folder, _manifest())
        return [_dump_table(folder, table, columns) for table, columns in TABLES]


def _dump_sqlite(folder: Path) -> list[str]:
    target = folder / DATABASE
    with connection.cursor() as cursor:
        # Unlike a copy page by page this takes no free pages along, in which erased bytes could lie.
        cursor.execute("VACUUM INTO %s", [str(target)])
    with connected_to(target):
        _write_manifest(folder, _manifest())
    return [DATABASE]


def _dump_table(folder: Path, table: str, columns: tuple[str, ...]) -> str:
    name = f"{table}.copy"
    query = f"COPY (SELECT {', '.join(columns)} FROM {table} ORDER BY number) TO STDOUT"
    with (folder / name).open("wb") as opened, connection.cursor() as cursor, cursor.copy(query) as copy:
        for part in copy:
            opened.write(part)
    return name


@contextmanager
def connected_to(file: Path) -> Iterator[None]:
    """Let the SQLite connection look at another file for a while."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    try:
        yield
        with connection.cursor() as cursor:
            # One file and nothing beside it, so that it can be moved.
            cursor.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def _manifest() -> Manifest:
    last = last_link()
    if last is None:
        raise BadInput("The ledger hasn't been begun, so there is nothing to back up. Run init first.")
    return Manifest(connection.vendor, ledger_id(), last.number, last.hash.hex())


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    (folder / MANIFEST).write_bytes(orjson.dumps(asdict(manifest), option=orjson.OPT_INDENT_2))


def _erasures() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_line WHERE about > 0 AND kind = 'Erased'")
        return int(cursor.fetchone()[0])


def _add(tar: tarfile.TarFile, file: Path, name: str) -> None:
    # Neither owner nor time of the file: a backup needs to tell nothing of the machine.
    member = tarfile.TarInfo(name)
    with file.open("rb") as opened:
        member.size, member.mode = os.fstat(opened.fileno()).st_size, 0o600
        # The log of access may grow meanwhile; what is promised in the head is what is written.
        tar.addfile(member, io.BytesIO(opened.read(member.size)) if name == "access.log" else opened)


@contextmanager
def _written_whole(file: Path) -> Iterator[Path]:
    partial = file.with_name(f".unfinished-{secrets.token_hex(8)}")
    try:
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as reason:
        raise BadInput(f"A backup can't be written to {file}: {reason.strerror}. Name another place.") from None
    try:
        yield partial
        with partial.open("rb") as opened:
            os.fsync(opened.fileno())
        os.link(partial, file)
    except FileExistsError:
        raise BadInput(f"{file} is there already. Give the backup a name of its own.") from None
    finally:
        partial.unlink()
