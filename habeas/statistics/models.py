"""Log-linear models of how lists depend on each other: which there are, and what one says of the people on no list."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from math import exp, isfinite, log
from typing import Any

import numpy as np
import numpy.typing as npt

from habeas.statistics.histories import Histories

Term = tuple[int, ...]
Counts = npt.NDArray[np.float64]
Design = npt.NDArray[np.float64]
_NORMAL_95 = 1.959963984540054
_CHI_95 = 3.841458820694124
"""The 95 % points of the normal and of the chi-square distribution with one degree of freedom."""
_FURTHEST = 40.0
"""How many times the estimate an interval's end is looked for before it is said to have none."""


@dataclass(frozen=True, slots=True)
class Model:
    """Which lists are let depend on each other; terms are tuples of places, single lists always among them."""

    terms: tuple[Term, ...]

    def named(self, lists: tuple[str, ...]) -> tuple[str, ...]:
        """The dependences alone, as A*B; the largest of each, which hold the smaller ones in themselves."""
        wider = [set(term) for term in self.terms]
        largest = [term for term in self.terms if len(term) > 1 and not any(set(term) < other for other in wider)]
        return tuple("*".join(lists[place] for place in term) for term in largest)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model fitted: people in all with a 95 % interval by the logarithm of those missed, and how well it fits.

    That interval is the one that papers print. It takes those seen for given, and so holds the truth less often than it
    says where most are seen; `profile` gives one that doesn't. `aic` and `bic` are the deviance with 2, or with the
    logarithm of the people seen, for each parameter.
    """

    model: Model
    total: float
    low: float
    high: float
    deviance: float
    freedom: int
    aic: float
    bic: float


def models_of(lists: int) -> Iterator[Model]:
    """Every hierarchical model of three or four lists without the widest term; of five, those of two-way terms."""
    singles = tuple((place,) for place in range(lists))
    widest = 2 if lists > 4 else lists - 1
    for wide in _subsets([one for size in range(3, widest + 1) for one in combinations(range(lists), size)]):
        needed = {pair for term in wide for pair in combinations(term, 2)}
        free = [pair for pair in combinations(range(lists), 2) if pair not in needed]
        for pairs in _subsets(free):
            yield Model((*singles, *sorted(needed.union(pairs)), *wide))


def _subsets(terms: Sequence[Term]) -> Iterator[tuple[Term, ...]]:
    return chain.from_iterable(combinations(terms, size) for size in range(len(terms) + 1))


def fit(model: Model, seen: Histories) -> Fitted | None:
    """None where the counts leave the number of the missed open: a dependence that nobody shows, or an endless one."""
    held = list(seen.counts)
    counts = np.array([seen.counts[one] for one in held], dtype=float)
    design = _design(model, held)
    if np.linalg.matrix_rank(design[counts > 0]) < design.shape[1]:
        return None
    result = _poisson(counts, design)
    if result is None:
        return None
    missed, spread = exp(result.params[0]), float(result.bse[0])
    if not isfinite(missed * spread):
        return None
    width, parameters = exp(_NORMAL_95 * spread), design.shape[1]
    return Fitted(
        model=model,
        total=seen.people + missed,
        low=seen.people + missed / width,
        high=seen.people + missed * width,
        deviance=float(result.deviance),
        freedom=len(held) - parameters,
        aic=float(result.deviance) + 2 * parameters,
        bic=float(result.deviance) + log(seen.people) * parameters,
    )


def profile(fitted: Fitted, seen: Histories) -> tuple[float, float | None]:
    """The 95 % profile interval: every total with which the model's deviance stays within 3.84 of its best.

    The upper end is None where none was found within forty times the number of the missed.
    """
    held = [*seen.counts, (0,) * len(seen.lists)]
    design, counts = _design(fitted.model, held), [*seen.counts.values()]
    missed = fitted.total - seen.people

    from scipy.optimize import brentq

    def above(number: float) -> float:
        result = _poisson(np.array([*counts, number], dtype=float), design)
        return _FURTHEST if result is None else float(result.deviance) - fitted.deviance - _CHI_95

    low = 0.0 if above(0.0) < 0 else float(brentq(above, 0.0, missed))
    top = missed
    while above(top) < 0:
        top *= 1.5
        if top > missed * _FURTHEST:
            return seen.people + low, None
    return seen.people + low, seen.people + float(brentq(above, missed, top))


def _design(model: Model, held: list[tuple[int, ...]]) -> Design:
    return np.array([[1.0, *(float(all(one[at] for at in term)) for term in model.terms)] for one in held])


def _poisson(counts: Counts, design: Design) -> Any:
    """The library's own result; None where it finds none, which is what the counts say and no fault.

    The library is loaded by whoever estimates: it takes longer than most commands and pages, which never do.
    """
    from statsmodels.genmod.families import Poisson
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import PerfectSeparationError

    with warnings.catch_warnings():
        # A model with as many parameters as counts fits without a rest, and is warned of for that alone.
        warnings.simplefilter("ignore")
        try:
            found = GLM(counts, design, family=Poisson()).fit(maxiter=100)
        except (PerfectSeparationError, np.linalg.LinAlgError, ValueError):
            return None
    return found if found.converged else None
