"""Mentions of people in running text: found by given names, initials, titles and endings, and put together.

A person is named in full once and by surname afterwards, in whatever case the sentence asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from habeas.names.given import given_level, read_given, standing
from habeas.names.parts import is_patronymic
from habeas.names.surname import surname_level
from habeas.names.tables import tables
from habeas.reading.languages import Language
from habeas.reading.text import Sentence, Text, Word

_SURE_ENDS = re.compile(
    r"(?:ski|sky|skaya|skaia|skaja|skiy|skyi|skaga|enko|enka|anka|onka|vich|wicz|vič|vičius|ovich|evich|chuk|czuk|"
    r"[oae]va|[oe]v|eu|oŭ|aŭ|ou|yuk|iuk|chik|czyk|ava|skis|čius|ienė|aitė|"
    r"ск(?:и|ий|ая|ага|ого|ой|аму|ому|ую|ім|им|яя)|цк(?:и|ий|і|ая|ага|ого|ой|аму|ому|ую|ім|им)|скі|енк[аоуиіой]+|анк[аоуі]|"
    r"ськ(?:ий|а|ого|ої|ому|ій|им|ою|у|і)|цьк(?:ий|а|ого|ої|ому|ій|им|ою|у)|[иі]ч(?:а|у|ем|еві)|енк(?:о|а|ові|ом)|ішин(?:а|у|ою)?|"
    r"[sc]k(?:i|a|iego|iemu|im|iej|ą)|[iy]?cz(?:a|owi|em)|czyk(?:a|owi|iem)?|icz|"
    r"[sc]k(?:is|io|iui|į|aja|ajos|ają|as|aitė)|i[cč]ius|i[cč]iaus|[oe]vas|[oe]vo|[oe]vą|auskas|ien(?:ė|ės|ę|ei)|[aiuy]t(?:ė|ės|ę)|"
    r"[оеё]в(?:а|у|ым|ой|е|ы)?|[аоеё]ў|[ао]в(?:а|у|ай|ой|ым|е|ы)|ич(?:а|у|ем|е|ам|ом)?|іч(?:а|у|ам|ы)?|[ую]к(?:а|у|ом|ам)?|чык(?:а|у|ам)?)$"
)
_LITHUANIAN = (
    ("ius", ("", "i")), ("iaus", ("", "ius")), ("ės", ("ė", "a")), ("os", ("a",)), ("ui", ("as", "")),
    ("ą", ("a", "as", "")), ("as", ("", "a")), ("is", ("", "y", "iy")), ("io", ("is", "", "y")), ("o", ("as", "")), ("ė", ("a",)),
)  # fmt: skip
_CASE_TAILS = frozenset(
    "| а у ом ам ем е я ю ем ым им ім ой ай эй ей ою аю ую ы и і ого ага его яга ому аму ему яму ым ах ях ая яя ий ый "
    "і ью ям ём йм em owi a u ie iem y ego emu im ym ą ę ej o as us"
    " iego iej ia iom owie ові еві єві ем єм ам ів ої ій ою єю є ї ів ами "
    "ą os ai aus ais ų į ius iaus ys ės ei ė umi imi"
    "  is io iui ui iu ienė".replace("|", "").split(" ")
)
_BETWEEN = re.compile(r"[ \u00a0]+|\n|\.[ \u00a0]*|-|[ \u00a0]+[(«\"][ \u00a0]*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place of the text, with the words taken for given name and surname."""

    start: int
    end: int
    given: str
    surname: str
    title: bool = False


@dataclass
class Person:
    """Somebody whom a text names: every mention, the first full name, what the text says they are."""

    mentions: list[Mention]
    name: str
    given: str
    surname: str
    gender: str = ""
    roles: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def first(self) -> Mention:
        return self.mentions[0]

    @property
    def officer(self) -> bool:
        """Whether the text calls the person by an office, so that others are freed by and not with them."""
        return any(role == "official" for role, _, _ in self.roles)


