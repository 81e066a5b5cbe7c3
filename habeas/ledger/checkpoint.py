"""Signed checkpoints: what the ledger was at a line, to be kept where whoever can change the ledger can't reach it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from habeas.ledger.chain import to_moment
from habeas.ledger.kept_apart import read_back, write_once
from habeas.ledger.read import ledger_id
from habeas.ledger.rows import last_link
from habeas.problems import BadInput, Unsound
from habeas.project.home import checkpoint_key_path

_FORM = "habeas checkpoint 1"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """`ledger` is the hash of the first line, `hash` that of line `number`; all bytes in hexadecimal."""

    ledger: str
    number: int
    hash: str
    moment: str
    key: str
    signature: str


def seal(file: Path) -> Checkpoint:
    """Sign the last line and write the checkpoint to the file, which must not be there yet."""
    made = _sign()
    write_once(file, _FORM, made)
    return made


def read_checkpoint(file: Path) -> Checkpoint:
    """Read a checkpoint and check its signature by the key that it carries."""
    otherwise = "is no checkpoint of a ledger. Give a file that was written by: habeas checkpoint FILE"
    found = read_back(file, _FORM, Checkpoint, otherwise)
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(found.key))
        key.verify(bytes.fromhex(found.signature), _signed(found))
    except (InvalidSignature, ValueError):
        raise Unsound(f"{file} was changed after it was signed. Use another copy of the checkpoint.") from None
    return found


def home_key() -> str | None:
    """The public key of this home folder in hexadecimal, if it has signed anything yet."""
    file = checkpoint_key_path()
    return public_key(_load(file)) if file.exists() else None


def _sign() -> Checkpoint:
    last = last_link()
    if last is None:
        raise BadInput("The ledger hasn't been begun. Run init first.")
    key = signing_key()
    moment = to_moment(last.moment).isoformat()
    bare = Checkpoint(ledger_id(), last.number, last.hash.hex(), moment, public_key(key), signature="")
    return Checkpoint(bare.ledger, bare.number, bare.hash, moment, bare.key, key.sign(_signed(bare)).hex())


def _signed(point: Checkpoint) -> bytes:
    return orjson.dumps([_FORM, point.ledger, point.number, point.hash, point.moment, point.key])


def signing_key() -> Ed25519PrivateKey:
    """The key of this home folder, made when it is first needed."""
    file = checkpoint_key_path()
    if file.exists():
        return _load(file)
    made = Ed25519PrivateKey.generate()
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(made.private_bytes_raw().hex().encode() + b"\n")
        opened.flush()
        os.fsync(opened.fileno())
    return made


def _load(file: Path) -> Ed25519PrivateKey:
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(file.read_text("ascii")))
    except ValueError:
        raise BadInput(f"{file} is no key. Restore it from a backup, or remove it to begin with a new one.") from None


def public_key(key: Ed25519PrivateKey) -> str:
    """In hexadecimal, as it is told to others."""
    return key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw).hex()
