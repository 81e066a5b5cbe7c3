"""Candidates about invented people, for tests."""

from __future__ import annotations

from habeas.domain.claims import Captured, Detained, Named
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence, Quote

SOURCE = Evidence("s-aaaaaaaaaa", "Bulletin", "задержан", "ru", locator=Quote("задержан", "был "))


def named(text: str = "Ядвіга Выдуманая", subject: str = "p-aaaaaaaaaa", editor: str = "anna") -> Candidate:
    return Candidate(subject, Named(text, "be"), SOURCE, editor)


def detained(when: str = "2021-05", subject: str = "p-aaaaaaaaaa") -> Candidate:
    return Candidate(subject, Detained(PartialDate.parse(when), "Minsk"), SOURCE, "anna")


def captured(sha256: str, subject: str = "s-aaaaaaaaaa") -> Candidate:
    return Candidate(subject, Captured("Bulletin", "A list of names", sha256=sha256), None, "anna")
