"""The undercount: how many people no list holds, estimated from how the lists overlap; each model's answer is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, sqrt

from habeas.problems import BadInput
from habeas.statistics.histories import Histories
from habeas.statistics.models import Fitted, fit, models_of, profile

FEWEST_SHARED = 7
"""With fewer people on both of two lists, an estimate from them can be off by half and not know it (Chapman 1951)."""
COPIED = 0.95
"""A list of which so large a share stands on another is taken from it or from the same hand."""
THINNEST = 0.02
_SHOWN = 10
"""Models whose profile interval is worth its time: those with the lowest BIC."""
_NORMAL_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Estimate:
    """A model's answer: people in all, its 95 % interval, the profile interval, and its share of the average.

    `depends` are the dependences it lets in, as A*B. `profile_high` is None where the counts set no upper end.
    """

    depends: tuple[str, ...]
    total: float
    low: float
    high: float
    profile_low: float | None
    profile_high: float | None
    deviance: float
    freedom: int
    aic: float
    bic: float
    weight: float


@dataclass(frozen=True, slots=True)
class Averaged:
    """All models together, each weighed by its BIC; `least` and `most` are the ends over models of some weight."""

    total: float
    low: float
    high: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Undercount:
    """How many on some list, and what models say of all; estimates with the lowest BIC first."""

    seen: Histories
    estimates: tuple[Estimate, ...]
    averaged: Averaged
    tried: int
    warnings: tuple[str, ...]


def estimate(seen: Histories) -> Undercount:
    """From two lists by Chapman, from three to five by log-linear models. BadInput says why lists can't tell.

    Log-linear models after Fienberg (1972), the average after Buckland, Burnham and Augustin (1997).
    """
    refuse(seen)
    if len(seen.lists) == 2:
        return _chapman(seen)
    wanted = list(models_of(len(seen.lists)))
    fitted = [one for model in wanted if (one := fit(model, seen)) is not None]
    if not fitted:
        raise BadInput("No model can be fitted: too many of the lists' overlaps are empty. Join lists of one hand.")
    fitted.sort(key=lambda one: one.bic)
    weights = _weights([one.bic for one in fitted])
    shown = [_estimate(one, seen, weight, rank) for rank, (one, weight) in enumerate(zip(fitted, weights, strict=True))]
    return Undercount(seen, tuple(shown), _averaged(shown), len(wanted), tuple(_warnings(seen, shown)))


def refuse(seen: Histories) -> None:
    """BadInput where lists hardly overlap, or copy each other: then no number would mean anything."""
    for one, other in seen.pairs():
        pair = f"“{seen.lists[one]}” and “{seen.lists[other]}”"
        if not seen.on(one) or not seen.on(other):
            raise BadInput(f"One of {pair} holds nobody. Leave it out.")
        if len(seen.lists) == 2 and seen.on(one, other) < FEWEST_SHARED:
            raise BadInput(
                f"{pair} share fewer than {FEWEST_SHARED} people; an estimate would be a guess."
                " Give lists that share more."
            )
        if seen.overlap(one, other) >= COPIED:
            raise BadInput(
                f"{seen.overlap(one, other):.0%} of the shorter of {pair} stand on the longer: one is taken from the"
                " other, or both from one hand, and together they tell nothing of those missed. Give one of them."
            )
    if max(seen.overlap(one, other) for one, other in seen.pairs()) < THINNEST:
        raise BadInput("The lists hardly overlap: fewer than 2 in 100 of any stand on another. They can't tell.")


def _chapman(seen: Histories) -> Undercount:
    first, second, both = seen.on(0), seen.on(1), seen.on(0, 1)
    total = (first + 1) * (second + 1) / (both + 1) - 1
    spread = sqrt((first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2)))
    low = max(float(seen.people), total - _NORMAL_95 * spread)
    high = total + _NORMAL_95 * spread
    one = Estimate((), total, low, high, None, None, 0.0, 0, 0.0, 0.0, 1.0)
    return Undercount(seen, (one,), Averaged(total, low, high, total, total), 1, (_why_two(), _why_closed()))


def _estimate(one: Fitted, seen: Histories, weight: float, rank: int) -> Estimate:
    low, high = profile(one, seen) if rank < _SHOWN else (None, None)
    return Estimate(
        depends=one.model.named(seen.lists),
        total=one.total,
        low=one.low,
        high=one.high,
        profile_low=low,
        profile_high=high,
        deviance=one.deviance,
        freedom=one.freedom,
        aic=one.aic,
        bic=one.bic,
        weight=weight,
    )


def _weights(scores: list[float]) -> list[float]:
    """The share of each, by exp(-BIC/2)."""
    raw = [exp((min(scores) - score) / 2) for score in scores]
    return [one / sum(raw) for one in raw]


def _averaged(estimates: list[Estimate]) -> Averaged:
    """The spread holds each model's own and that between them, so that it is never narrower than they disagree."""
    total = sum(one.weight * one.total for one in estimates)
    spread = sum(
        one.weight * sqrt(((one.high - one.low) / (2 * _NORMAL_95)) ** 2 + (one.total - total) ** 2)
        for one in estimates
    )
    counted = [one for one in estimates if one.weight >= 0.01] or estimates[:1]
    return Averaged(
        total=total,
        low=max(total - _NORMAL_95 * spread, min(one.low for one in estimates)),
        high=total + _NORMAL_95 * spread,
        least=min(one.low for one in counted),
        most=max(one.high for one in counted),
    )


def _warnings(seen: Histories, estimates: list[Estimate]) -> Iterator[str]:
    yield _why_closed()
    for one, other in seen.pairs():
        if seen.on(one, other) < FEWEST_SHARED:
            yield _why_little(f"“{seen.lists[one]}”", f"“{seen.lists[other]}”")
    near = [one.total for one in estimates if one.bic - estimates[0].bic <= 2]
    if len(near) > 1:
        yield _why_several(len(near), f"{min(near):,.0f}", f"{max(near):,.0f}")


def _why_two() -> str:
    return (
        "From two lists nobody can tell whether being on one makes it likelier to be on the other. If it does, as it"
        " does where both read the same news, the true number is larger."
    )


def _why_closed() -> str:
    return "The lists are taken for lists of one closed group: nobody joined or left it while they were made."


def _why_little(one: str, other: str) -> str:
    return (
        f"{one} and {other} share fewer than {FEWEST_SHARED} people; what is estimated of their dependence rests on"
        " little."
    )


def _why_several(models: int, least: str, most: str) -> str:
    return (
        f"{models} models fit about equally well and say between {least} and {most}. The lists alone can't choose"
        " among them."
    )
