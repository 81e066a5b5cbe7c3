"""Render docs/reference/spelling-systems.md from the tables of vocabulary/names, so that what is read is what is told.

Run `python scripts/render_names.py` after changing a table; a test compares the page with the tables.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
VOCABULARY = ROOT / "habeas" / "vocabulary" / "names"
PAGE = ROOT / "docs" / "reference" / "spelling-systems.md"

_OPENING = """# Spelling systems

Each system, with its source, as the reader of names uses it; how they are used is told in
[How names are read](../explanation/names.md). Rendered by `scripts/render_names.py` from `habeas/vocabulary/names`.
"""


def page() -> str:
    systems = [_yaml(path) for path in sorted((VOCABULARY / "systems").glob("*.yml"))]
    return "\n".join([_OPENING, *map(_system, systems), _laws(), _endings(), _weights()])


def _system(table: dict[str, Any]) -> str:
    letters = ", ".join(f"{letter} {graph or '–'}" for letter, graph in table["letters"].items())
    rules = [f"- {_cell(rule['write'])} {_where(rule)}: {_cell(rule['as'])}" for rule in table["rules"]]
    also = table.get("also_read", {})
    read = [f"Also read: {', '.join(f'{graph} as {sound}' for graph, sound in also.items())}."] if also else []
    lines = [f"## {table['title']}", f"Source: {table['source']}", f"Letters: {letters}.", "\n".join(rules), *read]
    return "\n\n".join(filter(None, lines)) + "\n"


def _where(rule: dict[str, str]) -> str:
    place = rule.get("where", f"before {rule['before']}" if "before" in rule else "anywhere")
    return place.replace("_", " ")


def _laws() -> str:
    rows = [[law["why"], law["example"]] for law in _yaml(VOCABULARY / "laws.yml")["laws"]]
    return "## From sounds to what spellings share\n\n" + _table(["what is merged", "example"], rows)


def _endings() -> str:
    inflected = _yaml(VOCABULARY / "endings.yml")["inflected"]
    rows = [[row["why"], ", ".join(row["languages"]), row.get("example", "")] for row in inflected]
    return "## Endings that may be taken off\n\n" + _table(["ending", "languages", "example"], rows)


def _weights() -> str:
    lines = (VOCABULARY / "weights.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return "## Weights of the levels, in logarithms of odds\n\n" + _table(["level", "weight", "origin"], rows)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return str(text).replace("|", "\\|") or "–"


def _yaml(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
