"""A balance as a public table may tell it: terms of too few people are put together and only their sum is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from habeas.domain.custody import UNTOLD
from habeas.domain.suppress import few_together
from habeas.domain.turning import Term
from habeas.register.answers import Lens
from habeas.register.balances import balance
from habeas.register.counted import BalanceAnswer, EndShown, TermShown

TOGETHER = "together"
_FIRST_TAKEN = (Term.LEFT, Term.IN_DOUBT, Term.DOUBT_ENDED)
_ORDER = (*_FIRST_TAKEN, *(term for term in Term if term not in _FIRST_TAKEN))
"""Those that readers ask for least stand first: the first that isn't small is put together with the small ones."""

_SAY_LEAST = (UNTOLD, "")

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class PublicEnd:
    """An end as it may be shown; `together` are the terms of which only the sum is told."""

    end: EndShown
    together: frozenset[Key]


def public_balance(key: str, earlier: Lens, later: Lens) -> BalanceAnswer:
    """As `balance`, with small terms put together: those who came to count, and those who ceased to."""
    told = balance(key, earlier, later)
    return replace(told, certain=public_end(told.certain).end, possible=public_end(told.possible).end)


def public_end(end: EndShown) -> PublicEnd:
    """First whole terms of each sign, then within each that stands alone its kinds; no order hangs on the numbers."""
    alone: list[TermShown] = []
    rest: list[TermShown] = []
    keys: set[Key] = set()
    for sign in (1, -1):
        by_term = [[one for one in end.terms if (one.term, one.sign) == (str(term), sign)] for term in _ORDER]
        hidden = few_together([sum(one.number for one in terms) for terms in by_term])
        small = [one for place in sorted(hidden) for one in by_term[place]]
        alone += [one for place, terms in enumerate(by_term) if place not in hidden for one in _by_kind(terms)]
        rest += _sum(small, sign)
        keys.update((one.term, one.kind, one.sign) for one in small)
    return PublicEnd(replace(end, terms=(*alone, *rest)), frozenset(keys))


def _by_kind(terms: Sequence[TermShown]) -> list[TermShown]:
    if not terms:
        return []
    found = {one.kind: one for one in terms}
    kinds = sorted(found, key=lambda kind: (kind not in _SAY_LEAST, kind))
    hidden = few_together([found[kind].number for kind in kinds])
    small = [found[kind] for place, kind in enumerate(kinds) if place in hidden]
    alone = [found[kind] for place, kind in enumerate(kinds) if place not in hidden]
    if not small:
        return alone
    people = tuple(person for one in small for person in one.people)
    first = terms[0]
    rest = TermShown(first.term, TOGETHER, first.meaning, first.sign, len(people), people)
    return [*alone, rest]


def _sum(small: Sequence[TermShown], sign: int) -> list[TermShown]:
    people = tuple(person for one in small for person in one.people)
    return [TermShown(TOGETHER, "", _MEANING, sign, len(people), people)] if small else []


_MEANING = "for reasons of few people each, put together"


def shown_as(end: EndShown) -> Callable[[Key], Key]:
    """Under which of the terms that are shown one of the terms stands."""
    public = public_end(end)
    alone = {(one.term, one.kind, one.sign) for one in public.end.terms}

    def shown(key: Key) -> Key:
        if key in public.together:
            return TOGETHER, "", key[2]
        return key if key in alone else (key[0], TOGETHER, key[2])

    return shown
