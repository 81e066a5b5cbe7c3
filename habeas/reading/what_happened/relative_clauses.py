"""Whom a relative clause tells of: “X, who was freed”, “those who remain behind bars are X and Y”."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.what_happened.name_lists import listed
from habeas.reading.what_happened.triggers import Trigger
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence, Word


def antecedent_of(sentence: Sentence, clause: int, here: Sequence[Named], cast: Cast) -> Named | None:
    """Whom a relative clause hangs on: the name right before “who”."""
    words = sentence.words_of(clause)
    if not words or not cast.language.relatives.fullmatch(words[0].low):
        return None
    if (of_kin := _kin_of_whose(words, here, cast)) is not None:
        return of_kin
    before = [one for one in here if one.end <= words[0].start and not one.pronoun]
    if before and words[0].start - before[-1].end <= 40:
        return before[-1]
    return None


def _kin_of_whose(words: Sequence[Word], here: Sequence[Named], cast: Cast) -> Named | None:
    """“Vera Kot, whose husband Adam Kot is in prison”: the husband, by his own name."""
    if len(words) < len(("whose", "husband")) or not cast.language.pattern("names.kin").fullmatch(words[1].low):
        return None
    return next((one for one in here if one.start == words[1].end + 1 and not one.pronoun), None)


def opens_relative(sentence: Sentence, clause: int, cast: Cast) -> bool:
    """“Those who were not freed”: nobody with a name."""
    words = sentence.words_of(clause)
    return bool(words) and clause > 0 and bool(cast.language.relatives.fullmatch(words[0].low))


_ARE = r"[^,;:]{0,40}?\s*(?:,?\s*[—–:-]\s|(?:,\s)?\b{are}\s)"


def after_those_who(trigger: Trigger, sentence: Sentence, clause: int, cast: Cast) -> list[Named]:
    """“Among those who remain behind bars are X and Y”; “среди тех, кто остаётся за решёткой, — X”."""
    words = sentence.words_of(clause)
    ahead = cast.text.low[sentence.start : words[0].start]
    if not cast.language.pattern("names.those").search(ahead[-40:]):
        return []
    behind = max(trigger.end, words[-1].end) if cast.language.free_order else trigger.end
    found = cast.language.shape(_ARE).match(cast.text.low, behind, sentence.end)
    return listed(sentence, found.end(), cast) if found else []
