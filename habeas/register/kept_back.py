"""How many people are kept from the public: one number, by one definition, of now, and to a step of two floors."""

from __future__ import annotations

from dataclasses import replace

from habeas.domain.suppress import Band, kept_back
from habeas.register.answers import Audience, Lens
from habeas.register.counts import contributions
from habeas.register.definitions import definition
from habeas.register.releases import is_copy


def people_kept_back(lens: Lens) -> Band | None:
    """People who may count by the default definition and are withheld; None where a public copy is asked.

    Ask it of the latest day and moment alone: of every day, the steps would tell when somebody was detained.
    """
    if is_copy():
        return None
    asked = definition("")
    everybody = contributions(asked, replace(lens, audience=Audience.DESK))
    shown = contributions(asked, replace(lens, audience=Audience.DRAFT))
    return kept_back(len(everybody.keys() - shown.keys()))
