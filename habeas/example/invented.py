"""Two hundred people who do not exist, to fill a register for scale. Off by default, and marked on every name.

Their surnames are put together from words for plants and weather so that nobody bears them; their claims are made by
one fixed draw, so that every build has the same people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from habeas.domain.claims import Captured, Charged, Claim, Detained, Gendered, Named, Registered, Released, Sentenced
from habeas.domain.dates import Term, day_of
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Act, Gender, Manner

SOURCE = "s-invented"
REGISTER = "invented"
"""The register every one of them stands in, by which a page or a count can tell them apart."""

NUMBER = 200
_EDITOR = "invented"
_FIRST = date(2020, 8, 9)

# One name in Belarusian, Russian, English press and Łacinka spelling.
Spelt = tuple[str, str, str, str]
_LANGUAGES = ("be", "ru", "en", "be-Latn")

_MEN: tuple[Spelt, ...] = (
    ("Янка", "Янка", "Yanka", "Janka"),
    ("Кастусь", "Константин", "Kastus", "Kastuś"),
    ("Лявон", "Леонид", "Liavon", "Lavon"),
    ("Міхась", "Михаил", "Mikhas", "Michaś"),
    ("Тодар", "Фёдор", "Todar", "Todar"),
    ("Юрка", "Юрий", "Yurka", "Jurka"),
    ("Антось", "Антон", "Antos", "Antoś"),
    ("Язэп", "Иосиф", "Yazep", "Jazep"),
)
_WOMEN: tuple[Spelt, ...] = (
    ("Алена", "Елена", "Alena", "Alena"),
    ("Ганна", "Анна", "Hanna", "Hanna"),
    ("Зося", "Софья", "Zosia", "Zosia"),
    ("Насця", "Анастасия", "Nastsia", "Naścia"),
    ("Паліна", "Полина", "Palina", "Palina"),
    ("Таццяна", "Татьяна", "Tatsiana", "Tacciana"),
    ("Уладзіслава", "Владислава", "Uladzislava", "Uładzisłava"),
    ("Яна", "Яна", "Yana", "Jana"),
)
_STEMS: tuple[Spelt, ...] = (
    ("Імшар", "Имшар", "Imshar", "Imšar"),
    ("Рунадуб", "Рунадуб", "Runadub", "Runadub"),
    ("Жытнагай", "Житнагай", "Zhytnahai", "Žytnahaj"),
    ("Мохавір", "Моховир", "Mokhavir", "Mochavir"),
    ("Снегалуг", "Снеголуг", "Snehaluh", "Śniehałuh"),
    ("Ветраброд", "Ветроброд", "Vetrabrod", "Vietrabrod"),
    ("Раснагор", "Росногор", "Rasnahor", "Rasnahor"),
    ("Громасел", "Громосел", "Hromasel", "Hromasieł"),
    ("Лістапол", "Листопол", "Listapol", "Listapoł"),
    ("Соснавод", "Сосновод", "Sosnavod", "Sosnavod"),
    ("Чаромхал", "Черёмхал", "Charomkhal", "Čaromchał"),
    ("Калінабор", "Калинобор", "Kalinabor", "Kalinabor"),
)
_ENDINGS: tuple[tuple[Spelt, Spelt], ...] = (
    (("скі", "ский", "ski", "ski"), ("ская", "ская", "skaya", "skaja")),
    (("овіч", "ович", "ovich", "ovič"), ("овіч", "ович", "ovich", "ovič")),
    (("ук", "ук", "uk", "uk"), ("ук", "ук", "uk", "uk")),
    (("энка", "енко", "enka", "enka"), ("энка", "енко", "enka", "enka")),
)
_ARTICLES = ("by.cc.342", "by.cc.368", "by.cc.130", "by.cc.361-2", "by.cc.369")


@dataclass(frozen=True, slots=True)
class _Person:
    subject: str
    gender: Gender
    names: Spelt


def candidates(number: int = NUMBER) -> Iterator[Candidate]:
    """The source that says they are invented, and then each person's claims."""
    yield Candidate(SOURCE, Captured("Habeas", "Invented people; nobody here exists"), editor=_EDITOR)
    draw = Random(2015)
    for place in range(1, number + 1):
        person = _person(draw)
        for claim in _claims(person, place, draw):
            yield Candidate(person.subject, claim, Evidence(SOURCE, speaker="invented"), _EDITOR)


def _person(draw: Random) -> _Person:
    woman = draw.random() < 0.3
    given = draw.choice(_WOMEN if woman else _MEN)
    stem, ending = draw.choice(_STEMS), draw.choice(_ENDINGS)[woman]
    names = tuple(f"{g} {s}{e}" for g, s, e in zip(given, stem, ending, strict=True))
    subject = "p-" + "".join(draw.choices("abcdefghijklmnopqrstuvwxyz234567", k=10))
    return _Person(subject, Gender.FEMALE if woman else Gender.MALE, (names[0], names[1], names[2], names[3]))


def _claims(person: _Person, place: int, draw: Random) -> Iterator[Claim]:
    for language, name in zip(_LANGUAGES, person.names, strict=True):
        yield Named(name, language)
    yield Registered(REGISTER, str(place))
    yield Gendered(person.gender)
    taken = _FIRST + timedelta(days=draw.randrange(1500))
    yield Detained(day_of(taken))
    article, years = draw.choice(_ARTICLES), draw.randint(1, 8)
    yield Charged((article,))
    judged = taken + timedelta(days=draw.randint(60, 400))
    yield Sentenced(day_of(judged), "imprisonment", Term(years=years), (article,))
    if draw.random() < 0.4:
        freed = judged + timedelta(days=draw.randint(30, 365 * years))
        yield Released(day_of(min(freed, date(2026, 3, 1))), Act.TERM_SERVED, Manner.WALKED_OUT, "by")
