"""Whether every archived copy is there and still is what its name says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from habeas.archive.store import files
from habeas.project.home import archive_path


@dataclass(frozen=True, slots=True)
class Damage:
    """A copy that is missing or is not what it was; `line` is the first that names it, if one does."""

    name: str
    line: int | None
    what: str


def check(named: Mapping[str, int], *, folder: Path | None = None) -> Iterator[Damage]:
    """Go through the files of the archive, and through the copies that lines name (SHA-256 to number of the line)."""
    folder = folder or archive_path()
    here = set()
    for file in files(folder=folder):
        here.add(file.name)
        what = _amiss(file, folder)
        if what:
            yield Damage(file.name, named.get(file.name), what)
    for name, line in named.items():
        if name not in here:
            yield Damage(name, line, f"the archived copy {name[:12]}… is missing")


def _amiss(file: Path, folder: Path) -> str:
    if file.is_symlink() or not file.is_file():
        return f"{file.relative_to(folder)} in the archive is not a plain file"
    with file.open("rb") as opened:
        found = file_digest(opened, "sha256").hexdigest()
    if found != file.name:
        return f"the archived copy {file.name[:12]}… was changed"
    if file.parent != folder / file.name[:2]:
        return f"the archived copy {file.name[:12]}… lies in the wrong folder"
    return ""
