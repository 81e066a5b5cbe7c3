"""An existing spreadsheet of prisoners becomes claims: a person for each row, a claim for each cell that the map knows.

The same file again changes nothing, a newer one adds what is new in it; a row is known again by its key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from habeas.archive.store import keep
from habeas.delimited import Table, read_bytes
from habeas.domain.claims import Born, Captured, Claim, Registered
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import SamePerson, Unsure
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Word
from habeas.intake.files.reading import table_of
from habeas.intake.kept_first import kept_first
from habeas.intake.live import append_if_still, live
from habeas.intake.mentions import judge
from habeas.intake.mint import new_person
from habeas.intake.sources import captured, source_id
from habeas.intake.spreadsheets.import_map import ImportMap, read_map
from habeas.intake.spreadsheets.row_claims import Cells, PersonRow, Told, check_columns, read_row
from habeas.ledger.read import last_number, lines
from habeas.linkage.one_list import Progress, link
from habeas.names.people import Answer, Asked
from habeas.problems import BadInput, Problem
from habeas.register.queries import names_of_people

_TRIES = 5


class Became(Word):
    """What became of a row of a spreadsheet."""

    NEW = "new", "a person whom this register had not told of"
    JOINED = "joined", "a new entry, and a person whom we held already"
    UNCLEAR = "unclear", "a new entry that may be somebody whom we hold; an editor has to look"
    ADDED = "added", "known from an earlier import, and something is new"
    KNOWN = "known", "nothing in it is new"
    SKIPPED = "skipped", "names nobody, or has the key of another row"


@dataclass(frozen=True, slots=True)
class RowLog:
    """The outcome of a row, without its name."""

    line: int
    became: Became
    subject: str
    claims: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome of an import: a log of every row; `lines` is how many were written to the ledger."""

    source: str
    lines: int
    log: tuple[RowLog, ...]

    def number(self, became: Became) -> int:
        return sum(row.became is became for row in self.log)

    @property
    def sum(self) -> str:
        told = " + ".join(f"{self.number(became)} {became}" for became in Became if self.number(became))
        return f"{len(self.log)} = {told}"


def import_register(path: Path, map_path: Path, *, editor: str, progress: Progress | None = None) -> Imported:
    """Import the file by the map: all of it in one append, or nothing if file or map can't be read."""
    path, by = Path(path), read_map(Path(map_path))
    data = read_bytes(path)
    with kept_first(path, data):
        table = table_of(path, data, by.sheet)
    check_columns(table, by, path.name)
    rows = _rows(table, by, path.name)
    if not rows:
        raise BadInput(f"{path}: there is a header and no row under it. Give the sheet that holds the people.")
    source = source_id(by.source["key"]), _source(by, data)
    for _ in range(_TRIES):
        seen = last_number()
        candidates, log = _plan(rows, by, source, (editor, progress))
        if append_if_still(candidates, seen) is not None:
            return Imported(source[0], len(candidates), tuple(log))
    raise BadInput("Others keep writing to the ledger at the same time; nothing was written. Import again.")


def _rows(table: Table, by: ImportMap, file: str) -> list[PersonRow]:
    filled = [at for at, row in enumerate(table.rows) if any(cell.strip() for cell in row)]
    rows, seen = [], dict[str, int]()
    for at in filled:
        row = read_row(Cells(table, at, file), by)
        if not by.id:
            row = replace(row, key=_apart(row.key, seen))
        if not row.nobody and by.id and not row.key:
            row = _nobody(row, f"no key in the column “{by.id}”")
        elif not row.nobody and row.key in seen:
            row = _nobody(row, f"its key stands at line {seen[row.key]} already")
        elif not row.nobody:
            seen[row.key] = row.line
        rows.append(row)
    return rows


def _apart(name: str, seen: Mapping[str, int]) -> str:
    """Where no column tells the rows apart the name must, and the second of two namesakes is the second."""
    numbered = (name if at == 1 else f"{name} #{at}" for at in count(1))
    return next(key for key in numbered if key not in seen)


