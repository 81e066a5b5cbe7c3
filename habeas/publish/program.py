"""What makes the files: when it changes, what was made before is no longer as it would be made today."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

_PACKAGES = (
    *("api", "domain", "ledger", "locale", "names", "pages", "project", "publish", "register", "statistics"),
    "vocabulary",
)


@cache
def program() -> str:
    """A hash over the program and its words; not over who works with it or where."""
    told = hashlib.sha256()
    for package in _PACKAGES:
        for path in sorted(Path(str(files("habeas"))).joinpath(package).rglob("*")):
            if path.is_file() and path.suffix not in (".pyc", ".po"):
                told.update(path.name.encode() + path.read_bytes())
    return told.hexdigest()
