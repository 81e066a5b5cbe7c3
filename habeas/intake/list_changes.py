"""Changes of a watched list as proposals: a claim that each may be, whom it may be about, and what an editor decides.

They are made anew from two archived snapshots. As with texts, a decision is a line that holds the proposal as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from habeas.domain.claims import Claim, Delisted, InstrumentNamed, Licensed, Listed, Waived
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import ProposalDecided
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness, Verdict
from habeas.domain.written import Plain, write_claim
from habeas.intake.correct import checked_editor
from habeas.intake.live import live
from habeas.intake.say import Told, say
from habeas.intake.snapshots import Snapshot, difference, known_snapshot, previous
from habeas.intake.sources import captured
from habeas.intake.texts.proposals import decisions
from habeas.ledger.append import append
from habeas.ledger.read import has
from habeas.ledger.sight import sight
from habeas.linkage.one_list import link
from habeas.names.people import Asked
from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.queries import find
from habeas.sources.compare import Amended, Change
from habeas.sources.entries import Entry, Kind
from habeas.sources.manifests import manifest

_MOST_PRINTED = 2000
_MOST_MATCHES = 3
_LEAST_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class MayBe:
    """Somebody of the register, or a target of an instrument, who may be the party; how probably."""

    id: str
    name: str
    probability: float


@dataclass(frozen=True, slots=True)
class ListChange:
    """One change. `claim` is what it would be on record, None for a change of an entry's other words, which is news
    and no act; `subject` is the instrument it would be said of."""

    key: str
    what: str
    entry: Entry
    claim: Claim | None
    subject: str
    changes: tuple[Change, ...]
    matches: tuple[MayBe, ...]
    decided: ProposalDecided | None


@dataclass(frozen=True, slots=True)
class ListChanges:
    """All changes from the snapshot before; none for the first. `unclear` parties are proposed to nobody.

    `kept` is how many more there are, of people whom only a group of editors may see.
    """

    snapshot: Snapshot
    before: Snapshot | None
    changes: tuple[ListChange, ...]
    unclear: tuple[Entry, ...]
    kept: int = 0

    @property
    def left(self) -> int:
        return sum(one.decided is None for one in self.changes)

    def under(self, key: str) -> ListChange:
        found = next((one for one in self.changes if one.key == key), None)
        if found is None:
            raise BadInput(f"There is no change “{key[:40]}” here. See: habeas lists changes {self.snapshot.source}")
        return found


def changes_of(source: str, lens: Lens) -> ListChanges:
    """What a snapshot proposes, beside the register as the lens shows it."""
    snapshot = known_snapshot(source)
    found, before = difference(snapshot), previous(snapshot)
    if found is None or before is None:
        return ListChanges(snapshot, None, (), ())
    decided = decisions(snapshot.source)
    meant = _Meant([*found.listed, *found.delisted, *(one.entry for one in found.amended)], lens)
    told = [
        *(_listed(one, snapshot, before) for one in found.listed),
        *(_delisted(one, snapshot, before) for one in found.delisted),
        *(_amended(one, snapshot) for one in found.amended),
    ]
    shown = [one for one in told if not _is_kept(one.entry)]
    changes = tuple(_weighed(one, meant, decided) for one in shown)
    unclear = tuple(one for one in found.unclear if not _is_kept(one))
    return ListChanges(snapshot, before, changes, unclear, len(told) - len(shown))


def _is_kept(entry: Entry) -> bool:
    words = sight().words
    told = (entry.name, *(name.text for name in entry.names), *entry.remarks)
    return words is not None and any(map(words.names_them, told))


def accept_change(read: ListChanges, key: str, *, by: str, subject: str = "", insists: bool = False) -> Told | None:
    """Say the claim in the ordinary way, what was proposed beside it; None where a change of words was noted."""
    one, editor = read.under(key), checked_editor(by)
    _check_open(one)
    if one.claim is None:
        _keep(read, one, Verdict.ACCEPTED, (0, ""), editor)
        return None
    subject = subject or one.subject
    with transaction.atomic():
        _name(subject, read, one, editor)
        told = say(subject, one.claim, _evidence(read, one), by=editor, insists=insists)
        if told.held_by:
            transaction.set_rollback(True)
            return told
        made = told.number or max(told.decision.lines, default=0)
        _keep(read, one, Verdict.ACCEPTED if subject == one.subject else Verdict.AMENDED, (made, ""), editor)
    return told


def reject_change(read: ListChanges, key: str, *, reason: str, by: str) -> None:
    one, editor = read.under(key), checked_editor(by)
    _check_open(one)
    _keep(read, one, Verdict.REJECTED, (0, reason.strip()), editor)


def _listed(entry: Entry, snapshot: Snapshot, before: Snapshot) -> ListChange:
    """The day is the list's own, where it says one; else it lies after the one snapshot and up to the other."""
    when = entry.listed[-1] if entry.listed else _between(before, snapshot)
    claim = Listed(_sanctioner(entry), when, (entry.name,), ", ".join(entry.programmes))
    return _change("listed", entry, claim, snapshot)


