"""Find the sentences that the inner rings say in English: errors, problems of rows, reasons for a likeness.

They know neither a framework nor a reader, so pages know their sentences again by pattern (habeas/pages/retold.py)
and say them in the reader's language. A pattern is a sentence with {0}, {1} where something is filled in.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count, product
from pathlib import Path

from habeas.names import reasons

ROOT = Path(__file__).parents[1]
# Those whose errors can reach a page or the desk; the command line speaks English.
_RINGS = (
    "archive",
    "delimited.py",
    "desk",
    "domain",
    "intake",
    "pages",
    "reading",
    "register",
    "statistics",
)
_AT_THE_COMMAND_LINE = (
    "archive/time_proof.py",
    "domain/published.py",
    "intake/agreements.py",
    "intake/spreadsheets/import_map.py",
    "intake/spreadsheets/importing.py",
    "intake/captures/reach.py",
    "intake/captures/redact.py",
    "intake/spreadsheets/row_claims.py",
    "intake/snapshots.py",
    "intake/yaml_parts.py",
    "intake/yaml_rows.py",
)
_WHOLE = ("BadInput", "NotEvidence", "NotFetched", "Refused")
_SAYS = (*_WHOLE, "Problem", "Grade")
# Functions that return a sentence for a reader.
_TELLING = re.compile(r"^_?(why|doubtful|shape|garbled)")
_FILLED = "\0"
_FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class _Names:
    """What a name in a module may stand for: a text that is written once, or a function that returns one."""

    texts: Mapping[str, ast.expr]
    functions: Mapping[str, tuple[ast.expr, ...]]


def patterns() -> Iterator[tuple[str, str]]:
    """The file and the pattern of each sentence."""
    for one in reasons.patterns():
        yield "habeas/names/reasons.py", one
    for ring in _RINGS:
        whole = ROOT / "habeas" / ring
        for path in sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]:
            place = path.relative_to(ROOT).as_posix()
            if not place.endswith(_AT_THE_COMMAND_LINE):
                yield from ((place, one) for one in _in_module(path))


def _in_module(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = _named(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SAYS and node.args:
            yield from _written(_sentences(node, names))
        elif isinstance(node, ast.FunctionDef) and _TELLING.match(node.name):
            within = replace(names, texts={**names.texts, **_assigned(node)})
            yield from _written(text for returned in _returned(node) for text in _texts(returned, within))


def _written(texts: Iterable[str]) -> Iterator[str]:
    return (pattern for pattern in map(_numbered, texts) if sum(map(str.isalpha, pattern)) >= _FEWEST_LETTERS)


def _named(tree: ast.Module) -> _Names:
    return _Names(_assigned(tree), {one.name: _returned(one) for one in tree.body if isinstance(one, ast.FunctionDef)})


def _assigned(block: ast.Module | ast.FunctionDef) -> dict[str, ast.expr]:
    return {
        one.targets[0].id: one.value
        for one in block.body
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
    }


def _returned(function: ast.FunctionDef) -> tuple[ast.expr, ...]:
    return tuple(part.value for part in ast.walk(function) if isinstance(part, ast.Return) and part.value)


def _sentences(said: ast.Call, names: _Names) -> Iterator[str]:
    """What an error says; of a problem of a row, what is amiss and what to do, without the row."""
    parts = said.args if isinstance(said.func, ast.Name) and said.func.id in _WHOLE else said.args[1:]
    for chosen in product(*(_texts(part, names) for part in parts)):
        yield " ".join(filter(None, chosen))


def _texts(node: ast.expr, names: _Names) -> list[str]:
    """Every way in which it can come out."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return ["".join(chosen) for chosen in product(*(_texts(part, names) for part in parts))]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [one + other for one, other in product(_texts(left, names), _texts(right, names))]
        case ast.IfExp(body=body, orelse=other):
            return [*_texts(body, names), *_texts(other, names)]
        case ast.Name(id=name) if name in names.texts:
            return _texts(names.texts[name], names)
        case ast.Call(func=ast.Name(id=name)) if names.functions.get(name):
            return [text for returned in names.functions[name] for text in _texts(returned, names)]
    return [_FILLED]


def _numbered(text: str) -> str:
    numbers = count()
    return re.sub(_FILLED, lambda _: f"{{{next(numbers)}}}", " ".join(text.split()))
