"""Proposals from an archived text, and what an editor makes of each: accepted, amended or rejected.

They are made anew from the text whenever it is opened. What an editor decides is a line that holds the proposal as it
was and the number of the line that came of it, so that the two stay side by side whatever the rules become.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from django.db import transaction

from habeas.archive.store import fetch
from habeas.domain.claims import Captured, Claim, Named, SameOrigin, SnapshotTaken
from habeas.domain.judgements import ProposalDecided
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness, Verdict
from habeas.domain.written import Plain
from habeas.intake.correct import checked_editor
from habeas.intake.live import live
from habeas.intake.mint import new_person
from habeas.intake.say import Told, say
from habeas.intake.sources import archived_source, captured, known_source, usual_nearness
from habeas.intake.texts.blacked_out import without_kept
from habeas.intake.texts.grading import Grade, grade, graded
from habeas.intake.texts.reports import read_report, report_in
from habeas.intake.texts.second_reader import said_by_models
from habeas.intake.texts.weighed import Weighed
from habeas.intake.texts.weighing import weigh
from habeas.ledger.append import append
from habeas.problems import BadInput
from habeas.reading.claims.proposals import Proposal
from habeas.reading.origin import Likeness, Runs, rewrites, runs_of
from habeas.reading.read import Reading
from habeas.register.answers import Lens
from habeas.register.queries import names_of_people

NEW = "new"
"""In place of an id: somebody whom the register doesn't hold."""
_MOST_COMPARED = 300


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal under its key, weighed, with what an editor decided of it, if anybody has."""

    key: str
    weighed: Weighed
    decided: ProposalDecided | None

    @property
    def proposal(self) -> Proposal:
        return self.weighed.proposal


@dataclass(frozen=True, slots=True)
class TextRead:
    """An archived text with its proposals, its grade, other texts that it may be a rewrite of, and the models asked.

    `models` gives for each the number of its proposals that stand in the text beside those of the rules. `kept` is how
    many sentences are for a group that whoever reads is not in: they are blacked out, and nothing of them is proposed.
    """

    source: str
    captured: Captured
    text: str
    reading: Reading
    proposed: tuple[Proposed, ...]
    grade: Grade
    rewrites: tuple[Likeness, ...]
    models: Mapping[str, int]
    kept: int = 0

    def under(self, key: str) -> Proposed:
        found = next((one for one in self.proposed if one.key == key), None)
        if found is None:
            raise BadInput("This proposal isn't made any more: the text is read otherwise now. Open the page anew.")
        return found


def texts() -> dict[str, Captured]:
    """Sources whose bytes are archived, the latest first: each may be a text, but for snapshots of lists."""
    lists = {line.subject for line in live(SnapshotTaken)}
    return {id: one for id, one in reversed(captured().items()) if one.sha256 and id not in lists}


def read_source(key: str, lens: Lens) -> TextRead:
    """The proposals of an archived text, against the register as the lens shows it."""
    id, claim = archived_source(key)
    text, reading = _read(claim)
    models = said_by_models(id, claim.sha256, text, reading)
    reading = replace(reading, proposals=(*reading.proposals, *chain.from_iterable(models.values())))
    text, reading, kept = without_kept(id, text, reading)
    weighed = weigh(reading, lens)
    low = grade(reading, weighed, sum(1 for _ in names_of_people()))
    decided = decisions(id)
    proposed = tuple(
        Proposed(key_of(one.proposal), one, decided.get(key_of(one.proposal))) for one in graded(weighed, low)
    )
    asked = {model: len(found) for model, found in models.items()}
    return TextRead(id, claim, text, reading, proposed, low, tuple(_rewrites(id, claim.sha256)), asked, kept)


def decisions(source: str) -> dict[str, ProposalDecided]:
    """What was decided of a source's proposals, the last word on each."""
    return {
        line.claim.key: line.claim
        for line in live(ProposalDecided, subjects=[source])
        if isinstance(line.claim, ProposalDecided)
    }


def key_of(one: Proposal) -> str:
    """The same for the same proposal of the same words, whenever it is made."""
    return sha256(as_json(one).encode()).hexdigest()[:12]


