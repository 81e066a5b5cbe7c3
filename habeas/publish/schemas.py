"""The API's description and the JSON Schema of each of its answers, as files beside the data.

They are the program's alone, and making them takes longer than most of a publication: they are kept until it changes.
"""

from __future__ import annotations

from pathlib import Path

import orjson

from habeas.publish.making import Making
from habeas.publish.program import program

_FOLDER = "api"


def write(making: Making) -> None:
    for name, content in _files(making.kept / "schemas.json").items():
        making.folder.write(f"{_FOLDER}/{name}", content.encode())


def _files(kept: Path) -> dict[str, str]:
    known = orjson.loads(kept.read_bytes()) if kept.exists() else {}
    if known.get("program") == program():
        return dict(known["files"])
    made = _made()
    kept.write_bytes(orjson.dumps({"program": program(), "files": made}))
    return made


def _made() -> dict[str, str]:
    from habeas.api.description import schemas, written

    return {"openapi.json": written().decode()} | {f"schemas/{name}.json": told.decode() for name, told in schemas()}
