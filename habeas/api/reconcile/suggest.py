"""What may be meant while it is being typed: people, properties, the type."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from habeas.api.reconcile.about import PROPERTIES, TYPE, Json
from habeas.ledger import read
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.answers_people import Filters
from habeas.register.project import generation

_MOST = 20
_LIKELY = 0.05
_Names = tuple[tuple[str, str, tuple[frozenset[str], ...]], ...]


def people(prefix: str, skipped: int, lens: Lens) -> list[Json]:
    """Names that begin so, in any order of their words; then whom the whole may mean in another spelling."""
    typed = _words(prefix)
    if not typed:
        return []
    begun = {id: name for id, name, names in _names(lens, generation(), read.last_number()) if _begins(typed, names)}
    if len(begun) < _MOST:
        alike = (one for one in queries.find(prefix[:300], lens, _MOST) if one.probability >= _LIKELY)
        begun |= {one.id: one.name for one in alike}
    kind = {"id": TYPE["id"], "name": TYPE["name"]}
    shown: list[Json] = [{"id": id, "name": name or id, "notable": [kind]} for id, name in begun.items()]
    return shown[skipped : skipped + _MOST]


def properties(prefix: str, skipped: int) -> list[Json]:
    return [one.shown for one in PROPERTIES if _typed(prefix, (one.id, one.name))][skipped:]


def types(prefix: str, skipped: int) -> list[Json]:
    return [TYPE][skipped:] if _typed(prefix, (str(TYPE["id"]), str(TYPE["name"]))) else []


@lru_cache(maxsize=2)
def _names(lens: Lens, generation: int, upto: int) -> _Names:
    everybody = queries.people(Filters(), 1, lens, per_page=None).rows
    return tuple(
        (one.id, one.name, tuple(frozenset(_words(name)) for name in (one.name, *one.other_names))) for one in everybody
    )


def _begins(typed: list[str], names: Iterable[frozenset[str]]) -> bool:
    return any(all(any(word.startswith(part) for word in words) for part in typed) for words in names)


def _typed(prefix: str, names: Iterable[str]) -> bool:
    return any(name.casefold().startswith(prefix.strip().casefold()) for name in names)


def _words(text: str) -> list[str]:
    """Without marks above and below letters, which are seldom typed."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text[:300]) if not unicodedata.combining(sign))
    return bare.casefold().split()
