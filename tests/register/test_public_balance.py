"""What a public balance tells: no term of few people, nothing that the totals give away, and it still adds up."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import product

import pytest

from habeas.domain.suppress import FLOOR, few_together
from habeas.domain.turning import Term
from habeas.register.counted import EndShown, TermShown
from habeas.register.public_balance import TOGETHER, public_end, shown_as

IN = (Term.DETAINED, Term.RETURNED, Term.RECOGNISED)
OUT = (Term.DIED, Term.IN_DOUBT)


def end(numbers: dict[tuple[Term, str], int], before: int = 100) -> EndShown:
    terms, after = [], before
    for (term, kind), number in numbers.items():
        sign = 1 if term in IN else -1
        after += sign * number
        if number:
            people = tuple(f"{term}-{kind}-{place}" for place in range(number))
            terms.append(TermShown(str(term), kind, term.meaning, sign, number, people))
    return EndShown(before, tuple(terms), after)


@pytest.mark.parametrize(("width", "most", "floor"), [(2, 14, 5), (3, 11, 5), (4, 8, 3)])
def test_no_cell_of_few_can_be_told_from_all_tables_that_read_alike(width: int, most: int, floor: int) -> None:
    """The attacker knows the rule and both totals: every table there can be is tried."""
    alike: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for numbers in product(range(most + 1), repeat=width):
        hidden = few_together(numbers, floor)
        alone = tuple((place, one) for place, one in enumerate(numbers) if one and place not in hidden)
        alike[alone, sum(numbers[place] for place in hidden)].append(numbers)
    for told in alike.values():
        values = [{numbers[place] for numbers in told} for place in range(width)]
        for numbers in (one for one in told if max(one) < most):
            assert all(len(values[place]) > 1 for place, number in enumerate(numbers) if 0 < number < floor), numbers


def test_random_balances_add_up_and_every_person_is_under_one_shown_term() -> None:
    luck = random.Random(20)
    kinds = [(Term.FREED, act) for act in ("pardon", "term_served", "untold")]
    kinds += [(term, "") for term in (*IN, *OUT)] + [(Term.DETAINED, "told")]
    for _ in range(500):
        made = end({one: luck.choice((0, 0, 1, 3, 6, 20)) for one in kinds})
        public, shown = public_end(made).end, shown_as(made)
        assert public.before + sum(one.sign * one.number for one in public.terms) == public.after
        assert all(one.number >= FLOOR for one in public.terms if one.term != TOGETHER)
        for term in made.terms:
            name = shown((term.term, term.kind, term.sign))
            whole = next(one for one in public.terms if (one.term, one.kind, one.sign) == name)
            assert set(term.people) <= set(whole.people)
