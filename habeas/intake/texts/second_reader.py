"""A model asked about an archived text: its answer is kept with the source, and read again whenever the text is."""

from __future__ import annotations

from pathlib import Path

from habeas.archive.store import fetch, keep
from habeas.domain.claims import Kept
from habeas.domain.lines import Candidate
from habeas.domain.words import Part
from habeas.intake.correct import checked_editor
from habeas.intake.live import live
from habeas.intake.sources import archived_source
from habeas.intake.texts.model import Answer, answer, proposals_of
from habeas.intake.texts.reports import report_in
from habeas.ledger.append import append
from habeas.reading.claims.proposals import Proposal
from habeas.reading.read import Reading


def ask_model(source: str, *, by: str) -> None:
    """Ask the model that is set about a source's text. BadInput if none answers; nothing is written then."""
    editor = checked_editor(by)
    id, claim = archived_source(source)
    said = answer(report_in(Path("text"), fetch(claim.sha256)).text)
    append([Candidate(id, Kept(claim.sha256, Part.MODEL, keep(said.written())), None, editor)])


def said_by_models(source: str, of: str, text: str, reading: Reading) -> dict[str, list[Proposal]]:
    """What each model that was asked about the bytes `of` proposes beyond the rules; the last answer of each."""
    return {said.model: proposals_of(text, reading, said) for said in _answers(source, of)}


def _answers(source: str, of: str) -> list[Answer]:
    kept = [line.claim for line in live(Kept, subjects=[source])]
    mine = [one for one in kept if isinstance(one, Kept) and one.part is Part.MODEL and one.of == of]
    return [Answer.read(fetch(one.sha256)) for one in mine]
