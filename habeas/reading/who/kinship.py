"""Who is whose husband, sister or child in a text: so that “her husband was freed” is told of the one named before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from habeas.reading.words.languages import Language

Ties = dict[tuple[int, str], set[int]]

_INVERSE = {"spouse": "spouse", "parent": "child", "child": "parent", "sibling": "sibling"}
_OWNED = r"{owner_mark}\s(?:[\w-]+\s){0,2}?(?P<kin>[\w-]+),?\s"
_HIS = r",?\s(?:(?:{joins}|{with})\s)?{his_her}\s(?:[\w-]+\s){0,2}?(?P<kin>[\w-]+),?\s"
_OF = r",?\s\(?(?:{the}\s)?(?:[\w-]+\s){0,2}?(?P<kin>[\w-]+)\s{of}\s(?:[\w-]+\s){0,5}"
_APPOSED = r"{owner_mark}\s(?:[\w-]+\s){0,2}?(?P<kin>[\w-]+)\b"


def ties_between(mentions: Sequence[tuple[int, int, int]], low: str, language: Language, ties: Ties) -> None:
    """Adds what a sentence says: `mentions` are person, start and end of each name in it, in order."""
    for (one, _, end), (other, start, other_end) in pairwise(mentions):
        gap = low[end:start]
        if found := language.shape(_OWNED).fullmatch(gap) or language.shape(_HIS).fullmatch(gap):
            tie(one, other, found["kin"], language, ties)
        elif (found := language.shape(_OF).fullmatch(gap)) or (
            gap.strip() == "," and (found := language.shape(_APPOSED).match(low, other_end))
        ):
            tie(other, one, found["kin"], language, ties)


def kin_of(owner: int, kin: str, language: Language, ties: Ties) -> int | None:
    """The one person told of as somebody's husband, wife, mother and so on; None for nobody, or several."""
    found = ties.get((owner, _sort(kin, language)), set())
    return next(iter(found)) if len(found) == 1 else None


def tie(owner: int, bearer: int, kin: str, language: Language, ties: Ties) -> None:
    sort = _sort(kin, language)
    if sort and owner != bearer:
        ties[owner, sort].add(bearer)
        ties[bearer, _INVERSE[sort]].add(owner)


def no_ties() -> Ties:
    return defaultdict(set)


def _sort(kin: str, language: Language) -> str:
    return next((sort for sort, words in language.keys("kin_ties") if words.fullmatch(kin)), "")
