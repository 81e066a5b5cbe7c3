"""Annotated texts, read from their two files; FORMAT.md says what is what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
KINDS = (
    "people", "counts", "releases", "sentences", "not_released", "detentions", "deaths", "said", "relief", "dates",
)  # fmt: skip
NUMBERED = ("released", "held", "detained", "sentenced", "promised")

Entry = dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """A text with what a person found in it."""

    name: str
    text: str
    language: str
    published: str
    annotated: dict[str, list[Entry]]

    @property
    def series(self) -> int:
        """`en2-03` is of the second series, `en-03` of the first."""
        figures = re.match(r"[a-z]+(\d*)-", self.name)
        return int(figures[1] or 1) if figures else 1

    def of(self, kind: str) -> list[Entry]:
        return self.annotated.get(kind) or []

    def entries(self) -> Iterator[tuple[str, Entry]]:
        for kind in KINDS:
            for entry in self.of(kind):
                yield kind, entry


def read_gold(path: Path) -> Gold:
    told = yaml.load(path.with_suffix(".yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    unknown = told.keys() - {*KINDS, "language", "published"}
    if unknown:
        raise ValueError(f"{path.name}: FORMAT.md knows no {', '.join(sorted(unknown))}.")
    rest = {kind: told[kind] for kind in KINDS if isinstance(told.get(kind), list)}
    text = path.read_text(encoding="utf-8")
    return Gold(path.stem, text, told["language"], told["published"], rest)


def half(name: str, languages: Sequence[str] = ()) -> list[Gold]:
    """All texts of `dev` or `kept`, or those of some languages."""
    golds = [read_gold(path) for path in sorted((FOLDER / name).glob("*.txt"))]
    return [gold for gold in golds if not languages or gold.language in languages]
