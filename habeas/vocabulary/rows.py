"""Reads a vocabulary file into rows that know where they stand, and says what is wrong with a row and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import yaml

from habeas.domain.dates import PartialDate
from habeas.domain.words import Word
from habeas.problems import BadInput, Problem
from habeas.vocabulary.values import Named

# The base loader leaves every scalar a string: 2021-06 stays a month, `no` stays Norwegian, 1e3 stays an
# article number.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_KEY = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*\Z")
_DEEPEST = 6
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?\Z")

W = TypeVar("W", bound=Word)
Value = str | list["Value"] | dict[str, "Value"]


class VocabularyError(BadInput):
    """The vocabulary cannot be used as it stands; the problems say where, what, and what to do."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RowError(Exception):
    """One row is wrong; the loader adds where it stands and goes on to the next."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what, advice)
        self.what, self.advice = what, advice


@dataclass(slots=True)
class Row:
    """One row of a file; the fields nobody asked for are misspelt or do not belong there."""

    where: str
    fields: Mapping[str, Value]
    _asked: set[str] = field(default_factory=set)

    def text(self, name: str, default: str | None = None) -> str:
        value = self._value(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value.strip():
            raise RowError(f"the field `{name}` is missing or is no text.", f"Write `{name}: ...` on one line.")
        return " ".join(value.split())

    def key(self) -> str:
        key = self.text("key")
        if not _KEY.match(key):
            raise RowError(f"`{key}` is no key.", "Use small Latin letters and digits, joined by a dot, _ or -.")
        return key

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._value(name)
        parts = [] if value is None else value if isinstance(value, list) else [value]
        texts = tuple(part.strip() for part in parts if isinstance(part, str) and part.strip())
        if len(texts) != len(parts):
            raise RowError(f"`{name}` is no list of words.", f"Write `{name}: [one, two]`.")
        return texts

    def names(self, name: str = "names") -> tuple[Named, ...]:
        value = self._value(name)
        if not isinstance(value, dict) or not value:
            raise RowError(
                f"`{name}` is missing or empty.", f"Write `{name}: {{en: ..., be: ...}}`, a text by language."
            )
        return tuple(named for lang, texts in value.items() for named in _named(lang, texts))

    def word(self, name: str, words: type[W], default: W | None = None) -> W:
        code = self.text(name, "" if default is not None else None)
        if not code and default is not None:
            return default
        return as_word(code, words, name)

    def date(self, name: str) -> PartialDate | None:
        text = self.text(name, "")
        try:
            return PartialDate.parse(text) if text else None
        except BadInput as error:
            raise RowError(
                f"`{name}`: {error}", "Dates are YYYY, YYYY-MM or YYYY-MM-DD, or two with a slash."
            ) from error

    def rows(self, name: str) -> list[Row]:
        """The nested rows of a field, each a mapping."""
        value = self._value(name)
        nested = [] if value is None else value
        if not isinstance(nested, list) or not all(isinstance(part, dict) for part in nested):
            raise RowError(f"`{name}` is no list of rows.", f"Write each entry of `{name}` as `- key: value` lines.")
        return [Row(self.where, part) for part in nested if isinstance(part, dict)]

    def done(self) -> None:
        """Call last: any field that was not asked for is refused."""
        for name in self.fields:
            if name not in self._asked:
                raise RowError(f"the field `{name}` is not known here.", nearest(name, self._asked))

    def _value(self, name: str) -> Value | None:
        self._asked.add(name)
        return self.fields.get(name)


def read_rows(path: Path, shown: str) -> list[Row]:
    """The rows of a file, or VocabularyError if it is no YAML list of mappings; `shown` names the file in messages."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except UnicodeDecodeError as error:
        raise _refused(shown, f"not UTF-8 at byte {error.start}.", "Save it as UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _refused(
            f"{shown}, line {line}", f"this is no YAML: {error.problem}.", "Check indents and quotes."
        ) from error
    except yaml.YAMLError as error:
        raise _refused(shown, "this is no YAML text.", "Open it in an editor and look for odd characters.") from error
    if not isinstance(root, yaml.SequenceNode):
        raise _refused(shown, "the file is no list of rows.", "Begin each row with `- key: ...`.")
    return [_row(node, number, shown) for number, node in enumerate(root.value, start=1)]


def as_word(code: str, words: type[W], name: str) -> W:
    for word in words:
        if word.value == code:
            return word
    raise RowError(f"`{name}: {code}` is not known.", nearest(code, [str(word) for word in words], everything=True))


def nearest(key: str, known: Iterable[str], *, everything: bool = False) -> str:
    """Advice on an unknown word: the known ones most like it, or all of a short list."""
    pool = sorted(known)
    close = get_close_matches(key, pool, n=3, cutoff=0.5)
    if close:
        return f"Did you mean {' or '.join(close)}?"
    if everything or len(pool) <= 12:
        return f"Known are: {', '.join(pool) or 'none yet'}."
    return f"{len(pool)} are known, none like it; the first are {', '.join(pool[:3])}."


def _named(lang: str, texts: Value) -> list[Named]:
    if not _LANG.match(lang):
        raise RowError(f"`{lang}` is no language.", "Use a tag such as be, ru, en or be-Latn.")
    parts = texts if isinstance(texts, list) else [texts]
    if not parts or not all(isinstance(part, str) and part.strip() for part in parts):
        raise RowError(f"a text in `{lang}` is missing.", f"Write `{lang}: text`, or leave `{lang}` out.")
    return [Named(" ".join(part.split()), lang) for part in parts if isinstance(part, str)]


def _row(node: yaml.Node, number: int, shown: str) -> Row:
    where = f"{shown}, row {number}, line {node.start_mark.line + 1}"
    value = _plain(node, where)
    if not isinstance(value, dict):
        raise _refused(where, "the row is no mapping.", "Write it as `- key: ...` with its fields below.")
    key = value.get("key")
    return Row(f"{where} ({key})" if isinstance(key, str) else where, value)


def _plain(node: yaml.Node, where: str, depth: int = 0) -> Value:
    # An anchor inside itself would never end; no row of ours is anywhere near this deep.
    if depth > _DEEPEST:
        raise _refused(where, "the row is nested too deep.", "Keep to fields and one level of rows in them.")
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(part, where, depth + 1) for part in node.value]
    plain: dict[str, Value] = {}
    for name, part in node.value:
        if not isinstance(name, yaml.ScalarNode):
            raise _refused(where, "the name of a field is no word.", "Write `field: value`.")
        # YAML keeps the last of two equal fields and says nothing; a correction would vanish that way.
        if name.value in plain:
            raise _refused(where, f"the field `{name.value}` stands twice.", "Keep one of the two.")
        plain[str(name.value)] = _plain(part, where, depth + 1)
    return plain


def _refused(where: str, what: str, advice: str) -> VocabularyError:
    return VocabularyError([Problem(where, what, advice)])
