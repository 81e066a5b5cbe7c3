"""Reads all folders of the vocabulary once, checks them together and hands out one frozen Vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from habeas.problems import Problem
from habeas.vocabulary.check import problems_between
from habeas.vocabulary.kinds import FILES, read_entries
from habeas.vocabulary.look_up import Vocabulary
from habeas.vocabulary.read_common import Shelf, read_source
from habeas.vocabulary.rows import Row, RowError, VocabularyError, nearest, read_rows
from habeas.vocabulary.values import (
    Article,
    Code,
    Criterion,
    CustodyCredit,
    Dated,
    Definition,
    Entry,
    Facility,
    NearnessWord,
    Penalty,
    Place,
    Recogniser,
    Regime,
    ReleaseTerm,
    RuleSet,
    Source,
)

HERE = Path(__file__).parent
SOURCES = "sources.yml"

__all__ = ["Vocabulary", "VocabularyError", "load"]

E = TypeVar("E", bound=Entry)
D = TypeVar("D", bound=Dated)


@cache
def load(extra: Path | None = None) -> Vocabulary:
    """The vocabulary that comes with the program, and `extra`: one country's folder or a folder of such folders."""
    files = [file for folder in _folders(extra) for file in sorted(folder.glob("*.yml"))]
    problems: list[Problem] = []
    sources = _read_sources(files, problems)
    entries = _read_all(files, sources, problems)
    problems += problems_between(entries)
    if problems:
        raise VocabularyError(problems)
    return _vocabulary(entries, sources, _fingerprint(files))


def _folders(extra: Path | None) -> list[Path]:
    """A folder is part of the vocabulary if it lists its sources; others, such as the names, are read elsewhere."""
    folders = [folder for folder in sorted(HERE.iterdir()) if (folder / SOURCES).is_file()]
    if extra is None:
        return folders
    found = [path for path in (extra, *sorted(extra.glob("*/"))) if (path / SOURCES).is_file()]
    if not found:
        raise VocabularyError(
            [
                Problem(
                    str(extra), f"no folder with a {SOURCES} is here.", f"Begin a country's folder with its {SOURCES}."
                )
            ]
        )
    return folders + found


def _read_sources(files: Iterable[Path], problems: list[Problem]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for file in files:
        if file.name != SOURCES:
            continue
        for row in _rows(file, problems):
            try:
                source = read_source(row)
                if source.key in sources:
                    raise RowError(f"the source `{source.key}` is listed twice.", "Keep one, or rename it.")
                sources[source.key] = source
            except RowError as error:
                problems.append(Problem(row.where, error.what, error.advice))
    return sources


def _read_all(files: Iterable[Path], sources: Mapping[str, Source], problems: list[Problem]) -> list[Entry]:
    entries: list[Entry] = []
    for file in files:
        if file.name == SOURCES:
            continue
        if file.name not in FILES:
            problems.append(Problem(_shown(file), "no such file belongs here.", nearest(file.name, FILES)))
            continue
        shelf = Shelf(file.parent.name, file.name, sources)
        for row in _rows(file, problems):
            try:
                entries += read_entries(row, shelf)
            except RowError as error:
                problems.append(Problem(row.where, error.what, error.advice))
    return entries


def _rows(file: Path, problems: list[Problem]) -> list[Row]:
    try:
        return read_rows(file, _shown(file))
    except VocabularyError as error:
        problems += error.problems
        return []


def _vocabulary(entries: list[Entry], sources: dict[str, Source], fingerprint: str) -> Vocabulary:
    facilities, articles = _versions(Facility, entries), _versions(Article, entries)
    return Vocabulary(
        facilities=_latest(facilities),
        facility_versions=facilities,
        articles=_latest(articles),
        article_versions=articles,
        codes=_by_key(Code, entries),
        penalties=_by_key(Penalty, entries),
        credits=_by_key(CustodyCredit, entries),
        regimes=_by_key(Regime, entries),
        release_terms=_by_key(ReleaseTerm, entries),
        recognisers=_by_key(Recogniser, entries),
        rulesets=_by_key(RuleSet, entries),
        criteria=_by_key(Criterion, entries),
        definitions=_by_key(Definition, entries),
        places=_by_key(Place, entries),
        nearness=_by_key(NearnessWord, entries),
        sources=MappingProxyType(sources),
        fingerprint=fingerprint,
    )


def _by_key(kind: type[E], entries: Iterable[Entry]) -> Mapping[str, E]:
    return MappingProxyType({entry.key: entry for entry in entries if isinstance(entry, kind)})


def _versions(kind: type[D], entries: Iterable[Entry]) -> Mapping[str, tuple[D, ...]]:
    versions: dict[str, list[D]] = {}
    for entry in entries:
        if isinstance(entry, kind):
            versions.setdefault(entry.key, []).append(entry)
    return MappingProxyType({key: tuple(sorted(rows, key=_start)) for key, rows in versions.items()})


def _start(row: Dated) -> str:
    return row.begins.first.isoformat() if row.begins else ""


def _latest(versions: Mapping[str, tuple[D, ...]]) -> Mapping[str, D]:
    return MappingProxyType({key: rows[-1] for key, rows in versions.items()})


def _fingerprint(files: Iterable[Path]) -> str:
    """Twelve hex digits over the files' folders, names and bytes, so that a number can say which words it used."""
    digest = sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(f"{_shown(file)} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:12]


def _shown(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"
