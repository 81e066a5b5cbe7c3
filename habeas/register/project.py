"""The lines of the ledger projected into the register's tables: all anew, or just what new lines touch."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from threading import Lock
from typing import Any, NamedTuple

from django.db import connection, transaction

from habeas.domain.claims import Captured, SameOrigin
from habeas.domain.joining import Joins
from habeas.domain.judgements import SamePerson
from habeas.domain.lines import Line
from habeas.ledger import read
from habeas.ledger.rows import lock, put_rows
from habeas.ledger.sight import seeing_everything
from habeas.register.history import cited, histories
from habeas.register.models import State
from habeas.register.releases import of_a_copy
from habeas.register.rows import EVER, TABLES, Row
from habeas.register.standing import Lines
from habeas.register.voices import Voices
from habeas.vocabulary.load import load

Progress = Callable[[int, int], None]
Table = tuple[tuple[str, ...], list[tuple[Any, ...]]]
"""Columns and rows."""

CODE = version("habeas")
_HISTORY = ("generation", "component", "audience", "known_from", "known_to")
_AT_ONCE = 20_000
"""Rows put in together: few enough that others who write wait a moment only."""
_ASKED_AT_ONCE = 500
_ONE_AT_A_TIME = Lock()
"""Threads of one process don't all make the tables anew when the program was upgraded."""
ALL_TABLES = ("register_component", "register_cited", "register_restricted", *TABLES.values())


@seeing_everything()
def rebuild(progress: Progress | None = None) -> int:
    """Make every table anew beside the ones that are read, then switch; readers and writers go on meanwhile.

    Returns the number of the last line taken in.
    """
    before = _state()
    upto = read.last_number()
    # Drawn by lot, since two who make the tables at once must not write into each other's.
    rows = _Rows(secrets.randbelow(EVER))
    told = Told(read.lines(upto=upto))
    together = components(told.by_subject, told.joins)
    for done, (component, subjects) in enumerate(together.items(), 1):
        rows.add(component, subjects, told.of(subjects), told.voices)
        if rows.full:
            rows.put()
        if progress and (done % 500 == 0 or done == len(together)):
            progress(done, len(together))
    with transaction.atomic():
        lock()
        if _generation(_state()) == _generation(before):
            rows.put()
            _catch_up(rows.generation, upto)
            switch(rows.generation)
    _tell_the_planner()
    return _forget_other_generations()


def projected(
    told: Told, together: Mapping[str, Collection[str]], generation: int, moments: Sequence[int]
) -> dict[str, Table]:
    """The tables of these components, by name, their columns and rows in a fixed order: what a rebuild would make.

    Only what was known at `moments` is told apart, the last of which is the last line or after it.
    """
    rows = _Rows(generation)
    for component, subjects in together.items():
        rows.add(component, subjects, told.of(subjects), told.voices, moments)
    return rows.tables()


@seeing_everything()
def catch_up() -> None:
    """Take in the lines appended since; the tables are then, to the last row, those that a rebuild would make."""
    with _ONE_AT_A_TIME:
        state = _state()
        if state is None or (state.words, state.code) != (load().fingerprint, CODE):
            rebuild()
            return
    if state.upto < read.last_number():
        with _not_waiting_for_the_disk(), transaction.atomic():
            lock()
            held = _state()
            assert held is not None, "tables that were made stay made"
            _catch_up(held.generation, held.upto)
            switch(held.generation)


@contextmanager
def _not_waiting_for_the_disk() -> Iterator[None]:
    """What is lost with the power is caught up again from the ledger, whose own lines are on the disk before.

    SQLite can't change this within a transaction; PostgreSQL is left as it is.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        (before,) = cursor.fetchone()
        cursor.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA synchronous = {int(before)}")


def is_current() -> bool:
    """Whether the tables hold all that the ledger says, by today's words and code."""
    state = _state()
    return state is not None and (state.upto, state.words, state.code) == (
        read.last_number(),
        load().fingerprint,
        CODE,
    )


