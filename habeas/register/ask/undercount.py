"""How many people no recogniser holds, estimated from how their lists overlap on a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from habeas.problems import BadInput
from habeas.register.answers import AsOf, Lens
from habeas.register.definitions import recognised
from habeas.register.lenses import as_of
from habeas.register.sentence_parts import title
from habeas.statistics.histories import MOST_LISTS, Histories, of_members
from habeas.vocabulary.load import load
from habeas.vocabulary.words import Designation

DEFINITION = (
    "People certainly recognised on the day by one of these lists at least, and those whom the lists' overlaps let one"
    " think to be on none."
)


@dataclass(frozen=True, slots=True)
class Overlap:
    """People on just these lists and no other."""

    lists: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class OverlapAnswer:
    """The lists laid over each other: recognisers with how many each certainly recognises on the day."""

    lists: tuple[tuple[str, int], ...]
    overlaps: tuple[Overlap, ...]
    seen: Histories
    as_of: AsOf


def overlap(recognisers: Collection[str], lens: Lens) -> OverlapAnswer:
    """Of these recognisers, or of the longest lists of political prisoners if none is named.

    BadInput names those known where one isn't, and says so where fewer than two recognise anybody.
    """
    members = _members(recognisers, lens)
    if len(members) < 2:
        raise BadInput("An undercount needs two lists of recognised people at least. Name others, or another day.")
    named = {title("recognisers", key): people for key, people in members.items()}
    seen = of_members(named)
    return OverlapAnswer(
        lists=tuple((name, len(people)) for name, people in named.items()),
        overlaps=tuple(_overlap(seen, one) for one in seen.counts),
        seen=seen,
        as_of=as_of(lens),
    )


def recognisers_asked(recognisers: Collection[str]) -> list[str]:
    """Those named, each once, or all whose recognition is of political prisoners. BadInput for one that isn't there."""
    known = load().recognisers
    if wrong := [key for key in recognisers if key not in known]:
        raise BadInput(f"There is no recogniser “{wrong[0][:80]}”. Known are: {', '.join(sorted(known))}.")
    political = [key for key, one in known.items() if one.designates is Designation.POLITICAL_PRISONER]
    return list(dict.fromkeys(recognisers)) or sorted(political)


def _members(recognisers: Collection[str], lens: Lens) -> Mapping[str, frozenset[str]]:
    found = {key: recognised([key], lens)[0] for key in recognisers_asked(recognisers)}
    longest = sorted((key for key in found if found[key]), key=lambda key: (-len(found[key]), key))
    return found if recognisers else {key: found[key] for key in longest[:MOST_LISTS]}


def _overlap(seen: Histories, history: tuple[int, ...]) -> Overlap:
    lists = tuple(name for name, on in zip(seen.lists, history, strict=True) if on)
    return Overlap(lists, seen.counts[history])
