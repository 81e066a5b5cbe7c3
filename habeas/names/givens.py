"""The given names of a register, against which one asked given name is read at one stroke."""

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from habeas.names.given import Given, GivenLevel, given_level, read_given
from habeas.names.sounds import consonants

Levels = npt.NDArray[np.int8]

# A register of a dozen people says little of how common a name is: a common name is borne by one man in thirty, and a
# common initial begins the names of one in eight.
_USUAL = np.where(np.arange(len(GivenLevel)) < GivenLevel.INITIAL, 1.0, 30 / 8)


class GivenColumn:
    """Every given name that a register holds, once."""

    def __init__(self, givens: list[tuple[str, str]], bearers: npt.NDArray[np.float64]) -> None:
        self._givens = [read_given(word, orthography) if word else None for word, orthography in givens]
        self._bearers = bearers
        self._skeletons = [min(given.skeletons) if given and given.skeletons else "" for given in self._givens]
        self._tabled = np.array([given is not None and given.known for given in self._givens], dtype=bool)
        self._by_trait: dict[str, list[int]] = {}
        for at, given in enumerate(self._givens):
            for trait in _traits(given) if given else ():
                self._by_trait.setdefault(trait, []).append(at)
        self._empty = [at for at, given in enumerate(self._givens) if given is None]
        self._answers: dict[str, tuple[Levels, npt.NDArray[np.float64]]] = {}

    def levels(self, word: str) -> tuple[Levels, npt.NDArray[np.float64]]:
        """For each given name of the register its level; and for each level the share of people who come that
        near by chance."""
        if word not in self._answers:
            if len(self._answers) > 2_000:
                self._answers.clear()
            levels = (
                self._levels_of(read_given(word))
                if word
                else np.full(len(self._givens), GivenLevel.MISSING, dtype=np.int8)
            )
            # A surname alone is narrowed by no given name: how many bear it is all that counts in any register.
            self._answers[word] = levels, self._shares(levels) if word else np.zeros(len(GivenLevel))
        return self._answers[word]

    def _levels_of(self, asked: Given) -> Levels:
        levels = self._likeness(asked)
        levels[self._empty] = GivenLevel.MISSING
        for at in self._worth_comparing(asked):
            known = self._givens[at]
            if known is not None:
                levels[at] = given_level(asked, known)
        return levels

    def _worth_comparing(self, asked: Given) -> set[int]:
        """Those that share a trait, and initials; an initial asked for is compared with every name."""
        if len(asked.word) == 1:
            return set(range(len(self._givens)))
        return {at for trait in _traits(asked) | {"1"} for at in self._by_trait.get(trait, ())}

    def _likeness(self, asked: Given) -> Levels:
        levels = np.full(len(self._givens), GivenLevel.OTHER, dtype=np.int8)
        if len(asked.word) == 1:
            return levels
        for skeleton in asked.skeletons:
            alike = process.cdist([skeleton], self._skeletons, scorer=JaroWinkler.similarity, score_cutoff=0.8)[0]
            for at in np.flatnonzero(alike):
                known = self._givens[at]
                if known is not None:
                    levels[at] = min(levels[at], given_level(asked, known))
        return levels

    def _shares(self, levels: Levels) -> npt.NDArray[np.float64]:
        counts = np.bincount(levels, weights=self._bearers, minlength=len(GivenLevel)).astype(np.float64)
        total = max(float(counts.sum()), 1.0)
        counts[GivenLevel.MISSING] = 0
        # A namesake's given name may be spelled in another language than the one who is asked for.
        counts[GivenLevel.SPELLED] += counts[GivenLevel.FAMILY]
        counts[GivenLevel.FAMILY] = 0
        # Who is put forward is no namesake of his own.
        others = np.maximum(np.cumsum(counts) - 1, 0)
        return np.minimum((others + _USUAL) / (max(total - 1, 0) + 30.0), 1.0)


def _traits(given: Given) -> set[str]:
    if len(given.word) == 1:
        return {"1"}
    families = given.full | given.short | given.inflected
    traits = {"=" + skeleton for skeleton in given.skeletons} | {"+" + family for family in families}
    return traits | {"~" + consonants(skeleton) for skeleton in given.skeletons}
