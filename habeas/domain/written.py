"""The written form of values: claims, evidence and dates as plain text, numbers and lists, and back again.

One form serves the ledger's bytes, hand-written sources and machine answers: field names as keys, dates and terms as
their text, words as their codes; a field that has its default value is left out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from functools import cache
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from habeas.domain.claims import KINDS, Claim
from habeas.domain.dates import PartialDate, Term
from habeas.domain.lines import Evidence, Quote
from habeas.domain.words import Word
from habeas.problems import BadInput

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
"""What JSON can say."""

Readable = Mapping[str, Plain]


def write_claim(claim: Claim) -> dict[str, Plain]:
    """The claim's fields without its kind."""
    return _write(claim)


def read_claim(kind: str, written: Readable, *, version: int = 1) -> Claim:
    """The claim of that kind and version; BadInput names the field that does not fit and what would."""
    if kind not in KINDS:
        raise BadInput(f"There is no kind of claim called “{kind}”. The kinds are: {', '.join(sorted(KINDS))}.")
    if version > KINDS[kind].VERSION:
        raise BadInput(f"{kind} version {version} is newer than this program reads. Upgrade Habeas.")
    claim = _read(KINDS[kind], written, kind)
    assert isinstance(claim, Claim), "a registered kind makes a claim"
    return claim


def write_evidence(evidence: Evidence) -> dict[str, Plain]:
    return _write(evidence)


def read_evidence(written: Readable) -> Evidence:
    evidence = _read(Evidence, written, "evidence")
    assert isinstance(evidence, Evidence), "evidence reads as evidence"
    return evidence


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    default: object
    read: Callable[[Plain, str], object]


def _write(value: object) -> dict[str, Plain]:
    out: dict[str, Plain] = {}
    made: type = type(value)
    for field in _fields(made):
        held = getattr(value, field.name)
        if held != field.default:
            out[field.name] = _plain(held)
    return out


def _plain(value: object) -> Plain:
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (PartialDate, Term, Word)):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _write(value)


def _read(made: type, written: Readable, where: str) -> object:
    fields = {field.name: field for field in _fields(made)}
    for name in written:
        if name not in fields:
            raise BadInput(f"{where} has no field “{name}”. Its fields are: {', '.join(fields)}.")
    values: dict[str, object] = {}
    for name, field in fields.items():
        if name in written:
            values[name] = field.read(written[name], f"{where}.{name}")
        elif field.default is MISSING:
            raise BadInput(f"{where} lacks the field “{name}”.")
    return made(**values)


@cache
def _fields(made: type) -> tuple[_Field, ...]:
    hints = get_type_hints(made)
    assert dataclasses.is_dataclass(made), "only dataclasses have a written form"
    return tuple(_Field(f.name, f.default, _reader(hints[f.name])) for f in dataclasses.fields(made))


def _reader(hint: object) -> Callable[[Plain, str], object]:
    if get_origin(hint) in (UnionType, Union):
        inner = _reader(next(part for part in get_args(hint) if part is not type(None)))
        return lambda value, where: None if value is None else inner(value, where)
    if get_origin(hint) is tuple:
        item = _reader(get_args(hint)[0])
        return lambda value, where: tuple(item(part, where) for part in _expect(list, value, where))
    assert isinstance(hint, type), f"no written form for {hint}"
    if hint is PartialDate:
        return lambda value, where: _at(where, PartialDate.parse, str(value))
    if hint is Term:
        return lambda value, where: _at(where, Term.parse, str(value))
    if issubclass(hint, Word):
        return lambda value, where: _word(hint, value, where)
    if hint is Quote:
        return lambda value, where: _read(Quote, _expect(dict, value, where), where)
    if hint is float:
        return lambda value, where: float(_expect((int, float), value, where))
    return lambda value, where: _expect(hint, value, where)


def _at(where: str, read: Callable[[str], object], text: str) -> object:
    try:
        return read(text)
    except BadInput as problem:
        raise BadInput(f"{where}: {problem}") from None


def _word(kind: type[Word], value: Plain, where: str) -> Word:
    for word in kind:
        if word.value == value:
            return word
    raise BadInput(f"{where}: “{value}” is none of {', '.join(str(word) for word in kind)}.")


def _expect(kind: type | tuple[type, ...], value: Plain, where: str):  # type: ignore[no-untyped-def]
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
        raise BadInput(f"{where}: “{value}” is not of the right sort ({getattr(kind, '__name__', 'number')}).")
    return value
