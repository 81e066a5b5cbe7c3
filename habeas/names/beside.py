"""What stands beside given name and surname: fathers' names, dates of birth, genders, places, second surnames."""

import re
from dataclasses import dataclass

from habeas.names.given import GivenLevel, given_level, read_given
from habeas.names.letters import spell
from habeas.names.levels import BirthLevel, DoubleLevel, GenderLevel, PatronymicLevel, PlaceLevel, SurnameLevel
from habeas.names.parts import Parts, patronymic_stems
from habeas.names.sounds import read_word
from habeas.names.surname import surname_level
from habeas.names.tables import tables

_MALE = frozenset({"m", "male", "man", "м", "муж", "мужской", "мужчына", "мужчина", "мужчинский", "vyras", "mężczyzna"})
_FEMALE = frozenset({"f", "female", "woman", "ж", "жен", "женский", "жанчына", "женщина", "moteris", "kobieta", "k"})


def patronymic_level(asked: str, known: str, orthographies: tuple[str, str] = ("", "")) -> PatronymicLevel:
    if not asked or not known:
        return PatronymicLevel.MISSING
    one, other = patronymic_stems(asked, orthographies[0]), patronymic_stems(known, orthographies[1])
    if len(asked) == 1 or len(known) == 1:
        return PatronymicLevel.SAME if {s[:1] for s in one} & {s[:1] for s in other} else PatronymicLevel.OTHER
    if one & other or _fathers(one) & _fathers(other):
        return PatronymicLevel.SAME
    alike = surname_level(asked, known, orthographies)
    return PatronymicLevel.SAME if alike is not None and alike < SurnameLevel.SHORT_SLIP else PatronymicLevel.OTHER


def _fathers(stems: frozenset[str]) -> set[str]:
    return {one.family for stem in stems for one in tables().stems.get(stem, ()) if one.full}


def birth_level(asked: str, known: str) -> BirthLevel:
    if not asked or not known:
        return BirthLevel.MISSING
    one, other = _days(asked), _days(known)
    if not one or not other:
        return BirthLevel.MISSING
    return min(_two_days(a, b) for a in one for b in other)


@dataclass(frozen=True, slots=True)
class _Day:
    year: int
    month: int = 0
    day: int = 0


def _days(text: str) -> list[_Day]:
    """Every date in a cell; a source may give several. Day and month may be missing."""
    days = [_Day(int(y), int(m), int(d)) for y, m, d in re.findall(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", text)]
    days += [_Day(int(y), int(m), int(d)) for d, m, y in re.findall(r"\b(\d{1,2})[./ ](\d{1,2})[./ ]+(\d{4})\b", text)]
    days += [_Day(int(y), int(m)) for y, m in re.findall(r"\b(\d{4})-(\d{1,2})\b(?!-)", text)]
    return days or [_Day(int(year)) for year in re.findall(r"\b(\d{4})\b", text)]


def _two_days(a: _Day, b: _Day) -> BirthLevel:
    pairs = [(x, y) for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day)) if x and y]
    if all(x == y for x, y in pairs):
        return BirthLevel.SAME_DAY if len(pairs) == 3 else BirthLevel.COMPATIBLE
    if len(pairs) == 3 and a.year == b.year and (a.month, a.day) == (b.day, b.month):
        return BirthLevel.CLOSE
    apart = sum(
        x != y for x, y in zip(f"{a.year}{a.month:02}{a.day:02}", f"{b.year}{b.month:02}{b.day:02}", strict=True)
    )
    return BirthLevel.CLOSE if apart == 1 and len(pairs) == 3 else BirthLevel.OTHER


def gender_level(asked: str, known: str) -> GenderLevel:
    if not asked or not known:
        return GenderLevel.MISSING
    one, other = _gender(asked), _gender(known)
    if not one or not other:
        return GenderLevel.MISSING
    return GenderLevel.SAME if one == other else GenderLevel.OTHER


def _gender(text: str) -> str:
    plain = text.strip().lower().rstrip(".")
    return "male" if plain in _MALE else "female" if plain in _FEMALE else ""


def place_level(asked: str, known: str) -> PlaceLevel:
    if not asked or not known:
        return PlaceLevel.MISSING
    one, other = _place_words(asked), _place_words(known)
    if not one or not other:
        return PlaceLevel.MISSING
    return PlaceLevel.SAME if one & other else PlaceLevel.OTHER


def _place_words(text: str) -> set[str]:
    return {sound.stem for word in spell(text).words if len(word.text) > 2 for sound in read_word(word.text)}


def double_level(asked: Parts, known: Parts) -> DoubleLevel:
    if len(asked.surnames) < 2 and len(known.surnames) < 2:
        return DoubleLevel.WHOLE
    met = _met(asked, known)
    fewer = min(len(asked.surnames), len(known.surnames))
    if met < fewer:
        return DoubleLevel.TORN
    if len(asked.surnames) == len(known.surnames):
        return DoubleLevel.WHOLE
    longer, shorter = (asked, known) if len(asked.surnames) > len(known.surnames) else (known, asked)
    orthographies = (longer.orthography, shorter.orthography)
    with_first = any(_meet(longer.surnames[0], one, orthographies) for one in shorter.surnames)
    return DoubleLevel.PART if with_first else DoubleLevel.SECOND


def _met(asked: Parts, known: Parts) -> int:
    """How many surnames of one side meet one of the other, each at most one: Khin San isn't Khin Khin."""
    left, met = list(known.surnames), 0
    for surname in asked.surnames:
        at = next(
            (at for at, one in enumerate(left) if _meet(surname, one, (asked.orthography, known.orthography))), None
        )
        if at is not None:
            del left[at]
            met += 1
    return met


def _meet(one: str, other: str, orthographies: tuple[str, str]) -> bool:
    level = surname_level(one, other, orthographies)
    return level is not None and level <= SurnameLevel.SLIP


def same_person_given(asked: Parts, known: Parts) -> GivenLevel:
    if not asked.given or not known.given:
        return GivenLevel.MISSING
    return given_level(read_given(asked.given), read_given(known.given))
