"""Arrests, charges, transfers, deaths, pardons, papers and callings: what else is told of a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from habeas.domain.words import Certainty, Status
from habeas.domain.written import Plain
from habeas.reading.claims.penalties import articles_in
from habeas.reading.claims.proposals import Proposal
from habeas.reading.claims.report import Report, day, proposal, proposal_at, whole
from habeas.reading.words.hedges import Told

_TOLD = (Told.OUTRIGHT, Told.REPORTED)


def custody(report: Report) -> Iterator[Proposal]:
    yield from _detained(report)
    yield from _charged(report)
    yield from _transferred(report)
    yield from _died(report)
    yield from _pardoned(report)
    yield from _papers(report)
    yield from _fates(report)
    yield from _callings(report)


def _detained(report: Report) -> Iterator[Proposal]:
    for one in report.happenings["detained"]:
        for person in one.people:
            if one.told in _TOLD and not report.officer(person):
                yield proposal(report, one, person, "Detained", {"when": day(report, one)})


def _charged(report: Report) -> Iterator[Proposal]:
    for one in report.happenings["charged"]:
        articles = articles_in(report, one.sentence)
        for person in one.people:
            if articles and one.told is Told.OUTRIGHT and not report.officer(person):
                yield proposal(report, one, person, "Charged", {"articles": list(articles), "when": day(report, one)})


def _transferred(report: Report) -> Iterator[Proposal]:
    """Moved to another place or a milder restriction; no release, whatever it is called."""
    penalties = dict(report.cast.language.keys("penalties"))
    opened = penalties.get("by.restriction_open")
    for one in report.happenings["transferred"]:
        for person in one.people:
            if one.told in _TOLD and not report.officer(person):
                fields: dict[str, Plain] = {"when": day(report, one)}
                if opened and opened.search(report.low(one.sentence)):
                    fields["into"] = str(Status.OPEN_INSTITUTION)
                yield proposal(report, one, person, "Transferred", fields)


def _died(report: Report) -> Iterator[Proposal]:
    for one in report.happenings["died"]:
        inside = bool(report.cast.language.pattern("custody_place").search(report.low(one.sentence)))
        for person in one.people[:1]:
            if one.told in _TOLD:
                fields: dict[str, Plain] = {"when": day(report, one)}
                yield proposal(report, one, person, "Died", fields | ({"in_custody": "yes"} if inside else {}))


def _pardoned(report: Report) -> Iterator[Proposal]:
    for one in report.happenings["pardon"]:
        for person in one.people:
            if one.told in _TOLD and not report.officer(person):
                yield proposal(report, one, person, "Pardoned", {"when": day(report, one)})


def _papers(report: Report) -> Iterator[Proposal]:
    for one in report.happenings["papers"]:
        words = report.cast.text.low[one.start : one.end]
        paper = "passport" if report.cast.language.pattern("papers.passport").search(words) else "all"
        for person in one.people:
            told = replace(one, told=Told.OUTRIGHT)  # “weren't given back” is how the loss of papers is told
            yield proposal(report, told, person, "PapersLost", {"paper": paper})


def _fates(report: Report) -> Iterator[Proposal]:
    """“The whereabouts of X are unknown” says nothing that the register keeps, and an editor should see it."""
    for one in report.happenings["fate"]:
        for person in one.people:
            start, end = whole(report, one.sentence)
            gist = " ".join(report.cast.text.printed[start:end].split())[:300]
            told = replace(one, told=Told.DOUBTED)
            made = proposal(report, told, person, "Said", {"speaker": "the text", "gist": gist})
            yield replace(made, certainty=Certainty.DOUBTFUL, note="what became of the person isn't known")


def _callings(report: Report) -> Iterator[Proposal]:
    for number, who in enumerate(report.cast.people):
        for role, start, end in who.roles[:2]:
            if role != "official":
                span = (min(start, who.first.start), max(end, who.first.end))
                yield proposal_at(report, span, number, "WorkedAs", {"role": role})
