"""Names in full: which of the words with large letters are one person's given name and surname.

A word that no table knows is taken for a name where a person is to be expected (`expected.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.names.parts import is_patronymic
from habeas.reading.who.capitals import Run, ends_sure, is_initial, is_organisation, namelike, well_known
from habeas.reading.who.expected import expected, heads_a_line, introduced
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Text, Word

_SURE, _DOUBLE = 1.2, 1.5
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place of the text, with the words taken for given name and surname; `inner` may be either."""

    start: int
    end: int
    given: str
    surname: str
    title: bool = False
    inner: tuple[str, ...] = ()


def full_names(text: Text, run: Run, language: Language, known: frozenset[str]) -> Iterator[Mention]:
    at = 0
    while at < len(run.words):
        found = None if run.quoted else _full_at(text, run, at, language, known)
        if found:
            yield found[0]
            at += found[1]
        else:
            at += 1


def _names_a_body(text: Text, one: Word, last: Word, language: Language) -> bool:
    """“Норвежского Хельсинкского комитета”: two adjectives with large letters, and their noun with a small one."""
    describes = language.shape(r"{describes}$")
    small = text.printed[last.end : last.end + 1] == " " and text.printed[last.end + 1 : last.end + 2].islower()
    return small and all(describes.search(word.low) is not None for word in (one, last))


def _of_a_man(one: Word, last: Word, language: Language) -> bool:
    """“Абай Выдуманов”: what ends as an adjective of a woman does not stand with a man's surname, and is a name."""
    hers, his = language.shape(r"{adjective_of_woman}$"), language.shape(r"{surname_of_man}$")
    return hers.search(one.low) is not None and his.search(last.low) is not None


_LONGEST_ACRONYM = 6


def _is_acronym(one: Word, two: Word) -> bool:
    """“ГУБАЗ Гродзенскай вобласці”: a body, unless a given name that is known follows (“ИВАНОВ Пётр”)."""
    large = one.text.isupper() and not two.text.isupper() and len(one.text) <= _LONGEST_ACRONYM
    return large and len(one.text) > 1 and well_known(two) < _SURE


def _town_as_surname(given: Word, town: Word, language: Language) -> bool:
    """“Игорь Львов”: what is a town elsewhere is a surname after a given name, if it ends as one."""
    is_word = town.low in language.listed("not_names") or not town.capital
    return not is_word and well_known(given) >= _DOUBLE and ends_sure(town.low)


def _full_at(text: Text, run: Run, at: int, language: Language, known: frozenset[str]) -> tuple[Mention, int] | None:
    """A full name that begins here, and how many words it takes."""
    words = run.words[at:]
    if len(words) < 2:
        return None
    one, two = words[0], words[1]
    if is_initial(one, text) or is_initial(two, text):
        return _with_initials(text, words, language)
    if _is_acronym(one, two):
        return None
    if not namelike(one, language) or not (namelike(two, language) or _town_as_surname(one, two, language)):
        return None
    three = words[2] if len(words) > 2 and namelike(words[2], language) else None
    first = 0.0 if one.low in language.listed("particles") else well_known(one)  # “in La Modelo”
    second = well_known(two)
    if _opens_with_a_word(run, at, first, second, three) or (at == 0 and run.opens and is_common(one, language)):
        return None
    if language.free_order and three and _is_of_an_officer(one, three, language):
        return None
    if language.free_order and three and _between_surnames(one, two, three, language, opens=at == 0 and run.opens):
        return None
    if language.free_order and three:
        if first >= _SURE and is_patronymic(two.low):
            return _mention(one, three, one.low, three.low), 3
        if second >= _SURE and is_patronymic(three.low) and not is_patronymic(two.low):
            return _mention(one, three, two.low, one.low), 3
    if language.free_order and three and first >= _DOUBLE and second >= _DOUBLE and ends_sure(three.low):
        return None  # “жена Павла Ирина Чернявко”: the first of two given names is somebody else's
    if first >= _SURE and not (second > first and ends_sure(one.low)):
        return _given_first(words, language)
    listed = heads_a_line(text, one) or _stands_on_a_line(text, one, two)
    surname_first = language.free_order and first == 0.0 and (not run.opens or at > 0 or listed)
    if second >= _SURE and (ends_sure(one.low) or one.low in known or surname_first or one.text.isupper()):
        return _mention(one, two, two.low, one.low), 2
    return _unknown(text, run, at, language, known)


def _is_of_an_officer(one: Word, three: Word, language: Language) -> bool:
    """“Посол Трампа Джон Доу”: of three the first says whose."""
    return language.pattern("names.officers").fullmatch(one.low) is not None and not is_patronymic(three.low)


