"""Sources looked at again: whether the same text still stands at their address, another, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from habeas.archive.network import NotFetched, fetch
from habeas.archive.page_text import page_text
from habeas.archive.recognise import Came, recognise
from habeas.archive.store import fetch as stored
from habeas.domain.claims import Captured, Kept, ListTaken, LookedAgain, TimeProved
from habeas.domain.lines import Candidate
from habeas.domain.words import Looked, Part
from habeas.intake.captures.capturing import fingerprint
from habeas.intake.captures.reach import reach
from habeas.intake.files.file_text import text_of_file
from habeas.intake.live import live
from habeas.ledger.append import append, now
from habeas.ledger.read import lines
from habeas.problems import BadInput


@dataclass(frozen=True, slots=True)
class Due:
    """A source with an address, the text that was kept of it, and when it was last looked at, capture included."""

    source: str
    address: str
    text: str
    last: datetime


@dataclass(frozen=True, slots=True)
class Seen:
    """What stood there."""

    source: str
    found: Looked
    why: str


def copies_named() -> dict[str, int]:
    """Every copy that a line names, and the first line that does."""
    named: dict[str, int] = {}
    for line in lines(kinds=[kind.KIND for kind in (Captured, Kept, ListTaken, TimeProved)]):
        copy: str = getattr(line.claim, "sha256", "")
        if copy:
            named.setdefault(copy, line.number)
    return named


def due(older_than: timedelta, limit: int) -> list[Due]:
    """Those not looked at for so long, the longest first."""
    told = {line.subject: line for line in live(Captured)}
    kept = {line.claim.of: line for line in live(Kept) if isinstance(line.claim, Kept) and line.claim.part is Part.TEXT}
    last = {line.subject: line.moment for line in live(LookedAgain)}
    before = now() - older_than
    found = []
    for source, line in told.items():
        claim = line.claim
        assert isinstance(claim, Captured)
        text = kept.get(claim.sha256)
        if claim.address and text is not None and isinstance(text.claim, Kept):
            looked = max(last.get(source, text.moment), text.moment)
            if looked <= before:
                found.append(Due(source, claim.address, text.claim.sha256, looked))
    return sorted(found, key=lambda one: one.last)[:limit]


def look_again(wanted: list[Due], *, editor: str) -> Iterator[Seen]:
    """Look at each and put on record what stood there; each line is written before the next is looked at."""
    for one in wanted:
        found, why = _look(one)
        append([Candidate(one.source, LookedAgain(found, why), editor=editor)])
        yield Seen(one.source, found, why)


def _look(one: Due) -> tuple[Looked, str]:
    try:
        fetched = fetch(one.address, reach(), now)
    except NotFetched as reason:
        return Looked.UNREACHED, str(reason)[:300]
    except BadInput as reason:
        return Looked.WALLED, str(reason)[:300]
    is_page = "html" in fetched.last.header("content-type").lower()
    page = page_text(fetched.body, fetched.last.address) if is_page else None
    told = recognise(fetched, page)
    if told.came is Came.MISSING:
        return Looked.GONE, told.because
    if not told.is_evidence:
        return Looked.WALLED, told.because
    try:
        text = page.text if page is not None else text_of_file(PurePosixPath(one.address), fetched.body).text
    except BadInput as reason:
        return Looked.CHANGED, str(reason)[:300]
    same = fingerprint(text) == fingerprint(stored(one.text).decode())
    return (Looked.UNCHANGED, "") if same else (Looked.CHANGED, "")
