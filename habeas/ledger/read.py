"""The one door out: lines in the order of their numbers. An erased line is not among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from habeas.domain.claims import Opened
from habeas.domain.lines import Line
from habeas.domain.words import Kind
from habeas.ledger.chain import to_microseconds, to_moment
from habeas.ledger.codec import decode
from habeas.ledger.sight import sight
from habeas.problems import BadInput

_PAGE = 5000
_AT_ONCE = 500
# The first line of a replay, and it alone, bears no moment; the second that opens the ledger ends the replay.
FIRST_LIVE = """coalesce(
        (SELECT 1 FROM ledger_line WHERE number = 1 AND moment > 0),
        (SELECT min(number) FROM ledger_line WHERE kind = 'Opened' AND number > 1),
        2147483647)"""
_SELECT = f"""
    SELECT line.number, line.moment, line.subject, line.editor, line.kind, line.version, sealed.payload,
        line.number < {FIRST_LIVE} AS replayed
    FROM ledger_line line JOIN ledger_sealed sealed ON sealed.number = line.number
    WHERE sealed.payload IS NOT NULL AND line.number > %s AND line.number <= %s
"""

_Row = tuple[int, int, str, str, str, int, bytes, bool]


def lines(
    *,
    after: int = 0,
    upto: int | None = None,
    numbers: Collection[int] | None = None,
    subjects: Collection[str] | None = None,
    kinds: Collection[str] | None = None,
) -> Iterator[Line]:
    """Lines numbered above `after` up to and with `upto`; of `numbers`, `subjects` or `kinds` alone if given."""
    last = last_number() if upto is None else upto
    if kinds is not None and numbers is None and subjects is None:
        return _lines(_chosen("line.kind", sorted(kinds), after, last))
    if numbers is None and subjects is None:
        rows: Iterable[_Row] = _by_pages(after, last)
    elif subjects is None:
        rows = _chosen("line.number", sorted(numbers or ()), after, last, kinds)
    else:
        wanted = None if numbers is None else frozenset(numbers)
        found = _chosen("line.subject", sorted(set(subjects)), after, last, kinds)
        rows = (row for row in found if wanted is None or row[0] in wanted)
    return _lines(rows)


def judging(numbers: Collection[int]) -> list[Line]:
    """The lines that judge one of these lines, and those that judge a judgement, as far as it goes."""
    found: list[Line] = []
    asked = sorted(numbers)
    while asked:
        # Said in so many words, or SQLite doesn't see that the index on judgements holds them all.
        more = list(_lines(_chosen("line.about > 0 AND line.about", asked, 0, last_number())))
        found += more
        asked = [line.number for line in more]
    return sorted(found, key=lambda line: line.number)


def not_accepted(but: Collection[str]) -> list[Line]:
    """Live lines without an acceptance that nobody judged again, but for certain kinds."""
    places = ", ".join(["%s"] * len(but))
    rows = _rows(
        f"""{_SELECT} AND line.number >= {FIRST_LIVE} AND line.kind NOT IN ({places}) AND NOT EXISTS (
            SELECT 1 FROM ledger_line accepted WHERE accepted.about > 0 AND accepted.about = line.number
            AND accepted.kind = 'Accepted' AND NOT EXISTS (
                SELECT 1 FROM ledger_line judged WHERE judged.about > 0 AND judged.about = accepted.number))
        ORDER BY line.number""",
        [0, last_number(), *sorted(but)],
    )
    return list(_lines(rows))


def subjects_of(numbers: Collection[int]) -> frozenset[str]:
    """Whom lines are about, and what they judge is about, as far as it goes; this much of an erased line stays."""
    found: set[str] = set()
    asked = set(numbers)
    with connection.cursor() as cursor:
        while asked:
            cursor.execute("SELECT subject, about FROM ledger_line WHERE number = %s", [asked.pop()])
            for subject, about in cursor.fetchall():
                found.add(subject)
                asked |= {about} - {0}
    return frozenset(found)


def brought_by(subjects: Collection[str]) -> dict[str, str]:
    """Who wrote the first line of each of these subjects."""
    wanted, found = sorted(set(subjects)), dict[str, str]()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        places = ", ".join(["%s"] * len(some))
        first = f"SELECT min(number) FROM ledger_line WHERE subject IN ({places}) GROUP BY subject"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT subject, editor FROM ledger_line WHERE number IN ({first})", some)
            found.update(cursor.fetchall())
    return found


def last_number() -> int:
    """Nought in a ledger that hasn't been begun."""
    return int(_one("SELECT number FROM ledger_line ORDER BY number DESC LIMIT 1", []) or 0)


