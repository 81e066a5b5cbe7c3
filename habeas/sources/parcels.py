"""What a list comes in: one file, plain or under gzip, or a zip of several that belong together."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from habeas.problems import BadInput

MOST_BYTES = 1_000_000_000
"""No list unpacks to more; what does is no list."""
HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Parcel:
    """The list itself and the files beside it by their names without an ending, such as alt and add."""

    name: str
    main: BinaryIO
    beside: Mapping[str, BinaryIO] = field(default_factory=dict)

    def head(self) -> bytes:
        """How the list begins."""
        self.main.seek(0)
        head = self.main.read(HEAD)
        self.main.seek(0)
        return head


def parcel(name: str, stream: BinaryIO) -> Parcel:
    """Unpacked, whatever it is under; BadInput where it can't be."""
    start = stream.read(4)
    stream.seek(0)
    if start.startswith(b"PK\x03\x04"):
        return _of_zip(name, stream)
    if start.startswith(b"\x1f\x8b"):
        return Parcel(name, _unpacked(name, cast(BinaryIO, gzip.GzipFile(fileobj=stream))))
    return Parcel(name, stream)


def of_several(name: str, files: Mapping[str, BinaryIO]) -> Parcel:
    """The list is the file called sdn, or the only one; the others stand beside it."""
    stems = {PurePosixPath(each).name.partition(".")[0].lower(): stream for each, stream in files.items()}
    main = "sdn" if "sdn" in stems else next(iter(stems)) if len(stems) == 1 else ""
    if not main:
        raise BadInput(
            f"{name}: {len(stems)} files, and none is called sdn.csv. Give the list alone, or sdn.csv with add.csv and"
            " alt.csv."
        )
    return Parcel(name, stems.pop(main), stems)


def _of_zip(name: str, stream: BinaryIO) -> Parcel:
    try:
        with zipfile.ZipFile(stream) as packed:
            inside = [info for info in packed.infolist() if not info.is_dir()]
            if sum(info.file_size for info in inside) > MOST_BYTES:
                raise BadInput(f"{name}: unpacks to more than any list holds. Unpack it and look what it is.")
            return of_several(name, {info.filename: io.BytesIO(packed.read(info)) for info in inside})
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadInput(f"{name}: this zip can't be unpacked ({error}). Get the file again.") from error


def _unpacked(name: str, packed: BinaryIO) -> BinaryIO:
    """The whole, so that a cut file is found before a row of it is read."""
    whole = io.BytesIO()
    try:
        while piece := packed.read(1_000_000):
            whole.write(piece)
            if whole.tell() > MOST_BYTES:
                raise BadInput(f"{name}: unpacks to more than any list holds. Unpack it and look what it is.")
    except (EOFError, OSError, zlib.error) as error:
        raise BadInput(f"{name}: this gzip file is cut off or damaged ({error}). Get it again.") from error
    whole.seek(0)
    return whole
