"""From the cells of a spreadsheet's row to claims, by the map; what can't be read is a problem of that row and cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_type_hints

from habeas.delimited import Table
from habeas.domain.ahead import check_not_ahead
from habeas.domain.claims import KINDS, Born, Claim, Gendered, Named
from habeas.domain.dates import PartialDate, Term
from habeas.domain.written import Plain, read_claim
from habeas.intake.files.columns import birth_of, gender_of
from habeas.intake.files.days import read_day
from habeas.intake.files.remarks import why_nobody
from habeas.intake.files.visible import shortened, visible
from habeas.intake.printed_claims import script_language
from habeas.intake.spreadsheets.import_map import From, ImportMap, Rule, required
from habeas.ledger.append import today
from habeas.problems import BadInput, Problem
from habeas.vocabulary.load import load

_TERM = re.compile(
    r"(\d{1,3})\s*(y(?:ears?)?|год[ао]?в?|лет|гадоў|гады|рок[иу]в?|рік|рокі[вў]|lat[a]?"
    r"|m(?:onths?)?|месяц\w*|мес\.?|месяц\w*|місяц\w*|d(?:ays?)?|дн\w*|сут\w*|дзён|дні)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of a row and the printed words it was read from."""

    claim: Claim
    printed: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a row says of a person; `nobody` says why it names none. `key` tells it apart in its own register."""

    line: int
    key: str
    name: str
    patronymic: str
    told: tuple[Told, ...]
    problems: tuple[Problem, ...]
    nobody: str = ""


class Cells:
    """The cells of one row by the names of their columns."""

    def __init__(self, table: Table, at: int, file: str) -> None:
        self._cells = {
            visible(head).casefold(): visible(cell) for head, cell in zip(table.header, table.rows[at], strict=False)
        }
        self.line = table.lines[at]
        self.where = f"{file}, line {self.line}"

    def of(self, column: str) -> str:
        return self._cells.get(column.casefold(), "") if column else ""

    def place(self, column: str) -> str:
        return f"{self.where}, column “{column}”"


def check_columns(table: Table, by: ImportMap, file: str) -> None:
    """Every column of the map is in the file; BadInput says which isn't, at which line of the map, and which are."""
    heads = [visible(head) for head in table.header]
    known = {head.casefold() for head in heads}
    for column, where in by.columns():
        if column and column.casefold() not in known:
            found = ", ".join(f"“{head[:40]}”" for head in heads[:40] if head)
            raise BadInput(f"{where}: {file} has no column “{column}”. Its columns are: {found}.")


def read_row(cells: Cells, by: ImportMap) -> PersonRow:
    name = " ".join(filter(None, (cells.of(column) for column in by.name)))
    problems: list[Problem] = []
    nobody = why_nobody(name, name) if name else "no name in the row"
    told = () if nobody else tuple(_told(cells, by, name, problems))
    key = cells.of(by.id) if by.id else name
    return PersonRow(
        cells.line, shortened(key), shortened(name), cells.of(by.patronymic)[:60], told, tuple(problems), nobody
    )


def _told(cells: Cells, by: ImportMap, name: str, problems: list[Problem]) -> Iterator[Told]:
    yield Told(Named(name, by.language or script_language(name), patronymic=cells.of(by.patronymic)[:60]), name)
    for other in by.others:
        text = cells.of(other.column)
        if text and not why_nobody(text, text):
            yield Told(Named(text, other.language or script_language(text), other.form), text)
    born = birth_of(cells.of(by.born), cells.place(by.born), problems)
    if born and _has_come(Born(born), cells.place(by.born), problems):
        yield Told(Born(born), "")
    if gender := gender_of(cells.of(by.gender)):
        yield Told(Gendered(gender), "")
    for rule in by.rules:
        if told := _by_rule(rule, cells, by, problems):
            yield told


