"""Two names without a register: how alike they are, and the keys by which equal ones are looked up."""

import math

from habeas.names.beside import double_level, patronymic_level, same_person_given
from habeas.names.given import read_given
from habeas.names.letters import spell
from habeas.names.levels import Levels, PatronymicLevel, SurnameLevel
from habeas.names.parts import Parts, parts_of
from habeas.names.sounds import read_word
from habeas.names.surname import surname_level
from habeas.names.weights import weights

_RARITY = 6.0
"""Two names without a register are taken to be borne by one in a few hundred people, in natural logarithms."""


def same_name(a: str, b: str) -> float:
    """How probably two spellings name one person, were there no register to say who else might be meant."""
    return max((_probability(one, other) for one in parts_of(a) for other in parts_of(b)), default=0.0)


def search_keys(text: str) -> frozenset[str]:
    """Keys of a name's words, equal over scripts and spellings, for lookups by equality."""
    spelled = spell(text)
    keys: set[str] = set()
    for word in spelled.words + spelled.aside:
        given = read_given(word.text, spelled.orthography)
        keys |= {"+" + family for family in given.full | given.short}
        keys |= {sound.stem for sound in read_word(word.text, spelled.orthography)}
    return frozenset(keys)


def _probability(one: Parts, other: Parts) -> float:
    orthographies = (one.orthography, other.orthography)
    found = [surname_level(a, b, orthographies) for a in one.surnames for b in other.surnames]
    surname = min((level for level in found if level is not None), default=None)
    if surname is None and one.surnames and other.surnames:
        return 0.0
    by, levels = (
        weights(),
        Levels(
            surname=SurnameLevel.MISSING if surname is None else surname,
            given=same_person_given(one, other),
            patronymic=patronymic_level(one.patronymic, other.patronymic, orthographies),
            double=double_level(one, other),
        ),
    )
    same_patronymic = by.patronymic[PatronymicLevel.SAME] if levels.patronymic == PatronymicLevel.SAME else 0.0
    odds = (
        by.prior + by.surname[levels.surname] + by.given[levels.given] + by.beside(levels) - same_patronymic + _RARITY
    )
    return 1 / (1 + math.exp(-odds))
