"""Every question to the register, by name. All but the first few look through a lens and answer in frozen values."""

from __future__ import annotations

from habeas.register.answers import Redirect
from habeas.register.ask_batches import batch, batches
from habeas.register.ask_people import people
from habeas.register.ask_person import find, names_of_people, person
from habeas.register.ask_sources import home, source, sources
from habeas.register.balance_reasons import term_people
from habeas.register.balances import balance
from habeas.register.breakdowns import grouped
from habeas.register.counts import behind, count
from habeas.register.definitions import definitions
from habeas.register.lenses import lens, version

__all__ = [
    "Redirect",
    "balance",
    "batch",
    "batches",
    "behind",
    "count",
    "definitions",
    "find",
    "grouped",
    "home",
    "lens",
    "names_of_people",
    "people",
    "person",
    "source",
    "sources",
    "term_people",
    "version",
]
