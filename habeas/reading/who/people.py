"""Everybody whom a text names, each with every mention: in full once, and by surname afterwards, in whatever case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from habeas.names.given import Given, given_level, read_given
from habeas.names.surname import surname_level
from habeas.reading.who.capitals import Run, ends_sure, is_organisation, namelike, runs_of, well_known
from habeas.reading.who.expected import introduced
from habeas.reading.who.families import first_of_two
from habeas.reading.who.mentions import Mention, full_names
from habeas.reading.who.name_shapes import name_shapes
from habeas.reading.who.roles import gender_of, roles_at
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Text, Word

_SURE = 1.2
_KIN_WITHIN = 40
_SHORT_STEM = 3
_OFFICE = "official"


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
        return any(role == _OFFICE for role, _, _ in self.roles)

    def called(self, low: str) -> bool:
        """Whether a word may be the surname, or one that stands within the full name."""
        inner = {each for one in self.mentions for each in one.inner}
        return bool(self.surname) and (same_surname(self.surname, low) or low in inner)


def find_people(text: Text, language: Language, known: frozenset[str] = frozenset()) -> list[Person]:
    """Everybody named, in the order of first mention; `known` are surnames of a register, in small letters."""
    runs = [run for sentence in text.sentences for run in runs_of(text, sentence, language)]
    full = [mention for run in runs for mention in full_names(text, run, language, known)]
    full = [one for one in full if not _called_after(text, one.start, language)]
    people = _grouped(text, [_without_title(text, one, language) for one in full])
    people += [Person([one], _as_named(text, one), one.given, "") for one in first_of_two(text, full, language)]
    bodies = frozenset(_heads_of_bodies(runs, language))
    taken = {place for person in people for one in person.mentions for place in range(one.start, one.end)}
    for run in runs:
        for word in run.words:
            if word.start not in taken and not (word.low in bodies and not any(one.called(word.low) for one in people)):
                _take_alone(text, word, run, people, language, known)
    for person in people:
        person.mentions.sort(key=lambda one: one.start)
        person.gender = _gender(person)
        if language.pattern("names.officers").fullmatch(person.surname):
            person.roles.append((_OFFICE, person.first.start, person.first.end))
        _describe(person, text, language)
    return sorted(people, key=lambda one: one.first.start)


def _without_title(text: Text, one: Mention, language: Language) -> Mention:
    """“Bishop Alvarez” is the Rolando Alvarez named before: the title is no given name."""
    if language.free_order or one.inner or one.given not in language.listed("church_titles"):
        return one
    after = text.printed[one.start + len(one.given) : one.end]
    return replace(one, start=one.end - len(after.lstrip(" .")), given="")


def _heads_of_bodies(runs: Sequence[Run], language: Language) -> Iterator[str]:
    """“Abzas” where the text has “Abzas Media”."""
    for run in runs if not language.free_order else ():
        if len(run.words) > 1 and is_organisation(run.words[1], language):
            yield run.words[0].low


def _gender(person: Person) -> str:
    """By the first mention whose given name leaves no question, else by the surname."""
    told = (gender_of(one.given, "") for one in person.mentions)
    return next((gender for gender in told if gender), "") or gender_of(person.given, person.surname)


def _describe(person: Person, text: Text, language: Language) -> None:
    for one in person.mentions:
        for role, start, end in roles_at(one, text, language):
            if all(role != held for held, _, _ in person.roles):
                person.roles.append((role, start, end))


def _grouped(text: Text, mentions: Sequence[Mention]) -> list[Person]:
    people: list[Person] = []
    for one in mentions:
        same = next((person for person in people if _same_full(person, one)), None)
        if same is None and (known := _behind_a_word(text, one, people)):
            word = Mention(one.end - len(one.surname), one.end, "", one.surname)
            known.mentions.append(word)
        elif same is None:
            people.append(Person([one], _as_named(text, one), one.given, one.surname))
        else:
            same.mentions.append(one)
            if len(same.given) == 1 and len(one.given) > 1:
                same.given, same.name = one.given, _as_named(text, one)
    return people


def _behind_a_word(text: Text, one: Mention, people: Sequence[Person]) -> Person | None:
    """“Вину Выдуманов отрицает”: what opens the sentence is a word, if the text has the surname with a given name."""
    first = text.sentence_at(one.start).words[0]
    if first.start != one.start or well_known(first) > 0.0 or not text.low[one.start : one.end].endswith(one.surname):
        return None
    return next((person for person in people if person.given and same_surname(person.surname, one.surname)), None)


def _as_named(text: Text, one: Mention) -> str:
    return " ".join(text.printed[one.start : one.end].split())


def _same_full(person: Person, one: Mention) -> bool:
    words = {one.given, one.surname, *one.inner}
    if any(words <= {each.given, each.surname, *each.inner} for each in person.mentions):
        return True  # “Suu Kyi”, named in full as Aung San Suu Kyi
    if not same_surname(person.surname, one.surname):
        return False
    return not one.given or not person.given or _one_given(person.given, one.given)


def same_surname(one: str, other: str) -> bool:
    """Whether two printed surnames may be one in two cases."""
    if one == other:
        return True
    level = surname_level(one, other, ("", ""))
    if level is not None and level <= 6 and not (level == 6 and one[:2] != other[:2]):
        return True
    return in_two_cases(one, other)


def _one_given(one: str, other: str) -> bool:
    """Whether two given names may be one person's. Алег and Алесь are two, though both may be short for Аляксандр."""
    if in_two_cases(one, other):
        return True
    held, found = read_given(one), read_given(other)
    return not _two_full_names(held, found) and int(given_level(held, found)) <= _INFLECTED


