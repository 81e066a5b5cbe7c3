"""How many people are kept from the public: one number, by one definition, of now, and to a step of two floors.

A public copy holds nothing of them, so that the number lies in a file beside it, written when it was published.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from django.db import connection

from habeas.domain.suppress import Band, kept_back
from habeas.register.answers import Audience, Lens
from habeas.register.counts import contributions
from habeas.register.definitions import definition
from habeas.register.releases import FILE, is_copy, of_a_copy

BESIDE = "kept-back.json"
"""The file beside a copy's database."""


def people_kept_back(lens: Lens) -> Band | None:
    """People who may count by the default definition and are withheld; None where a copy doesn't say.

    Ask it of the latest day and moment alone: of every day, the steps would tell when somebody was detained.
    """
    if is_copy():
        return _of_the_copy()
    asked = definition("")
    everybody = contributions(asked, replace(lens, audience=Audience.DESK))
    shown = contributions(asked, replace(lens, audience=Audience.DRAFT))
    return kept_back(len(everybody.keys() - shown.keys()))


def told_beside(band: Band, lens: Lens) -> bytes:
    """The file, with the definition and the day that belong to the number."""
    asked = definition("")
    what = "People who may count by this definition on this day and are kept from the public, to a step."
    told = {
        "what": what,
        "definition": asked.key,
        "definition_version": asked.version,
        "on": lens.on.isoformat(),
        "low": band.low,
        "high": band.high,
    }
    return json.dumps(told, indent=2).encode() + b"\n"


@of_a_copy
def _of_the_copy() -> Band | None:
    try:
        told = json.loads(Path(connection.settings_dict[FILE]).with_name(BESIDE).read_bytes())
    except FileNotFoundError:
        return None
    return Band(int(told["low"]), int(told["high"]))