def find_people(text: Text, language: Language, known: frozenset[str] = frozenset()) -> list[Person]:
    """Everybody named, in the order of first mention; `known` are surnames of a register, in small letters."""
    runs = [run for sentence in text.sentences for run in _runs(text, sentence, language)]
    full = [mention for run in runs for mention in _full(text, run, language, known)]
    people = _grouped(text, full)
    taken = {place for person in people for one in person.mentions for place in range(one.start, one.end)}
    for run in runs:
        rest = [word for word in run.words if word.start not in taken]
        for word in rest:
            _take_alone(text, word, run, people, language, known)
    for person in people:
        person.mentions.sort(key=lambda one: one.start)
        _describe(person, text, language)
    return sorted(people, key=lambda one: one.first.start)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words with large letters one after the other."""

    words: tuple[Word, ...]
    before: Word | None
    opens: bool
    quoted: bool
    joined: bool = False


def _runs(text: Text, sentence: Sentence, language: Language) -> Iterator[_Run]:
    run: list[Word] = []
    before: Word | None = None
    for at, word in enumerate(sentence.words):
        between = text.printed[sentence.words[at - 1].end : word.start] if at else ""
        particle = word.low in language.listed("particles") and bool(run)
        if run and not (_BETWEEN.fullmatch(between) and (between[0] != "." or len(run[-1].text) <= 2)):
            yield _run(text, sentence, run, before)
            run = []
        if word.capital or particle:
            before = (sentence.words[at - 1] if at else None) if not run else before
            run.append(word)
        elif run:
            yield _run(text, sentence, run, before)
            run = []
    if run:
        yield _run(text, sentence, run, before)


def _run(text: Text, sentence: Sentence, run: list[Word], before: Word | None) -> _Run:
    mark = text.printed[max(0, run[0].start - 1) : run[0].start]
    after = text.printed[run[-1].end : run[-1].end + 1]
    quoted = mark in "«\"“„'" and mark != "" and after in "»\"”“'" and after != ""
    joined = bool(re.search(r"(?:,|:|\band)\s$", text.printed[max(0, run[0].start - 6) : run[0].start]))
    return _Run(tuple(run), before, run[0] is sentence.words[0], quoted, joined)


def _full(text: Text, run: _Run, language: Language, known: frozenset[str]) -> Iterator[Mention]:
    words = run.words
    at = 0
    while at < len(words):
        found = None if run.quoted else _full_at(text, run, at, language, known)
        if found:
            yield found[0]
            at += found[1]
        else:
            at += 1


def _full_at(text: Text, run: _Run, at: int, language: Language, known: frozenset[str]) -> tuple[Mention, int] | None:
    """A full name that begins here, and how many words it takes."""
    words = run.words[at:]
    if len(words) < 2:
        return None
    one, two = words[0], words[1]
    if _initial(one):
        skip = 2 if len(words) > 2 and _initial(two) else 1
        return (
            (_mention(one, words[skip], one.low, words[skip].low), skip + 1)
            if _namelike(words[skip], language)
            else None
        )
    if not _namelike(one, language) or not (_namelike(two, language) or _initial(two)):
        return None
    if _initial(two) and _ends_sure(one.low) and language.free_order:
        skip = 3 if len(words) > 2 and _initial(words[2]) else 2
        return _mention(one, words[skip - 1], two.low, one.low), skip
    three = words[2] if len(words) > 2 and _namelike(words[2], language) else None
    first, second = _standing(one), _standing(two)
    if first >= 1.2 and three and (is_patronymic(two.low) or (_initial(two))):
        return _mention(one, three, one.low, three.low), 3
    if second >= 1.2 and three and language.free_order and is_patronymic(three.low) and not is_patronymic(two.low):
        return _mention(one, three, two.low, one.low), 3
    if first >= 1.2 and not (second > first and _ends_sure(one.low)):
        doubled = three is not None and second >= 1.5 and first >= 1.5 and len(words) == 3
        last = three if doubled and three else two
        return _mention(one, last, one.low, last.low), 3 if doubled else 2
    surname_first = (
        language.free_order and first == 0.0 and not (run.opens and at == 0 and not _heads_a_line(text, one))
    )
    if second >= 1.2 and (_ends_sure(one.low) or one.low in known or surname_first or one.text.isupper()):
        return _mention(one, two, two.low, one.low), 2
    if len(words) <= 3 and _told_of(text, run, at, language):
        return _mention(one, two, one.low, two.low), 2
    if _ends_sure(two.low) or two.low in known or _introduced(run, at, language):
        unsure = run.opens and at == 0 and not _introduced(run, at, language)
        if not unsure or (_ends_sure(two.low) and len(one.low) > 2):
            return _mention(one, two, one.low, two.low), 2
    return None


def _told_of(text: Text, run: _Run, at: int, language: Language) -> bool:
    """Two words with large letters that no table knows, where a person is to be expected.

    In the East Slavic languages a name of an organisation has one large letter, so that two within a sentence are a
    person's; elsewhere a line of a list begins with them, or somebody is freed, held, seized or sentenced right after.
    """
    if len(run.words) - at != 2:
        return False
    first, last = run.words[at], run.words[-1]
    if language.free_order and not (run.opens and at == 0):
        return True
    if _heads_a_line(text, first):
        return True
    after = text.low[last.end : last.end + 60]
    if any(language.pattern(heading).search(after) for heading in _PERSONAL):
        return True
    # One of several joined by commas and “and”, in a sentence that tells of people freed, held or sentenced.
    joined = text.printed[last.end : last.end + 5].startswith((",", " and ")) or run.joined
    sentence = text.sentence_at(first.start)
    return joined and any(
        language.pattern(heading).search(text.low, sentence.start, sentence.end)
        for heading in (*_PERSONAL, "release.among")
    )


def _heads_a_line(text: Text, word: Word) -> bool:
    """Whether a word stands first in an item of a list, after its bullet or number."""
    line = text.printed[text.printed.rfind("\n", 0, word.start) + 1 : word.start]
    return bool(line.strip()) and not line.strip(" \t-–—•*·0123456789.)")


_PERSONAL = (
    "release.undergone", "detained.undergone", "detained.participle", "sentenced.participle", "kept.undergone",
    "died.undergone", "sentenced.undergone", "release.participle",
)  # fmt: skip


def _initial(word: Word) -> bool:
    return len(word.text) == 1 and word.capital


def _namelike(word: Word, language: Language) -> bool:
    if len(word.text) < 2 or word.low in language.listed("not_names") or any(letter.isdigit() for letter in word.text):
        return False
    if word.text.isupper() and len(word.text) <= 4:
        return False
    return not (language.listed("nations") & {word.low})


def _standing(word: Word) -> float:
    plain = word.low.replace("'", "")
    found = max(standing(word.low, ""), standing(plain, ""))
    return found or _oblique(plain)


@lru_cache(maxsize=20_000)
def _oblique(low: str) -> float:
    """Ильи, Іллю: the case form of a given name in -ья, which the tables hold in the nominative alone."""
    if any(standing(form, "") >= 2.0 for form in _lithuanian(low)):
        return 1.2
    if len(low) < 4 or low[-1] not in "иіюеёй":
        return 0.0
    stems = (low[:-1], low[:-2])
    return 1.2 if any(standing(stem + end, "") >= 2.0 for stem in stems for end in ("я", "а", "й")) else 0.0


def _lithuanian(low: str) -> tuple[str, ...]:
    """Irinos, Pavelo: what a given name in a Lithuanian case may be in the nominative, or in its own language."""
    for tail, ends in _LITHUANIAN:
        if low.endswith(tail) and len(low) > len(tail) + 2:
            return tuple(low[: -len(tail)] + end for end in ends)
    return ()


def _ends_sure(low: str) -> bool:
    return len(low) > 4 and bool(_SURE_ENDS.search(low))


def _introduced(run: _Run, at: int, language: Language) -> bool:
    """Whether a role or title stands before: the envoy Keith Gorman."""
    before = run.words[at - 1] if at else run.before
    if before is None:
        return False
    return before.low in language.listed("titles") or any(
        pattern.fullmatch(before.low) for _, pattern in language.keys("roles")
    )


def _mention(first: Word, last: Word, given: str, surname: str) -> Mention:
    return Mention(min(first.start, last.start), max(first.end, last.end), given, surname)


def _grouped(text: Text, mentions: Sequence[Mention]) -> list[Person]:
    people: list[Person] = []
    for one in mentions:
        same = next((person for person in people if _same_full(person, one)), None)
        if same is None:
            people.append(Person([one], _as_named(text, one), one.given, one.surname))
        else:
            same.mentions.append(one)
            if len(same.given) == 1 and len(one.given) > 1:
                same.given, same.name = one.given, _as_named(text, one)
    return people


def _as_named(text: Text, one: Mention) -> str:
    return " ".join(text.printed[one.start : one.end].split())


def _same_full(person: Person, one: Mention) -> bool:
    if not same_surname(person.surname, one.surname):
        return False
    return not one.given or not person.given or int(given_level(read_given(person.given), read_given(one.given))) <= 5


def same_surname(one: str, other: str) -> bool:
    """Whether two printed surnames may be one in two cases."""
    if one == other:
        return True
    level = surname_level(one, other, ("", ""))
    if level is not None and level <= 6 and not (level == 6 and one[:2] != other[:2]):
        return True
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if start < 3 or start < max(len(one), len(other)) - 4:
        return False
    tails = one[start:], other[start:]
    return all(tail in _CASE_TAILS or tail.lstrip("ьеоэаёк") in _CASE_TAILS for tail in tails)


def _take_alone(
    text: Text, word: Word, run: _Run, people: list[Person], language: Language, known: frozenset[str]
) -> None:
    """A single word: the surname or given name of somebody named in full, or a surname by itself."""
    if run.quoted or not _namelike(word, language):
        return
    fitting = [one for one in people if one.surname and len(word.low) > 2 and same_surname(one.surname, word.low)]
    if fitting:
        before = [one for one in fitting if one.first.start < word.start]
        exact = [one for one in (before or fitting) if one.surname == word.low]
        (exact or before or fitting)[-1].mentions.append(Mention(word.start, word.end, "", word.low))
        return
    given = [one for one in people if len(one.given) > 1 and _same_given(one.given, word.low)]
    if len(given) == 1 and _standing(word) >= 1.2:
        given[0].mentions.append(Mention(word.start, word.end, word.low, ""))
        return
    at = run.words.index(word)
    titled = _introduced(run, at, language)
    lone = len(run.words) == 1 or titled or all(other.low in language.listed("not_names") for other in run.words[:at])
    if lone and not titled and language.pattern("place_nouns").match(text.low, word.end + 1):
        return
    if lone and (titled or word.low in known or (_ends_sure(word.low) and not run.opens)):
        people.append(Person([Mention(word.start, word.end, "", word.low, titled)], word.text, "", word.low))


def _same_given(one: str, other: str) -> bool:
    return one == other or int(given_level(read_given(one), read_given(other))) <= 2


def _describe(person: Person, text: Text, language: Language) -> None:
    """Roles that stand right before or after a name, and the gender by given name, role or title."""
    person.gender = _gender(person)
    for one in person.mentions:
        for role, start, end in _roles_at(one, text, language):
            if all(role != held for held, _, _ in person.roles):
                person.roles.append((role, start, end))


def _gender(person: Person) -> str:
    if re.search(r"(?:[sc]kie(?:go|mu)|[сц]ького|[сц]кого|[сц]кага)$", person.surname):
        return "m"
    read = read_given(person.given) if len(person.given) > 1 else None
    families = (read.full | read.inflected or read.short) if read else frozenset()
    genders = {tables().gender.get(family, "") for family in families}
    if len(genders) == 1:
        return {"male": "m", "female": "f", "m": "m", "f": "f"}.get(next(iter(genders)), "")
    if re.search(r"(?:as|is|us)$", person.given):
        return "m"
    if re.search(
        r"(?:ova|ava|eva|skaya|skaia|skaja|ska|cka|ina|ienė|[aiuy]tė|ська|цька|[оае]ва|ская|цкая|іна|ина)$",
        person.surname,
    ):
        return "f"
    if re.search(
        r"(?:ov|ev|ou|oŭ|ski|cki|sky|skis|ckis|čius|vas|ський|цький|[оеё]в|[аоеё]ў|ский|скі|цкі|цкий)$", person.surname
    ):
        return "m"
    return ""


def _roles_at(one: Mention, text: Text, language: Language) -> Iterator[tuple[str, int, int]]:
    sentence = text.sentence_at(one.start)
    before = text.low[max(sentence.start, one.start - 60) : one.start]
    before = re.split(r"[,;:.()«»“”\"]|\s[—–-]\s", before)[-1]
    after = text.low[one.end : min(sentence.end, one.end + 60)]
    for role, pattern in language.keys("roles"):
        for found in pattern.finditer(before):
            gap = before[found.end() :]
            if len(gap.split()) <= (4 if role == "official" else 3) and not _verbs_between(gap, language):
                start = one.start - len(before) + found.start()
                yield role, start, one.start - len(before) + found.end()
        apposed = re.match(
            r"\s*[,(—–-]\s*(?:an? |the |one of |a former |former |былы |былая |бывш\w+ )?(?:[\w'-]+\s+){0,2}?", after
        )
        for begin in (apposed.end(), len(apposed.group()) - len(apposed.group().lstrip())) if apposed else ():
            if behind := pattern.match(after, begin):
                yield role, one.end + behind.start(), one.end + behind.end()
                break


def _verbs_between(gap: str, language: Language) -> bool:
    return bool(
        language.pattern("speech.verb").search(gap)
        or language.pattern("release.undergone").search(gap)
        or language.pattern("release.done").search(gap)
    )
