"""The columns in which two names are compared, each with a few levels. A row of levels and a table of weights
is the model."""

from dataclasses import dataclass
from enum import IntEnum

from habeas.names.given import GivenLevel


class SurnameLevel(IntEnum):
    """How the surname asked for stands to the one in the register, from the closest down."""

    SPELLED = 0
    """The same letters."""
    READ = 1
    """Other letters for the same sounds."""
    SOUND = 2
    """The same where two languages write sounds apart, as akanne does: Баханович and Баханавіч."""
    DOUBTFUL = 3
    """The same if one of the spellings is read in its second way (ts as т, ch as х)."""
    INFLECTED = 4
    """One is a case form of the other, or bears a Lithuanian, Latvian or Czech ending."""
    OTHER_GENDER = 5
    """The wife's and the husband's form of one surname."""
    ENDING = 6
    """They differ in a final vowel that a case ending may explain."""
    SLIP = 7
    """One letter apart in a long surname."""
    SHORT_SLIP = 8
    """One letter apart in a short surname, where a letter makes another name."""
    NEAR = 9
    """Two letters apart in a long surname."""
    FAR = 10
    """Alike, but hardly a slip: other suffixes, other first letters, or more than two letters apart."""
    MISSING = 11
    """One side has no surname."""


class PatronymicLevel(IntEnum):
    """How the fathers' names stand to each other."""

    SAME = 0
    """One father's name."""
    MISSING = 1
    """One side doesn't give it."""
    OTHER = 2
    """Two fathers' names."""


class BirthLevel(IntEnum):
    """How two dates of birth, perhaps partial, stand to each other."""

    SAME_DAY = 0
    """One day."""
    COMPATIBLE = 1
    """They agree as far as both go."""
    MISSING = 2
    """One side has none."""
    CLOSE = 3
    """One digit apart, or day and month exchanged."""
    OTHER = 4
    """Two dates."""


class GenderLevel(IntEnum):
    """How the genders stated stand to each other."""

    SAME = 0
    """Both sides state one gender."""
    MISSING = 1
    """One side states none."""
    OTHER = 2
    """They state two."""


class PlaceLevel(IntEnum):
    """How two places stand to each other."""

    SAME = 0
    """They share a word."""
    MISSING = 1
    """One side has none."""
    OTHER = 2
    """They share no word, which says little: people move, and places have many names."""


class DoubleLevel(IntEnum):
    """Whether a double surname is met whole."""

    WHOLE = 0
    """Every surname of both sides meets one of the other."""
    PART = 1
    """One side has more surnames than the other, and those it shares meet."""
    TORN = 2
    """Both sides have two surnames, and only one of them meets."""
    SECOND = 3
    """One side has more surnames than the other, and its first isn't among those that meet: Petros Salomon Haile and
    Petros Haile may be two, as are sons of two fathers."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Two names compared: one row of flat columns."""

    surname: SurnameLevel
    given: GivenLevel
    patronymic: PatronymicLevel = PatronymicLevel.MISSING
    birth: BirthLevel = BirthLevel.MISSING
    gender: GenderLevel = GenderLevel.MISSING
    place: PlaceLevel = PlaceLevel.MISSING
    double: DoubleLevel = DoubleLevel.WHOLE
