"""The balance between two looks at the register, with the people and the claims behind each term."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from habeas.domain import balance as balancing
from habeas.domain.balance import Balance, Change, End, Look
from habeas.domain.counting import Piece
from habeas.domain.words import Unit
from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.counted import BalanceAnswer, EndShown, TermShown
from habeas.register.counts import pieces_of
from habeas.register.definitions import definition, shown
from habeas.register.demands import rule_of
from habeas.register.lenses import as_of
from habeas.register.tables import one_of
from habeas.register.turned import Looked, Turned, looked
from habeas.vocabulary.values import Definition

_AT_ONCE = 900
_FEW = 60_000
"""Up to so many people are looked up by their ids; of more, everybody's pieces are read at once."""


def balance(key: str, earlier: Lens, later: Lens) -> BalanceAnswer:
    """From one look to the other; both ends, and every term with its people."""
    asked = definition(key)
    found = balanced(asked, earlier, later)
    ends = shown_end(found.certain), shown_end(found.possible)
    return BalanceAnswer(shown(asked), as_of(earlier), as_of(later), *ends)


def balanced(asked: Definition, earlier: Lens, later: Lens) -> Balance:
    if asked.unit is not Unit.PEOPLE:
        raise BadInput(f"“{asked.key}” counts {asked.unit}, and a balance is of people. Choose another definition.")
    who = looked(asked, earlier, later)
    turned = Turned(rule_of(asked), earlier, later)
    told = [list(turned.changes(place, who)) for place in (0, 1)]
    open_still = {one for end in told for one in end if isinstance(one, str)}
    whole = _whole_stories(asked, earlier, later, open_still)
    return Balance(*(_end(place, told[place], whole, who) for place in (0, 1)))


def _end(place: int, told: list[Change | str], whole: Balance, who: Looked) -> End:
    """The changes read from one turn each, and of the others those read from their whole stories."""
    others = {one for one in told if isinstance(one, str)}
    rest = (whole.certain, whole.possible)[place].changes
    changes = [one for one in told if isinstance(one, Change)] + [one for one in rest if one.person in others]
    then, _, now = who.of_end(place)
    return End(len(then), tuple(changes), len(now))


def _whole_stories(asked: Definition, earlier: Lens, later: Lens, people: Collection[str]) -> Balance:
    """Of those few of whom one turn doesn't tell why: with doubt before it, or with an earlier time in custody."""
    rule = rule_of(asked)
    days = sorted((earlier.on.toordinal(), later.on.toordinal()))
    # Who counts so far does by all that was before; else what was before the first day changes nothing.
    since = 0 if rule.so_far else days[0]
    told_now = _pieces(people, later, (since, days[1]))
    of_then = (0 if rule.so_far else earlier.on.toordinal(), earlier.on.toordinal())
    told_then = told_now if earlier.known == later.known else _pieces(people, earlier, of_then)
    looks = Look(earlier.on.toordinal(), told_then), Look(later.on.toordinal(), told_now)
    return balancing.balance(rule, *looks, people)


def _pieces(people: Collection[str], lens: Lens, days: tuple[int, int]) -> Mapping[str, list[Piece]]:
    """Of these people, the pieces that reach into the days from the first to the last."""
    within = "ending > %s AND first <= %s"
    if len(people) > _FEW:
        return {one: told for one, told in pieces_of(lens, within, *days).items() if one in people}
    found: dict[str, list[Piece]] = {}
    for where, values in _chunks(people):
        found |= pieces_of(lens, f"{within} AND {where}", *days, *values)
    return found


def _chunks(people: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    ordered = sorted(people)
    parts = [tuple(ordered[at : at + _AT_ONCE]) for at in range(0, len(ordered), _AT_ONCE)]
    return [(one_of("person", part), part) for part in parts]


def shown_end(end: End) -> EndShown:
    terms = [
        TermShown(str(term), kind, term.meaning, sign, len(changes), tuple(one.person for one in changes))
        for (term, kind, sign), changes in end.by_term().items()
    ]
    return EndShown(end.before, tuple(terms), end.after)
