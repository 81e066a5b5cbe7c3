"""Putting a backup into an empty home folder: unpacked beside it, verified there, and moved in only if all is sound."""

from __future__ import annotations

import re
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import orjson
from django.db import DatabaseError, connection, transaction

from habeas.ledger.backup import DATABASE, FORM, MANIFEST, TABLES, Manifest, connected_to
from habeas.ledger.read import last_number
from habeas.ledger.rows import last_link, lock
from habeas.ledger.verify import Report, verify
from habeas.problems import BadInput
from habeas.project.home import home

_MEMBER = re.compile(
    r"manifest\.json|habeas\.db|checkpoint\.key|secret\.key|access\.log|ledger_(line|sealed)\.copy"
    r"|archive/[0-9a-f]{2}/[0-9a-f]{64}"
)
_MAY_STAND_HERE = frozenset({DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "secret.key", "archive"})


def restore(file: Path) -> Report:
    """Restore the backup into the home folder, which must hold no ledger; on any flaw everything stays as it was."""
    _check_empty()
    with _unpacked(file) as folder:
        manifest = _read_manifest(folder, file)
        if connection.vendor == "sqlite":
            report = _verified_apart(folder, manifest, file)
            connection.close()
            _move_in(folder)
        else:
            with transaction.atomic():
                lock()
                for table, columns in TABLES:
                    _load(folder, table, columns, file)
                report = _verified(folder, manifest, file)
                _move_in(folder)
    return report


def _check_empty() -> None:
    folder = home()
    strange = sorted({found.name for found in folder.iterdir()} - _MAY_STAND_HERE) if folder.exists() else []
    if strange:
        raise BadInput(f"{folder} isn't empty: it holds {strange[0]}. Restore into a new folder, named by --home.")
    if any(found.is_file() for found in (folder / "archive").rglob("*")):
        raise BadInput(f"{folder} holds an archive already. Restore into a new folder, named by --home.")
    if connection.vendor != "sqlite" or (folder / DATABASE).exists():
        _check_no_lines()


def _check_no_lines() -> None:
    try:
        begun = last_number() > 0
    except DatabaseError:
        # Not even the tables are there. PostgreSQL needs them; SQLite gets them with the file.
        begun = False
        if connection.vendor != "sqlite":
            raise BadInput("The database has no tables yet. Run migrate, then restore.") from None
    if begun:
        raise BadInput("The database holds a ledger already. Restore into an empty one.")


@contextmanager
def _unpacked(file: Path) -> Iterator[Path]:
    beside = home().parent
    beside.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=".restoring-", dir=beside))
    try:
        _unpack(file, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpack(file: Path, folder: Path) -> None:
    try:
        with tarfile.open(file, "r:") as tar:
            for member in tar:
                if not member.isreg() or not _MEMBER.fullmatch(member.name):
                    raise BadInput(f"{file} is no backup of ours: it holds “{member.name[:80]}”. Give another file.")
                target = folder / member.name
                target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                opened = tar.extractfile(member)
                assert opened is not None, "a plain file can be opened"
                with target.open("xb") as written:
                    shutil.copyfileobj(opened, written)
                target.chmod(0o400 if member.name.startswith("archive/") else 0o600)
    except (OSError, EOFError, tarfile.TarError) as reason:
        raise BadInput(f"{file} can't be read as a backup: {reason}. Give a file that backup has written.") from None


def _read_manifest(folder: Path, file: Path) -> Manifest:
    try:
        manifest = Manifest(**orjson.loads((folder / MANIFEST).read_bytes()))
        (folder / MANIFEST).unlink()
    except (OSError, ValueError, TypeError):
        raise BadInput(f"{file} has no manifest. Give a file that backup has written.") from None
    if manifest.form != FORM:
        raise BadInput(f"{file} is of the form “{manifest.form}”, newer than this program. Upgrade Habeas.")
    if manifest.vendor != connection.vendor:
        raise BadInput(f"{file} was made on {manifest.vendor}, and this home uses {connection.vendor}. Use the same.")
    return manifest


def _load(folder: Path, table: str, columns: tuple[str, ...], file: Path) -> None:
    source = folder / f"{table}.copy"
    try:
        # Django leaves the errors of COPY as the driver's own unless asked.
        query = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(query) as copy:
            copy.write(source.read_bytes())
    except (OSError, DatabaseError) as reason:
        raise BadInput(f"{file} is damaged, and nothing was restored: {reason}. Use another backup.") from None
    source.unlink()


def _verified_apart(folder: Path, manifest: Manifest, file: Path) -> Report:
    try:
        with connected_to(folder / DATABASE):
            return _verified(folder, manifest, file)
    except DatabaseError as reason:
        raise BadInput(f"{file} is damaged, and nothing was restored: {reason}. Use another backup.") from None


def _verified(folder: Path, manifest: Manifest, file: Path) -> Report:
    report = verify(folder=folder)
    if report.first:
        raise BadInput(f"{file} is damaged, and nothing was restored: {report.first}. Use another backup.")
    last = last_link()
    if last is None or (last.number, last.hash.hex()) != (manifest.lines, manifest.hash):
        raise BadInput(
            f"{file} is damaged, and nothing was restored: lines are missing at its end. Use another backup."
        )
    return report


def _move_in(folder: Path) -> None:
    """Make the unpacked folder the home folder in one step; what was there holds nothing."""
    target = home()
    shutil.rmtree(target, ignore_errors=True)
    folder.rename(target)
