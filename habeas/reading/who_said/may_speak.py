"""Who may speak in a stretch of a sentence: people, pronouns, nouns that speak, and names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from habeas.reading.who.cast import Cast
from habeas.reading.who_said.quotations import is_speech
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Word

_LARGE = r"[A-ZА-ЯЁЎІЇЄҐĄĆČĘĖĮŁŃÓŚŠŲŪŹŻŽ]"
_OF = r"(?:\s{of_or_for}\s(?:{the}\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)|(?:\s" + _LARGE + r"[\w-]+){1,3}"
_IN_QUOTES = re.compile(r"\s?[«“„\"][^»“”\"]{2,40}[»“”\"]")
_NAME_IN_QUOTES = re.compile(r"[«“\"][^«»“”\"]{2,40}[»”\"]|„[^\s“”\"]+(?: [^\s“”\"]+){0,2}[“”\"]")
_PREPOSITION = r"(?:^|[^\w]){where_or_whom}\s$"
_GENITIVE = r"[\w-]+ (?:[\w-]+ )*[\w-]*{genitive_noun}$"
_TO_A_MAN = r"{given_to_man} (?:\S+ )*\S+{surname_to_man}$"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who may speak, at a place; `person` is their number among the people of the text."""

    text: str
    person: int | None
    start: int
    end: int


def candidates(sentence: Sentence, cast: Cast, start: int, end: int) -> Iterator[Speaker]:
    """People, pronouns and speaking nouns between two places, in order; a noun right before a name is that person."""
    found: list[Speaker] = []
    for named in cast.named_in(sentence):
        oblique = named.pronoun and cast.text.low[named.start : named.end] in cast.language.listed("oblique_pronouns")
        if start <= named.start and named.end <= end and not named.possessive and not oblique:
            found.append(Speaker(cast.people[named.person].name, named.person, named.start, named.end))
    for noun in cast.language.pattern("speech.speaker").finditer(cast.text.low, start, end):
        if cast.text.low[noun.end() : noun.end() + 2] == "'s":
            continue
        if not any(one.start < noun.end() and noun.start() < one.end for one in found):
            found.append(_named(_noun(start, noun.start(), noun.end(), sentence, cast), noun.start(), sentence, cast))
            found = [one for one in found if one is found[-1] or not (found[-1].start < one.start < found[-1].end)]
    found += _unknown_names(sentence, cast, start, end, found)
    found = sorted((one for one in found if not _told_to(one, cast)), key=lambda one: one.start)
    owned = {one.start for head, one in pairwise(found) if _belongs_to(one, head, cast)}
    found = [one for one in found if one.start not in owned]
    for at, one in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if one.person is None and following is not None and following.start <= one.end + 1:
            continue
        yield one


def _named(made: Speaker, noun: int, sentence: Sentence, cast: Cast) -> Speaker:
    """“His wife Anna Rak”: a calling that a name closes is that person."""
    for one in () if cast.language.free_order else cast.by_name(sentence):
        ahead = cast.text.low[noun : one.start].split()
        if one.end == made.end and one.start > noun and not cast.language.listed("hanging") & set(ahead):
            return Speaker(cast.people[one.person].name, one.person, made.start, made.end)
    return made


def _belongs_to(one: Speaker, head: Speaker, cast: Cast) -> bool:
    """“Пресс-служба суда”, “собеседник издания”: of two nouns side by side the first speaks."""
    if not cast.language.free_order or one.person is not None or head.person is not None:
        return False
    beside = cast.text.printed[head.end : one.start] == " "
    return (
        beside
        and cast.language.shape(_GENITIVE).search(cast.text.low[head.start : one.end].split("«")[0].strip()) is not None
    )


def _told_to(one: Speaker, cast: Cast) -> bool:
    """“Родственникам сказали”, “рассказал Ерлану Тлеубаеву”: a dative is who is told."""
    printed = cast.text.low[one.start : one.end].split("«")[0].strip()
    if one.person is not None:
        return bool(cast.language.shape(_TO_A_MAN).search(printed)) and cast.people[one.person].gender == "m"
    return bool(printed) and cast.language.shape(r"{to_somebody}$").search(printed) is not None


def _unknown_names(sentence: Sentence, cast: Cast, start: int, end: int, found: list[Speaker]) -> list[Speaker]:
    """A name in quotation marks, or words with large letters that no table knows, as organisations have."""
    more: list[Speaker] = []
    for one in _NAME_IN_QUOTES.finditer(cast.text.printed, start, end):
        named = (
            one.group()[1:2].isupper()
            and one.group()[-2] not in ",!?"
            and not is_speech(cast.text.printed, *one.span())
        )
        if named and not any(each.start < one.end() and one.start() < each.end for each in found):
            more.append(Speaker(one.group(), None, one.start(), one.end()))
    for body in _bodies(sentence, cast, start, end) if not cast.language.free_order else ():
        if not any(each.start < body.end and body.start < each.end for each in (*found, *more)):
            more.append(body)
    for word in sentence.words:
        inside_span = start <= word.start and word.end <= end and word.capital and len(word.text) > 2
        taken = any(each.start < word.end and word.start < each.end for each in (*found, *more))
        owns = not cast.language.free_order and cast.text.low[word.end : word.end + 3] == "'s "
        if (
            inside_span
            and not taken
            and not owns
            and _may_be_a_name(word, sentence, cast)
            and not _in_a_place(word, cast)
        ):
            beside = more[-1] if more and cast.text.printed[more[-1].end : word.start] == " " else None
            first = beside.start if beside else word.start
            more[len(more) - bool(beside) :] = [Speaker(cast.text.printed[first : word.end], None, first, word.end)]
    return more


