"""Why a candidate was put forward, in sentences that a monitor can check."""

from collections.abc import Iterator

from habeas.names.given import GivenLevel
from habeas.names.levels import BirthLevel, DoubleLevel, GenderLevel, Levels, PatronymicLevel, PlaceLevel, SurnameLevel
from habeas.names.parts import Parts

_SURNAMES = {
    SurnameLevel.SPELLED: "surname is spelled the same: {0}",
    SurnameLevel.READ: "surname is the same in two spellings: {0} = {1}",
    SurnameLevel.SOUND: "surname is the same in two spellings: {0} = {1}",
    SurnameLevel.DOUBTFUL: "surname is the same if {0} is read in its second way: {1}",
    SurnameLevel.INFLECTED: "surname is a case form or a foreign ending of the same name: {0}, {1}",
    SurnameLevel.OTHER_GENDER: "surname is the other gender's form: {0}, {1}; this may be a relative",
    SurnameLevel.ENDING: "surname differs in its ending: {0}, {1}",
    SurnameLevel.SLIP: "surname is one letter apart: {0}, {1}",
    SurnameLevel.SHORT_SLIP: "surname is short and one letter apart: {0}, {1}; this may be another name",
    SurnameLevel.NEAR: "surname is two letters apart: {0}, {1}",
    SurnameLevel.FAR: "surname is merely alike: {0}, {1}",
    SurnameLevel.MISSING: "one side has no surname",
}
_GIVENS = {
    GivenLevel.SPELLED: "given name is the same: {0} = {1}",
    GivenLevel.FAMILY: "given names are forms of one name in two languages: {0} = {1}",
    GivenLevel.INFLECTED: "given name is a case form of the same: {0}, {1}",
    GivenLevel.SHORT: "one given name is a short form of the other: {0}, {1}",
    GivenLevel.SLIP: "given names are one letter apart: {0}, {1}",
    GivenLevel.INITIAL: "the initial fits: {0}, {1}",
    GivenLevel.MISSING: "one side has no given name",
    GivenLevel.NEAR: "given names are merely alike: {0}, {1}",
    GivenLevel.RIVAL: "given names look alike but are two names: {0}, {1}",
    GivenLevel.OTHER: "given names differ: {0}, {1}",
}
_Beside = PatronymicLevel | BirthLevel | GenderLevel | PlaceLevel | DoubleLevel
_SAID: tuple[tuple[_Beside, str], ...] = (
    (PatronymicLevel.SAME, "patronymic is the same"),
    (PatronymicLevel.OTHER, "patronymics differ: two fathers"),
    (BirthLevel.SAME_DAY, "born on the same day"),
    (BirthLevel.COMPATIBLE, "dates of birth agree as far as they go"),
    (BirthLevel.CLOSE, "dates of birth are a slip apart"),
    (BirthLevel.OTHER, "dates of birth differ"),
    (GenderLevel.OTHER, "genders differ"),
    (PlaceLevel.SAME, "place is the same"),
    (DoubleLevel.PART, "one side has a second surname"),
    (DoubleLevel.SECOND, "one side has a second surname"),
    (DoubleLevel.TORN, "only one of two surnames is the same"),
)
# A plain dict would take levels of two columns for one: as numbers they are equal.
_BESIDE = {(type(level), level): said for level, said in _SAID}
_ONLY_BEARER = "only a surname was given, and one person in the register bears it"
_ONE_OF_BEARERS = (
    "only a surname was given, which {0} people in the register bear or one as near; it tells none of them apart"
)
_ALONE = "nobody else in the register bears it"
_WITH_OTHERS = "{0} people in the register bear it or one as near"


def patterns() -> Iterator[str]:
    """Every sentence, with {0} and {1} where names or numbers stand: for those who say them in another language."""
    yield from (*_SURNAMES.values(), *_GIVENS.values(), *_BESIDE.values(), _ALONE, _WITH_OTHERS)
    yield from (_ONLY_BEARER, _ONE_OF_BEARERS)


def sentences(levels: Levels, asked: Parts, known: Parts, surnames: tuple[str, str], bearers: int) -> tuple[str, ...]:
    said = [
        _SURNAMES[levels.surname].format(*map(_titled, surnames)) + f"; {_borne(bearers)}",
        _given(levels.given, asked, known, bearers),
    ]
    columns: tuple[_Beside, ...] = (levels.patronymic, levels.birth, levels.gender, levels.place, levels.double)
    return tuple(said + [_BESIDE[type(level), level] for level in columns if (type(level), level) in _BESIDE])


def _given(level: GivenLevel, asked: Parts, known: Parts, bearers: int) -> str:
    if asked.surnames and not asked.given:
        return _ONLY_BEARER if bearers <= 1 else _ONE_OF_BEARERS.format(bearers)
    return _GIVENS[level].format(_titled(asked.given), _titled(known.given))


def _titled(word: str) -> str:
    return word[:1].title() + word[1:]


def _borne(bearers: int) -> str:
    return _ALONE if bearers <= 1 else _WITH_OTHERS.format(bearers)