def _nobody(row: PersonRow, why: str) -> PersonRow:
    return replace(row, told=(), nobody=why)


def _source(by: ImportMap, data: bytes) -> Captured:
    said = by.source
    published = PartialDate.parse(said["published"]) if "published" in said else None
    title, address, origin = (said.get(name, "") for name in ("title", "address", "origin"))
    return Captured(said["publisher"], title, address, published, keep(data), origin)


def _plan(
    rows: Sequence[PersonRow], by: ImportMap, source: tuple[str, Captured], how: tuple[str, Progress | None]
) -> tuple[list[Candidate], list[RowLog]]:
    (id, claim), (editor, progress) = source, how
    candidates = [] if captured().get(id) == claim else [Candidate(id, claim, None, editor)]
    log: list[RowLog] = []
    subjects = _registered(id)
    said = _said(set(subjects.values()))
    answers = _answers(
        [row for row in rows if not row.nobody and row.key not in subjects], set(subjects.values()), progress
    )
    for row in rows:
        made = [] if row.nobody else list(_row(row, by, (id, claim.publisher, editor), (subjects, said, answers)))
        candidates += made
        log.append(_logged(row, made, row.key in subjects))
    return candidates, log


def _row(
    row: PersonRow,
    by: ImportMap,
    voice: tuple[str, str, str],
    held: tuple[dict[str, str], dict[str, set[Claim]], dict[str, Answer]],
) -> Iterator[Candidate]:
    """What this row says that it hadn't said before, whether or not an editor has taken that back since."""
    (source, speaker, editor), (subjects, said, answers) = voice, held
    subject = subjects.get(row.key) or new_person()
    for told in (*row.told, Told(Registered(source, row.key), "")):
        if told.claim not in said.get(subject, ()):
            evidence = Evidence(source, speaker, told.printed, by.language if told.printed else "", by.nearness)
            yield Candidate(subject, told.claim, evidence, editor)
    if answer := answers.get(row.key):
        yield from judge(subject, answer)


def _registered(register: str) -> dict[str, str]:
    """Who has which key in that register."""
    return {
        line.claim.key: line.subject
        for line in live(Registered)
        if isinstance(line.claim, Registered) and line.claim.register == register
    }


def _said(subjects: set[str]) -> dict[str, set[Claim]]:
    said: dict[str, set[Claim]] = {}
    for line in lines(subjects=subjects) if subjects else ():
        said.setdefault(line.subject, set()).add(line.claim)
    return said


def _answers(rows: list[PersonRow], own: set[str], progress: Progress | None) -> dict[str, Answer]:
    """Whom of the others' people the new rows may be. Two rows of one register are two people, since it has it so."""
    others = [person for person in names_of_people() if person[0] not in own] if rows else []
    asked = [Asked(row.name, _born(row), "", row.patronymic) for row in rows]
    answers = link(asked, others, progress) if others else []
    return {row.key: answer for row, answer in zip(rows, answers, strict=False)}


def _born(row: PersonRow) -> str:

    return next((str(told.claim.when) for told in row.told if isinstance(told.claim, Born)), "")


def _logged(row: PersonRow, made: Sequence[Candidate], known: bool) -> RowLog:
    subject = made[0].subject if made else ""
    if row.nobody:
        problem = Problem(f"line {row.line}", f"{row.nobody}.", "The row was passed over.")
        return RowLog(row.line, Became.SKIPPED, "", 0, (*row.problems, problem))
    if known:
        return RowLog(row.line, Became.ADDED if made else Became.KNOWN, subject, len(made), row.problems)
    claims = [one.claim for one in made]
    joined = any(isinstance(claim, SamePerson) for claim in claims)
    unclear = any(isinstance(claim, Unsure) for claim in claims)
    became = Became.JOINED if joined else Became.UNCLEAR if unclear else Became.NEW
    return RowLog(row.line, became, subject, len(made), row.problems)
