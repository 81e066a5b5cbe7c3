"""Sources, and what rests on them; and the front page, which says how far the register reaches."""

from __future__ import annotations

from functools import lru_cache

from django.db import connection

from habeas.domain.claims import Captured
from habeas.ledger import read
from habeas.ledger.read import FIRST_LIVE
from habeas.register.answers import Audience, Lens, SourceAnswer, SourceShown
from habeas.register.answers_counts import HomeAnswer
from habeas.register.ask.batches import batches
from habeas.register.counts import count
from habeas.register.definitions import definitions
from habeas.register.history import BITS
from habeas.register.lenses import as_of
from habeas.register.project import generation, together
from habeas.register.releases import is_copy
from habeas.register.showing import claims, source_shown, sources_with
from habeas.register.standing import Lines
from habeas.register.tables import known
from habeas.register.tongue import spoken


def sources(lens: Lens) -> tuple[SourceShown, ...]:
    """All sources that were known, the latest published first."""
    told = list(read.lines(kinds=[Captured.KIND], upto=lens.known))
    lines = Lines.of([*told, *read.judging([line.number for line in told])])
    standing = lines.standing(lens.known, lens.audience)
    shown = {line.subject: source_shown(line) for line in standing if isinstance(line.claim, Captured)}
    return tuple(sorted(shown.values(), key=lambda one: (one.published, one.id), reverse=True))


def source_named(id: str, lens: Lens) -> SourceShown:
    """A source by its id alone, also where the lens doesn't know it."""
    return sources_with([id], lens).get(id) or SourceShown(id, id, "", "", "", "", "")


def source(id: str, lens: Lens) -> SourceAnswer | None:
    return _source(id, lens, generation(), read.last_number(), spoken())


@lru_cache(maxsize=2)
def _source(id: str, lens: Lens, generation: int, upto: int, language: str) -> SourceAnswer | None:
    """Kept for whoever turns the pages of what rests on it."""
    shown = sources_with([id], lens).get(id)
    if shown is None:
        return None
    resting = together(generation, "register_cited", "source", [id])
    told = list(read.lines(subjects=resting))
    whole = Lines.of([*told, *read.judging([line.number for line in told])])
    hidden = {line.number for line in told} - {line.number for line in whole.seen_by(lens.audience, lens.known)}
    own = [line for line in told if line.evidence and line.evidence.source == id and line.number not in hidden]
    return SourceAnswer(
        shown, claims(Lines.of([*own, *read.judging([line.number for line in own])]), lens), as_of(lens)
    )


def home(lens: Lens) -> HomeAnswer:
    people = known("register_name", "COUNT(DISTINCT person)", lens)[0][0]
    latest = sorted(batches(lens), key=lambda row: row.when, reverse=True)
    return HomeAnswer(
        counts=tuple(count(one.key, lens) for one in definitions()),
        batches=tuple(latest[:5]),
        people=int(people),
        claims=_claims(lens, generation(), read.last_number()),
        sources=len(sources(lens)),
        first_line=read.first_line(),
        as_of=as_of(lens),
    )


@lru_cache(maxsize=8)
def _claims(lens: Lens, generation: int, upto: int) -> int:
    """Lines that the lens shows something of; for the public none about mentions that it doesn't see.

    Kept, since it looks at every line; `upto` is the last there is, for what is withheld is so for every `known`.
    """
    if lens.audience is not Audience.PUBLIC or is_copy():
        return lens.known
    sql = f"""
        SELECT count(*) FROM ledger_line line WHERE line.number <= %s
        AND (line.number < {FIRST_LIVE} OR EXISTS (SELECT 1 FROM ledger_line accepted WHERE accepted.about > 0
            AND accepted.about = line.number AND accepted.kind = 'Accepted' AND accepted.number <= %s))
        AND (line.subject NOT LIKE 'p-%%' OR EXISTS (SELECT 1 FROM register_member seen WHERE seen.generation = %s
            AND seen.subject = line.subject AND seen.audience & %s <> 0
            AND seen.known_from <= %s AND seen.known_to > %s))
        AND NOT EXISTS (SELECT 1 FROM ledger_line hidden WHERE hidden.about > 0 AND hidden.about = line.number
            AND hidden.kind IN ('Withheld', 'Restricted', 'Rejected'))"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [lens.known, lens.known, generation, BITS[Audience.PUBLIC], lens.known, lens.known])
        return int(cursor.fetchone()[0])