def _delisted(entry: Entry, snapshot: Snapshot, before: Snapshot) -> ListChange:
    claim = Delisted(_sanctioner(entry), _between(before, snapshot), (entry.name,))
    return _change("delisted", entry, claim, snapshot)


def _amended(one: Amended, snapshot: Snapshot) -> ListChange:
    return _change("amended", one.entry, None, snapshot, one.changes)


def _change(
    what: str, entry: Entry, claim: Claim | None, snapshot: Snapshot, changes: tuple[Change, ...] = ()
) -> ListChange:
    subject = f"{_sanctioner(entry)}-{what}-{snapshot.published}" if claim else ""
    bare = ListChange("", what, entry, claim, subject, changes, (), None)
    key = sha256(_as_json(bare).encode()).hexdigest()[:12]
    return ListChange(key, what, entry, claim, subject, changes, (), None)


def _weighed(one: ListChange, meant: _Meant, decided: dict[str, ProposalDecided]) -> ListChange:
    return ListChange(
        one.key,
        one.what,
        one.entry,
        one.claim,
        one.subject,
        one.changes,
        meant.of(one.entry),
        decided.get(one.key),
    )


def _between(before: Snapshot, now: Snapshot) -> PartialDate:
    return PartialDate.parse(f"{before.published.first}/{now.published.last}")


def _sanctioner(entry: Entry) -> str:
    """The list's; of a collection, the authority that the entry names."""
    authority = next((value for field, value in entry.details if field == "sanction.authority"), "")
    return manifest(entry.source).sanctioner or _as_key(authority) or "unstated"


def _as_key(text: str) -> str:
    letters = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in text.lower())
    return "-".join(filter(None, letters.split("-")))[:40]


def _evidence(read: ListChanges, one: ListChange) -> Evidence:
    publisher = captured()[read.snapshot.source].publisher
    printed = "; ".join((one.entry.name, *one.entry.programmes, *one.entry.remarks))[:_MOST_PRINTED]
    return Evidence(read.snapshot.source, publisher, printed, "en", Nearness.OFFICIAL)


def _name(subject: str, read: ListChanges, one: ListChange, editor: str) -> None:
    """An instrument that a list alone tells of is called after what was seen."""
    if has(subject):
        return
    title = f"{manifest(read.snapshot.listing).title}: {one.what} by {read.snapshot.published}"
    named = InstrumentNamed(title, _sanctioner(one.entry))
    append([Candidate(subject, named, _evidence(read, one), editor)])


def _check_open(one: ListChange) -> None:
    if one.decided is not None:
        raise BadInput(
            f"This change was {one.decided.verdict} already. Take line {one.decided.made} back to change that."
        )


def _keep(read: ListChanges, one: ListChange, verdict: Verdict, made: tuple[int, str], by: str) -> None:
    number, reason = made
    said = ProposalDecided(one.key, _as_json(one)[:4000], verdict, number, reason)
    append([Candidate(read.snapshot.source, said, None, by)])


def _as_json(one: ListChange) -> str:
    told: dict[str, Plain] = {
        "change": one.what,
        "entry": one.entry.key,
        "name": one.entry.name,
        "claim": {"kind": one.claim.KIND, **write_claim(one.claim)} if one.claim else None,
        "fields": {change.field: [list(change.before), list(change.after)] for change in one.changes},
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


class _Meant:
    """Who may be meant: people by the register's search, parties by the names of instruments' targets."""

    def __init__(self, entries: list[Entry], lens: Lens) -> None:
        self._lens = lens
        targets = dict.fromkeys(_targets())
        asked = [Asked(_turned(one.name)) for one in entries]
        answers = link(asked, [(target, (_turned(target),), "", "") for target in targets]) if targets else []
        self._targets = {
            entry.key: tuple(
                MayBe("", found.id, found.probability)
                for found in answer.candidates[:_MOST_MATCHES]
                if found.probability >= _LEAST_LIKELY
            )
            for entry, answer in zip(entries, answers, strict=bool(answers))
        }

    def of(self, entry: Entry) -> tuple[MayBe, ...]:
        same = self._targets.get(entry.key, ())
        return (*(self._people(entry) if entry.kind is Kind.PERSON else ()), *same)

    def _people(self, entry: Entry) -> Iterator[MayBe]:
        best: dict[str, MayBe] = {}
        for name in entry.names:
            if name.kind.value == "weak" or len(name.text) > 200:
                continue
            for found in find(_turned(name.text), self._lens, _MOST_MATCHES):
                if found.probability >= max(_LEAST_LIKELY, best[found.id].probability if found.id in best else 0):
                    best[found.id] = MayBe(found.id, found.name, found.probability)
        yield from sorted(best.values(), key=lambda one: -one.probability)[:_MOST_MATCHES]


def _targets() -> Iterator[str]:
    for line in live(Listed, Delisted, Licensed, Waived):
        assert isinstance(line.claim, (Listed, Delisted, Licensed, Waived))
        yield from line.claim.targets


def _turned(name: str) -> str:
    """“LAST, First” with the given name first, as the reader of names expects a name without a comma."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name
