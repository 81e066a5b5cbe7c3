"""The example of each source, opened, and what was read of it as plain values."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from habeas.cli.watching_lists import _entry
from habeas.sources.manifests import HERE, manifests
from habeas.sources.parcels import Parcel, of_several
from habeas.sources.read import ListRead, read_list

KEYS = tuple(manifests())


def example(key: str) -> Path:
    """A file, or a folder of files that belong together."""
    return next(HERE.joinpath(key).glob("example*"))


def main_file(key: str) -> Path:
    path = example(key)
    return path / "sdn.csv" if path.is_dir() else path


def opened(key: str) -> Parcel:
    path = example(key)
    if path.is_dir():
        return of_several(path.name, {one.name: io.BytesIO(one.read_bytes()) for one in path.iterdir()})
    return of_bytes(path.read_bytes(), path.name)


def of_bytes(data: bytes, name: str = "list") -> Parcel:
    return Parcel(name, io.BytesIO(data))


def read_bytes(data: bytes, key: str = "") -> ListRead:
    return read_list(of_bytes(data), key)


def told(read: ListRead) -> dict[str, Any]:
    return {
        "source": read.source.key,
        "rows": read.rows,
        "merged": dict(read.merged),
        "unread": [{"line": row.line, "what": row.what} for row in read.unread],
        "entries": [_entry(one) for one in read.entries.values()],
    }
