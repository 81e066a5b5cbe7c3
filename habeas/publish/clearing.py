"""From the ledger to the lines that may go out: seen by the public, of an allowed kind, field by field, links followed.

This is the only module of the ring that reads the ledger. What it returns is new lines with numbers of their own, which
leave no gap where something was kept back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, replace
from datetime import UTC, datetime, time
from typing import Any

from habeas.domain.acceptance import Acceptance
from habeas.domain.claims import Claim, InBatch, Named, RowPrinted, Tried, Wish
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import Cleared, NotAPerson, Retracted
from habeas.domain.lines import Evidence, Line
from habeas.ledger import read
from habeas.ledger.sight import seeing_everything
from habeas.publish.allowed import ALLOWED, EDITIONS, EVIDENCE, WORDS_KEPT_BACK
from habeas.publish.fields import Goes, fields_of
from habeas.publish.idle_sources import without_idle_sources
from habeas.publish.names_inside import NamesInside
from habeas.publish.unsaid import Unsaid
from habeas.register.answers import Audience
from habeas.register.people import people
from habeas.register.project import Told, components
from habeas.register.standing import Lines

_NEUTRAL: dict[str, object] = {"row": 0, "rows": 0, "version": 1, "sha256": "", "other": ""}
"""What stands in a required field that stays inside."""

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Out:
    """A line on its way out; `since` is the line of the ledger from which on the public could see it."""

    line: Line
    since: int


@seeing_everything()
def cleared(edition: str, upto: int) -> list[Out]:
    """All lines that may go out by line `upto`, in the order in which they could; not yet with numbers of their own."""
    told = Told(read.lines(upto=upto))
    seen, nameless, inside, beyond, unsaid = _seen(told)
    names = NamesInside(_names(inside), _names(seen.values()))
    clearing = _Clearing(told, seen, names, EDITIONS[edition], beyond, unsaid)
    return sorted(
        [*without_idle_sources(list(clearing.lines())), *clearing.of_public_releases(nameless)],
        key=lambda one: (one.since, one.line.number, one.line.subject),
    )


def numbered(out: Iterable[Out], first: int) -> list[Line]:
    """With numbers that follow each other; a judgement names the new number of what it judges."""
    new: dict[int, int] = {}
    lines = []
    for number, one in enumerate(out, first):
        line = one.line
        new.setdefault(line.number, number)
        claim = replace(line.claim, line=new[line.claim.line]) if isinstance(line.claim, Retracted) else line.claim
        lines.append(Line(number, _day(line.moment), line.subject, claim, line.evidence, replayed=True))
    return lines


def _day(moment: datetime) -> datetime:
    """No time that goes out is finer than a day."""
    return datetime.combine(moment.date(), time(), UTC)


def _seen(told: Told) -> tuple[dict[int, Line], list[Out], list[Line], dict[int, int], dict[str, Unsaid]]:
    """Lines the public may see; nameless members of whom it may know the number; lines withheld; ends of embargoes;

    and of people who are shown what isn't told of them.
    """
    seen: dict[int, Line] = {}
    beyond: dict[int, int] = {}
    inside: list[Line] = []
    nameless: list[Out] = []
    unsaid: dict[str, Unsaid] = {}
    places: dict[str, int] = defaultdict(int)
    for subjects in components(told.by_subject, told.joins).values():
        lines = told.of(subjects)
        public = {line.number for line in lines.seen_by(Audience.PUBLIC, _last(lines))} - _of_nobody(lines)
        own = [line for line in lines.all if line.subject in subjects]
        seen |= {line.number: line for line in own if line.number in public}
        inside += (line for line in own if line.number in lines.withheld)
        nameless += _nameless(lines, public, told, places)
        beyond |= lines.beyond
        if lines.told_in_part:
            unsaid |= dict.fromkeys(subjects, Unsaid(line for line in own if line.number in lines.told_in_part))
    return seen, nameless, inside, beyond, unsaid


def _of_nobody(lines: Lines) -> frozenset[int]:
    """Rows that name nobody can hold anything: headings, remarks, a telephone number."""
    if not any(isinstance(line.claim, NotAPerson) for line in lines.all):
        return frozenset()
    standing = lines.standing(lines.all[-1].number, Audience.DESK)
    nobody = {line.subject for line in standing if isinstance(line.claim, NotAPerson)}
    return frozenset(line.number for line in lines.all if line.subject in nobody)


def _nameless(lines: Lines, public: set[int] | frozenset[int], told: Told, places: dict[str, int]) -> Iterator[Out]:
    """Who is withheld stays a member of their releases: counted once each, without name, stage, speaker or source."""
    if all(line.number in public for line in lines.all if isinstance(line.claim, InBatch)):
        return
    for person in people(lines, lines.all[-1].number, Audience.DESK).persons:
        shown = {claim.batch for line, claim in person.said(InBatch) if line.number in public}
        since: dict[str, Line] = {}
        for line, claim in person.said(InBatch):
            if claim.batch not in shown and lines.acceptance.agreed(line, _last(lines)):
                since.setdefault(claim.batch, line)
        for batch, line in since.items():
            places[batch] += 1
            subject = f"n-{places[batch]}-{batch}"[:100]
            claim = InBatch(batch, nameless=True)
            yield Out(replace(line, subject=subject, claim=claim, evidence=None), _since(line, told))


def _last(lines: Lines) -> int:
    return lines.all[-1].number


def _since(line: Line, told: Told) -> int:
    """A line goes out once it was accepted, and again once it was cleared."""
    judging = told.judging([line.number])
    showing = [one for one in told.by_subject.get(line.subject, ()) if one.number > line.number and _shows_all(one)]
    if not judging and not showing:
        return line.number
    judged = [one.number for one in judging if isinstance(one.claim, Cleared) and one.claim.line == line.number]
    whole = [Acceptance([one, *told.judging([one.number])]).agreed_since(one) for one in showing]
    return max([Acceptance([line, *judging]).agreed_since(line), *judged, *whole])


def _shows_all(line: Line) -> bool:
    claim = line.claim
    return isinstance(claim, Wish) or (isinstance(claim, Cleared) and not claim.line)


class _Clearing:
    """One passage through the allow-list."""

    def __init__(
        self,
        told: Told,
        seen: Mapping[int, Line],
        inside: NamesInside,
        edition: Mapping[str, frozenset[str]],
        beyond: Mapping[int, int],
        unsaid: Mapping[str, Unsaid],
    ) -> None:
        self._beyond, self._unsaid = beyond, unsaid
        self._told, self._seen, self._inside, self._edition = told, seen, inside, edition
        self._public = {line.subject for line in seen.values() if line.claim.KIND in ALLOWED}

    def lines(self) -> Iterator[Out]:
        since: dict[int, int] = {}
        for number, line in sorted(self._seen.items()):
            made = self._cleared(line)
            judged = line.claim.line if isinstance(line.claim, Retracted) else 0
            if made is None or (judged and judged not in since):
                continue
            since[number] = max(_since(line, self._told), since.get(judged, 0), self._beyond.get(number, 0))
            yield Out(made, since[number])

    def of_public_releases(self, nameless: Iterable[Out]) -> Iterator[Out]:
        """A nameless member makes no release known of which nothing else is."""
        return (one for one in nameless if isinstance(one.line.claim, InBatch) and one.line.claim.batch in self._public)

    def _cleared(self, line: Line) -> Line | None:
        if line.claim.KIND not in ALLOWED or _ahead(line):
            return None
        claim = self._claim(line.claim)
        evidence = self._evidence(line.claim, line.evidence)
        if claim is None or (line.evidence and evidence is None):
            return None
        if unsaid := self._unsaid.get(line.subject):
            claim, evidence = _untold(claim, unsaid), _unquoted(evidence, unsaid)
        return Line(line.number, line.moment, line.subject, claim, evidence, "", line.replayed)

    def _claim(self, claim: Claim) -> Claim | None:
        values: dict[str, Any] = {}
        otherwise = False
        for field, how in fields_of(claim.KIND, self._edition.get(claim.KIND, _NOTHING)):
            before = getattr(claim, field.name)
            value = self._let_out(before, how)
            if value is None and how is Goes.IF_NAMED and field.default is MISSING:
                return None
            values[field.name] = value = _neutral(field) if value is None else value
            otherwise = otherwise or value is not before
        return type(claim)(**values) if otherwise else claim

    def _let_out(self, value: Any, how: Goes) -> Any:
        match how:
            case Goes.WITHOUT_NAMES:
                return self._bare(value)
            case Goes.IF_NAMED:
                return self._named(value)
            case Goes.AS_A_YEAR:
                return _years(value)
            case Goes.AS_IT_IS:
                return value
            case Goes.NOT:
                return None

    def _bare(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self._bare, value))
        return self._inside.without(value) if type(value) is str else value

    def _evidence(self, claim: Claim, evidence: Evidence | None) -> Evidence | None:
        """None also where the source stays inside: what rests on it then does, too."""
        if evidence is None or self._named(evidence.source) is None:
            return None
        words = claim.KIND not in WORDS_KEPT_BACK and not self._inside.spoken_of(evidence.printed)
        speaker = "" if self._inside.spoken_of(evidence.speaker) else evidence.speaker
        kept = EVIDENCE.goes
        return Evidence(
            evidence.source,
            speaker if "speaker" in kept else "",
            evidence.printed if words and "printed" in kept else "",
            evidence.language if words and "language" in kept else "",
            evidence.nearness,
            evidence.certainty,
        )

    def _named(self, value: Any) -> Any:
        """The ids that go out; None where none does. What nobody told anything of is a bare word and goes."""
        if isinstance(value, tuple):
            return tuple(one for one in value if self._named(one) is not None)
        return None if value in self._told.by_subject and value not in self._public else value


def _untold(claim: Claim, unsaid: Unsaid) -> Claim:
    """The row of a list can tell more than a name."""
    return replace(claim, text=unsaid.without(claim.text)) if isinstance(claim, RowPrinted) else claim


def _unquoted(evidence: Evidence | None, unsaid: Unsaid) -> Evidence | None:
    if evidence is None or not unsaid.told_by(evidence.source, evidence.printed):
        return evidence
    return replace(evidence, printed="", language="")


def _ahead(line: Line) -> bool:
    """Court days to come aren't told: whoever comes to court is seen there."""
    return isinstance(line.claim, Tried) and line.claim.when.last >= line.moment.date()


def _neutral(field: Field[Any]) -> object:
    return _NEUTRAL[field.name] if field.default is MISSING else field.default


def _years(when: PartialDate | None) -> PartialDate | None:
    if when is None:
        return None
    first, last = when.first.year, when.last.year
    return PartialDate.parse(f"{first:04}" if first == last else f"{first:04}/{last:04}")


def _names(lines: Iterable[Line]) -> Iterator[str]:
    return (line.claim.text for line in lines if isinstance(line.claim, (Named, RowPrinted)))
