"""Names that stand together: joined by commas and “and”, or in company with those a verb is said of."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.what_happened.name_lists import TELLING
from habeas.reading.what_happened.triggers import Trigger
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence

_BETWEEN_NAMES = r"(?:\s*[,(][^,;:.()]{0,70}\)?)?(?:\s*(?:,|;|{joins}|{nors})\s*)+(?:[^,;.:]{0,60}?\s)?"


def company(trigger: Trigger, kind: str, found: Sequence[Named], sentence: Sentence, cast: Cast) -> list[Named]:
    """“Together with her husband, Pavel Duda”; “X was seized at work, Y at home”."""
    if kind not in ("release", "detained"):
        return []
    others = [
        one
        for one in cast.by_name(sentence)
        if one.start >= trigger.end and not one.possessive and all(one.person != each.person for each in found)
    ]
    return [
        one
        for one in others
        if _in_company(trigger, one, cast)
        or (kind == "detained" and _gapped(trigger, one, cast))
        or _placed(trigger, one, cast)
    ]


def _in_company(trigger: Trigger, one: Named, cast: Cast) -> bool:
    ahead = cast.text.low[trigger.end : one.start]
    together = cast.language.pattern("names.together").search(ahead)
    if cast.language.pattern("speech.verb").search(ahead) or set(ahead) & set('”»"'):
        return False
    return together is not None and not cast.language.shape(_SENTENCE_PARTS).search(ahead[together.end() :])


def _gapped(trigger: Trigger, one: Named, cast: Cast) -> bool:
    ahead = cast.text.low[trigger.end : one.start]
    gapped, after = cast.language.shape(_GAPPED), cast.language.shape(_GAPPED_AFTER)
    return bool(gapped.search(ahead)) and bool(after.match(cast.text.low, one.end))


def _placed(trigger: Trigger, one: Named, cast: Cast) -> bool:
    """“У Слуцк вярнулася X, у Жодзіна — зваршчык Y”: the verb goes on, unsaid, for another place."""
    return bool(cast.language.shape(_ELSEWHERE).search(cast.text.low[trigger.end : one.start]))


_ELSEWHERE = r"^[^.;:()«“]{0,70}[,;] (?:{clause_joins} )?{elsewhere} [\w'-]+ ?(?:—|–|,) ?(?:\w+ ){0,2}$"
_SENTENCE_PARTS = r"[;:()]|,.*,|\b{another_part}\b"
_GAPPED = r"^[^;:()«“]{0,60}[,;]\s*(?:{gapped} |{after_days} \w+ — )?$"
_GAPPED_AFTER = r"\s*(?:[—–](?!\s*{not_so}\b)|{gapped_after}\b|[.,;]?$)"


def together(seed: Sequence[Named], among: Sequence[Named], cast: Cast) -> list[Named]:
    """All names joined to the seed by commas and “and”."""
    if not seed or seed[0].pronoun:
        return [one for one in among if one.start == seed[0].start] if seed else []
    among = [one for one in among if not one.pronoun or one is seed[0]]
    at = among.index(seed[0])
    chosen = [seed[0]]
    for other in reversed(among[:at]):
        if not _joined(other, chosen[0], cast):
            break
        chosen.insert(0, other)
    for other in among[at + 1 :]:
        if not _joined(chosen[-1], other, cast):
            break
        chosen.append(other)
    return chosen


_TO_A_NUMBER = r"\b{to_a_term}\s+\w+\s*[—–-]"


def _joined(one: Named, other: Named, cast: Cast) -> bool:
    low = _without_clauses(one, other, cast)
    if one.person == other.person or not cast.language.shape(_BETWEEN_NAMES).fullmatch(low):
        return False
    if cast.language.shape(_TO_A_NUMBER).search(low):
        return False
    if cast.language.pattern("names.relation").search(low):
        return False
    return not any(cast.language.pattern(heading).search(low) for heading in TELLING)


def _without_clauses(one: Named, other: Named, cast: Cast) -> str:
    """What stands between two names of one clause, without a clause set in: “X, who was tried in 2021, and Y”."""
    between = cast.text.low[one.end : other.start]
    if one.clause != other.clause:
        return between
    sentence = cast.text.sentence_at(one.start)
    apart = [
        word
        for word, clause in zip(sentence.words, sentence.clauses, strict=True)
        if one.end <= word.start < other.start and clause != one.clause
    ]
    if not apart:
        return between
    return between[: apart[0].start - one.end] + cast.text.low[apart[-1].end : other.start].lstrip(".")
