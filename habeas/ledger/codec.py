"""Claims and evidence as the sealed bytes of a line, and back: the written form of the domain as JSON.

Writing and reading each kind is compiled once from its fields, since a ledger is read whole at every rebuild. What the
compiled reader can't read goes to the plain one in domain/written.py, which says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache, lru_cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import orjson

from habeas.domain.claims import KINDS, Claim
from habeas.domain.dates import PartialDate, Term
from habeas.domain.lines import Evidence, Quote
from habeas.domain.words import Word
from habeas.domain.written import read_claim, read_evidence
from habeas.problems import BadInput

_Writer = Callable[[Any], dict[str, Any]]
_Reader = Callable[[dict[str, Any]], Any]


def encode(claim: Claim, evidence: Evidence | None) -> bytes:
    """The payload of a line. Fields stand in the order of their dataclass, so that equal claims are equal bytes."""
    sealed = {"claim": _writer(type(claim))(claim)}
    if evidence is not None:
        sealed["evidence"] = _writer(Evidence)(evidence)
    try:
        return orjson.dumps(sealed)
    except TypeError as reason:
        raise BadInput(f"{claim.KIND} can't be written: {reason}. Take out characters that are no text.") from None


@lru_cache(maxsize=2_000)
def decode(kind: str, version: int, payload: bytes) -> tuple[Claim, Evidence | None]:
    """Read a payload of any version ever written."""
    sealed = orjson.loads(payload)
    found = KINDS.get(kind)
    try:
        # A newer version than ours, or an unknown kind, is for the plain reader to refuse.
        assert found is not None and version <= found.VERSION
        claim = _reader(found)(sealed["claim"])
        evidence = _reader(Evidence)(sealed["evidence"]) if "evidence" in sealed else None
    except (AssertionError, TypeError, KeyError, ValueError, AttributeError):
        return _decode_plainly(kind, version, orjson.loads(payload))
    return claim, evidence


def _decode_plainly(kind: str, version: int, sealed: dict[str, Any]) -> tuple[Claim, Evidence | None]:
    evidence = read_evidence(sealed["evidence"]) if "evidence" in sealed else None
    return read_claim(kind, sealed["claim"], version=version), evidence


def _compile_writer(made: type) -> _Writer:
    lines = ["def write(value):", "    out = {}"]
    names: dict[str, Any] = {}
    hints = get_type_hints(made)
    for field in fields(made):
        names[f"default_{field.name}"] = field.default
        lines.append(f"    held = value.{field.name}")
        if field.default is not MISSING:
            lines.append(f"    if held != default_{field.name}:")
        indent = "    " if field.default is MISSING else "        "
        lines.append(f"{indent}out[{field.name!r}] = {_written(hints[field.name], names)}")
    write: _Writer = _compile([*lines, "    return out"], names, "write")
    return write


def _written(hint: Any, names: dict[str, Any]) -> str:
    """The expression that turns what the variable `held` holds into plain JSON."""
    inner, optional = _unwrap(hint)
    if inner is PartialDate:
        said = "held.text"
    elif inner is Term:
        said = "str(held)"
    elif isinstance(inner, type) and issubclass(inner, Word):
        said = "held._value_"
    elif inner is Quote:
        names["quote"] = _writer(Quote)
        said = "quote(held)"
    else:
        assert inner in (str, int, float, bool) or get_origin(inner) is tuple, f"no written form for {hint}"
        return "held"
    return f"None if held is None else {said}" if optional else said


def _compile_reader(made: type) -> _Reader:
    lines = ["def read(plain):"]
    names: dict[str, Any] = {"made": made}
    hints = get_type_hints(made)
    for field in fields(made):
        read = _read(hints[field.name])
        if read is not None:
            names[f"read_{field.name}"] = read
            lines.append(f"    held = plain.get({field.name!r})")
            lines.append("    if held is not None:")
            lines.append(f"        plain[{field.name!r}] = read_{field.name}(held)")
    read_it: _Reader = _compile([*lines, "    return made(**plain)"], names, "read")
    return read_it


def _read(hint: Any) -> Callable[[Any], Any] | None:
    """What turns plain JSON into the field's value; None if it is that already."""
    inner, _ = _unwrap(hint)
    if inner is PartialDate:
        return PartialDate.parse
    if inner is Term:
        return lru_cache(maxsize=4096)(Term.parse)
    if inner is Quote:
        return _reader(Quote)
    if inner is float:
        return float
    if get_origin(inner) is tuple:
        return tuple
    if issubclass(inner, Word):
        return {word._value_: word for word in inner}.__getitem__
    return None


def _unwrap(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (UnionType, Union):
        return next(part for part in get_args(hint) if part is not type(None)), True
    if get_origin(hint) is tuple:
        assert get_args(hint)[0] is str, "only lists of texts are written as they are"
    return hint, False


def _compile(lines: list[str], names: dict[str, Any], name: str) -> Any:
    # The text is made of the field names of our own dataclasses alone.
    exec("\n".join(lines), names)
    return names[name]


_writer: Callable[[type], _Writer] = cache(_compile_writer)
_reader: Callable[[type], _Reader] = cache(_compile_reader)
