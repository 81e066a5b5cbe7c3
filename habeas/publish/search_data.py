"""Names for the search that works without a server: small scripts that hold data alone, by first sounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import orjson

from habeas.publish.addresses import safe
from habeas.publish.layout import SITE
from habeas.publish.making import Making
from habeas.register import queries

_FOLDER = f"{SITE}/static/names"


def write(making: Making) -> None:
    sounds = queries.names_by_sound(queries.lens(None, None))
    begins: dict[str, set[str]] = defaultdict(set)
    for key, sound in sounds.items():
        told = [(one.text, safe(one.id), one.word, one.sound) for one in sound.names]
        making.folder.write(f"{_FOLDER}/{safe(key)}.js", _script("names", key, told))
        for one in sound.names:
            begins[one.word[:2]].add(key)
    said = {beginning: sorted(keys) for beginning, keys in sorted(begins.items())}
    making.folder.write(f"{_FOLDER}/begins.js", _script("begins", said))


def _script(name: str, *values: object) -> bytes:
    return f"habeas.{name}({', '.join(_values(values))});\n".encode()


def _values(values: Iterable[object]) -> Iterable[str]:
    return (orjson.dumps(value).decode() for value in values)
