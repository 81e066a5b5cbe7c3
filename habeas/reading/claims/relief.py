"""Agreements and relief as a report tells of them: what was eased, on which condition, and how much is disclosed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.domain.agreement_words import Disclosure, Eased, Form, Owed
from habeas.domain.words import Certainty
from habeas.domain.written import Plain
from habeas.reading.claims.proposals import Proposal, pinned
from habeas.reading.claims.report import Report, speaker_at
from habeas.reading.words.hedges import Told, told
from habeas.reading.words.text import Sentence

_FIRM = {
    Told.OUTRIGHT: (Certainty.STATED, ""),
    Told.REPORTED: (Certainty.REPORTED, ""),
    Told.DOUBTED: (Certainty.DOUBTFUL, "unconfirmed or denied"),
    Told.UNREAL: (Certainty.DOUBTFUL, "wished, planned or possible, and not told as done"),
    Told.NEGATED: (Certainty.DOUBTFUL, "told as not done"),
}
"""How firmly relief is told: what was only promised is no relief."""


def propose(report: Report) -> list[Proposal]:
    relief = [sentence for sentence in report.cast.text.sentences if _find(report, sentence, "relief.eased")]
    found = [_reported(report, sentence) for sentence in relief]
    found += _commitments(report, bool(relief))
    agreement = _agreement(report, relief)
    return [*([agreement] if agreement else []), *found]


def _find(report: Report, sentence: Sentence, heading: str) -> re.Match[str] | None:
    return report.cast.language.pattern(heading).search(report.cast.text.low, sentence.start, sentence.end)


def _reported(report: Report, sentence: Sentence) -> Proposal:
    """Relief as it is told; negated or wished relief is told as such, and the words decide."""
    found = _find(report, sentence, "relief.eased")
    assert found, "the sentence was chosen for it"
    speaker, nearness = speaker_at(report, found.start(), found.end())
    start, end, quoted = pinned(report.cast, sentence.start, min(sentence.end, sentence.start + 600))
    how = told(report.cast.text, sentence, found.span(), report.cast.language)
    printed = report.cast.text.printed
    fields: dict[str, Plain] = {
        "speaker": speaker or "the text",
        "targets": [" ".join(printed[found.start() : found.end()].split())],
        "gist": " ".join(printed[start:end].split())[:400],
    }
    if report.published:
        fields["when"] = report.published.isoformat()
    marks = tuple(mark for mark in ("conditional", "undisclosed") if _find(report, sentence, f"relief.{mark}"))
    certainty, note = _FIRM[how]
    if how is Told.UNREAL and _find(report, sentence, "relief.promised"):
        fields["eased"] = str(Eased.PROMISED)
        certainty, note = Certainty.STATED, "promised, and not told as done"
    return Proposal(
        "ReliefReported", fields, start, end, quoted, report.cast.language.key, speaker=speaker, nearness=nearness,
        certainty=certainty, told=how, note=note, marks=(*marks, *_partial(report, found)),
    )  # fmt: skip


def _partial(report: Report, found: re.Match[str]) -> tuple[str, ...]:
    return ("partial",) if report.cast.language.pattern("relief.partial").search(found.group()) else ()


def _commitments(report: Report, tells_of_relief: bool) -> Iterator[Proposal]:
    """What is owed upon what: relief on verified actions, further steps for more."""
    if not tells_of_relief:
        return
    for sentence in report.cast.text.sentences:
        upon, further = _find(report, sentence, "relief.upon"), _find(report, sentence, "relief.further")
        if upon and not (further and further.span() == upon.span()):
            words = _words(report, upon)
            yield _commitment(report, sentence, "relief-on-condition", Owed.RELIEF, words, upon)
        if further:
            yield _commitment(report, sentence, "further-steps", Owed.OTHER, _words(report, further), further)
        hidden = _find(report, sentence, "relief.undisclosed")
        if (
            hidden
            and not _only_unsaid(report, hidden)
            and (_find(report, sentence, "relief.eased") or _find(report, sentence, "relief.measures"))
        ):
            yield _commitment(report, sentence, "undisclosed", Owed.UNDISCLOSED, _words(report, hidden), hidden)


def _only_unsaid(report: Report, hidden: re.Match[str]) -> bool:
    """“He did not say when any licence would be issued” hides no terms."""
    return report.cast.language.pattern("relief.only_unsaid").match(report.cast.text.low, hidden.end() + 1) is not None


def _commitment(report: Report, sentence: Sentence, key: str, owed: Owed, upon: str, found: re.Match[str]) -> Proposal:
    speaker, nearness = speaker_at(report, found.start(), found.end())
    start, end, quoted = pinned(report.cast, sentence.start, min(sentence.end, sentence.start + 600))
    frees, eases = _who_frees(report), _who_owes(report, sentence, speaker)
    further = owed is Owed.OTHER
    fields: dict[str, Plain] = {
        "commitment": key,
        "obligor": frees if further else eases,
        "beneficiary": eases if further else frees,
        "owed": str(owed),
        "upon": upon,
    }
    note = (
        "Who owes it to whom is the rule's guess: check it."
        if owed is not Owed.UNDISCLOSED
        else "Said to exist and not disclosed."
    )
    return Proposal(
        "CommitmentMade", fields, start, end, quoted, report.cast.language.key, speaker=speaker, nearness=nearness,
        note=note, marks=("conditional",) if owed is Owed.RELIEF else (key,),
    )  # fmt: skip


def _words(report: Report, found: re.Match[str]) -> str:
    return " ".join(report.cast.text.printed[found.start() : found.end()].split())


def _agreement(report: Report, relief: list[Sentence]) -> Proposal | None:
    """A release and relief, tied to each other by a word that ties."""
    for sentence in report.cast.text.sentences:
        tied = _find(report, sentence, "relief.linked")
        if (
            not tied
            or not relief
            or told(report.cast.text, sentence, tied.span(), report.cast.language) is Told.NEGATED
        ):
            continue
        speaker, nearness = speaker_at(report, tied.start(), tied.end())
        start, end, quoted = pinned(report.cast, sentence.start, min(sentence.end, sentence.start + 600))
        hidden = any(_find(report, one, "relief.undisclosed") for one in report.cast.text.sentences)
        fields: dict[str, Plain] = {
            "title": "A release tied to relief",
            "parties": list(_parties(report, [*relief, sentence])),
            "form": str(Form.LINKED_ACTS),
            "disclosure": str(Disclosure.PARTIAL),
        }
        if report.published:
            fields["when"] = report.published.isoformat()
        marks = ("undisclosed",) if hidden else ()
        return Proposal(
            "AgreementReported",
            fields,
            start,
            end,
            quoted,
            report.cast.language.key,
            speaker=speaker,
            nearness=nearness,
            marks=marks,
        )
    return None


_FREES = "Belarus"
_EASES = {"us": "United States", "eu": "European Union", "gb": "United Kingdom", "ca": "Canada", "ch": "Switzerland"}
_SPOKEN_OF_ANYWHERE = ("us", "eu")
"""The others are named in reports for many reasons; they ease sanctions only where a sentence on relief names them."""


def _who_frees(report: Report) -> str:
    """Belarus where the text is of it; of any other country an editor says who."""
    told_of = report.cast.language.pattern("relief.of_belarus").search(report.cast.text.low)
    return _FREES if told_of else ""


def _who_eases(report: Report, sentences: Sequence[Sentence]) -> list[str]:
    """Whoever can ease sanctions and is named in sentences on relief, or else in the text."""
    named = [key for one in sentences for key in _powers(report, report.low(one))]
    named = named or [key for key in _powers(report, report.cast.text.low) if key in _SPOKEN_OF_ANYWHERE]
    return [_EASES[key] for key in dict.fromkeys(named)]


def _powers(report: Report, words: str) -> list[str]:
    return [key for key, pattern in report.cast.language.keys("eases") if pattern.search(words)]


def _who_owes(report: Report, sentence: Sentence, speaker: str) -> str:
    """Whose relief a commitment is of: the speaker's own, or the one that the sentence names, or the text."""
    own = _powers(report, speaker.lower())
    if own:
        return _EASES[own[0]]
    relief = [one for one in report.cast.text.sentences if _find(report, one, "relief.eased")]
    found = _who_eases(report, [sentence]) if _powers(report, report.low(sentence)) else _who_eases(report, relief)
    return found[0] if found else ""


def _parties(report: Report, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Who frees, and whoever else can ease anything."""
    if frees := _who_frees(report):
        yield frees
    yield from _who_eases(report, sentences)
