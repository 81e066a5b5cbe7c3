"""The map that says which column of a spreadsheet is which claim: a YAML file that its owner can read and mend."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from habeas.domain.claims import KINDS
from habeas.domain.dates import PartialDate
from habeas.domain.words import NameForm, Nearness, Word
from habeas.intake.files.column_maps import order_said
from habeas.intake.files.days import DayOrder
from habeas.intake.yaml_parts import Part, items, list_of_text, named, need, plain, read_parts, text
from habeas.problems import BadInput

CLAIMS = (
    "CaseAssessed", "Charged", "Detained", "Died", "HasNationality", "InBatch", "Incommunicado", "Pardoned",
    "Recognised", "RecognitionRefused", "RecognitionWithdrawn", "RefusedToLeave", "Registered", "Released",
    "RestrictedAfter", "SeenFree", "SeenHeld", "Sentenced", "SentenceChanged", "Transferred", "Tried", "WorkedAs",
)  # fmt: skip
"""What a column can be read as. Health, kin and wishes are said one by one by an editor, never by the sheet."""

_SOURCE = ("key", "publisher", "title", "address", "published", "origin", "nearness", "language")
_MAP = ("source", "sheet", "dates", "id", "name", "patronymic", "born", "gender", "other names", "claims")


@dataclass(frozen=True, slots=True)
class From:
    """Where a field's value comes from: a column, its words translated and split, or one value for all rows."""

    where: str
    column: str = ""
    fixed: str = ""
    words: Mapping[str, str] | None = None
    split: str = ""


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """Rows of which a claim is made: those whose cell in the column is one of these words."""

    where: str
    column: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of claim that each row makes."""

    where: str
    kind: str
    fields: tuple[tuple[str, From], ...]
    only: OnlyIf | None = None


@dataclass(frozen=True, slots=True)
class OtherName:
    """A column with another spelling or another name of the same person."""

    where: str
    column: str
    language: str
    form: NameForm


@dataclass(frozen=True, slots=True)
class ImportMap:
    """A whole map. `name` are the columns that make the name; `id` tells the rows apart from file to file."""

    where: str
    source: Mapping[str, str]
    nearness: Nearness
    language: str
    sheet: str
    order: DayOrder
    id: str
    name: tuple[str, ...]
    patronymic: str
    born: str
    gender: str
    others: tuple[OtherName, ...]
    rules: tuple[Rule, ...]

    def columns(self) -> Iterable[tuple[str, str]]:
        """Every column that the map names, with the place where it does."""
        yield from ((column, self.where) for column in (self.id, *self.name, self.patronymic, self.born, self.gender))
        yield from ((other.column, other.where) for other in self.others)
        for rule in self.rules:
            yield from ((value.column, value.where) for _, value in rule.fields)
            if rule.only:
                yield rule.only.column, rule.only.where


def read_map(path: Path) -> ImportMap:
    """BadInput says at which line the map breaks the form and what would keep it."""
    top = read_parts(path)
    fields = named(top, _MAP, "the map")
    source = _texts(need(fields, "source", top), _SOURCE)
    for key in ("key", "publisher"):
        if not source.get(key):
            raise BadInput(f"{fields['source'].where}: the source has no {key}. Write “{key}: …” under “source”.")
    _check_date(source, fields["source"])
    return ImportMap(
        where=top.where,
        source=source,
        nearness=_word(Nearness, source.get("nearness", "unstated"), fields["source"]),
        language=source.get("language", ""),
        sheet=text(fields.get("sheet")),
        order=order_said(fields.get("dates")),
        id=text(fields.get("id")),
        name=list_of_text(need(fields, "name", top)),
        patronymic=text(fields.get("patronymic")),
        born=text(fields.get("born")),
        gender=text(fields.get("gender")),
        others=tuple(map(_other, items(fields.get("other names")))),
        rules=tuple(map(_rule, items(fields.get("claims")))),
    )


def _texts(part: Part, known: Sequence[str]) -> Mapping[str, str]:
    return {name: text(value) for name, value in named(part, known, "source").items()}


def _check_date(source: Mapping[str, str], part: Part) -> None:
    try:
        PartialDate.parse(source.get("published", "2000"))
    except BadInput as reason:
        raise BadInput(f"{part.where}: {reason}") from None


def _word(kind: type[Word], text: str, part: Part) -> Nearness:
    found = next((word for word in kind if word.value == text), None)
    if not isinstance(found, Nearness):
        raise BadInput(f"{part.where}: nearness “{text}” is none of {', '.join(str(word) for word in kind)}.")
    return found


def _other(part: Part) -> OtherName:
    if isinstance(part.value, str):
        return OtherName(part.where, text(part), "", NameForm.FULL)
    fields = named(part, ("column", "language", "form"), "another name")
    written = text(fields.get("form")) or "full"
    form = next((form for form in NameForm if form.value == written), None)
    if form is None:
        raise BadInput(f"{part.where}: form “{written}” is none of {', '.join(str(form) for form in NameForm)}.")
    return OtherName(part.where, text(need(fields, "column", part)), text(fields.get("language")), form)


@cache
def required(kind: str) -> frozenset[str]:
    """The fields that a claim of that kind can't be without."""
    made: type = KINDS[kind]
    assert dataclasses.is_dataclass(made), "every kind is a dataclass"
    return frozenset(field.name for field in dataclasses.fields(made) if field.default is dataclasses.MISSING)


def _rule(part: Part) -> Rule:
    entries = named(part, (*CLAIMS, "only if"), "a claim")
    kinds = [name for name in entries if name != "only if"]
    if len(kinds) != 1:
        raise BadInput(f"{part.where}: here stand {len(kinds)} kinds of claim. Write one after each dash.")
    kind = kinds[0]
    known: list[str] = list(KINDS[kind].__slots__)
    fields = named(entries[kind], known, kind)
    for name in sorted(required(kind) - fields.keys()):
        raise BadInput(f"{part.where}: {kind} can't be said without “{name}”. Add it.")
    return Rule(
        where=part.where,
        kind=kind,
        fields=tuple((name, _from(value)) for name, value in fields.items()),
        only=_only(entries["only if"]) if "only if" in entries else None,
    )


def _from(part: Part) -> From:
    if isinstance(part.value, str):
        return From(part.where, column=text(part))
    fields = named(part, ("column", "always", "words", "split"), "a field")
    if ("column" in fields) == ("always" in fields):
        raise BadInput(f"{part.where}: a field comes from a column or is always the same. Write “column” or “always”.")
    words = fields.get("words")
    if words is not None and not isinstance(words.value, Mapping):
        raise BadInput(f"{words.where}: “words” has lines like “as printed: key”.")
    translated = words.value if words and isinstance(words.value, Mapping) else {}
    return From(
        where=part.where,
        column=text(fields.get("column")),
        fixed=text(fields.get("always")),
        words={printed.casefold(): plain(meant) for printed, meant in translated.items()} or None,
        split=plain(fields["split"]) if "split" in fields else "",
    )


def _only(part: Part) -> OnlyIf:
    fields = named(part, ("column", "is"), "only if")
    words = list_of_text(need(fields, "is", part))
    return OnlyIf(part.where, text(need(fields, "column", part)), tuple(word.casefold() for word in words))