def last_moment() -> datetime:
    found = _one("SELECT moment FROM ledger_line ORDER BY number DESC LIMIT 1", [])
    if found is None:
        raise BadInput("The ledger hasn't been begun. Run init first.")
    return to_moment(found)


def number_at(moment: datetime) -> int:
    """The last line written at that moment or before; nought if there was none yet."""
    found = _one(
        "SELECT number FROM ledger_line WHERE moment <= %s ORDER BY moment DESC, number DESC LIMIT 1",
        [to_microseconds(moment)],
    )
    return int(found) if found is not None else 0


def moment_of(number: int) -> datetime:
    """When a line was written, an erased one too."""
    found = _one("SELECT moment FROM ledger_line WHERE number = %s", [number])
    assert found is not None, "only lines that there are are asked for"
    return to_moment(found)


def kind() -> Kind:
    """What the first line says: a replay stays one, also once live lines follow it."""
    first = next(lines(upto=1), None)
    if first is None:
        raise BadInput("The ledger hasn't been begun. Run init first.")
    assert isinstance(first.claim, Opened), "the first line opens the ledger"
    return first.claim.kind


def kind_now() -> Kind:
    """What the next line will be unless it is said to be a replayed one."""
    opened = [line.claim.kind for line in lines(subjects=["ledger"]) if isinstance(line.claim, Opened)]
    return opened[-1] if opened else Kind.LIVE


def first_line() -> str:
    """The first line in words that a page can show."""
    return kind().sentence


def has(subject: str) -> bool:
    return (
        subject not in sight().subjects
        and _one("SELECT 1 FROM ledger_line WHERE subject = %s LIMIT 1", [subject]) is not None
    )


def ledger_id() -> str:
    """The hash of the first line, which no other ledger has, since its salt is drawn by lot."""
    found = _one("SELECT hash FROM ledger_line WHERE number = 1", [])
    if found is None:
        raise BadInput("The ledger hasn't been begun. Run init first.")
    return bytes(found).hex()


def _by_pages(after: int, last: int) -> Iterator[_Row]:
    # Pages by number instead of one open cursor: it holds no snapshot, and PostgreSQL's client would load all at once.
    while after < last:
        upto = min(after + _PAGE, last)
        yield from _rows(_SELECT + " ORDER BY line.number", [after, upto])
        after = upto


def _chosen(
    column: str,
    wanted: Sequence[str] | Sequence[int],
    after: int,
    last: int,
    kinds: Collection[str] | None = None,
) -> Iterable[_Row]:
    found: list[_Row] = []
    # Joined to nothing, so that SQLite doesn't take the index on kinds, which holds far more than those asked for.
    only = "" if kinds is None else f" AND line.kind || '' IN ({', '.join(['%s'] * len(kinds))})"
    for start in range(0, len(wanted) if kinds is None or kinds else 0, _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        places = ", ".join(["%s"] * len(part))
        found += _rows(f"{_SELECT} AND {column} IN ({places}){only}", [after, last, *part, *(kinds or ())])
    return sorted(found, key=lambda row: row[0])


def _rows(sql: str, values: Sequence[int | str]) -> list[_Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        rows: list[_Row] = cursor.fetchall()
    return rows


def _one(sql: str, values: Sequence[int | str]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        row = cursor.fetchone()
    return None if row is None else row[0]


def _lines(rows: Iterable[_Row]) -> Iterator[Line]:
    """Without what whoever asks may not see, and with the words masked that speak of it."""
    now = sight()
    return (now.shown(line) for line in map(_line, rows) if now.reaches(line))


def _line(row: _Row) -> Line:
    number, moment, subject, editor, kind, version, payload, replayed = row
    claim, evidence = decode(kind, version, payload)
    return Line(number, to_moment(moment), subject, claim, evidence, editor, bool(replayed))
