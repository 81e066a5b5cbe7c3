"""Secret strings for every field of every kind of claim, and a search for them in whatever a folder holds.

A canary is a word that nobody would write: a mark and a number in syllables. It is looked for by its mark in every
spelling and coding, and by the hashes of the whole strings. Kinds and fields are found by themselves, so that a new
one is covered on the day on which it is added.
"""

from __future__ import annotations

import base64
import dataclasses
import gzip
import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from urllib.parse import quote

import pyarrow.parquet

from habeas.domain.claims import KINDS, Claim
from habeas.domain.dates import PartialDate, Term
from habeas.domain.lines import Evidence, Quote
from habeas.domain.words import Certainty, Nearness, Word
from habeas.names.sounds import read_word

_SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru")
NOT_SAID_BY_HAND = ("Opened", "Erased", "ErasureAsked", "DataReleased")
CYRILLIC = str.maketrans("abdefgiklmnopruzv", "абдэфгіклмнопрузв")


class Canaries:
    """One flock: `mark` tells it from others; `made` are all that were let loose."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.made: list[str] = []

    def word(self) -> str:
        number = f"{len(self.made):04}"
        self.made.append(f"{self.mark}{''.join(_SYLLABLES[int(digit)] for digit in number)}")
        return self.made[-1]

    def name(self) -> str:
        return f"{self.word().title()} {self.word().title()}"

    def claim(self, kind: str, **given: Any) -> Claim:
        """A claim of the kind with a canary in every field that can hold one."""
        made = KINDS[kind]
        hints = get_type_hints(made)
        values = {
            field.name: given[field.name] if field.name in given else self._value(hints[field.name], field.name)
            for field in dataclasses.fields(made)  # type: ignore[arg-type]
        }
        return made(**values)

    def evidence(self, source: str) -> Evidence:
        place = Quote(self.word(), self.word(), self.word())
        return Evidence(
            source, self.word(), f"{self.word()} {self.name()}", "be", Nearness.PRESS, Certainty.STATED, place
        )

    def _value(self, hint: Any, name: str) -> Any:
        if get_origin(hint) in (UnionType, Union):
            return self._value(next(one for one in get_args(hint) if one is not type(None)), name)
        if get_origin(hint) is tuple:
            return (self.word(), self.word())
        if hint is str:
            return "be" if name == "language" else self.name() if name == "text" else self.word()
        if hint is PartialDate:
            return PartialDate.parse("2024-05-01")
        if hint is Term:
            return Term(1, 0)
        if isinstance(hint, type) and issubclass(hint, Word):
            return next(iter(hint))
        return {int: 1, float: 0.5, bool: False}[hint]


def found(folder: Path, flock: Canaries) -> list[str]:
    """Where one of the flock is, in which form."""
    forms = _forms(flock)
    hashes = _hashes(flock.made)
    return [
        f"{name}: {form}"
        for name, content in _contents(folder)
        for form in (*_marks(content, forms), *_hashed(content, hashes))
    ]


def _forms(flock: Canaries) -> dict[str, bytes]:
    """The mark in letters and codings; each long enough that it can't be there by chance."""
    mark = flock.mark
    cyrillic = mark.translate(CYRILLIC)
    sounds = {
        part for word in (mark, cyrillic) for one in read_word(word) for part in (one.skeleton, one.stem, one.fine)
    }
    words = {mark, mark[::-1], cyrillic, *(sound for sound in sounds if len(sound) > 5)}
    forms = {}
    for word in words:
        forms[word] = word.encode()
        forms[f"{word} in UTF-16"] = word.encode("utf-16-le")
        forms[f"{word} in windows-1251"] = word.encode("cp1251", "ignore") or b"\0never"
        forms[f"{word} in JSON"] = json.dumps(word)[1:-1].encode()
        forms[f"{word} in an address"] = quote(word).encode()
        forms[f"{word} as entities"] = "".join(f"&#{ord(one)};" for one in word).encode()
        for shift in range(3):
            # Of what base64 makes of a word, the middle doesn't depend on what stands around it.
            forms[f"{word} in base64, {shift}"] = base64.b64encode(b"\0" * shift + word.encode())[4:-4]
    return {form: sought for form, sought in forms.items() if len(sought) > 5}


def _marks(content: bytes, forms: dict[str, bytes]) -> Iterator[str]:
    lower = content.lower()
    return (form for form, sought in forms.items() if sought.lower() in lower)


_SIZES = (16, 22, 32, 40, 56, 64, 96, 128)
"""Of a hash: sixteen bytes as they are, 22 letters of base64, and the hexadecimal forms of six kinds."""


Hashes = dict[int, dict[bytes, str]]


def _hashes(words: list[str]) -> Hashes:
    """By their length."""
    told: Hashes = {size: {} for size in _SIZES}
    for text in {form for word in words for form in (word, word.title(), word.upper())}:
        for kind in ("md5", "sha1", "sha224", "sha256", "sha512", "blake2b"):
            made = hashlib.new(kind, text.encode())
            for sought in (made.hexdigest().encode(), base64.b64encode(made.digest())[:22], made.digest()[:16]):
                told[len(sought)][sought] = f"{kind} of {text}"
    return told


def _hashed(content: bytes, hashes: Hashes) -> Iterator[str]:
    """Letters are looked through where enough of them stand together; sixteen bytes anywhere, but in plain text."""
    runs = set(_LETTERS.findall(content))
    runs |= {run.lower() for run in runs}
    for size, known in hashes.items():
        for run in runs if size > 16 else ([content] if b"\0" in content else []):
            there = known.keys() & {run[start : start + size] for start in range(len(run) - size + 1)}
            yield from (known[sought] for sought in there)


_LETTERS = re.compile(rb"[A-Za-z0-9+/]{22,}")


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        yield f"the name {name}", name.encode()
        if path.is_file():
            yield from opened(name, path.read_bytes())


def opened(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file as it is and, where it is compressed, as what it holds, however deep."""
    yield name, content
    if content[:2] == b"\x1f\x8b":
        yield from opened(f"{name} opened", gzip.decompress(content))
    elif content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for inner in packed.infolist():
                yield f"{name}: {inner.filename}", inner.filename.encode() + inner.comment + inner.extra
                yield from opened(f"{name}: {inner.filename}", packed.read(inner))
    elif content[:4] == b"PAR1":
        table = pyarrow.parquet.read_table(io.BytesIO(content))
        yield f"{name} read", json.dumps(table.to_pylist(), default=str, ensure_ascii=False).encode()
    elif content[:2] in (b"x\x9c", b"x\xda", b"x\x01"):
        yield from opened(f"{name} inflated", zlib.decompress(content))
