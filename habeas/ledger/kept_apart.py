"""Checkpoints as files, to be kept apart from what they are compared with: written once, and never over another."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, get_type_hints

import orjson

from habeas.problems import BadInput

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


def write_once(file: Path, form: str, point: DataclassInstance) -> None:
    """Into a file that must not be there yet."""
    try:
        with file.open("xb") as opened:
            opened.write(orjson.dumps({"form": form, **asdict(point)}, option=orjson.OPT_INDENT_2) + b"\n")
    except FileExistsError:
        raise BadInput(f"{file} is there already. Give the checkpoint a name of its own.") from None
    except OSError as reason:
        raise BadInput(f"The checkpoint can't be written to {file}: {reason.strerror}. Name another place.") from None


def read_back(file: Path, form: str, kind: type[T], otherwise: str) -> T:
    """`otherwise` is told of a file that holds something else, after its name."""
    try:
        written = orjson.loads(file.read_bytes())
        told, found = written.pop("form"), kind(**written)
        if told != form or any(type(getattr(found, name)) is not one for name, one in get_type_hints(kind).items()):
            raise ValueError
    except OSError as reason:
        raise BadInput(f"The checkpoint {file} can't be read: {reason.strerror}. Name another.") from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BadInput(f"{file} {otherwise}") from None
    return found
