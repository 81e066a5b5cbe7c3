"""Words of languages stand in the tables, where whoever knows the language can mend them, and not in the program.

Six modules are left out whole, since their patterns are of letters and endings: a word within one of them isn't found.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from habeas.reading.words.languages import KNOWN, language

ROOT = Path(__file__).parents[2] / "habeas" / "reading"
LETTERS_ALONE = {
    "lacinka.py": "turns letters into letters",
    "languages.py": "tells languages apart before any table is open",
    "phrases.py": "folds letters",
    "people.py": "tells by endings whether an adjective agrees with its noun",
    "capitals.py": "tells given names by the letter that they end in",
    "counts.py": "tells small letters from large ones",
}
"""Modules whose patterns are of letters and endings, with the reason."""
WORD = re.compile(r"[а-яіўёїєґąęłńśźżčšžėųū]{2,}|\b(?:and|but|was|were|the|his|her|with)\b(?=[|)\\])")
MANY = 100
SHAPE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")


def _strings(path: Path) -> Iterator[str]:
    """Every string of a module that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def test_no_module_of_the_reader_has_words_of_a_language() -> None:
    found = [
        f"{path.name}: {words}"
        for path in sorted(ROOT.rglob("*.py"))
        if path.name not in LETTERS_ALONE
        for words in _strings(path)
        if WORD.search(words)
    ]
    assert found == []


def test_every_language_has_the_words_that_a_pattern_names() -> None:
    strings = (words for path in sorted(ROOT.rglob("*.py")) for words in _strings(path))
    named = {name for words in strings for name in SHAPE.findall(words)}
    assert len(named) > MANY
    for key in KNOWN:
        for name in named:
            language(key).shape(f"{{{name}}}")


def test_every_list_and_word_of_the_tables_is_used() -> None:
    program = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py"))
    table = language("en")
    unused = [name for name in table.words if f"{{{name}}}" not in program]
    unused += [name for name in table.lists if f'"{name}"' not in program and f"{{{name}}}" not in program]
    assert unused == []
