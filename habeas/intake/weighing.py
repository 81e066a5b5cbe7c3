"""Proposals beside the register: who may be meant, what we hold of them, and what contradicts it. Nothing is mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from habeas.domain.claims import (
    BatchAnnounced,
    BatchCounted,
    Charged,
    Claim,
    InBatch,
    Named,
    Released,
    SeenFree,
    SeenHeld,
    Sentenced,
    StageMoved,
)
from habeas.domain.compare import Relation, compare
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Line
from habeas.domain.words import Counted, Exile, Manner, Status
from habeas.domain.written import read_claim
from habeas.names.verdict import ABSENT_BELOW
from habeas.problems import BadInput
from habeas.reading.proposals import Proposal
from habeas.reading.read import Reading
from habeas.register.answers import Found, Lens
from habeas.register.ask_lines import person_told_of, releases_of_members, releases_told_of, timeline_of
from habeas.register.ask_person import find
from habeas.register.people import Person
from habeas.register.sentences import sentence

MEANT_FROM = 0.5
"""From this probability on, a proposal is weighed against what is held of the likeliest person."""
_ANY_DAY = "1900/2100"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEAR_DAYS = 8


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody of the register who may be meant."""

    id: str
    name: str
    probability: float


@dataclass(frozen=True, slots=True)
class Held:
    """A line that a proposal is weighed against, in words."""

    line: int
    says: str
    speaker: str
    source: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A proposal with who may be meant and how it stands: same, refines, contradicts or new."""

    proposal: Proposal
    matches: tuple[Meant, ...] = ()
    stands: str = "new"
    lines: tuple[int, ...] = ()
    against: tuple[Held, ...] = ()
    why: str = ""
    batch: str = ""


def weigh(reading: Reading, lens: Lens) -> list[Weighed]:
    """Every proposal of a reading against the register."""
    beside = _Beside(reading, lens)
    return [beside.weighed(one) for one in reading.proposals]


@dataclass
class _Beside:
    reading: Reading
    lens: Lens
    meant: dict[int, tuple[Meant, ...]] = field(default_factory=dict)
    told: dict[str, Person | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, person in enumerate(self.reading.people):
            self.meant[number] = tuple(_meant(found) for found in find(person.name, self.lens, 5) if _fits(found))
        self.releases = releases_told_of(self.lens)
        self.batch = self._batch()

    def weighed(self, one: Proposal) -> Weighed:
        if one.person is not None and one.kind != "Said":
            matches = self.meant.get(one.person, ())
            person = self._person(matches)
            return _of_person(one, matches, person, self.lens) if person else Weighed(one, matches)
        matches = self.meant.get(one.person, ()) if one.person is not None else ()
        if one.kind in ("BatchAnnounced", "BatchCounted", "StageMoved") or any(
            m.startswith("exile.") for m in one.marks
        ):
            return self._of_batch(one)
        return Weighed(one, matches)

    def _person(self, matches: Sequence[Meant]) -> Person | None:
        if not matches or matches[0].probability < MEANT_FROM:
            return None
        id = matches[0].id
        if id not in self.told:
            self.told[id] = person_told_of(id, self.lens)
        return self.told[id]

    def _batch(self) -> str:
        """The release that the text tells of: by its number, its day and its people, two of the three at least."""
        announced = next((one for one in self.reading.proposals if one.kind == "BatchAnnounced"), None)
        members = self._memberships()
        best = max(
            (
                (_likeness(lines, announced, self.reading.published) + min(members.get(key, 0), 3), key)
                for key, lines in self.releases.items()
            ),
            default=(0, ""),
        )
        return best[1] if best[0] >= 3 else ""

    def _memberships(self) -> dict[str, int]:
        found: dict[str, int] = {}
        freed = {one.person for one in self.reading.proposals if one.kind == "Released" and one.person is not None}
        for number in freed:
            person = self._person(self.meant.get(number, ()))
            for batch in {claim.batch for _, claim in person.said(InBatch)} if person else ():
                found[batch] = found.get(batch, 0) + 1
        return found

    def _of_batch(self, one: Proposal) -> Weighed:
        if not self.batch:
            return Weighed(one)
        lines = self.releases[self.batch]
        if one.kind == "BatchAnnounced":
            return _announced(one, lines, self.batch)
        if one.kind == "BatchCounted":
            return _counted(one, lines, self.batch)
        if one.kind == "StageMoved":
            return _stage(one, lines, self.batch)
        return _exile(one, list(releases_of_members(self.batch, self.lens)), self.batch)


def _meant(found: Found) -> Meant:
    return Meant(found.id, found.name, round(found.probability, 4))


def _fits(found: Found) -> bool:
    return found.probability >= ABSENT_BELOW


def _likeness(lines: Iterable[Line], announced: Proposal | None, published: date | None) -> int:
    total = 0
    for line in lines:
        claim = line.claim
        if not isinstance(claim, BatchAnnounced):
            continue
        same_number = announced is not None and announced.fields.get("number") == claim.number
        when = _when(announced) if announced else None
        near = abs((when.first - claim.when.first).days) <= _NEAR_DAYS if when else False
        told = published is not None and 0 <= (published - claim.when.first).days <= 40
        total = max(total, 2 * same_number + (2 if near else 1 if told else 0))
    return total


def _when(one: Proposal) -> PartialDate | None:
    written = one.fields.get("when")
    return PartialDate.parse(str(written)) if written else None


def _claim(one: Proposal) -> Claim | None:
    """The claim as far as the text gives it; a day that it lacks may be any."""
    fields = {name: value for name, value in one.fields.items() if value is not None}
    if "when" in one.needs:
        fields["when"] = _ANY_DAY
    try:
        return read_claim(one.kind, fields)
    except BadInput:
        return None


def _of_person(one: Proposal, matches: tuple[Meant, ...], person: Person, lens: Lens) -> Weighed:
    claim = _claim(one)
    if claim is None:
        return Weighed(one, matches)
    if isinstance(claim, (SeenHeld, SeenFree)):
        return _seen(one, matches, person, claim, lens)
    related = [(line, _relation(claim, line.claim)) for line in _comparable(claim, person)]
    contrary = [line for line, relation in related if relation is Relation.DIFFERS]
    same = [line for line, relation in related if relation in (Relation.SAME, Relation.SUBSUMED)]
    finer = [line for line, relation in related if relation is Relation.REFINES]
    contrary += [line for line in _other_weekday(one, related) if line not in contrary]
    if isinstance(claim, Released):
        contrary += _denials(claim, person)
    if contrary and not (same and not _clashes(one, contrary)):
        return _contradicts(one, matches, contrary, _why(one, claim, contrary, person))
    if same:
        return Weighed(one, matches, "same", _numbers(same))
    return Weighed(one, matches, "refines", _numbers(finer)) if finer else Weighed(one, matches)


def _comparable(claim: Claim, person: Person) -> list[Line]:
    """Lines of the kind; of several sentences only those of the same length, where there are any."""
    lines = [line for line in person.lines if type(line.claim) is type(claim)]
    if isinstance(claim, Named):
        return [line for line in lines if isinstance(line.claim, Named) and line.claim.text == claim.text]
    if isinstance(claim, Sentenced):
        alike = [line for line in lines if isinstance(line.claim, Sentenced) and line.claim.term == claim.term]
        return alike or lines
    return lines


def _relation(claim: Claim, held: Claim) -> Relation:
    relation = compare(claim, held)
    if isinstance(claim, Sentenced) and isinstance(held, Sentenced):
        # “Imprisonment” is what a report calls any of several penalties in prison; that alone is no contradiction.
        alike = claim.term == held.term and (not claim.articles or set(claim.articles) & set(held.articles))
        return Relation.SUBSUMED if alike and relation is Relation.DIFFERS else relation
    if isinstance(claim, Charged) and isinstance(held, Charged) and set(claim.articles) & set(held.articles):
        return Relation.SUBSUMED if relation is Relation.DIFFERS else relation
    return relation


def _clashes(one: Proposal, contrary: Sequence[Line]) -> bool:
    """Whether what differs is more than a line that others of the register contradict as well."""
    return one.kind in ("Released", "Sentenced") and bool(contrary)


def _other_weekday(one: Proposal, related: Sequence[tuple[Line, Relation]]) -> list[Line]:
    """The text names a day of the week, and the day we hold is another one."""
    if one.weekday is None or one.kind not in ("Released", "Detained", "Died", "Pardoned"):
        return []
    given = one.fields.get("when")
    found = []
    for line, relation in related:
        when = getattr(line.claim, "when", None)
        if not isinstance(when, PartialDate) or not when.is_day or when.first.weekday() == one.weekday:
            continue
        latest = one.kind == "Released" and line is _latest(related)
        if relation is Relation.DIFFERS if given is not None else latest:
            found.append(line)
    return found


def _latest(related: Sequence[tuple[Line, Relation]]) -> Line | None:
    dated = [(when.first, line.number, line) for line, _ in related if (when := _day_of(line.claim))]
    return max(dated, key=lambda each: each[:2])[2] if dated else None


def _denials(claim: Released, person: Person) -> list[Line]:
    """Somebody says that the person was held without a break beyond the day of this release."""
    return [
        line
        for line in person.lines
        if isinstance(line.claim, SeenHeld) and line.claim.still and line.claim.when.last >= claim.when.last
        and (line.claim.when.first - claim.when.last).days <= 62
    ]  # fmt: skip


def _seen(one: Proposal, matches: tuple[Meant, ...], person: Person, claim: SeenHeld | SeenFree, lens: Lens) -> Weighed:
    """What the fold says of the day on which somebody is said to be held, or free."""
    if "when" in one.needs:
        return Weighed(one, matches)
    spell = timeline_of(person, lens).on(claim.when.last)
    if spell is None:
        return Weighed(one, matches)
    free = (Status.FREE_IN_COUNTRY, Status.FREE_ABROAD)
    agrees = spell.status is Status.HELD if isinstance(claim, SeenHeld) else spell.status in free
    lines = [line for line in person.lines if line.number in spell.because]
    if agrees:
        return Weighed(one, matches, "same", _numbers(lines))
    if spell.status in (Status.UNKNOWN, Status.UNCERTAIN):
        return Weighed(one, matches, "refines", _numbers(lines))
    return _contradicts(one, matches, lines, f"On that day the register has {spell.status}.")


def _contradicts(
    one: Proposal, matches: tuple[Meant, ...], contrary: Sequence[Line], why: str, batch: str = ""
) -> Weighed:
    against = tuple(_held(line) for line in contrary[:6])
    return Weighed(one, matches, "contradicts", _numbers(contrary), against, why, batch)


def _held(line: Line) -> Held:
    evidence = line.evidence
    return Held(
        line.number, sentence(line.claim), evidence.speaker if evidence else "", evidence.source if evidence else ""
    )


def _numbers(lines: Iterable[Line]) -> tuple[int, ...]:
    return tuple(sorted(line.number for line in lines))


def _why(one: Proposal, claim: Claim, contrary: Sequence[Line], person: Person) -> str:
    """What differs, in a sentence; and for charges, where the text may have them from."""
    if isinstance(claim, Sentenced) and claim.articles:
        held = next((line.claim.articles for line in contrary if isinstance(line.claim, Sentenced)), ())
        said = f"The text tells of {_listed(claim.articles)}, the register of {_listed(held)}."
        return f"{said} {_earlier_charges(claim, contrary, person)}".strip()
    when = next((when for line in contrary if (when := _day_of(line.claim))), None)
    if one.printed_when and when is not None:
        return f"Printed “{one.printed_when}”; the register has {_named_day(when)}."
    return "It cannot be true together with what the register holds."


def _day_of(claim: Claim) -> PartialDate | None:
    when = getattr(claim, "when", None)
    return when if isinstance(when, PartialDate) else None


def _earlier_charges(claim: Sentenced, contrary: Sequence[Line], person: Person) -> str:
    """The same articles in another case of the person may be what the text means."""
    for line in person.lines:
        other = line.claim
        if (
            line not in contrary
            and isinstance(other, (Sentenced, Charged))
            and set(other.articles) & set(claim.articles)
        ):
            when = other.when
            return f"Perhaps the earlier charges are meant: line {line.number} has them{f' in {when}' if when else ''}."
    return ""


def _listed(articles: Sequence[str]) -> str:
    return ", ".join(articles) or "no articles"


def _named_day(when: PartialDate) -> str:
    return f"{_DAYS[when.first.weekday()]} {when.first.day} {when.first:%B %Y}" if when.is_day else str(when)


def _announced(one: Proposal, lines: Sequence[Line], batch: str) -> Weighed:
    held = [line for line in lines if isinstance(line.claim, BatchAnnounced)]
    if not held:
        return Weighed(one, batch=batch)
    when = _when(one)
    contrary: list[Line] = []
    same: list[Line] = []
    for line in held:
        claim = line.claim
        assert isinstance(claim, BatchAnnounced), "chosen above"
        day = when is not None and not when.overlaps(claim.when)
        weekday = one.weekday is not None and claim.when.is_day and claim.when.first.weekday() != one.weekday
        number = claim.number is not None and one.fields.get("number") != claim.number
        (contrary if day or weekday or number else same).append(line)
    if not contrary:
        return Weighed(one, (), "same", _numbers(same), batch=batch)
    return _contradicts(one, (), contrary, _why_announced(one, contrary), batch)


def _why_announced(one: Proposal, contrary: Sequence[Line]) -> str:
    claim = contrary[0].claim
    assert isinstance(claim, BatchAnnounced), "chosen above"
    printed = f"Printed “{one.printed_when}”" if one.printed_when else f"The text has {one.fields.get('when')}"
    number = (
        ""
        if one.fields.get("number") == claim.number
        else f" The text has {one.fields.get('number')} people, the register {claim.number}."
    )
    return f"{printed}; the register has {_named_day(claim.when)}.{number}"


def _counted(one: Proposal, lines: Sequence[Line], batch: str) -> Weighed:
    """Figures of several speakers for one thing needn't agree, and each is kept; only equal ones are the same."""
    same = [
        line
        for line in lines
        if isinstance(line.claim, (BatchCounted, BatchAnnounced, StageMoved))
        and line.claim.number == one.fields.get("number")
        and (not isinstance(line.claim, BatchCounted) or _counts_alike(one, line.claim))
    ]
    return Weighed(one, (), "same", _numbers(same), batch=batch) if same else Weighed(one, batch=batch)


