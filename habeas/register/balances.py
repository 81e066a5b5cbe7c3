"""The balance between two looks at the register, with the people and the claims behind each term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from habeas.domain.balance import Balance, End, Look, Terms, put_together, walked
from habeas.domain.counting import Piece, Rule
from habeas.domain.turning import Reading
from habeas.domain.words import Unit
from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.counted import BalanceAnswer, EndShown, TermShown
from habeas.register.counts import total
from habeas.register.definitions import definition, shown
from habeas.register.demands import rule_of
from habeas.register.learned import Learned
from habeas.register.lenses import as_of
from habeas.register.tables import known_of
from habeas.register.turned import Turned
from habeas.vocabulary.values import Definition


def balance(key: str, earlier: Lens, later: Lens) -> BalanceAnswer:
    """From one look to the other; both ends, and every term with its people."""
    asked = definition(key)
    found = balanced(asked, earlier, later)
    ends = shown_end(found.certain), shown_end(found.possible)
    return BalanceAnswer(shown(asked), as_of(earlier), as_of(later), *ends)


def balanced(asked: Definition, earlier: Lens, later: Lens) -> Balance:
    """Only those who differ are looked at; the numbers before and after are counted by themselves."""
    if asked.unit is not Unit.PEOPLE:
        raise BadInput(f"“{asked.key}” counts {asked.unit}, and a balance is of people. Choose another definition.")
    rule = rule_of(asked)
    learned, turned = Learned(asked, rule, earlier, later), Turned(asked, rule, earlier, later)
    told = [_told(place, learned, turned) for place in (0, 1)]
    open_still = told[0][1], told[1][1]
    whole = _whole_stories(rule, earlier, later, open_still)
    before, after = total(asked, earlier), total(asked, later)
    ends = (put_together([told[at][0], whole[at].terms]) for at in (0, 1))
    return Balance(*(End(before[at], terms, after[at]) for at, terms in enumerate(ends)))


def _told(place: int, learned: Learned, turned: Turned) -> tuple[Terms, Collection[str]]:
    """The terms of an end, and those people of whom one turn doesn't tell why.

    Who was learned to count on the first day and ceased to since, or the other way, counts at both looks or at neither.
    """
    late, corrected = learned.who(place)
    who = turned.who(place)
    back = who.keys() & (late | corrected)
    happened, others = turned.changes(place, {one: row for one, row in who.items() if one not in back} if back else who)
    return put_together([learned.changes(place, late - back, corrected - back), happened]), others


def _whole_stories(
    rule: Rule, earlier: Lens, later: Lens, of_ends: tuple[Collection[str], Collection[str]]
) -> tuple[End, End]:
    """Of those few of whom one turn doesn't tell why: with doubt before it, or with an earlier time in custody."""
    people = {*of_ends[0], *of_ends[1]}
    days = sorted((earlier.on.toordinal(), later.on.toordinal()))
    # Who counts so far does by all that was before; else what was before the first day changes nothing.
    since = 0 if rule.so_far else days[0]
    told_now = _pieces(people, later, (since, days[1]))
    of_then = (0 if rule.so_far else earlier.on.toordinal(), earlier.on.toordinal())
    told_then = told_now if earlier.known == later.known else _pieces(people, earlier, of_then)
    looks = Look(earlier.on.toordinal(), told_then), Look(later.on.toordinal(), told_now)
    return walked(Reading(rule, True), *looks, of_ends[0]), walked(Reading(rule, False), *looks, of_ends[1])


def _pieces(people: Collection[str], lens: Lens, days: tuple[int, int]) -> Mapping[str, list[Piece]]:
    """Of these people, the pieces that reach into the days from the first to the last."""
    found: dict[str, list[Piece]] = defaultdict(list)
    # Since when somebody is held, and of how many cases, no balance asks: what it asks stands in one index.
    columns = "first, ending, may_be, sure_by, may_by, 0, 0, 0, by"
    for person, *piece in known_of("register_stretch", columns, lens, people, days):
        found[person].append(Piece._make(piece))
    for told in found.values():
        told.sort()
    return found


def shown_end(end: End) -> EndShown:
    terms = [
        TermShown(str(term), kind, term.meaning, sign, len(people), tuple([person for person, _ in people]))
        for (term, kind, sign), people in end.by_term().items()
    ]
    return EndShown(end.before, tuple(terms), end.after)