def _two_full_names(one: Given, other: Given) -> bool:
    """“Алег і Алесь”: two names of two people, though both may be short for a third."""
    if not one.full or not other.full or one.full & other.full:
        return False
    return not one.full & (other.short | other.inflected) and not other.full & (one.short | one.inflected)


_INFLECTED = 5


def in_two_cases(one: str, other: str) -> bool:
    """Whether two words are one but for the endings of their cases."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if start < 3 or start < max(len(one), len(other)) - 4:
        return False
    tails, shapes = (one[start:], other[start:]), name_shapes()
    return all(one in shapes.case_tails or one.lstrip(shapes.before_tails) in shapes.case_tails for one in tails)


def _take_alone(
    text: Text, word: Word, run: Run, people: list[Person], language: Language, known: frozenset[str]
) -> None:
    """A single word: the surname or given name of somebody named in full, or a surname by itself."""
    if run.quoted or not namelike(word, language) or word.low in language.listed("church_titles"):
        return
    if run.before is not None and run.before.low in language.listed("where_nobody") and run.words[0] is word:
        return  # “прибыл в Варшаву”
    if _called_after(text, word.start, language):
        return
    if _joined_to_somebody_named(word, people, language):
        return
    if is_organisation(word, language) or _OPENS_QUOTE.search(text.printed[max(0, word.start - 2) : word.start]):
        return
    if somebody := _somebody_by_one_name(text, word, run, language, known):
        people.append(somebody)


def _joined_to_somebody_named(word: Word, people: list[Person], language: Language) -> bool:
    fitting = [one for one in people if len(word.low) > 2 and one.called(word.low)]
    if fitting:
        before = [one for one in fitting if one.first.start < word.start]
        exact = [one for one in (before or fitting) if one.surname == word.low]
        (exact or before or fitting)[-1].mentions.append(Mention(word.start, word.end, "", word.low))
        return True
    given = [one for one in people if len(one.given) > 1 and _same_given(one.given, word.low)]
    if len(given) == 1 and (
        well_known(word) >= _SURE or (given[0].given == word.low and word.low not in language.listed("titles"))
    ):
        given[0].mentions.append(Mention(word.start, word.end, word.low, ""))
        return True
    return False


def _somebody_by_one_name(text: Text, word: Word, run: Run, language: Language, known: frozenset[str]) -> Person | None:
    by_itself = len(run.words) == 1
    if by_itself and _is_of_kin(text, word, language):
        return _by_given_name(word)
    titled = introduced(run, run.words.index(word), language) and not run.headline
    if titled and not _is_titled(word, run, language) and well_known(word) >= _SURE and not ends_sure(word.low):
        # “Her husband Eduard” is nobody that a register could be asked for.
        return _by_given_name(word, titled=True) if language.free_order and by_itself else None
    if titled or (_stands_alone(word, run, language) and not _is_of_a_place(text, word, language)):
        return _by_surname(text, word, run, language, known, titled=titled)
    return None


def _by_given_name(word: Word, *, titled: bool = False) -> Person:
    return Person([Mention(word.start, word.end, word.low, "", titled)], word.text, word.low, "")


def _by_surname(
    text: Text, word: Word, run: Run, language: Language, known: frozenset[str], *, titled: bool
) -> Person | None:
    holds_office = bool(language.pattern("names.officers").fullmatch(word.low)) and language.free_order
    sure = ends_sure(word.low) and not run.headline and (not run.opens or _speaks(text, word, language))
    sure = sure or _in_a_row(text, word, run, language)
    if titled or word.low in known or holds_office or sure:
        return Person([Mention(word.start, word.end, "", word.low, titled)], word.text, "", word.low)
    return None


def _is_titled(word: Word, run: Run, language: Language) -> bool:
    """By a title such as Mr, and not by a calling or kin."""
    at = run.words.index(word)
    ahead = run.words[at - 1] if at else run.before
    return ahead is not None and ahead.low in language.listed("titles")


def _stands_alone(word: Word, run: Run, language: Language) -> bool:
    ahead = run.words[: run.words.index(word)]
    return len(run.words) == 1 or all(other.low in language.listed("not_names") for other in ahead)


def _is_of_a_place(text: Text, word: Word, language: Language) -> bool:
    """“Турэцкая разведка”, “the Kyiv court”: the word says of which place what follows is."""
    place = language.pattern("place_nouns").match(text.low, word.end + 1)
    return place is not None or _describes_next(text, word, language)


def _called_after(text: Text, start: int, language: Language) -> bool:
    """“Премия имени Андрея Сахарова”, “улица Якуба Коласа”: a thing that bears somebody's name."""
    ahead = re.split(r"[,;:()«“]", text.low[max(0, start - _KIN_WITHIN) : start])[-1].split()
    return bool(ahead) and language.pattern("names.called_after").fullmatch(ahead[-1].strip(".")) is not None


