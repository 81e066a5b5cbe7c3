"""How many others bear a surname, judged by how surnames are spread in the register itself.

A surname that a register holds once is borne outside it too, and how often depends on the register: where many
surnames come twice, one that came once came so by chance. So it's not the count of bearers that is weighed, but what
it lets one expect of a stranger (the estimate of Good and Turing, 1953).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_ENOUGH = 30.0
"""A register with fewer surnames than these says less of how they are spread than what is stated does."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many bearers of a surname are to be expected among as many strangers as the register has people, if it has
    one, two or three; `beyond` is how many fewer than it has, if it has more."""

    few: tuple[float, float, float]
    beyond: float

    def others(self, bearers: int) -> float:
        return self.few[max(bearers, 1) - 1] if bearers <= len(self.few) else bearers - self.beyond


def rarity_of(bearers: npt.NDArray[np.int32], unseen: float) -> Rarity:
    """`bearers` of each surname of a register; `unseen` is expected at one bearer where the register is too small
    to tell."""
    borne = np.bincount(np.minimum(bearers, 5), minlength=6).astype(np.float64)
    at = np.arange(1, 4)
    stated = at - 1 + unseen
    seen = ((at + 1) * borne[2:5] + _ENOUGH * stated) / (borne[1:4] + _ENOUGH)
    one, two, three = np.maximum.accumulate(np.minimum(seen, at)).tolist()
    return Rarity((one, two, three), 3 - three)


_TO_MEET_ONE = 1_250
"""Among so many strangers one is expected to bear a given surname; measured on small registers drawn from crowds made
for learning."""


def unseen_of_few(people: int, unseen: float) -> float:
    """What is stated of a surname that is given alone: as many strangers as a small register has people are few. Beside
    a given name it isn't trusted so, since families are held together, and a register of a few knows no relatives."""
    return min(unseen, people / _TO_MEET_ONE)
