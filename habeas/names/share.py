"""Which share of a list's people are in the register, judged by the list's own names."""

from collections.abc import Sequence

import numpy as np

_ROWS_OF_HALVES = 40.0
"""So many rows' worth is held that half are in the register, which is what the odds of a single name take for
granted: a short list says little."""
_STEPS = 50


def odds_of_a_share(odds: Sequence[float]) -> float:
    """By how much the odds of every row of a list have to be multiplied. `odds` are each row's odds that anybody of the
    register is meant, were half of the list's people in it; the share is the one that makes them likeliest (by
    expectation and maximisation, Dempster, Laird and Rubin 1977)."""
    known = np.minimum(np.asarray(odds, dtype=np.float64), 1e9)
    share = 0.5
    for _ in range(_STEPS):
        within = share * known / (share * known + 1 - share)
        share = float((within.sum() + _ROWS_OF_HALVES / 2) / (len(known) + _ROWS_OF_HALVES))
    return share / (1 - share)