@of_a_copy
def generation() -> int:
    """Which rows to read."""
    state = _state()
    assert state is not None, "the register is made before it is asked"
    return state.generation


class _Now(NamedTuple):
    """The row of State, which every question asks for: as plain SQL it is read ten times as fast."""

    generation: int
    upto: int
    words: str
    code: str


def _state() -> _Now | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT generation, upto, words, code FROM register_state")
        row = cursor.fetchone()
    return _Now(*row) if row else None


def switch(generation: int) -> None:
    """From now on these rows are read; they hold what all lines there are say."""
    now = {"generation": generation, "upto": read.last_number(), "words": load().fingerprint, "code": CODE}
    if not State.objects.filter(id=1).update(**now):
        State.objects.create(id=1, **now)


class Told:
    """All lines in memory, by whom they are about, for a rebuild."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.by_subject: dict[str, list[Line]] = defaultdict(list)
        self.joins: list[tuple[str, str]] = []
        self._judging: dict[int, list[Line]] = defaultdict(list)
        sources: list[Line] = []
        for line in lines:
            self.by_subject[line.subject].append(line)
            self.joins += ((line.subject, other) for other in _linked(line))
            if isinstance(line.claim, (Captured, SameOrigin)):
                sources.append(line)
            if judged := getattr(line.claim, "line", 0):
                self._judging[judged].append(line)
        self.voices = Voices(sources, self.judging(line.number for line in sources))

    def of(self, subjects: Iterable[str]) -> Lines:
        own = [line for subject in subjects for line in self.by_subject.get(subject, ())]
        return Lines.of([*own, *self.judging(line.number for line in own)])

    def judging(self, numbers: Iterable[int]) -> list[Line]:
        found: list[Line] = []
        asked = list(numbers)
        while asked and self._judging:
            more = [line for number in asked for line in self._judging.get(number, ())]
            found += more
            asked = [line.number for line in more]
        return found


class _Rows:
    """Rows on their way into the tables of one generation."""

    def __init__(self, generation: int) -> None:
        self.generation = generation
        self._columns: dict[str, tuple[str, ...]] = {
            "register_component": ("generation", "component", "subject"),
            "register_cited": ("generation", "component", "source"),
            "register_restricted": ("generation", "component", "name", "subject", "line"),
        }
        self._columns |= {table: (*_HISTORY, *made._fields) for made, table in TABLES.items()}
        self._rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._number = 0

    @property
    def full(self) -> bool:
        return self._number >= _AT_ONCE

    def add(
        self,
        component: str,
        subjects: Iterable[str],
        lines: Lines,
        voices: Voices,
        moments: Sequence[int] | None = None,
    ) -> None:
        self._add("register_component", [(subject,) for subject in sorted(subjects)], component)
        self._add("register_cited", [(source,) for source in sorted(cited(lines.all))], component)
        self._add("register_restricted", lines.restrictions, component)
        if not any(line.claim.ABOUT == "person" for line in lines.all):
            return
        for audience, (row, known_from, known_to) in histories(lines, voices, moments):
            self._rows[_table(row)].append((self.generation, component, audience, known_from, known_to, *row))
            self._number += 1

    def put(self) -> None:
        with transaction.atomic():
            for table, rows in self._rows.items():
                put_rows(table, self._columns[table], rows)
        self._rows.clear()
        self._number = 0

    def tables(self) -> dict[str, Table]:
        return {table: (columns, sorted(self._rows[table])) for table, columns in self._columns.items()}

    def _add(self, table: str, values: Collection[tuple[Any, ...]], component: str) -> None:
        self._rows[table] += [(self.generation, component, *value) for value in values]
        self._number += len(values)


def _table(row: Row) -> str:
    return TABLES[type(row)]


def _linked(line: Line) -> tuple[str, ...]:
    """What a line links its subject to, so that one can't be projected without the other."""
    claim = line.claim
    if isinstance(claim, (SamePerson, SameOrigin)):
        return (claim.other,)
    if isinstance(claim, Captured) and claim.origin:
        return (f"origin:{claim.origin}",)
    return ()


