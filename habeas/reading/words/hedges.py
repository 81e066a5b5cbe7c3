"""Whether a thing told has happened, hasn't, or is only wished, planned, rumoured or denied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Text


class Told(Enum):
    """How a happening is told."""

    OUTRIGHT = "outright"
    """As a fact."""
    REPORTED = "reported"
    """As something said, with nobody named."""
    DOUBTED = "doubted"
    """As unconfirmed, rumoured, mistaken or denied."""
    UNREAL = "unreal"
    """As wished, planned, expected, demanded or possible."""
    NEGATED = "negated"
    """As not having happened."""


_NEGATED_WITHIN = 24
_STOP = r"[,;:—–]|\b{clause_joins}\b"
_COMMA = re.compile(r"[,:]|\s[—–-]\s|[()]")


def told(
    text: Text,
    sentence: Sentence,
    trigger: tuple[int, int],
    language: Language,
    *,
    listing: bool = False,
    kind: str = "release",
) -> Told:
    """How the words at `trigger` are told. `listing` says that they open a list (“among those freed”), so that what
    stands after them counts as well.

    The gravest is looked for first, and in doubt it is found: a release that is missed costs an editor a minute, one
    that never was costs a family far more.
    """
    one = _telling(text, sentence, trigger, language)
    if _is_doubted(one, kind):
        return Told.DOUBTED
    if _asks(text, sentence) or language.pattern("hedge.opening").match(one.whole.lstrip()):
        return Told.UNREAL
    if _is_negated(one, kind, listing):
        return Told.UNREAL if _is_wished_away(one) else Told.NEGATED
    if _is_unreal(one, listing):
        return Told.UNREAL
    return Told.REPORTED if language.pattern("hedge.reported").search(one.whole) else Told.OUTRIGHT


@dataclass(frozen=True, slots=True)
class _Telling:
    """A telling word in its sentence: itself, the words of its clause before and after it, and the whole sentence."""

    text: Text
    sentence: Sentence
    language: Language
    start: int
    end: int
    before: str
    within: str
    after: str
    whole: str


def _telling(text: Text, sentence: Sentence, trigger: tuple[int, int], language: Language) -> _Telling:
    start, end = trigger
    first, last = _clause(text, sentence, start)
    before = _without_the_past(text.low[sentence.start : start], language)[first - sentence.start :]
    whole = text.low[sentence.start : sentence.end]
    return _Telling(text, sentence, language, start, end, before, text.low[start:end], text.low[end:last], whole)


def _is_doubted(one: _Telling, kind: str) -> bool:
    above = _above(one.text, one.sentence, one.start)
    words = one.whole if kind in _WHOLE else f"{one.before} {one.within} {one.after} {above}"
    outside = one.language.pattern("hedge.own_denial").sub(" ", _outside_quotes(words))
    if one.language.pattern("hedge.doubted").search(outside) or _unknown(outside, one.language):
        return True
    return _in_quotes(one.text, one.start, one.end)


def _is_negated(one: _Telling, kind: str, listing: bool) -> bool:
    denied = _aside(one.before, one.within, one.language) if listing else _near(one.before, one.language)
    if one.language.pattern("hedge.negated").search(denied if kind == "died" else f"{denied} {one.within}"):
        return True
    return _negated_after(one.after, one.language, listing)


def _is_wished_away(one: _Telling) -> bool:
    """“He did not want to be exchanged” says nothing of whether he was."""
    wish = one.language.pattern("hedge.wishing").search(_COMMA.split(one.before)[-1])
    return not one.language.free_order and wish is not None


def _is_unreal(one: _Telling, listing: bool) -> bool:
    """Wished, planned, expected or possible, or missed by a hair."""
    if listing and one.language.pattern("hedge.to_come").search(one.within):
        return True
    chunk = _without_months(_COMMA.split(one.before)[-1], one.language)
    unreal = one.language.pattern("hedge.unreal")
    if _nearly(f"{chunk[-40:]} {one.within}", one.language):
        return True
    if unreal.search(chunk if listing else f"{chunk} {one.within}"):
        return True
    if _hung_on_wish(one.text, one.sentence, one.start, one.language):
        return True
    return not listing and unreal.match(one.after.lstrip()) is not None


def _without_the_past(lead: str, language: Language) -> str:
    """“He spent four years in jail before being freed”, “they lifted sanctions in exchange for it”: both happened."""
    return language.pattern("hedge.fulfilled").sub(lambda found: " " * len(found.group()), lead)


def cancelled(text: Text, sentence: Sentence, language: Language) -> bool:
    """Whether the next sentence takes back what this one tells: “This was later denied.”"""
    if sentence.number + 1 >= len(text.sentences):
        return False
    after = text.sentences[sentence.number + 1]
    words = text.low[after.start : after.end].lstrip()
    if language.pattern("hedge.refutes").match(words):
        return True
    opening = language.pattern("hedge.cancels").match(words)
    return bool(opening) and bool(language.pattern("hedge.doubted").search(words[:160]))


def _without_months(chunk: str, language: Language) -> str:
    """“On 17 May she was freed”: the month is no “may”."""
    return language.shape(_MONTH).sub(" ", chunk)


_MONTH = r"\b{month_as_verb}\b(?=,? \d|'s\b)|(?<=\d ){month_as_verb}\b|\b{before_month_as_verb} {month_as_verb}\b"


def _unknown(words: str, language: Language) -> bool:
    """“It is not known whether she was freed”; where only the reason isn't known, she was."""
    unknown = language.pattern("hedge.unknown").search(words)
    return unknown is not None and not language.pattern("hedge.why").search(words)


