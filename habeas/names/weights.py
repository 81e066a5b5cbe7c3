"""The table of weights, one for each level of each column, as arrays and by name."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from habeas.names.given import GivenLevel
from habeas.names.levels import BirthLevel, DoubleLevel, GenderLevel, Levels, PatronymicLevel, PlaceLevel, SurnameLevel
from habeas.names.tables import tables

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """All in natural logarithms of odds. `surname_rarity` and `given_rarity` multiply how much rarer than one
    a chance is: how many others are expected to bear the name. `unseen` is how many others bear a surname that a small
    register holds once, and `least_share` keeps a given name that is rare there from being trusted beyond measure."""

    prior: float
    surname: Floats
    given: Floats
    patronymic: Floats
    birth: Floats
    gender: Floats
    place: Floats
    double: Floats
    doubt: float
    surname_rarity: float
    given_rarity: float
    unseen: float
    least_share: float

    def rarity(self, others: float, share: Floats) -> Floats:
        """What is taken off for namesakes, by how many others bear the surname and which share the given name."""
        weighed: Floats = self.surname_rarity * np.log(others) + self.given_rarity * np.log(share + self.least_share)
        return weighed

    def beside(self, levels: Levels) -> float:
        """What the columns other than surname and given name add."""
        return float(
            self.patronymic[levels.patronymic]
            + self.birth[levels.birth]
            + self.gender[levels.gender]
            + self.place[levels.place]
            + self.double[levels.double]
        )


@lru_cache(maxsize=1)
def weights() -> Weights:
    return weights_from(tables().weights)


def weights_from(table: dict[str, float]) -> Weights:
    def column(
        name: str,
        levels: type[SurnameLevel | GivenLevel | PatronymicLevel | BirthLevel | GenderLevel | PlaceLevel | DoubleLevel],
    ) -> Floats:
        return np.array([table[f"{name}.{level.name.lower()}"] for level in levels])

    return Weights(
        prior=table["prior"],
        surname=column("surname", SurnameLevel),
        given=column("given", GivenLevel),
        patronymic=column("patronymic", PatronymicLevel),
        birth=column("birth", BirthLevel),
        gender=column("gender", GenderLevel),
        place=column("place", PlaceLevel),
        double=column("double", DoubleLevel),
        doubt=table["reading.doubt"],
        surname_rarity=table["rarity.surname"],
        given_rarity=table["rarity.given"],
        unseen=table["rarity.unseen"],
        least_share=table["rarity.least_share"],
    )
