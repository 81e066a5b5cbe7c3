"""What each writer of the public copy is given. Within it every question is put to the copy and not to the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from habeas.publish.written import Folder
from habeas.register.releases import DataRelease

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Making:
    """`copy` is the finished database, `workshop` a folder that is gone afterwards, `kept` one that stays, inside."""

    copy: Path
    folder: Folder
    workshop: Path
    kept: Path
    edition: str
    releases: tuple[DataRelease, ...]
    progress: Progress | None = None

    @property
    def latest(self) -> DataRelease:
        return self.releases[-1]


Writer = Callable[[Making], None]