def as_json(one: Proposal) -> str:
    told: dict[str, Plain] = {
        "kind": one.kind,
        "fields": dict(one.fields),
        "who": one.who,
        "speaker": one.speaker,
        "exact": one.quote.exact,
        "start": one.start,
        "told": one.told.value,
        "by": one.by,
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def accept(read: TextRead, key: str, claim: Claim, *, subject: str, by: str, insists: bool = False) -> Told:
    """Say the claim in the ordinary way, and keep beside it what was proposed. A doubt holds it unless one insists."""
    one, editor = read.under(key), checked_editor(by)
    _check_open(one)
    with transaction.atomic():
        subject = _named_anew(read, one, editor) if subject == NEW else subject
        told = say(subject, claim, evidence_of(read, one), by=editor, insists=insists)
        if told.held_by:
            transaction.set_rollback(True)
            return told
        verdict = Verdict.ACCEPTED if claim == _as_proposed(one) else Verdict.AMENDED
        _keep(read.source, one, verdict, (told.number or max(told.decision.lines, default=0), ""), editor)
    return told


def reject(read: TextRead, key: str, *, reason: str, by: str) -> None:
    one, editor = read.under(key), checked_editor(by)
    _check_open(one)
    _keep(read.source, one, Verdict.REJECTED, (0, reason.strip()), editor)


def same_origin(read: TextRead, other: str, *, by: str) -> None:
    """Two sources rest on one voice, an editor agrees; they count as one from now on."""
    id, _ = known_source(other)
    said = {line.claim for line in live(SameOrigin, subjects=[read.source])}
    if SameOrigin(id) not in said:
        append([Candidate(read.source, SameOrigin(id), None, checked_editor(by))])


def evidence_of(read: TextRead, one: Proposed) -> Evidence:
    """The words, where they stand, who says them and how near: the text itself stands as near as its source does."""
    it = one.proposal
    nearness = it.nearness
    if nearness is Nearness.UNSTATED and not it.speaker:
        nearness = usual_nearness(read.source)
    return Evidence(
        source=read.source,
        speaker=it.speaker or read.captured.publisher,
        printed=it.quote.exact,
        language=it.language,
        nearness=nearness,
        certainty=it.certainty,
        locator=it.quote,
    )


def _check_open(one: Proposed) -> None:
    if one.decided is not None:
        raise BadInput(
            f"This proposal was {one.decided.verdict} already. Take line {one.decided.made} back to change that."
        )


def _as_proposed(one: Proposed) -> Claim | None:
    try:
        return one.proposal.claim()
    except BadInput:
        return None


def _named_anew(read: TextRead, one: Proposed, by: str) -> str:
    """A person of the register from here on, under the name as printed."""
    if not one.proposal.who:
        raise BadInput("The proposal names nobody, so that nobody new can come of it.")
    subject = new_person()
    append([Candidate(subject, Named(one.proposal.who, one.proposal.language), evidence_of(read, one), by)])
    return subject


def _keep(source: str, one: Proposed, verdict: Verdict, made: tuple[int, str], by: str) -> None:
    number, reason = made
    append(
        [Candidate(source, ProposalDecided(one.key, as_json(one.proposal)[:4000], verdict, number, reason), None, by)]
    )


@lru_cache(maxsize=32)
def _read(claim: Captured) -> tuple[str, Reading]:
    day = claim.published if claim.published and claim.published.is_day else None
    return read_report(Path("text"), fetch(claim.sha256), published=day)


def _rewrites(id: str, digest: str) -> list[Likeness]:
    others: Mapping[str, Captured] = texts()
    compared = [(other, one) for other, one in others.items() if other != id][:_MOST_COMPARED]
    own = _runs(digest)
    return rewrites(own, {other: _runs(one.sha256) for other, one in compared if one.sha256 != digest})


@lru_cache(maxsize=1000)
def _runs(digest: str) -> Runs:
    """What is no text has no runs."""
    try:
        return runs_of(report_in(Path("text"), fetch(digest)).text)
    except BadInput:
        return frozenset()
