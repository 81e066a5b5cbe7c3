"""Reads a hand-written YAML file into rows that know where they stand, so that a mistake can be found by its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import yaml

from habeas.delimited import read_bytes
from habeas.domain.claims import Claim
from habeas.domain.written import Plain, read_claim
from habeas.intake.yaml_parts import unreadable
from habeas.problems import BadInput


class Row(dict[str, Plain]):
    """A mapping of the file together with its place, as file and line."""

    where: str = ""

    def text(self, name: str, default: str | None = None) -> str:
        value = self.get(name, default)
        if not isinstance(value, str) or (not value and default is None):
            raise BadInput(f"{self.where}: the field “{name}” is missing or is no text. Write “{name}: ...”.")
        return value

    def rows(self, name: str) -> tuple[Row, ...]:
        value = self.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, Row) for item in value):
            raise BadInput(f"{self.where}: “{name}” is no list of entries. Begin each with a dash.")
        return tuple(item for item in value if isinstance(item, Row))

    def only(self, allowed: Iterable[str]) -> None:
        """Refuse a field nobody reads: it is misspelt or stands in the wrong place."""
        known = tuple(allowed)
        for name in self:
            if name not in known:
                raise BadInput(f"{self.where}: the field “{name}” is not known here. Known are: {', '.join(known)}.")

    def fields(self, names: Iterable[str]) -> Mapping[str, Plain]:
        return {name: self[name] for name in names if name in self}


def read(path: Path) -> tuple[Row, ...]:
    """The entries of the file; BadInput says where the file breaks the form."""
    try:
        loader = _Loader(read_bytes(path))
        loader.file = path.name
        entries = loader.get_single_data()
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as problem:
        raise BadInput(unreadable(Path(path.name), problem)) from None
    if not isinstance(entries, list) or not all(isinstance(entry, Row) for entry in entries):
        raise BadInput(f"{path.name}: the file is no list of entries. Begin each with “- id: ...”.")
    return tuple(entries)


def one_claim(row: Row, beside: Iterable[str]) -> Claim:
    """The claim that stands on a line with one kind and its fields; `beside` are the words that may stand by it."""
    others = tuple(beside)
    kinds = [name for name in row if name not in others]
    if len(kinds) != 1:
        raise BadInput(f"{row.where}: an entry has one kind of claim, here stand {len(kinds)}. Write one a line.")
    fields = row[kinds[0]]
    if not isinstance(fields, dict):
        raise BadInput(f"{row.where}: “{kinds[0]}” has no fields. Write them in braces.")
    try:
        return read_claim(kinds[0], fields)
    except BadInput as problem:
        raise BadInput(f"{row.where}: {problem}") from None


# Only whole numbers, true and false are read as more than text: a date stays as it is printed, `no` stays Norway.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}
    file = ""


def _mapping(loader: Any, node: yaml.MappingNode) -> Row:
    row = Row()
    row.where = f"{loader.file}:{node.start_mark.line + 1}"
    for key, value in node.value:
        name = loader.construct_object(key, deep=True)
        if name in row:
            raise BadInput(f"{row.where}: the field “{name}” stands twice. Keep one of them.")
        row[str(name)] = loader.construct_object(value, deep=True)
    return row


def _resolve(tag: str, pattern: str, first: str) -> None:
    _Loader.add_implicit_resolver(tag, re.compile(pattern), list(first))


_resolve("tag:yaml.org,2002:int", r"^-?(?:0|[1-9]\d*)$", "-0123456789")
_resolve("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf")
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
