"""Packs: a public copy in one archive, with a script that checks it, for a mirror, an onion service or a stick."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from habeas.problems import BadInput
from habeas.publish.layout import SITE
from habeas.publish.manifest import NAME, digest, read_manifest

KINDS = ("stick", "mirror", "onion")
"""A stick holds the pages alone; a mirror and an onion service hold everything that the publisher's folder does."""

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_FOLDER = "copy"


def pack(folder: Path, kind: str, file: Path) -> str:
    """Write the pack and return its SHA-256. The same copy gives the same bytes."""
    manifest = read_manifest(folder)
    wanted = [NAME, *(name for name in sorted(manifest.files) if kind != "stick" or name.startswith(f"{SITE}/"))]
    try:
        with file.open("xb") as opened, zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in _words(kind):
                packed.writestr(_entry(name), content)
            for name in wanted:
                packed.writestr(_entry(f"{_FOLDER}/{name}"), (folder / name).read_bytes())
    except FileExistsError:
        raise BadInput(f"{file} is there already. Give the pack a name of its own.") from None
    except OSError as reason:
        raise BadInput(f"The pack can't be written to {file}: {reason.strerror}. Name another place.") from None
    return digest(file)


def _words(kind: str) -> Iterator[tuple[str, bytes]]:
    shelf = files("habeas.publish").joinpath("packed")
    for name in ("READ-FIRST.txt", "check.py", f"{kind}.txt"):
        yield name, shelf.joinpath(name).read_bytes()


def _entry(name: str) -> zipfile.ZipInfo:
    """Without the time, the owner or the machine of whoever packed it."""
    made = zipfile.ZipInfo(name, _NO_TIME)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.create_system, made.external_attr = 0, 0
    return made
