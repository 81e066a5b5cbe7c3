"""Which file of the vocabulary holds which kind of row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from habeas.vocabulary.read_common import Shelf
from habeas.vocabulary.read_places_and_law import (
    read_article,
    read_code,
    read_credit,
    read_facility,
    read_nearness,
    read_penalty,
    read_place,
    read_regime,
    read_release_term,
)
from habeas.vocabulary.read_recognition import read_definition, read_recogniser, read_ruleset
from habeas.vocabulary.rows import Row
from habeas.vocabulary.values import (
    Entry,
)

FILES: Mapping[str, Callable[[Row, Shelf], list[Entry]]] = MappingProxyType(
    {
        "places.yml": read_place,
        "regimes.yml": read_regime,
        "facilities.yml": read_facility,
        "codes.yml": read_code,
        "articles.yml": read_article,
        "penalties.yml": read_penalty,
        "credits.yml": read_credit,
        "release_terms.yml": read_release_term,
        "criteria.yml": read_ruleset,
        "recognisers.yml": read_recogniser,
        "definitions.yml": read_definition,
        "nearness.yml": read_nearness,
    }
)
"""Which reader reads which file; sources.yml is read before all of them."""


def read_entries(row: Row, shelf: Shelf) -> list[Entry]:
    """The values of one row; RowError says what is wrong with it."""
    entries = FILES[shelf.file](row, shelf)
    row.done()
    return entries
