"""What each writer of the public copy is given. Within it every question is put to the copy and not to the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.publish.copying import Copied
from habeas.publish.workers import Crew
from habeas.publish.written import Folder
from habeas.register.releases import DataRelease

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Making:
    """`copy` is the finished database, `workshop` a folder that is gone afterwards, `kept` one that stays, inside.

    `crew`: processes that make files side by side, where it is worth having them.
    """

    copy: Path
    folder: Folder
    workshop: Path
    kept: Path
    edition: str
    copied: Copied
    progress: Progress | None = None
    crew: Crew | None = None

    @property
    def releases(self) -> tuple[DataRelease, ...]:
        return self.copied.releases

    @property
    def latest(self) -> DataRelease:
        return self.releases[-1]

    def bare(self) -> Making:
        """For another process: without what can't be handed over, and with no file written yet."""
        return replace(
            self,
            folder=Folder(self.folder.root, self.folder.lying),
            copied=Copied(self.releases, ()),
            kept=Path(),
            progress=None,
            crew=None,
        )


Writer = Callable[[Making], None]
