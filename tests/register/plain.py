"""Counting as one would by hand: every line read and folded anew, every day looked at by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import product

from habeas.domain.claims import Charged, Died, Sentenced
from habeas.domain.masks import CONFINED, unmask
from habeas.domain.words import Answer, Span, Status, Unit
from habeas.ledger import read
from habeas.register.answers import Audience, Lens
from habeas.register.people import Person, people
from habeas.register.standing import Lines
from habeas.register.voices import Voices
from habeas.vocabulary.load import load
from habeas.vocabulary.values import Definition
from habeas.vocabulary.words import Recognition

BEGINS = date(2024, 4, 1)
"""No claim of the random registers tells of a day before, but for a year given whole."""
RESTRICTED = {*unmask(CONFINED), Status.BAIL}
FREE = {Status.FREE_IN_COUNTRY, Status.FREE_ABROAD}


class Told:
    """Everybody as told by all lines up to one of them."""

    def __init__(self, known: int, audience: Audience = Audience.PUBLIC) -> None:
        lines = list(read.lines())
        sources = [line for line in lines if line.claim.ABOUT in ("source", "list")]
        self.voices = Voices(sources, [line for line in lines if getattr(line.claim, "line", 0)])
        self.known = known
        whole = people(Lines.of(lines), known, audience)
        self.people: Mapping[str, Person] = {one.id: one for one in whole.persons if one.in_register}
        self.spells = {id: one.timeline(known, self.voices).spells for id, one in self.people.items()}

    def may_be(self, id: str, day: date) -> frozenset[Status] | None:
        spell = next((one for one in self.spells.get(id, ()) if one.first <= day < one.end), None)
        return frozenset(spell.may_be) if spell else None

    def status_counts(self, id: str, asked: Definition, day: date) -> tuple[bool, bool]:
        may_be = self.may_be(id, day)
        if may_be is None:
            return False, False
        counted = set(asked.statuses)
        kept = self._died_held(id, day) if Status.DEAD in may_be and asked.keeps_deaths else (False, False)
        dead = (Status.DEAD in counted or kept[0], Status.DEAD in counted or kept[1])
        others = [status in counted for status in may_be - {Status.DEAD}]
        both = [(one, one) for one in others] + ([dead] if Status.DEAD in may_be else [])
        return all(sure for sure, _ in both), any(may for _, may in both)

    def _died_held(self, id: str, day: date) -> tuple[bool, bool]:
        said = {claim.in_custody for _, claim in self.people[id].said(Died)} - {Answer.UNKNOWN}
        if len(said) == 1:
            return (said == {Answer.YES},) * 2
        alive = [one for one in self.spells[id] if one.first <= day and Status.DEAD not in one.may_be]
        if not alive:
            return False, True
        confined = [status in unmask(CONFINED) for status in alive[-1].may_be]
        return all(confined), any(confined)

    def recognised(self, id: str, asked: Definition, day: date) -> tuple[bool, bool]:
        keys = load().recognisers_of(asked)
        if keys is None:
            return True, True
        spells = [one for one in self.people[id].recognitions() if not one.former and one.recogniser in keys]
        sure = {one.recogniser for one in spells if one.first <= day < one.end}
        may = {one.recogniser for one in spells if one.possible_from <= day < one.end}
        each = asked.recognition is Recognition.EACH
        return (sure == set(keys), may == set(keys)) if each else (bool(sure), bool(may))

    def on(self, id: str, asked: Definition, day: date) -> tuple[bool, bool]:
        """Whether the person counts on that very day."""
        status, recognised = self.status_counts(id, asked, day), self.recognised(id, asked, day)
        return status[0] and recognised[0], status[1] and recognised[1]

    def days(self, id: str, until: date) -> list[date]:
        first = min((one.first for one in self.spells[id]), default=until)
        return [first + timedelta(days=past) for past in range((until - first).days + 1)]

    def adds(self, id: str, asked: Definition, day: date) -> tuple[int, int]:
        if id not in self.people:
            return 0, 0
        if asked.unit is Unit.EPISODES:
            return self._episodes(id, asked, day)
        sure, may = self.on(id, asked, day)
        if asked.span is Span.SO_FAR:
            every = [self.on(id, asked, one) for one in self.days(id, day)]
            sure, may = any(one for one, _ in every), any(one for _, one in every)
        if asked.unit is Unit.PROSECUTIONS:
            fewest, most = self._prosecutions(id, day)
            return fewest if sure else 0, most if may else 0
        return int(sure), int(may)

    def _episodes(self, id: str, asked: Definition, day: date) -> tuple[int, int]:
        """Every way of reading each doubtful run of days is tried."""
        runs: list[tuple[bool, bool]] = []
        for spell in self.spells[id]:
            if spell.first <= day:
                runs.append(self.status_counts(id, asked, spell.first))
        ways = [[True] if sure else [True, False] if may else [False] for sure, may in runs]
        numbers = [sum(here and not (at and way[at - 1]) for at, here in enumerate(way)) for way in product(*ways)]
        return min(numbers), max(numbers)

    def _prosecutions(self, id: str, day: date) -> tuple[int, int]:
        """One for each verdict told apart by its days, with the charges before it; one more for charges after."""
        one = self.people[id]
        verdicts: list[tuple[date, date]] = []
        for first, last in sorted((claim.when.first, claim.when.last) for _, claim in one.said(Sentenced)):
            if verdicts and first <= verdicts[-1][1]:
                verdicts[-1] = (max(first, verdicts[-1][0]), min(last, verdicts[-1][1]))
            else:
                verdicts.append((first, last))
        begins: list[list[tuple[date, date]]] = [[verdict] for verdict in verdicts] + [[]]
        for _, claim in one.said(Charged):
            days = (claim.when.first, claim.when.last) if claim.when else (date.min, date.min)
            at = next((at for at, verdict in enumerate(verdicts) if days[0] <= verdict[1]), len(verdicts))
            begins[at].append(days)
        begun = [min(days) for days in begins if days]
        return sum(last <= day for _, last in begun), sum(first <= day for first, _ in begun)


@lru_cache(maxsize=64)
def _told(known: int, audience: Audience, last: int, ledger: str) -> Told:
    return Told(known, audience)


def told(lens: Lens) -> Told:
    return _told(lens.known, lens.audience, read.last_number(), read.ledger_id())


def recount(asked: Definition, lens: Lens) -> dict[str, tuple[int, int]]:
    """Person to what they add to both ends, of those who add anything."""
    whole = told(lens)
    adds = {id: whole.adds(id, asked, lens.on) for id in whole.people}
    return {id: ends for id, ends in adds.items() if ends[1]}
