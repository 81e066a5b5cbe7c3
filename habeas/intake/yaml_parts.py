"""A YAML file as parts that know their line, every value the text that is written: `no` is Norway, 2024-05 a month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from habeas.delimited import read_bytes
from habeas.problems import BadInput

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the map and its place in it; `value` is text, a list of parts, or named parts."""

    where: str
    value: str | tuple[Part, ...] | Mapping[str, Part]


def read_parts(path: Path) -> Part:
    """The whole file; BadInput says at which line and column it is no YAML."""
    try:
        node = yaml.compose(read_bytes(path).decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        raise BadInput(f"{path}: the map is not in UTF-8. Save it in UTF-8.") from None
    except yaml.YAMLError as problem:
        raise BadInput(unreadable(path, problem)) from None
    return _part(node, path) if node else Part(str(path), "")


def named(part: Part, known: Sequence[str], what: str) -> Mapping[str, Part]:
    if not isinstance(part.value, Mapping):
        raise BadInput(f"{part.where}: {what} is made of lines “word: value”. The words are: {', '.join(known)}.")
    for name, value in part.value.items():
        if name not in known:
            raise BadInput(f"{value.where}: “{name}” isn't known in {what}. Known are: {', '.join(known)}.")
    return part.value


def need(fields: Mapping[str, Part], name: str, top: Part) -> Part:
    if name not in fields:
        raise BadInput(f"{top.where}: the map says nothing of “{name}”. Write “{name}: …”.")
    return fields[name]


def text(part: Part | None) -> str:
    if part is None:
        return ""
    if not isinstance(part.value, str) or not part.value.strip():
        raise BadInput(f"{part.where}: here stands one word or column, and nothing else.")
    return part.value.strip()


def plain(part: Part) -> str:
    """Text that may be empty: a printed word that stands for nothing, a blank that splits."""
    if not isinstance(part.value, str):
        raise BadInput(f"{part.where}: here stands text, and nothing else.")
    return part.value


def items(part: Part | None) -> tuple[Part, ...]:
    if part is None or part.value == "":
        return ()
    if not isinstance(part.value, tuple):
        raise BadInput(f"{part.where}: this is a list. Begin each of its items with a dash.")
    return part.value


def list_of_text(part: Part) -> tuple[str, ...]:
    return tuple(text(item) for item in part.value) if isinstance(part.value, tuple) else (text(part),)


def _part(node: yaml.Node, path: Path, depth: int = 0) -> Part:
    where = f"{path}, line {node.start_mark.line + 1}"
    if depth > _DEEPEST:
        raise BadInput(f"{where}: parts stand within parts too deep. Copy the example map and fill it in.")
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Part] = {}
        for key, value in node.value:
            name = str(getattr(key, "value", ""))
            if name in found:
                raise BadInput(f"{path}, line {key.start_mark.line + 1}: “{name}” stands twice. Keep one of them.")
            found[name] = _part(value, path, depth + 1)
        return Part(where, found)
    if isinstance(node, yaml.SequenceNode):
        return Part(where, tuple(_part(item, path, depth + 1) for item in node.value))
    return Part(where, str(node.value))


def unreadable(path: Path, problem: Exception) -> str:
    mark = getattr(problem, "problem_mark", None)
    at = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    what = getattr(problem, "problem", None) or "it breaks the form"
    return f"{path}{at}: this is not readable YAML ({what}). Check the colons, quotes and the blanks before each line."
