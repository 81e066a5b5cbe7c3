"""What lies in the folder when a publication begins, by name with its hash: what is as it should be stays.

To read all of a large copy takes some seconds, which other processes spend while there is nothing else to do yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from habeas.publish.manifest import digest, files_of
from habeas.publish.workers import Crew

Lying = Mapping[str, str]


def look(root: Path, crew: Crew | None) -> Callable[[], Lying]:
    """Begin to look; what is returned waits for the end."""
    names = list(files_of(root))
    if crew is None:
        return lambda: hashes(root, names)
    parts = crew.hashes(root, names)
    return lambda: {name: told for part in parts for name, told in part.result().items()}


def hashes(root: Path, names: Iterable[str]) -> dict[str, str]:
    """Without a file that can't be read: it is made anew."""
    found = {}
    for name in names:
        try:
            found[name] = digest(root / name)
        except OSError:
            continue
    return found