def _nearly(chunk: str, language: Language) -> bool:
    """“Almost freed” wasn't; “almost sixty freed” were."""
    found = language.pattern("hedge.near_miss").search(chunk)
    after = chunk[found.end() :].split() if found else []
    return found is not None and not (after and (after[0][0].isdigit() or after[0] in language.numbers))


def _clause(text: Text, sentence: Sentence, place: int) -> tuple[int, int]:
    """From the first to the last word of the clause around a place; what is set in between is blanked by nobody."""
    of = sentence.clause_at(place)
    words = sentence.words_of(of)
    return (words[0].start, max(words[-1].end, place)) if words else (sentence.start, sentence.end)


def _near(before: str, language: Language) -> str:
    """The last words before a trigger, as far as a “not” can be meant for it across a parenthesis.

    Where the order is free, “not” stands right before its verb, or before the “was” that belongs to it.
    """
    parts = _COMMA.split(before)
    if not language.free_order:
        return " ".join(parts[-3:])[-160:]
    apart = [part for part in parts[:-1] if language.pattern("hedge.negated_be").search(part)]
    return " ".join([*apart, parts[-1]])


def _in_quotes(text: Text, start: int, end: int) -> bool:
    """«Уже вызваленага» of somebody else's words, the “freed” of a mocking hand: a word or two between marks."""
    ahead, behind = text.printed[max(0, start - _MARKED) : start], text.printed[end : end + _MARKED]
    return bool(_OPENED.search(ahead)) and bool(_CLOSED.match(behind))


_MARKED = 24
_OPENED = re.compile(r"[\w)]\s[«“\"](?:\w+ ){0,2}$")
_CLOSED = re.compile(r"(?: [\w.]+){0,2}[»”\"]")


def _aside(before: str, within: str, language: Language) -> str:
    """What stands before a list, without what is set between brackets there; “the others are” begins anew."""
    bare = _bare(before)
    goes_on = language.pattern("among_here").fullmatch(within) or language.shape(r"{among}").match(within)
    return bare if goes_on or not bare.rstrip().endswith((",", ";")) else ""


def _bare(words: str) -> str:
    return re.sub(r"\([^()]*\)", " ", words)


def _negated_after(after: str, language: Language, listing: bool) -> bool:
    """“Освобождён не был”, “среди освобождённых его нет”, “дома нет”."""
    if language.shape(_NONE_AT_ONCE).match(after):
        return True
    if listing:
        return bool(language.pattern("hedge.negated").search(after))
    reach = " ".join(language.shape(_STOP).split(after)[0].split()[:4])
    found = language.pattern("hedge.negated_after").search(reach)
    return found is not None and found.start() < _NEGATED_WITHIN


_NONE_AT_ONCE = r"\s*(?:{him_them} )?{not_there}\b"


def _hung_on_wish(text: Text, sentence: Sentence, place: int, language: Language) -> bool:
    """“They demanded that she be released”: the clause hangs on one that wishes."""
    parents = dict(sentence.parents)
    clause = sentence.clause_at(place)
    opener = next((word.low for word, of in zip(sentence.words, sentence.clauses, strict=True) if of == clause), "")
    if clause in parents and opener in language.listed("unreal_openers"):
        return True
    above = parents.get(clause, -1)
    if above < 0:
        return False
    words = [word for word in sentence.words_of(above) if word.end <= place]
    if not words:
        return False
    said = text.low[words[0].start : words[-1].end]
    return bool(language.pattern("hedge.wishing").search(said[-80:]))


def _asks(text: Text, sentence: Sentence) -> bool:
    return text.printed[sentence.start : sentence.end].rstrip(' »”"\n').endswith("?")


_WHOLE = ("release", "pardon", "kept")
"""Kinds that a doubt anywhere in the sentence touches; arrests and sentences are doubted in their own clause."""


def _above(text: Text, sentence: Sentence, place: int) -> str:
    """The clause that the one at a place hangs on: “it is not confirmed that …”."""
    above = dict(sentence.parents).get(sentence.clause_at(place), -1)
    words = sentence.words_of(above) if above >= 0 else []
    return text.low[words[0].start : words[-1].end] if words else ""


def _outside_quotes(whole: str) -> str:
    """What is quoted is the speaker's; a doubt within it is not the text's."""
    return re.sub(r"«[^»]*»|“[^”]*”|\"[^\"]*\"", " ", whole)