_OPENS_QUOTE = re.compile(r"[«“„]$|(?:^|[\s(])\"$")


_ROW = r"(?:[^\W\d_][\w'-]+, )+[^\W\d_][\w'-]+(?= {joins} )"
_FEWEST_SURE = 2


def _in_a_row(text: Text, word: Word, run: Run, language: Language) -> bool:
    """“Выдумович, Лось, Небылов и другие — на свободе”: surnames alone, two of which end as such."""
    if not language.free_order or not run.sentence.words[0].capital:
        return False
    row = language.shape(_ROW).match(text.low, run.sentence.words[0].start)
    if row is None or not row.start() <= word.start < row.end():
        return False
    names = text.printed[row.start() : row.end()].split(", ")
    placed = any(language.pattern("names.places").fullmatch(one.lower()) for one in names)
    return (
        not placed
        and all(one[0].isupper() for one in names)
        and sum(ends_sure(one.lower()) for one in names) >= _FEWEST_SURE
    )


def _is_of_kin(text: Text, word: Word, language: Language) -> bool:
    """“His sister, Volha, said”: a given name alone, of somebody who is called by their kin."""
    ahead = text.low[max(0, word.start - _KIN_WITHIN) : word.start]
    kin = list(language.pattern("names.kin").finditer(ahead))
    if not kin or ahead[kin[-1].end() :] != ", ":
        return False
    return well_known(word) >= _SURE


_ADJECTIVE_AND_NOUN = re.compile(
    r"\w*(?:ск|цк|ньк)(?:ая \w*[ая](?<!ла)(?<!лась)\b|(?:ий|ы|і) \w*[бвгджзкмнпрсфхцчшщ]\b|"
    r"(?:ого|ага) \w*(?:ого|ага|а|я)(?<!ла)\b|(?:ой|ай) \w*(?:ой|ай|[ыиі])(?<!л[иі])\b)"
)


def _describes_next(text: Text, word: Word, language: Language) -> bool:
    """“Турэцкая разведка”, “Алматинского городского суда”: an adjective, with the noun that it agrees with."""
    following = text.printed[word.end : word.end + 2]
    if not language.free_order or following[:1] != " " or not following[1:].islower():
        return False
    return _ADJECTIVE_AND_NOUN.match(text.low, word.start) is not None


def _speaks(text: Text, word: Word, language: Language) -> bool:
    """A surname may open a sentence if a verb of speech follows."""
    return language.free_order and language.pattern("speech.verb").match(text.low, word.end + 1) is not None


def _same_given(one: str, other: str) -> bool:
    if one == other or int(given_level(read_given(one), read_given(other))) <= 2:
        return True
    return min(len(one), len(other)) > _SHORT_STEM and in_two_cases(one, other)