def _bodies(sentence: Sentence, cast: Cast, start: int, end: int) -> Iterator[Speaker]:
    """“Human Rights Watch”, “the Belarusian Prison Watch”: large letters, and a word that makes bodies."""
    made, run = cast.language.pattern("names.organisations"), list[Word]()
    for word in (*sentence.words, None):
        inside_span = word is not None and start <= word.start and word.end <= end and word.capital
        if word is not None and inside_span and (not run or cast.text.printed[run[-1].end : word.start] == " "):
            run.append(word)
            continue
        if len(run) > 1 and any(made.fullmatch(one.low) for one in run):
            yield Speaker(cast.text.printed[run[0].start : run[-1].end], None, run[0].start, run[-1].end)
        run = [word] if word is not None and inside_span else []


def _in_a_place(word: Word, cast: Cast) -> bool:
    """“У Полацку затрымалі”: right after a preposition stands where, or to whom, and nobody who speaks."""
    if len(word.text) > 2 and word.text.isupper():
        return False  # “в ФСИН объяснили”
    return cast.language.shape(_PREPOSITION).search(cast.text.low[max(0, word.start - 8) : word.start]) is not None


def _may_be_a_name(word: Word, sentence: Sentence, cast: Cast) -> bool:
    """A large letter that opens a sentence, or what a colon or quotation mark leads in, makes no name by itself."""
    if word.low in cast.language.listed("not_names") or word.low in cast.language.pronouns:
        return False
    if not cast.language.free_order or word.text[1:] != word.low[1:]:
        return True
    ahead = cast.text.printed[sentence.start : word.start].rstrip()
    if ahead and ahead[-1] not in ':«“„"—–.)':
        return True
    return bool(re.search(rf"[\w,] {re.escape(word.text)}\b", cast.text.printed))


def _noun(first: int, start: int, end: int, sentence: Sentence, cast: Cast) -> Speaker:
    """The noun with what stands close before it (a senior administration official) and a name in quotes after it."""
    left, right = max(first, _left(start, sentence, cast)), _right(end, sentence, cast)
    if (person := _named_there(left, right, sentence, cast)) is not None:
        return Speaker(cast.people[person].name, person, left, right)
    return Speaker(" ".join(cast.text.printed[left:right].split()), None, left, right)


def _named_there(left: int, right: int, sentence: Sentence, cast: Cast) -> int | None:
    """“Президент Литвы Гитанас Науседа”: the phrase ends with a name, which is not in the genitive."""
    if not cast.language.free_order:
        return None
    named = next((one for one in cast.by_name(sentence) if left < one.start and one.end == right), None)
    if named is None or _in_genitive(named.person, cast.text.low[named.start : named.end], cast):
        return None
    return named.person


def _left(start: int, sentence: Sentence, cast: Cast) -> int:
    left = start
    quoted = re.compile(r"[«“\"][^«»“”\"]{2,40}[»”\"]\s$").search(cast.text.printed[sentence.start : start])
    if quoted:
        return sentence.start + quoted.start()
    named = {one.end for one in cast.by_name(sentence)}
    for word in reversed([word for word in sentence.words if word.end <= start][-3:]):
        if word.end in named:
            break
        gap = cast.text.printed[word.end : left]
        parted = gap.strip().strip(".") or (gap.strip() and len(word.text) > 1)
        if parted or word.low in cast.language.listed("stops_phrase"):
            break
        if not (word.capital or _modifies(word.low, cast.language)) or (len(word.text) == 1 and not word.capital):
            break
        left = word.start
    return left


def _right(end: int, sentence: Sentence, cast: Cast) -> int:
    printed = cast.text.printed
    beside = next((one for one in cast.by_name(sentence) if printed[end : one.start] == " "), None)
    if beside is not None and _in_genitive(beside.person, printed[beside.start : beside.end].lower(), cast):
        return beside.end
    if quoted := _IN_QUOTES.match(printed, end):
        return quoted.end() if quoted.group().strip()[1:2].isupper() else end
    of = cast.language.shape(_OF).match(printed, end)
    if of and cast.language.pattern("speech.verb").search(printed[end : of.end()].lower()) is None:
        return of.end()
    return end


def _in_genitive(person: int, name: str, cast: Cast) -> bool:
    """“Адвокат Ивана Петрова”: the lawyer speaks, and not Ivan Petrov."""
    given, gender = name.split()[0], cast.people[person].gender
    if not cast.language.free_order or len(name.split()) < 2:
        return False
    if gender == "m":
        ends = cast.language.shape(r"{man_of}$").search(given)
        return ends is not None and given not in cast.language.listed("men_in_a")
    return gender == "f" and cast.language.shape(r"{woman_of}$").search(given) is not None


def _modifies(low: str, language: Language) -> bool:
    if low in language.listed("determiners"):
        return True
    if language.shape(r"{modifiers}$").search(low):
        return True
    return language.free_order and low in language.listed("possessives")
