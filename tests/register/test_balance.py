"""The balance adds up between any two days and moments, and each person is in the term that a plain recount gives."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from habeas.domain.balance import Change, End, Look, balance
from habeas.domain.counting import Piece
from habeas.domain.masks import CONFINED, unmask
from habeas.domain.turning import Term
from habeas.domain.words import Span, Status, Unit
from habeas.ledger import read
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Audience, Lens
from habeas.register.balances import balanced
from habeas.register.counts import PIECE
from habeas.register.demands import rule_of
from habeas.register.tables import known
from habeas.vocabulary.load import load
from habeas.vocabulary.values import Definition
from tests.register.chance import a_lens, a_register
from tests.register.conftest import detained, named, released, say
from tests.register.plain import FREE, RESTRICTED, recount, told

pytestmark = pytest.mark.database

FEW, ALL = 200, 10_000
BALANCED = [one for one in load().definitions.values() if one.unit is Unit.PEOPLE]


def pieces_of(lens: Lens, where: str, *values: int) -> dict[str, list[Piece]]:
    """The pieces of everybody, in order; `where` narrows whose."""
    found: dict[str, list[Piece]] = {}
    for person, *piece in known("register_stretch", f"person, {PIECE}", lens, where, *values):
        found.setdefault(person, []).append(Piece._make(piece))
    return {person: sorted(pieces) for person, pieces in found.items()}


def looks(luck: random.Random) -> tuple[Definition, Lens, Lens]:
    """Any two days and moments; now and then the same day, or the same moment."""
    one, other = a_lens(luck), a_lens(luck)
    if luck.random() < 0.3:
        other = Lens(other.on, one.known, one.known_at, one.audience)
    if luck.random() < 0.15:
        other = Lens(one.on, other.known, other.known_at, one.audience)
    return luck.choice(BALANCED), one, other


def balance_is_right(asked: Definition, earlier: Lens, later: Lens) -> None:
    found = balanced(asked, earlier, later)
    plain = recount(asked, earlier), recount(asked, later)
    for place, end in enumerate((found.certain, found.possible)):
        before, after = ({id for id, ends in each.items() if ends[place]} for each in plain)
        assert (end.before, end.after) == (len(before), len(after))
        assert end.before + sum(change.sign for change in end.changes) == end.after
        came = {change.person for change in end.changes if change.sign > 0}
        left = {change.person for change in end.changes if change.sign < 0}
        assert (came, left) == (after - before, before - after), "each who changed is in one term, and nobody else"
        assert len(came) + len(left) == len(list(end.changes))
        for change in end.changes:
            term_is_right(change, place, asked, earlier, later)


def turns_tell_what_whole_stories_do(asked: Definition, earlier: Lens, later: Lens) -> None:
    """Most terms are read from one turn; everybody's pieces, walked through one by one, put nobody elsewhere."""
    first, last = sorted((earlier.on.toordinal(), later.on.toordinal()))
    so_far = asked.span is Span.SO_FAR
    day = earlier.on.toordinal()
    then = Look(day, pieces_of(earlier, "ending > %s AND first <= %s", 0 if so_far else day, day))
    now = Look(later.on.toordinal(), pieces_of(later, "ending > %s AND first <= %s", 0 if so_far else first, last))
    walked = balance(rule_of(asked), then, now, {*then.told, *now.told})
    found = balanced(asked, earlier, later)
    for end, other in ((walked.certain, found.certain), (walked.possible, found.possible)):
        assert set(end.changes) == set(other.changes)
        assert (end.before, end.after) == (other.before, other.after)


