"""The rows of one list against the people of the register: a verdict for each, with who may be meant and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from habeas.names.index import NameIndex
from habeas.names.parts import read_names
from habeas.names.people import Answer, Asked, Known, Verdict

Named = tuple[str, tuple[str, ...], str, str]
"""A person of the register: id, every name known, gender and birth, the last two empty where not known."""

MOST_CANDIDATES = 5

Progress = Callable[[int, int], None]


def link(asked: Sequence[Asked], people: Iterable[Named], progress: Progress | None = None) -> list[Answer]:
    """An answer for each row, in the order of the rows.

    Two rows that fit one person are both unclear: they are two people of whom one isn't in the register, or one
    person printed twice, and only a reader can tell.
    """
    known = list(spellings(people))
    if not known:
        return [Answer(row, Verdict.ABSENT, ()) for row in asked]
    index = NameIndex.build(known)
    read_names(row.name for row in asked)
    weighed = []
    for done, row in enumerate(asked, 1):
        weighed.append(index.weigh(row, MOST_CANDIDATES))
        if progress:
            progress(done, len(asked))
    return index.answer_weighed(weighed, MOST_CANDIDATES)


def spellings(people: Iterable[Named]) -> Iterator[Known]:
    for person, names, gender, birth in people:
        for name in names:
            yield Known(person, name, birth, gender)
