"""The store of bytes: a file for each SHA-256, written whole or not at all, never written again."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from habeas.problems import BadInput
from habeas.project.home import archive_path

_NAME = re.compile(r"[0-9a-f]{64}\Z")
_UNFINISHED = ".unfinished-"


def keep(data: bytes) -> str:
    """Store the bytes and return their SHA-256; bytes that are here already are left alone."""
    name = sha256(data).hexdigest()
    target = path(name)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_once(data, target)
    return name


def fetch(name: str) -> bytes:
    """The bytes of that SHA-256, checked against it."""
    try:
        data = path(name).read_bytes()
    except FileNotFoundError:
        raise BadInput(f"The archive holds no copy {name[:12]}…. Restore it from a backup.") from None
    if sha256(data).hexdigest() != name:
        raise BadInput(f"The archived copy {name[:12]}… was changed. Restore it from a backup, then run verify.")
    return data


def holds(name: str) -> bool:
    return path(name).exists()


def path(name: str, *, folder: Path | None = None) -> Path:
    """Where the bytes of that SHA-256 lie, whether or not they are there."""
    if not _NAME.match(name):
        raise BadInput(f"“{name[:80]}” is not a SHA-256. It is 64 of the characters 0-9 and a-f.")
    return (folder or archive_path()) / name[:2] / name


def forget(name: str) -> bool:
    """Remove the bytes; only an erasure that two people agreed on may ask for it. Says whether they were there."""
    target = path(name)
    if not target.exists():
        return False
    target.unlink()
    _settle(target.parent)
    return True


def files(*, folder: Path | None = None) -> Iterator[Path]:
    """Every file of the archive in the order of names; what a killed process left unfinished is none of it."""
    for found in sorted((folder or archive_path()).rglob("*")):
        if not found.is_dir() and not found.name.startswith(_UNFINISHED):
            yield found


def _write_once(data: bytes, target: Path) -> None:
    unfinished = target.with_name(_UNFINISHED + secrets.token_hex(8))
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A rename would replace what another process has put there meanwhile; a link refuses to.
        os.link(unfinished, target)
        _settle(target.parent)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()


def _settle(folder: Path) -> None:
    """Bring the folder's own entries to the disk; a synced file in an unsynced folder can vanish with the power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
