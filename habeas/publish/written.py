"""The folder of a public copy while it is written: what hasn't changed is left alone, what no longer belongs goes."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from habeas.problems import BadInput
from habeas.project.home import home
from habeas.publish.lying import Lying
from habeas.publish.manifest import NAME, digest, files_of

UNFINISHED = b'{"form": "habeas public copy, not finished"}\n'
"""Stands in the manifest's place until the first publication is whole, and marks the folder as ours."""


class Folder:
    """Files that were written this time, by name with their hash. Names are relative, with forward slashes.

    `lying` is what was there before.
    """

    def __init__(self, root: Path, lying: Lying) -> None:
        self.root = root
        self.lying = lying
        self.files: dict[str, str] = {}

    @property
    def mark(self) -> str:
        return mark_of(self.root)

    def write(self, name: str, content: bytes) -> str:
        """Returns the hash of what it wrote."""
        told = hashlib.sha256(content).hexdigest()
        assert self.files.setdefault(name, told) == told, f"{name} is written twice"
        file = self.root / name
        if self.lying.get(name) != told:
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh = file.with_name(f".{file.name}.new")
            fresh.write_bytes(content)
            os.replace(fresh, file)
        return told

    def keep(self, name: str, told: str) -> bool:
        """Whether the file is there as it was, in which case it stays."""
        if self.lying.get(name) != told:
            return False
        self.files[name] = told
        return True

    def take(self, name: str, made: Path) -> None:
        """Move in a file that was made elsewhere."""
        told = self.files[name] = digest(made)
        file = self.root / name
        if self.lying.get(name) != told:
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh = file.with_name(f".{file.name}.new")
            shutil.copyfile(made, fresh)
            os.replace(fresh, file)

    def forget_the_rest(self) -> None:
        """What was there before and isn't any more: withdrawn pages, first of all."""
        for name in files_of(self.root):
            if name not in self.files and name != NAME:
                (self.root / name).unlink()
        for folder, _, _ in os.walk(self.root, topdown=False):
            if not os.listdir(folder):
                os.rmdir(folder)


def mark_of(root: Path) -> str:
    """Under which what is remembered of this folder is kept."""
    return hashlib.sha256(str(root).encode()).hexdigest()[:16]


def ready(folder: Path) -> Path:
    """The folder to publish into: empty, new, or a public copy already, since what doesn't belong is deleted there."""
    root, inside = folder.expanduser().absolute(), home()
    if root == inside or root in inside.parents or inside in root.parents:
        raise BadInput(f"{root} and the home folder lie within one another. Publish into a folder apart from it.")
    if root.is_dir() and any(root.iterdir()) and not (root / NAME).is_file():
        raise BadInput(
            f"{root} holds other things and is no public copy. Name an empty folder: what doesn't belong is deleted."
        )
    try:
        root.mkdir(parents=True, exist_ok=True)
        if not (root / NAME).exists():
            (root / NAME).write_bytes(UNFINISHED)
    except OSError as reason:
        raise BadInput(f"{root} can't be written to: {reason.strerror}. Name another folder.") from None
    return root
