"""Whether a folder holds already what a publication would write, in which case there is nothing to do.

All of a copy follows from the ledger, the program, the edition and the key; nothing in it hangs on the day it is made.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import orjson
from django.db import connection

from habeas.ledger.checkpoint import home_key
from habeas.ledger.rows import last_link
from habeas.problems import BadInput
from habeas.publish.lying import Lying
from habeas.publish.manifest import NAME, Manifest, read_manifest
from habeas.publish.program import program


@dataclass(frozen=True, slots=True)
class Before:
    """What was published into a folder the last time; `kept` lies inside."""

    kept: Path
    edition: str

    def may_stand(self) -> bool:
        """Whether a publication would be made of the same again."""
        return self._told()[0] == self._made_of()

    def stands(self, root: Path, lying: Lying) -> Manifest | None:
        """The signed list, where every file and the list itself are as they were left."""
        if not self.may_stand() or self._told()[1] != lying.get(NAME):
            return None
        try:
            manifest = read_manifest(root)
        except BadInput:
            return None
        return manifest if {**manifest.files, NAME: lying[NAME]} == lying else None

    def keep(self, manifest: str, upto: int) -> None:
        """`upto` is the last line that was looked at; where another process has appended more, the next one looks."""
        last = last_link()
        if last and last.number == upto:
            self.kept.write_bytes(orjson.dumps([self._made_of(), manifest]))

    def _told(self) -> tuple[str, str]:
        if not self.kept.exists():
            return "", ""
        made_of, manifest = orjson.loads(self.kept.read_bytes())
        return str(made_of), str(manifest)

    def _made_of(self) -> str:
        last = last_link()
        assert last is not None, "a ledger that isn't begun is not published"
        parts = (last.hash.hex(), str(_erased()), program(), self.edition, home_key() or "")
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()


def _erased() -> int:
    """An erasure that was broken off is finished without a line of its own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM ledger_sealed WHERE payload IS NULL")
        return int(cursor.fetchone()[0])
