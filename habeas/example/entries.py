"""Reads the files about people, batches, agreements and instruments into claims with their evidence and moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import habeas.domain.judgements  # noqa: F401  judgements become kinds by being imported, and the files hold some
from habeas.domain.claims import Claim, InBatch
from habeas.domain.lines import Evidence
from habeas.domain.words import NameForm
from habeas.domain.written import Plain, read_claim
from habeas.example.sources import Source
from habeas.intake.yaml_rows import Row, one_claim, read
from habeas.problems import BadInput

OURS = "s-spellings"
"""The source of spellings that we made ourselves by public rules."""

_FILES = {"batches.yml": "batch", "agreements.yml": "agreement", "instruments.yml": "instrument"}
_IF_THERE = {"figures.yml": "figure"}
"""What not every example has."""
_BESIDE = ("source", "speaker", "printed", "language", "nearness", "certainty")
_LANGUAGES = ("be", "ru", "en", "be-Latn", "pl", "uk", "lt")

Sources = Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as a source has it, and when that source came out."""

    subject: str
    claim: Claim
    evidence: Evidence
    moment: datetime


def read_entries(folder: Path, sources: Sources) -> Iterator[Said]:
    seen: dict[str, str] = {}
    for path in sorted((folder / "people").glob("*.yml")):
        yield from _file(path, "person", sources, seen)
    for name, about in _FILES.items():
        yield from _file(folder / name, about, sources, seen)
    for name, about in _IF_THERE.items():
        if (folder / name).is_file():
            yield from _file(folder / name, about, sources, seen)


@dataclass(frozen=True, slots=True)
class _Written:
    """A claim as written; without a moment of its own it takes the first of what stands beside it."""

    subject: str
    claim: Claim
    evidence: Evidence
    moment: datetime | None


def _file(path: Path, about: str, sources: Sources, seen: dict[str, str]) -> Iterator[Said]:
    for entry in read(path):
        subject = entry.text("id")
        if subject in seen:
            raise BadInput(f"{entry.where}: “{subject}” stands already at {seen[subject]}. Put its claims there.")
        seen[subject] = entry.where
        yield from _entry(entry, about, sources)


def _entry(entry: Row, about: str, sources: Sources) -> Iterator[Said]:
    entry.only(("id", "note", "claims", "names" if about == "person" else "nameless"))
    subject = entry.text("id")
    written = [_name(subject, row, sources) for row in entry.rows("names")]
    written += [_claim(subject, row, about, sources) for row in entry.rows("claims")]
    written += [member for row in entry.rows("nameless") for member in _nameless(subject, row, sources)]
    dated = [one.moment for one in written if one.moment]
    if not dated:
        raise BadInput(f"{entry.where}: nothing here has a source with a day. Add “published” to one of them.")
    for one in written:
        yield Said(one.subject, one.claim, one.evidence, one.moment or min(dated))


def _name(subject: str, row: Row, sources: Sources) -> _Written:
    """A line like {be: ..., source: ...}; what another source prints is its printed words too."""
    row.only((*_LANGUAGES, "source", "form"))
    languages = [language for language in _LANGUAGES if language in row]
    if len(languages) != 1:
        raise BadInput(f"{row.where}: a name has one language. Write one of {', '.join(_LANGUAGES)} before it.")
    text, source = row.text(languages[0]), _source(row, sources, OURS)
    fields: dict[str, Plain] = {"text": text, "language": languages[0], "form": row.text("form", str(NameForm.FULL))}
    quoted = Row({"language": languages[0]} if source.id == OURS else {"language": languages[0], "printed": text})
    return _Written(subject, _read("Named", fields, row), source.evidence(quoted), source.moment)


def _claim(subject: str, row: Row, about: str, sources: Sources) -> _Written:
    """A line with one kind of claim, its fields, and beside it whose word it is."""
    claim, source = one_claim(row, _BESIDE), _source(row, sources)
    if claim.ABOUT not in (about, "any"):
        raise BadInput(f"{row.where}: {claim.KIND} is said of a {claim.ABOUT}, not of a {about}. Move it.")
    try:
        return _Written(subject, claim, source.evidence(row), source.moment)
    except BadInput as problem:
        raise BadInput(f"{row.where}: {problem}") from None


def _nameless(batch: str, row: Row, sources: Sources) -> Iterator[_Written]:
    row.only(("source", "stage", "members"))
    source, members = _source(row, sources), row.get("members")
    if not isinstance(members, list) or not members:
        raise BadInput(f"{row.where}: “members” lists no ids. Write one random id for each nameless person.")
    claim = InBatch(batch, stage=row.text("stage", ""), nameless=True)
    for member in members:
        yield _Written(str(member), claim, source.evidence(Row()), source.moment)


def _read(kind: str, fields: dict[str, Plain], row: Row) -> Claim:
    try:
        return read_claim(kind, fields)
    except BadInput as problem:
        raise BadInput(f"{row.where}: {problem}") from None


def _source(row: Row, sources: Sources, default: str | None = None) -> Source:
    key = row.text("source", default)
    if key not in sources:
        raise BadInput(f"{row.where}: there is no source “{key}” in sources.yml. Add it there, or mend the id.")
    return sources[key]