def _between_surnames(one: Word, two: Word, three: Word, language: Language, *, opens: bool) -> bool:
    """“Сестра Колесниковой Татьяна Хомич”, “секретарь Трампа Джон Доу”: the first is somebody else's surname.

    Where a line opens with it, a surname may stand first, and what follows the given name be a town.
    """
    known = well_known(two) >= _SURE and well_known(one) < _SURE and well_known(three) < _SURE
    if not known:
        return False
    whose, who = language.shape(r"{surname_of_woman}$"), language.shape(r"{nominative_woman}$")
    if ends_sure(one.low) and whose.search(one.low) and who.search(two.low):
        return True
    return not is_patronymic(three.low) and (not opens or (ends_sure(one.low) and ends_sure(three.low)))


def _stands_on_a_line(text: Text, one: Word, two: Word) -> bool:
    """“Дуда Павел, 31 год”: two words that open a line, and a comma, a dash or the end after them."""
    opens = one.start == 0 or text.printed[one.start - 1] == "\n"
    return opens and text.printed[two.end : two.end + 2] in (", ", " —", " –", " (", "\n", "", ";\n", ".\n")


def _with_initials(text: Text, words: tuple[Word, ...], language: Language) -> tuple[Mention, int] | None:
    """“A. Ivanou”, “Ivanou A. P.”, “John B. Smith”."""
    one, two = words[0], words[1]
    if is_initial(one, text):
        skip = 2 if len(words) > 2 and is_initial(two, text) else 1
        return (
            (_mention(one, words[skip], one.low, words[skip].low), skip + 1)
            if namelike(words[skip], language) and not is_organisation(words[skip], language)
            else None
        )
    if not namelike(one, language):
        return None
    twice = len(words) > 2 and is_initial(words[2], text)
    if language.free_order and (ends_sure(one.low) or twice):
        skip = 3 if len(words) > 2 and is_initial(words[2], text) else 2
        return _mention(one, words[skip - 1], two.low, one.low), skip
    if len(words) > 2 and namelike(words[2], language) and well_known(one) >= _SURE:
        return _mention(one, words[2], one.low, words[2].low), 3
    return None


def _opens_with_a_word(run: Run, at: int, first: float, second: float, three: Word | None) -> bool:
    """“Непоўнагадовы Іван Ануфрыеў”: a sentence opens with a word of its own before a given name."""
    if at or not run.opens or three is None or first >= _SURE or second < _SURE:
        return False
    return not is_patronymic(three.low)


_COMMON = ("names.introduced", "release.done", "detained.done", "sentenced.done", "speech.verb", "release.undergone")


def is_common(word: Word, language: Language) -> bool:
    """“Жена Романа”, “Освободили Залесского”, “Про Витю”: what opens a sentence, and is no name."""
    if language.pattern("names.kin").fullmatch(word.low):
        return True
    if not language.free_order or well_known(word) >= _SURE:
        return False
    if any(pattern.fullmatch(word.low) for _, pattern in language.keys("roles")):
        return True  # “Адвокаты Выдуманова”
    listed = word.low in language.listed("hanging") or word.low in language.listed("prepositions")
    return listed or any(language.pattern(heading).fullmatch(word.low) for heading in _COMMON)


def _given_first(words: tuple[Word, ...], language: Language) -> tuple[Mention, int]:
    """A given name and what follows: a surname, or in other languages two given names or two surnames."""
    long = 2
    if not language.free_order:
        while long < min(len(words), _LONGEST) and namelike(words[long], language):
            long += 1
    inner = tuple(word.low for word in words[1 : long - 1])
    return _mention(words[0], words[long - 1], words[0].low, words[long - 1].low, inner), long


def _unknown(text: Text, run: Run, at: int, language: Language, known: frozenset[str]) -> tuple[Mention, int] | None:
    """Two to four words that no table of given names knows."""
    words = run.words[at:]
    long = 1
    while long < min(len(words), _LONGEST) and namelike(words[long], language):
        long += 1
    if long < 2:
        return None
    one, last = words[0], words[long - 1]
    if language.free_order:
        long, last = 2, words[1]
        if _names_a_body(text, one, last, language):
            return None
        adjective = language.shape(r"{adjective_before_name}$").search(one.low) and not ends_sure(one.low)
        if adjective and not _of_a_man(one, last, language) and not introduced(run, at, language):
            return None
    sure = ends_sure(last.low) or last.low in known
    unsure = run.opens and at == 0 and not introduced(run, at, language)
    if sure and (not unsure or len(one.low) > 2) and not run.headline:
        return _mention(one, last, one.low, last.low, tuple(word.low for word in words[1 : long - 1])), long
    if expected(text, run, at, long, language):
        return _mention(one, last, one.low, last.low, tuple(word.low for word in words[1 : long - 1])), long
    return None


def _mention(first: Word, last: Word, given: str, surname: str, inner: tuple[str, ...] = ()) -> Mention:
    return Mention(min(first.start, last.start), max(first.end, last.end), given, surname, inner=inner)
