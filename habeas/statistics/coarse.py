"""Estimates that may travel: where few stand on just some lists, no number that would give them away."""

from __future__ import annotations

from dataclasses import replace

from habeas.domain.suppress import FLOOR
from habeas.problems import BadInput
from habeas.statistics.undercount import Averaged, Estimate, Undercount

_STEP = 2 * FLOOR


def told_coarsely(found: Undercount) -> Undercount:
    """As found where no overlap is of few; else people to a step of ten, and scores whole.

    The answer of two lists is arithmetic in three numbers, which any two others would give away: there BadInput.
    """
    if not any(0 < number < FLOOR for number in found.seen.counts.values()):
        return found
    if len(found.seen.lists) == 2:
        raise BadInput(
            f"Fewer than {FLOOR} people stand on just one of the two lists, or on both;"
            " an estimate would tell how many. Give lists that share more."
        )
    return replace(found, estimates=tuple(map(_estimate, found.estimates)), averaged=_averaged(found.averaged))


def _estimate(one: Estimate) -> Estimate:
    ends = {name: _stepped(getattr(one, name)) for name in ("total", "low", "high", "profile_low", "profile_high")}
    scores = {name: float(round(getattr(one, name))) for name in ("deviance", "aic", "bic")}
    return replace(one, **ends, **scores, weight=round(one.weight, 1))  # type: ignore[arg-type]


def _averaged(one: Averaged) -> Averaged:
    names = ("total", "low", "high", "least", "most")
    return replace(one, **{name: _stepped(getattr(one, name)) for name in names})  # type: ignore[arg-type]


def _stepped(people: float | None) -> float | None:
    return None if people is None else float(round(people / _STEP) * _STEP)
