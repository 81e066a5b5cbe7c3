"""Every question to the register, by name. All but the first few look through a lens and answer in frozen values."""

from __future__ import annotations

from habeas.register.answers import Redirect
from habeas.register.ask_agreements import agreement, agreements, ties_of_release
from habeas.register.ask_batches import batch, batches
from habeas.register.ask_instruments import instrument, instruments, sanctioner
from habeas.register.ask_lists import ever_joined, lines_printing, resting_on
from habeas.register.ask_people import people
from habeas.register.ask_person import find, names_of_people, person
from habeas.register.ask_sources import home, source, sources
from habeas.register.ask_undercount import overlap
from habeas.register.definitions import count, definitions
from habeas.register.lenses import lens, version
from habeas.register.likely import may_be

__all__ = [
    "Redirect",
    "agreement",
    "agreements",
    "batch",
    "batches",
    "count",
    "definitions",
    "ever_joined",
    "find",
    "home",
    "instrument",
    "instruments",
    "lens",
    "lines_printing",
    "may_be",
    "names_of_people",
    "overlap",
    "people",
    "person",
    "resting_on",
    "sanctioner",
    "source",
    "sources",
    "ties_of_release",
    "version",
]
