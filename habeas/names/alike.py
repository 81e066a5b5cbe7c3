"""Two names without a register: how probably they are one person's."""

import math

import numpy as np

from habeas.names.beside import double_level, patronymic_level, same_person_given
from habeas.names.levels import Levels, SurnameLevel
from habeas.names.parts import Parts, parts_of
from habeas.names.surname import surname_level
from habeas.names.weights import weights

_USUAL_SHARE = 1 / 30
"""Without a register to count in, a given name is taken to be a usual one, and a surname to be its bearer's alone."""


def same_name(a: str, b: str) -> float:
    """How probably two spellings name one person, were there no register to say who else might be meant."""
    return max((_probability(one, other) for one in parts_of(a) for other in parts_of(b)), default=0.0)


def _probability(one: Parts, other: Parts) -> float:
    orthographies = (one.orthography, other.orthography)
    found = [surname_level(a, b, orthographies) for a in one.surnames for b in other.surnames]
    surname = min((level for level in found if level is not None), default=None)
    if surname is None and one.surnames and other.surnames:
        return 0.0
    levels = Levels(
        surname=SurnameLevel.MISSING if surname is None else surname,
        given=same_person_given(one, other),
        patronymic=patronymic_level(one.patronymic, other.patronymic, orthographies),
        double=double_level(one, other),
    )
    by = weights()
    odds = by.prior + by.surname[levels.surname] + by.given[levels.given] + by.beside(levels)
    odds -= float(by.rarity(by.unseen, np.array(_USUAL_SHARE)))
    return 1 / (1 + math.exp(-odds))
