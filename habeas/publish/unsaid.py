"""What is kept back of somebody who is shown, looked for in what else goes out about them: a quote can tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from habeas.domain.claims import Claim, Named, RowPrinted
from habeas.domain.lines import Line
from habeas.publish.names_inside import NamesInside

_SHORTEST = 4


class Unsaid:
    """Of one person the lines kept back: their words, and the sources whose quotes can hold them."""

    def __init__(self, kept_back: Iterable[Line]) -> None:
        kept = list(kept_back)
        self._words = NamesInside((word for line in kept for word in _words(line.claim)), ())
        self._sources = {line.evidence.source for line in kept if line.evidence}

    def told_by(self, source: str, text: str) -> bool:
        """Whether a quote may tell it. All of a source that does is in doubt; a lost quote harms nobody."""
        return source in self._sources or self._words.spoken_of(text)

    def without(self, text: str) -> str:
        return self._words.without(text)


def _words(claim: Claim) -> Iterator[str]:
    """What names tell is looked for in everything (see NamesInside), and not here."""
    if isinstance(claim, (Named, RowPrinted)):
        return
    for field in fields(claim):  # type: ignore[arg-type]
        value = getattr(claim, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if type(one) is str and len(one) >= _SHORTEST:
                yield one