def term_is_right(change: Change, place: int, asked: Definition, earlier: Lens, later: Lens) -> None:
    """By days looked at one by one, as known at the later moment."""
    whole, id = told(later), change.person
    learned = bool(whole.adds(id, asked, earlier.on)[place]) is (change.sign > 0)
    assert learned is (change.term in (Term.LEARNED_LATE, Term.CORRECTED)), change
    if learned:
        return
    if asked.span is Span.SO_FAR:
        return
    day = date.fromordinal(change.day)
    first, last = sorted((earlier.on, later.on))
    comes = (change.sign > 0) is (later.on > earlier.on)
    counts = [whole.on(id, asked, one)[place] for one in (day - timedelta(days=1), day)]
    assert first < day <= last and counts == [not comes, comes], change
    assert all(whole.on(id, asked, one)[place] is comes for one in days(day, last)), "and so it stayed"
    status_before = whole.status_counts(id, asked, day - timedelta(days=1))
    status_at = whole.status_counts(id, asked, day)
    after = clear_after(whole, id, asked, day, last) if place == 0 else whole.may_be(id, day)
    match change.term:
        case Term.FREED:
            assert after and after <= FREE
        case Term.DIED:
            assert after == {Status.DEAD}
        case Term.IN_DOUBT:
            assert whole.status_counts(id, asked, last) == (False, True)
        case Term.RECLASSIFIED_OUT if change.kind == "recognition":
            assert status_at[place] or (after and after <= set(asked.statuses))
        case Term.RECLASSIFIED_OUT:
            assert after and after <= RESTRICTED - set(asked.statuses)
        case Term.RECOGNISED if not change.kind:
            assert asked.recognised_as
        case Term.DETAINED | Term.RETURNED | Term.RECLASSIFIED_IN:
            assert not status_before[place]
            held = any(may_be <= set(unmask(CONFINED)) for may_be in until(whole, id, day))
            assert change.term is not Term.RETURNED or held
        case Term.DOUBT_ENDED:
            assert place == 0 and status_before == (False, True)
        case Term.LEFT:
            assert after and not after <= FREE
        case _:
            assert change.term is Term.RECOGNISED and change.kind == "alone", change


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=past) for past in range((last - first).days + 1)]


def until(whole: object, id: str, day: date) -> list[frozenset[Status]]:
    return [frozenset(spell.may_be) for spell in whole.spells[id] if spell.first < day]  # type: ignore[attr-defined]


def clear_after(whole: object, id: str, asked: Definition, day: date, last: date) -> frozenset[Status] | None:
    """What the person was on the first day from then on that leaves no doubt."""
    for one in days(day, last):
        sure, may = whole.status_counts(id, asked, one)  # type: ignore[attr-defined]
        if sure or not may:
            return whole.may_be(id, one)  # type: ignore[attr-defined, no-any-return]
    return None


@pytest.fixture
def register(live: Path) -> random.Random:
    luck = random.Random(20_251_213)
    a_register(luck, people=40, lines=400)
    return luck


def test_a_balance_adds_up_and_its_people_are_right(register: random.Random) -> None:
    for _ in range(FEW):
        asked, earlier, later = looks(register)
        balance_is_right(asked, earlier, later)
        turns_tell_what_whole_stories_do(asked, earlier, later)


@pytest.mark.proof
def test_ten_thousand_balances_add_up_and_their_people_are_right(register: random.Random) -> None:
    for _ in range(ALL):
        balance_is_right(*looks(register))


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(100))
def test_balances_of_many_registers_add_up(live: Path, seed: int) -> None:
    luck = random.Random(seed)
    a_register(luck, people=12, lines=luck.randrange(40, 140))
    for _ in range(40):
        balance_is_right(*looks(luck))


def test_each_term_opens_to_its_people_and_lines(two: Path) -> None:
    (freed,) = say(released("p-anna", "2024-08-01"))
    told_late = say(named("p-late", "Late Comer"), detained("p-late", "2024-05-01"))
    before = read.number_at(read.moment_of(freed))
    earlier = Lens(date(2024, 7, 1), before, read.moment_of(before), Audience.DRAFT)
    later = queries.lens("2024-09-01", None, Audience.DRAFT)
    answer = queries.balance("held", earlier, later)
    terms = {(one.term, one.kind): one for one in answer.certain.terms}
    assert answer.certain.before == 2 and answer.certain.after == 2
    assert terms["freed", "untold"].people == ("p-anna",) and terms["learned_late", "person"].people == ("p-late",)
    _, who = queries.term_people("held", earlier, later, ("freed", "untold", -1, True))
    assert freed in who[0].because and who[0].day == date(2024, 8, 1)
    _, who = queries.term_people("held", earlier, later, ("learned_late", "person", 1, True))
    assert who[0].name == "Late Comer" and set(who[0].because) == set(told_late)


def test_a_balance_of_prosecutions_is_refused(two: Path) -> None:
    lens = queries.lens(None, None)
    with pytest.raises(BadInput, match="a balance is of people"):
        queries.balance("prosecutions", lens, lens)


def total(end: End) -> int:
    return end.before + sum(change.sign for change in end.changes)
