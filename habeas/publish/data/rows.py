"""The rows of the open data's tables, from the register's questions; the columns are described in tables.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from urllib.parse import quote, urlencode

from django.urls import reverse

from habeas.domain.words import Unit
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.answers_batches import BatchAnswer, Figure
from habeas.register.answers_people import Filters
from habeas.register.lenses import known_text
from habeas.register.project import generation

Row = tuple[str | int | bool | date | None, ...]
_BROKEN_DOWN = ("status", "sex", "age", "region", "facility", "article", "recogniser", "length", "sentence")


def people(lens: Lens) -> Iterator[Row]:
    definition = queries.definitions()[0].key
    for one in queries.people(Filters(), 1, lens, per_page=None).rows:
        several = _joined(one.articles), _joined(one.recognisers)
        about = one.id, one.name, str(one.status), one.since, one.facility, *several
        yield *about, one.low, one.high, definition, *_beside(lens, "person", one.id)


def names(lens: Lens) -> Iterator[Row]:
    yield from ((one.person, one.place, one.text) for one in queries.names_told(lens))


def spells(lens: Lens) -> Iterator[Row]:
    for one in queries.spells_told(lens):
        yield one.person, one.first, one.end, str(one.status), _joined(map(str, one.may_be))


def releases(lens: Lens) -> Iterator[Row]:
    for one in queries.batches(lens):
        bounds = one.matched.low, one.matched.high, one.ours.low, one.ours.high
        yield one.id, one.title, one.when, one.announced, *bounds, *_beside(lens, "release", one.id)


def members(lens: Lens) -> Iterator[Row]:
    for answer in answers_on_releases(lens):
        for number, one in enumerate(answer.members, 1):
            yield answer.id, number, one.person, one.stage, one.outcome, str(one.status_after)


def figures(lens: Lens) -> Iterator[Row]:
    for answer in answers_on_releases(lens):
        told = (answer.announced, answer.named, answer.verified, answer.recognised, answer.other_figures)
        beside = _beside(lens, "release", answer.id)
        yield from ((*_figure(answer.id, one), *beside) for figures in told for one in figures)


def answers_on_releases(lens: Lens) -> tuple[BatchAnswer, ...]:
    """Each release in full, asked once for all the files that tell of its members."""
    return _answers(lens, generation())


@lru_cache(maxsize=1)
def _answers(lens: Lens, generation: int) -> tuple[BatchAnswer, ...]:
    asked = (queries.batch(row.id, lens, with_remaining=False) for row in queries.batches(lens))
    return tuple(one for one in asked if one)


def agreements(lens: Lens) -> Iterator[Row]:
    for one in queries.agreements(lens):
        about = one.id, one.title, one.when, _joined(one.parties), str(one.disclosure)
        kept = str(one.kept.answer)
        yield *about, one.commitments, one.done, kept, *_beside(lens, "agreement", one.id)


def instruments(lens: Lens) -> Iterator[Row]:
    for one in queries.instruments(lens):
        days, targets = (one.begins, one.until), _joined(one.targets)
        yield one.id, one.title, one.sanctioner, str(one.verb), *days, targets, str(one.stands.answer)


def counts(lens: Lens) -> Iterator[Row]:
    """Broken down where people are counted, by the public rule for small groups."""
    for one in queries.definitions():
        total, which = queries.count(one.key, lens), (one.key, one.version)
        yield *which, "", "", "", total.low, total.high, *_beside(lens, "counts", definition=one.key)
        kinds = _BROKEN_DOWN if one.unit is Unit.PEOPLE else ()
        for answer in queries.public_breakdowns(one.key, kinds, lens) if kinds else ():
            by = answer.by
            beside = _beside(lens, "counts", definition=one.key, by=by)
            for group in answer.groups:
                yield *which, by, group.key or "unknown", str(group.title), group.low, group.high, *beside
            if answer.others:
                others = answer.others
                yield *which, by, "together", str(others.title), others.low, others.high, *beside


def definitions(lens: Lens) -> Iterator[Row]:
    for one in queries.definitions():
        several = _joined(map(str, one.statuses)), _joined(one.recognisers)
        yield one.key, one.version, one.owner, one.title, one.text, *several, str(one.unit), str(one.span)


def sources(lens: Lens) -> Iterator[Row]:
    for one in sorted(queries.sources(lens), key=lambda source: source.id):
        yield one.id, one.publisher, one.title, one.published, one.sha256, one.address


def claims(lens: Lens) -> Iterator[Row]:
    for one in queries.claims_told(lens):
        about = one.number, one.kind, one.subject, one.person, one.fields
        said = one.speaker, one.printed, one.language, one.nearness, one.certainty
        yield *about, *said, one.source, one.recorded


def _beside(lens: Lens, name: str, id: str = "", **asked: str) -> Row:
    """What stands beside a number wherever it goes; the address is one of the API, which is in no language."""
    days = {"on": lens.on, "known": known_text(lens)}
    again = f"{_way(name, bool(id))}{quote(id, safe='')}?{urlencode({**asked, **days})}"
    return lens.on, lens.known_at.date(), queries.version(), again


@cache
def _way(name: str, of_one: bool) -> str:
    """Up to the id, where there is one: to work an address out for each of many people takes its time."""
    return reverse(f"api:{name}", args=["-"]).removesuffix("-") if of_one else reverse(f"api:{name}")


def _figure(release: str, one: Figure) -> Row:
    return release, one.speaker, str(one.counted), str(one.what), one.number


def _joined(several: Iterable[str]) -> str:
    return "; ".join(several)
