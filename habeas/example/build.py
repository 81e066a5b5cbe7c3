"""Turns the hand-written files into candidates and replays them: each line at noon of the day its source came out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

import habeas.domain.judgements  # noqa: F401  judgements become kinds by being imported, and two files hold some
from habeas.domain.claims import Claim, InBatch, Named
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Kind, NameForm
from habeas.domain.written import Plain, read_claim
from habeas.example.rows import Row, read
from habeas.example.sources import Source, read_sources
from habeas.problems import BadInput

FOLDER = Path(__file__).parent / "belarus"
EDITOR = "example"
OURS = "s-spellings"
"""The source of spellings that we made ourselves by public rules."""

_FILES = {"batches.yml": "batch", "agreements.yml": "agreement", "instruments.yml": "instrument"}
_BESIDE = ("source", "speaker", "printed", "language", "nearness", "certainty")
_LANGUAGES = ("be", "ru", "en", "be-Latn", "pl", "uk", "lt")


def candidates(folder: Path = FOLDER) -> Iterator[tuple[datetime, Candidate]]:
    """Every claim with its moment, in the order of the moments; a source's own line stands before its first claim."""
    sources = read_sources(folder / "sources.yml")
    captured: set[str] = set()
    for said in sorted(_said(folder, sources), key=lambda one: one.moment):
        if said.evidence.source not in captured:
            captured.add(said.evidence.source)
            yield said.moment, Candidate(said.evidence.source, sources[said.evidence.source].captured, editor=EDITOR)
        yield said.moment, Candidate(said.subject, said.claim, said.evidence, EDITOR)


def build(progress: Callable[[int], None] | None = None, *, extra: Iterable[Candidate] = ()) -> int:
    """Begin the ledger as a replay and fill it; returns the number of lines. `extra` comes with the last moment."""
    from habeas.ledger.append import append, begin

    begin(Kind.REPLAY)
    done, last = 0, None
    for moment, group in groupby(candidates(), key=lambda pair: pair[0]):
        done += len(append([candidate for _, candidate in group], moment=moment))
        last = moment
        if progress:
            progress(done)
    if more := tuple(extra):
        done += len(append(more, moment=last))
    return done


@dataclass(frozen=True, slots=True)
class _Said:
    subject: str
    claim: Claim
    evidence: Evidence
    moment: datetime


@dataclass(frozen=True, slots=True)
class _Undated:
    """A claim as written; its moment may still hang on what stands beside it."""

    subject: str
    claim: Claim
    evidence: Evidence
    moment: datetime | None
    where: str


def _said(folder: Path, sources: dict[str, Source]) -> Iterator[_Said]:
    seen: dict[str, str] = {}
    for path in sorted((folder / "people").glob("*.yml")):
        yield from _file(path, "person", sources, seen)
    for name, about in _FILES.items():
        yield from _file(folder / name, about, sources, seen)


def _file(path: Path, about: str, sources: dict[str, Source], seen: dict[str, str]) -> Iterator[_Said]:
    for entry in read(path):
        subject = entry.text("id")
        if subject in seen:
            raise BadInput(f"{entry.where}: “{subject}” stands already at {seen[subject]}. Put its claims there.")
        seen[subject] = entry.where
        yield from _entry(entry, about, sources)


def _entry(entry: Row, about: str, sources: dict[str, Source]) -> Iterator[_Said]:
    entry.only(("id", "note", "claims", *(("names",) if about == "person" else ("nameless",))))
    subject = entry.text("id")
    written = [_name(subject, row, sources) for row in entry.rows("names")]
    written += [_claim(subject, row, about, sources) for row in entry.rows("claims")]
    written += [member for row in entry.rows("nameless") for member in _nameless(subject, row, sources)]
    dated = [one.moment for one in written if one.moment]
    if not dated:
        raise BadInput(f"{entry.where}: nothing here has a source with a day. Add “published” to one of them.")
    for one in written:
        yield _Said(one.subject, one.claim, one.evidence, one.moment or min(dated))


def _name(subject: str, row: Row, sources: dict[str, Source]) -> _Undated:
    """A line like {be: ..., source: ...}; what a real source prints is its printed words too."""
    row.only((*_LANGUAGES, "source", "form"))
    languages = [language for language in _LANGUAGES if language in row]
    if len(languages) != 1:
        raise BadInput(f"{row.where}: a name has one language. Write one of {', '.join(_LANGUAGES)} before it.")
    text, form = row.text(languages[0]), row.text("form", str(NameForm.FULL))
    source = _source(row, sources, row.text("source", OURS))
    claim = _read("Named", {"text": text, "language": languages[0], "form": form}, row)
    assert isinstance(claim, Named), "the kind Named reads as Named"
    quoted = Row({"language": languages[0], **({} if source.id == OURS else {"printed": text})})
    return _Undated(subject, claim, source.evidence(quoted), source.moment, row.where)


def _claim(subject: str, row: Row, about: str, sources: dict[str, Source]) -> _Undated:
    """A line with one kind of claim, its fields, and beside it whose word it is."""
    kinds = [name for name in row if name not in _BESIDE]
    if len(kinds) != 1:
        raise BadInput(f"{row.where}: an entry has one kind of claim, here stand {len(kinds)}. Write one a line.")
    fields = row[kinds[0]]
    if not isinstance(fields, dict):
        raise BadInput(f"{row.where}: “{kinds[0]}” has no fields. Write them in braces.")
    claim = _read(kinds[0], fields, row)
    if claim.ABOUT not in (about, "any"):
        raise BadInput(f"{row.where}: {claim.KIND} is said of a {claim.ABOUT}, not of a {about}. Move it.")
    source = _source(row, sources, row.text("source"))
    return _Undated(subject, claim, _evidence(source, row), source.moment, row.where)


def _nameless(batch: str, row: Row, sources: dict[str, Source]) -> Iterator[_Undated]:
    row.only(("source", "stage", "members"))
    source, members = _source(row, sources, row.text("source")), row.get("members")
    if not isinstance(members, list) or not members:
        raise BadInput(f"{row.where}: “members” lists no ids. Write one random id for each nameless person.")
    claim = InBatch(batch, stage=row.text("stage", ""), nameless=True)
    for member in members:
        yield _Undated(str(member), claim, source.evidence(Row()), source.moment, row.where)


def _read(kind: str, fields: dict[str, Plain], row: Row) -> Claim:
    try:
        return read_claim(kind, fields)
    except BadInput as problem:
        raise BadInput(f"{row.where}: {problem}") from None


def _evidence(source: Source, row: Row) -> Evidence:
    try:
        return source.evidence(row)
    except BadInput as problem:
        raise BadInput(f"{row.where}: {problem}") from None


def _source(row: Row, sources: dict[str, Source], key: str) -> Source:
    if key not in sources:
        raise BadInput(f"{row.where}: there is no source “{key}” in sources.yml. Add it there, or mend the id.")
    return sources[key]