def _by_rule(rule: Rule, cells: Cells, by: ImportMap, problems: list[Problem]) -> Told | None:
    """None if the row has nothing to say, or if what it says can't be read, which is then a problem."""
    if rule.only and cells.of(rule.only.column).casefold() not in rule.only.words:
        return None
    readers, values = _readers(rule.kind), {}
    printed = [cells.of(value.column) for _, value in rule.fields if cells.of(value.column)]
    for name, value in rule.fields:
        try:
            read = _value(name, value, cells, (readers[name], by))
        except BadInput as reason:
            where = cells.place(value.column) if value.column else value.where
            problems.append(Problem(where, str(reason), f"Nothing was made of it ({rule.kind}.{name})."))
            continue
        if read not in (None, []):
            values[name] = read
    if not printed and any(value.column for _, value in rule.fields):
        return None
    return _made(rule, values, (cells, problems), shortened(" | ".join(dict.fromkeys(printed))))


def _made(rule: Rule, values: Mapping[str, Plain], at: tuple[Cells, list[Problem]], printed: str) -> Told | None:
    """An empty cell that the claim can't be without isn't a mistake: the row doesn't say it."""
    if required(rule.kind) - values.keys():
        return None
    cells, problems = at
    try:
        claim = read_claim(rule.kind, values)
    except BadInput as reason:
        problems.append(Problem(cells.where, str(reason), "The claim was left out."))
        return None
    return Told(claim, printed) if _has_come(claim, cells.where, problems) else None


def _has_come(claim: Claim, where: str, problems: list[Problem]) -> bool:
    try:
        check_not_ahead(claim, today())
    except BadInput as reason:
        problems.append(Problem(where, str(reason), "The claim was left out."))
        return False
    return True


Reader = Callable[[str, ImportMap], Plain]


def _value(name: str, value: From, cells: Cells, how: tuple[Reader, ImportMap]) -> Plain:
    printed = value.fixed or cells.of(value.column)
    if not printed:
        return None
    read, by = how
    parts = [part.strip() for part in printed.split(value.split)] if value.split else [printed]
    meant = [_checked(name, _translated(part, value)) for part in parts if part]
    found = [read(part, by) for part in meant if part]
    if _is_list(name):
        return found
    return found[0] if found else None


def _translated(part: str, value: From) -> str:
    """As the map has it; a word that the map doesn't translate stands for itself."""
    return (value.words or {}).get(part.casefold(), part)


def _is_list(name: str) -> bool:
    return name in ("articles", "criteria", "categories")


def _checked(name: str, key: str) -> str:
    """Keys are words of the vocabulary; anything else would be shown to nobody and counted nowhere."""
    words = load()
    tables: dict[str, Mapping[str, object]] = {
        "facility": words.facilities, "penalty": words.penalties, "regime": words.regimes, "articles": words.articles,
        "recogniser": words.recognisers, "ruleset": words.rulesets, "criteria": words.criteria,
        "restriction": words.release_terms,
    }  # fmt: skip
    if key and name in tables and key not in tables[name]:
        raise BadInput(
            f"“{key[:80]}” is no key of the vocabulary. Say in the map under “words” which key it stands for."
        )
    return key


@cache
def _readers(kind: str) -> Mapping[str, Reader]:
    return {name: _reader(hint) for name, hint in get_type_hints(KINDS[kind]).items() if name in KINDS[kind].__slots__}


def _reader(hint: object) -> Reader:
    parts = [part for part in get_args(hint) if part not in (type(None), ...)]
    wanted = parts[0] if parts else hint
    if wanted is PartialDate:
        return lambda text, by: str(read_day(text, by.order))
    if wanted is Term:
        return lambda text, _: str(_term(text))
    if wanted is int:
        return lambda text, _: _whole(text)
    if wanted is bool:
        return lambda text, _: text.casefold() in ("yes", "true", "1", "да", "так")
    return lambda text, _: text


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise BadInput(f"“{text[:40]}” is not a whole number.")
    return int(text)


def _term(text: str) -> Term:
    """11y, 2y6m, 15d, and the same in words: 2 years 6 months, 5 лет 6 месяцев."""
    found = _TERM.findall(text)
    rest = re.sub(r"[\s,.]|and|и|і|і", "", _TERM.sub("", text))
    if not found or rest:
        return Term.parse(text)
    units = {"y": 0, "m": 0, "d": 0}
    for number, unit in found:
        units[_unit(unit.lower())] += int(number)
    return Term(units["y"], units["m"], units["d"])


def _unit(word: str) -> str:
    if word.startswith(("y", "г", "л", "ро", "рі", "lat")):
        return "y"
    return "m" if word.startswith(("m", "м")) else "d"