def components(subjects: Iterable[str], joined: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Subjects that a line ever linked, by the first of them."""
    joins = Joins(subjects)
    for one, other in joined:
        joins.join(one, other)
    return {min(group): group for group in joins.groups()}


def _catch_up(generation: int, upto: int) -> None:
    new = list(read.lines(after=upto))
    if not new:
        return
    subjects = touched(generation, new)
    lines = list(read.lines(subjects=subjects))
    judging = read.judging([line.number for line in lines])
    by_subject = _by_subject(subjects, lines)
    joined = [(line.subject, other) for line in lines for other in _linked(line)]
    voices = voices_of(generation, lines)
    rows = _Rows(generation)
    _forget(generation, subjects)
    for component, members in components(by_subject, joined).items():
        own = [line for member in members for line in by_subject.get(member, ())]
        about = {line.number for line in own}
        rows.add(component, members, Lines.of([*own, *_on(about, judging)]), voices)
    rows.put()


def voices_of(generation: int, lines: Iterable[Line]) -> Voices:
    """The origins of the sources that these lines rest on."""
    sources = cited(lines)
    sources |= together(generation, "register_component", "subject", sources)
    about = list(read.lines(subjects=sources))
    return Voices(about, read.judging([line.number for line in about]))


def _on(numbers: set[int], judging: Iterable[Line]) -> Iterator[Line]:
    for line in judging:
        if getattr(line.claim, "line", 0) in numbers:
            numbers.add(line.number)
            yield line


def _by_subject(subjects: Iterable[str], lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {subject: [] for subject in subjects}
    for line in lines:
        found[line.subject].append(line)
    return found


def touched(generation: int, new: Iterable[Line]) -> frozenset[str]:
    """Whom new lines speak of, judge and link, all that belongs with these, and all that rests on such a source."""
    lines = list(new)
    judged = {getattr(line.claim, "line", 0) for line in lines} - {0}
    named = {line.subject for line in lines}.union(read.subjects_of(judged), *map(_linked, lines))
    whole = together(generation, "register_component", "subject", named) | named
    return whole | together(generation, "register_cited", "source", whole)


def together(generation: int, table: str, column: str, values: Collection[str]) -> frozenset[str]:
    """All subjects of the components that have one of these values in a table."""
    components = _column("component", table, column, generation, values)
    return _column("subject", "register_component", "component", generation, components)


def _column(wanted: str, table: str, column: str, generation: int, values: Collection[str]) -> frozenset[str]:
    found: set[str] = set()
    sought = sorted(values)
    with connection.cursor() as cursor:
        for start in range(0, len(sought), _ASKED_AT_ONCE):
            part = sought[start : start + _ASKED_AT_ONCE]
            places = ", ".join(["%s"] * len(part))
            cursor.execute(
                f"SELECT {wanted} FROM {table} WHERE generation = %s AND {column} IN ({places})", [generation, *part]
            )
            found.update(one for (one,) in cursor.fetchall())
    return frozenset(found)


def _forget(generation: int, subjects: Collection[str]) -> None:
    components = _column("component", "register_component", "subject", generation, subjects)
    with connection.cursor() as cursor:
        for table in ALL_TABLES:
            cursor.executemany(
                f"DELETE FROM {table} WHERE generation = %s AND component = %s",
                [(generation, component) for component in sorted(components)],
            )


def _tell_the_planner() -> None:
    """PostgreSQL looks at new tables by itself only after a while, and reads them whole until then."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in (*ALL_TABLES, "ledger_line", "ledger_sealed"):
                cursor.execute(f"ANALYZE {table}")


def _forget_other_generations() -> int:
    """Of what others began and didn't finish, too. Returns the last line that the tables know."""
    with transaction.atomic():
        lock()
        state = State.objects.get()
        with connection.cursor() as cursor:
            for table in ALL_TABLES:
                cursor.execute(f"DELETE FROM {table} WHERE generation <> %s", [state.generation])
    return state.upto


def _generation(state: _Now | None) -> int | None:
    return state.generation if state else None
