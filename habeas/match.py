"""`habeas match`: a list of names against a register, both plain tables, without a database."""

import csv
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.delimited import Table, read_table
from habeas.names.index import NameIndex
from habeas.names.parts import names_somebody
from habeas.names.people import Answer, Asked, Known, Verdict
from habeas.names.several_people import people_in
from habeas.problems import BadInput

ADDED = ("verdict", "match_id", "match_name", "probability", "reasons")
ADDED_TO_CANDIDATES = ("rank", "match_id", "match_name", "probability")
_BESIDE = ("birth_date", "gender", "patronymic", "place")


@dataclass(frozen=True, slots=True)
class MatchSummary:
    """What became of a list."""

    rows: int
    matched: int
    unclear: int
    absent: int
    people: int
    out: Path
    candidates: Path | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the list: the cells of the row that names them, and how many people it names."""

    row: tuple[str, ...]
    asked: Asked
    people: int = 1


def run_match(list_path: Path, register_path: Path, out_path: Path, candidates: int | None = None) -> MatchSummary:
    """Read both tables, judge every row of the list, and write the outcome: all of it, or nothing if anything
    is amiss."""
    list_path, register_path, out_path = Path(list_path), Path(register_path), Path(out_path)
    _check_request(list_path, register_path, out_path, candidates)
    table = read_table(list_path, needed=("name",))
    register = read_table(register_path, needed=("id", "name"))
    known = _known(register, register_path)
    listed = _listed(table)
    answers = NameIndex.build(known).answer_list([one.asked for one in listed], limit=max(candidates or 1, 5))
    pages = {out_path: [(*table.header, *ADDED), *map(_outcome, listed, answers)]}
    beside = _candidates_path(out_path) if candidates else None
    if beside and candidates:
        rows = (row for one, answer in zip(listed, answers, strict=True) for row in _likely(one, answer, candidates))
        pages[beside] = [(*table.header, *ADDED_TO_CANDIDATES), *rows]
    _write_all(pages)
    return _summary(answers, len({one.id for one in known}), out_path, beside)


def _check_request(list_path: Path, register_path: Path, out_path: Path, candidates: int | None) -> None:
    if candidates is not None and candidates < 1:
        raise BadInput(f"--candidates {candidates}: ask for at least one candidate, or leave the option out.")
    if not out_path.absolute().parent.is_dir():
        raise BadInput(f"{out_path}: the folder {out_path.parent} does not exist. Make it first, or choose another.")
    written = [out_path, _candidates_path(out_path)] if candidates else [out_path]
    for path in written:
        if path.is_dir():
            raise BadInput(f"{path}: this is a folder. Name a file to write to.")
        if path.resolve() in (list_path.resolve(), register_path.resolve()):
            raise BadInput(f"{path}: the outcome would overwrite what it is made from. Choose another name for it.")


def _listed(table: Table) -> list[Listed]:
    """A row that names several people is one for each; a birth beside them is one person's, and nobody knows whose."""
    found = []
    for row, name, beside in zip(table.rows, _cells(table, "name"), _beside(table), strict=True):
        names = people_in(name)
        if len(names) == 1:
            found.append(Listed(row, Asked(name, *beside)))
        else:
            found += [Listed(row, Asked(one), len(names)) for one in names]
    return found


def _known(table: Table, path: Path) -> list[Known]:
    known = []
    for line, id, name, beside in zip(
        table.lines, _cells(table, "id"), _cells(table, "name"), _beside(table), strict=True
    ):
        if name.strip() and not id.strip():
            raise BadInput(
                f"{path}, line {line}: a name without an id. Give every row of the register the id of its person."
            )
        if name.strip():
            known.append(Known(id.strip(), name, *beside))
    return known


def _cells(table: Table, name: str) -> list[str]:
    at = table.column(name)
    return ["" for _ in table.rows] if at is None else [row[at] for row in table.rows]


def _beside(table: Table) -> Iterable[tuple[str, ...]]:
    return zip(*(_cells(table, name) for name in _BESIDE), strict=True)


def _outcome(listed: Listed, answer: Answer) -> tuple[str, ...]:
    """The likeliest person stands in the row whatever the verdict, which says how far to trust it."""
    if not answer.candidates:
        named = names_somebody(answer.asked.name)
        why = "nobody in the register bears a name like this" if named else "the row has no name"
        return (*listed.row, answer.verdict.value, "", "", "0.000000", _of_several(listed, why))
    best = answer.candidates[0]
    why = _of_several(listed, "; ".join(best.reasons))
    return (*listed.row, answer.verdict.value, best.id, best.name, f"{best.probability:.6f}", why)


def _of_several(listed: Listed, why: str) -> str:
    return f"{listed.asked.name}, one of {listed.people} people in this row: {why}" if listed.people > 1 else why


def _likely(listed: Listed, answer: Answer, most: int) -> Iterator[tuple[str, ...]]:
    for rank, one in enumerate(answer.candidates[:most], start=1):
        yield (*listed.row, str(rank), one.id, one.name, f"{one.probability:.6f}")


def _candidates_path(out_path: Path) -> Path:
    stem = out_path.name[:-4] if out_path.name.lower().endswith(".csv") else out_path.name
    return out_path.with_name(stem + ".candidates.csv")


def _write_all(pages: dict[Path, list[tuple[str, ...]]]) -> None:
    """Every page is written beside its place first, and moved there only when all of them stand."""
    ready: list[tuple[str, Path]] = []
    try:
        for path, rows in pages.items():
            ready.append((_written(path, rows), path))
        for beside, path in ready:
            os.replace(beside, path)
    except OSError as error:
        raise BadInput(
            f"{error.filename or 'output'}: cannot be written ({error.strerror}). Choose a folder you may write to."
        ) from error
    finally:
        for beside, _ in ready:
            Path(beside).unlink(missing_ok=True)


def _written(path: Path, rows: list[tuple[str, ...]]) -> str:
    with tempfile.NamedTemporaryFile(
        "w",
        encoding="utf-8",
        errors="replace",
        newline="",
        dir=path.absolute().parent,
        prefix=f".{path.name}.",
        delete=False,
    ) as lines:
        csv.writer(lines, lineterminator="\n").writerows(rows)
    os.chmod(lines.name, 0o644)
    return lines.name


def _summary(answers: Sequence[Answer], people: int, out: Path, candidates: Path | None) -> MatchSummary:
    verdicts = [answer.verdict for answer in answers]
    return MatchSummary(
        rows=len(answers),
        matched=verdicts.count(Verdict.MATCH),
        unclear=verdicts.count(Verdict.UNCLEAR),
        absent=verdicts.count(Verdict.ABSENT),
        people=people,
        out=out,
        candidates=candidates,
    )
