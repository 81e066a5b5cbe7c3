"""What a text says that somebody is: callings and offices beside the name, and whether a man or a woman."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.names.given import read_given
from habeas.names.tables import tables
from habeas.reading.who.mentions import Mention
from habeas.reading.who.name_shapes import name_shapes
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Text

_OFFICE = "official"
_DID = r"\b(?!{no_past}\b)\w+{past} {object_opens}\b"
_APPOSED = r"\s*[,(—–-]\s*(?:{apposed_opening} )?(?:[\w'-]+\s+){0,2}?"
_DONE = ("speech.verb", "release.undergone", "release.done", "detained.done", "sentenced.done", "pardon.done")


def gender_of(given: str, surname: str) -> str:
    shapes = name_shapes()
    if shapes.men_oblique.search(surname):
        return "m"
    read = read_given(given) if len(given) > 1 else None
    families = (read.full | read.inflected or read.short) if read else frozenset()
    genders = {tables().gender.get(family, "") for family in families}
    if len(genders) == 1:
        return {"male": "m", "female": "f", "m": "m", "f": "f"}.get(next(iter(genders)), "")
    if shapes.men_given.search(given):
        return "m"
    if len(genders) > 1 and (shapes.men.search(surname[:-1]) or shapes.men.search(f"{surname[:-2]}ў")):
        return ""  # “Ивана Лисова” may be Иван in the genitive
    if shapes.women.search(surname):
        return "f"
    return "m" if shapes.men.search(surname) else ""


def roles_at(one: Mention, text: Text, language: Language) -> Iterator[tuple[str, int, int]]:
    """Callings right before or after a name. An office that was held before, or was stood for, is none."""
    sentence = text.sentence_at(one.start)
    before = text.low[max(sentence.start, one.start - 60) : one.start]
    before = re.split(r"[,;:.()«»“”\"]|\s[—–-]\s", before)[-1]
    after = text.low[one.end : min(sentence.end, one.end + 60)]
    for role, pattern in language.keys("roles"):
        for found in pattern.finditer(before):
            gap = before[found.end() :]
            past = role == _OFFICE and language.pattern("names.past_office").search(before[: found.end()])
            if _in_two_cases(found.group(), pattern, one, language):
                continue
            if gap.strip() and _does_it_to(found.group(), pattern, one, language):
                continue
            if len(gap.split()) <= (4 if role == _OFFICE else 3) and not past and not _verbs_between(gap, language):
                start = one.start - len(before) + found.start()
                yield role, start, one.start - len(before) + found.end()
        apposed = language.shape(_APPOSED).match(after)
        for begin in (apposed.end(), len(apposed.group()) - len(apposed.group().lstrip())) if apposed else ():
            behind = pattern.match(after, begin)
            if behind and _speaks(after[behind.end() :], language):
                break
            if behind and not (role == _OFFICE and language.pattern("names.past_office").search(after[: behind.end()])):
                yield role, one.end + behind.start(), one.end + behind.end()
                break


def _speaks(after: str, language: Language) -> bool:
    """“They freed X, the secretary of state said”: the secretary is somebody else."""
    said = None if language.free_order else language.pattern("speech.verb").search(after)
    return said is not None and re.fullmatch(r"\s(?:of [\w ]+ )?", after[: said.start()]) is not None


def _in_two_cases(word: str, pattern: re.Pattern[str], one: Mention, language: Language) -> bool:
    """“Недопущенный до выборов президента Виктор”: an office in the genitive is not of a name in the nominative."""
    if (
        not language.free_order
        or not one.given
        or not language.shape(r"{man_of}$").search(word)
        or not pattern.fullmatch(word[:-1])
    ):
        return False
    gender = gender_of(one.given, one.surname)
    ends = {"f": r"{nominative_woman}$", "m": r"{nominative_man}$"}.get(gender)
    return ends is not None and language.shape(ends).search(one.given) is not None


def _does_it_to(word: str, pattern: re.Pattern[str], one: Mention, language: Language) -> bool:
    """“Суддзя пакараў Івана Лісава”: past a word between, an office in the nominative is not of a name that isn't."""
    if not language.free_order or pattern.fullmatch(word[:-1]):
        return False
    return gender_of(one.given, one.surname) != "f" and language.shape(r"{man_of}$").search(one.given) is not None


def _verbs_between(gap: str, language: Language) -> bool:
    """“The judge gave X”, “a judge overturned the conviction of X”: X is no judge."""
    if language.shape(_DID).search(gap):
        return True
    return any(language.pattern(heading).search(gap) for heading in _DONE)
