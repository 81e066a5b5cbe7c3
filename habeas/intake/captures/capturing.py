"""A page or file becomes a source with its evidence: bytes, exchange, text, a log, and proofs of its time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import PurePath, PurePosixPath

import orjson

from habeas.archive.network import Fetched, fetch
from habeas.archive.page_text import PageText, page_text
from habeas.archive.recognise import Recognised, recognise, recognise_page
from habeas.archive.store import keep
from habeas.archive.warc import warc_of
from habeas.domain.claims import Captured, Claim, Kept
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate
from habeas.domain.words import Part
from habeas.intake.captures.proving import prove
from habeas.intake.captures.reach import reach
from habeas.intake.files.file_text import FileText, text_of_file
from habeas.intake.mint import new_source
from habeas.intake.sources import NewSource, captured, source_id
from habeas.ledger.append import append, now
from habeas.problems import BadInput


class NotEvidence(BadInput):
    """What came stands in the place of the page that was asked for; nothing was kept."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was fetched: its text and what it says of itself."""

    fetched: Fetched
    text: PageText


@dataclass(frozen=True, slots=True)
class Taken:
    """The source that a capture made, its text, and what became of the proofs: authority or calendar, and how."""

    id: str
    sha256: str
    text: str
    proofs: tuple[tuple[str, str], ...]


def get_page(address: str) -> Page:
    """The page at an address. NotEvidence for an error, a wall or a block in its place, NotFetched for nothing."""
    fetched = fetch(address, reach(), now)
    text = page_text(fetched.body, fetched.last.address) if _is_html(fetched) else None
    told: Recognised = recognise(fetched, text)
    if not told.is_evidence:
        raise NotEvidence(
            f"What came is no evidence: {told.came.meaning} ({told.because}). Nothing was kept. Open the page by hand,"
            " and if it is there, save it to a file and capture the file."
        )
    return Page(fetched, text if text is not None else _text_of(fetched))


def capture_address(address: str, new: NewSource, *, editor: str) -> Taken:
    """Fetch the page, keep it with its exchange and text, and put the source on record."""
    page = get_page(address)
    last = page.fetched.last
    said = replace(
        new,
        publisher=new.publisher or page.text.publisher,
        title=new.title or page.text.title,
        address=new.address or last.address,
        published=new.published or page.text.published,
    )
    _check(said, page.fetched.body)
    body, text = keep(page.fetched.body), _kept_text(page.text.text)
    warc = keep(warc_of(page.fetched.exchanges))
    log = _log(body, {"warc": warc, "text": text}, last.began, last.ended) | {
        "asked": [{"address": one.address, "status": one.status, "ip": one.ip} for one in page.fetched.exchanges],
        "by_proxy": bool(reach().proxy),
    }
    return _put(said, body, {Part.WARC: warc, Part.TEXT: text}, log, editor)


def capture_file(new: NewSource, data: bytes, *, editor: str, remark: str = "") -> Taken:
    """Keep a file that somebody saved or received; a picture needs a remark, since nobody can search its letters."""
    assert new.file is not None
    read = text_of_file(new.file, data)
    _check_file(new.file, read, remark)
    said = replace(
        new,
        publisher=new.publisher or read.publisher,
        title=new.title or read.title or remark,
        published=new.published or read.published,
    )
    _check(said, data)
    moment, body, kept = now(), keep(data), _kept_text(read.text)
    log = _log(body, {"text": kept}, moment, moment) | {
        "file": new.file.suffix.lower(),
        "kind": read.kind,
        "remark": remark,
    }
    return _put(said, body, {Part.TEXT: kept}, log, editor)


def capture_bytes(new: NewSource, data: bytes, *, editor: str, kind: str) -> str:
    """Keep bytes that another reader has read, such as a sanctions list; the id of the source. They have no text."""
    _check(new, data)
    moment, body = now(), keep(data)
    return _put(new, body, {}, _log(body, {}, moment, moment) | {"kind": kind}, editor).id


def _check(told: NewSource, data: bytes) -> None:
    """Refuse, before anything is kept, what can't be put on record."""
    if not told.publisher.strip():
        raise BadInput("Who published it isn't said in it. Say so with --publisher.")
    if told.published:
        PartialDate.parse(told.published)
    held = captured().get(source_id(told.key)) if told.key else None
    if held is not None and held.sha256 not in ("", sha256(data).hexdigest()):
        raise BadInput(f"{told.key} holds other bytes already. Give this capture a key of its own with --key.")


def _check_file(file: PurePath, read: FileText, remark: str) -> None:
    if read.kind == "picture" and not remark.strip():
        raise BadInput(f"{file}: a picture needs a note. Say what it shows with --note, so that it can be found again.")
    if read.kind == "html":
        told = recognise_page(PageText(title=read.title, text=read.text, everything=read.text))
        if told is not None:
            raise NotEvidence(f"{file}: this is no evidence: {told.came.meaning} ({told.because}). Nothing was kept.")


def _put(new: NewSource, body: str, copies: dict[Part, str], log: dict[str, object], editor: str) -> Taken:
    id = source_id(new.key) if new.key else new_source()
    record = keep(orjson.dumps(log, option=orjson.OPT_SORT_KEYS))
    published = PartialDate.parse(new.published) if new.published else None
    claim = Captured(new.publisher.strip(), new.title, new.address, published, body, new.origin)
    held = captured().get(id)
    append([Candidate(id, one, editor=editor) for one in _claims(claim, {**copies, Part.RECORD: record}, held)])
    text = copies.get(Part.TEXT, "")
    return Taken(id, body, text, prove(id, record, editor=editor))


def _claims(claim: Captured, copies: dict[Part, str], held: Captured | None) -> Iterator[Claim]:
    if held != claim:
        yield claim
    yield from (Kept(claim.sha256, part, name) for part, name in copies.items() if name)


def _log(body: str, copies: dict[str, str], began: datetime, ended: datetime) -> dict[str, object]:
    return {
        "sha256": body,
        **{name: held for name, held in copies.items() if held},
        "began": began.isoformat(),
        "ended": ended.isoformat(),
        "software": f"Habeas {version('habeas')}",
    }


def _kept_text(text: str) -> str:
    return keep(text.encode()) if text.strip() else ""


def _is_html(fetched: Fetched) -> bool:
    kind = fetched.last.header("content-type").partition(";")[0].strip().lower()
    looks = fetched.body[:1024].lstrip().lower().startswith((b"<!doctype html", b"<html"))
    return kind in ("text/html", "application/xhtml+xml") or looks


def _text_of(fetched: Fetched) -> PageText:
    name = PurePosixPath(fetched.last.address.partition("?")[0]).name
    read = text_of_file(PurePosixPath(name), fetched.body)
    return PageText(title=read.title, text=read.text, published=read.published)


def fingerprint(text: str) -> str:
    """The hash of a text, whatever its spaces: what a page's text is compared by when it is looked at again."""
    return sha256(" ".join(text.split()).encode()).hexdigest()