def _counts_alike(one: Proposal, claim: BatchCounted) -> bool:
    asked = str(one.fields.get("counted", ""))
    moving = {
        str(Counted.CROSSED),
        str(Counted.ANNOUNCED),
        str(Counted.NAMED),
        str(Counted.VERIFIED),
        str(Counted.CITIZENS),
    }
    return asked == str(claim.counted) or (asked in moving and str(claim.counted) in moving)


def _stage(one: Proposal, lines: Sequence[Line], batch: str) -> Weighed:
    held = [line for line in lines if isinstance(line.claim, StageMoved) and line.claim.country]
    country = one.fields.get("country")
    if not country or not held:
        return Weighed(one, batch=batch)
    same = [line for line in held if getattr(line.claim, "country", "") == country]
    if same:
        return Weighed(one, (), "same", _numbers(same), batch=batch)
    first = [line for line in held if getattr(line.claim, "order", 0) == 1] or held
    return _contradicts(
        one,
        (),
        first,
        f"The text has {one.fields.get('place') or country}; the register's stages lead elsewhere.",
        batch,
    )


def _exile(one: Proposal, lines: Sequence[Line], batch: str) -> Weighed:
    """“Permitted to leave” against people taken out of the country, and the other way round."""
    free = any(mark in one.marks for mark in ("exile.chosen", "exile.offered"))
    contrary = [
        line
        for line in lines
        if isinstance(line.claim, Released)
        and (
            (free and (line.claim.exile is Exile.FORCED or line.claim.manner is Manner.EXPELLED))
            or (not free and line.claim.exile is Exile.CHOSEN)
        )
    ]
    if contrary:
        why = (
            "The text says that they may leave; the register has them expelled."
            if free
            else "The register has some who left by choice."
        )
        return _contradicts(one, (), contrary, why, batch)
    return Weighed(one, batch=batch)
