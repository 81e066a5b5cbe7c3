"""What was proposed is decided one by one: it is done, or the page says what holds it."""

from __future__ import annotations

from collections.abc import Callable

from habeas.intake.say import Told
from habeas.problems import BadInput


def what_holds(decide: Callable[[], Told | None]) -> str:
    """Empty if it was done; else the doubt that holds it, or what is amiss in the form."""
    try:
        told = decide()
    except BadInput as reason:
        return str(reason)
    return told.held_by if told else ""
