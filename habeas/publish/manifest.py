"""The signed list of everything that was written: the hash of each file, under the key of the home that published it.

Whoever holds a copy can see whether it is whole and whose it is, with this file and a public key, and nothing else.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from habeas.ledger.checkpoint import public_key, signing_key
from habeas.problems import BadInput, Unsound

NAME = "manifest.json"
_FORM = "habeas public copy 2"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`before` is the hash of the manifest of the release before this one, so that the releases are a chain.

    `copy` is the copy's number, which grows with each publication that changed anything; a release within it has none.
    """

    release: int
    day: str
    edition: str
    before: str
    files: Mapping[str, str]
    copy: int = 0
    key: str = ""
    signature: str = ""


def sign(manifest: Manifest) -> bytes:
    """The manifest as it is written, with key and signature."""
    key = signing_key()
    bare = replace(manifest, key=public_key(key), signature="")
    return _written(bare, key.sign(_signed(bare)).hex())


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a public copy and check its signature by the key that it carries.

    Unsound where there is a manifest that doesn't hold; a folder without one is a wrong name.
    """
    file = folder / NAME
    try:
        written = orjson.loads(file.read_bytes())
        form, found = written.pop("form"), Manifest(**written)
        if form != _FORM or not _fits(found):
            raise ValueError
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(found.key))
        key.verify(bytes.fromhex(found.signature), _signed(found))
    except OSError as reason:
        raise BadInput(f"{file} can't be read: {reason.strerror}. Give the folder that habeas publish wrote.") from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Unsound(f"{file} is no manifest of a public copy. Get the copy anew from its publisher.") from None
    except InvalidSignature:
        raise Unsound(f"{file} was changed after it was signed. Get the copy anew from its publisher.") from None
    return found


def _fits(found: Manifest) -> bool:
    texts = (one for pair in found.files.items() for one in pair)
    return all(isinstance(one, str) for one in texts) and type(found.release) is type(found.copy) is int


def flaws(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Every file that is missing, changed or not of this copy."""
    there = set(files_of(folder))
    for name, told in sorted(manifest.files.items()):
        if name not in there:
            yield f"{name} is missing."
        elif digest(folder / name) != told:
            yield f"{name} was changed."
    # Earlier releases have manifests of their own.
    extra = sorted(there - manifest.files.keys() - {NAME})
    yield from (f"{name} is no part of this copy." for name in extra)


def files_of(folder: Path) -> Iterable[str]:
    """By name, with forward slashes."""
    found: list[str] = []
    for within, _, names in os.walk(folder):
        before = Path(within).relative_to(folder).as_posix()
        found += (name if before == "." else f"{before}/{name}" for name in names)
    return sorted(found)


def digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _written(manifest: Manifest, signature: str) -> bytes:
    said = {"form": _FORM, **_fields(manifest), "signature": signature}
    return orjson.dumps(said, option=orjson.OPT_INDENT_2) + b"\n"


def _signed(manifest: Manifest) -> bytes:
    return orjson.dumps([_FORM, _fields(manifest)], option=orjson.OPT_SORT_KEYS)


def _fields(manifest: Manifest) -> dict[str, object]:
    return {
        "release": manifest.release,
        "day": manifest.day,
        "edition": manifest.edition,
        "before": manifest.before,
        "files": dict(sorted(manifest.files.items())),
        "copy": manifest.copy,
        "key": manifest.key,
    }
