"""A reader's own checkpoint of a public copy: which one they saw last and whose it was, to be kept apart from copies.

Whoever can give a reader an old copy whole, or one of another publisher, can't reach it; nothing in it needs a secret.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

from habeas.problems import BadInput

_FORM = "habeas seen copy 1"


@dataclass(frozen=True, slots=True)
class Seen:
    """`manifest` is the hash of the signed list."""

    key: str
    edition: str
    copy: int
    release: int
    manifest: str


def write_seen(seen: Seen, file: Path) -> None:
    """Into a file that must not be there yet."""
    try:
        with file.open("xb") as opened:
            opened.write(orjson.dumps({"form": _FORM, **asdict(seen)}, option=orjson.OPT_INDENT_2) + b"\n")
    except FileExistsError:
        raise BadInput(f"{file} is there already. Give the checkpoint a name of its own.") from None
    except OSError as reason:
        raise BadInput(f"The checkpoint can't be written to {file}: {reason.strerror}. Name another place.") from None


def read_seen(file: Path) -> Seen:
    try:
        written = orjson.loads(file.read_bytes())
        form, found = written.pop("form"), Seen(**written)
        if form != _FORM or any(type(getattr(found, name)) is not kind for name, kind in _FIELDS.items()):
            raise ValueError
    except OSError as reason:
        raise BadInput(f"The checkpoint {file} can't be read: {reason.strerror}. Name another.") from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BadInput(
            f"{file} is no checkpoint of a public copy. Give a file written by: habeas checkpoint FILE --public DIR"
        ) from None
    return found


_FIELDS = {"key": str, "edition": str, "copy": int, "release": int, "manifest": str}
