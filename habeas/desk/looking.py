"""Through what an editor looks: the desk's lens as of now, by the groups that the editor belongs to."""

from __future__ import annotations

from habeas.register import queries
from habeas.register.answers import Audience, Lens


def desk_lens(on: str = "", known: str = "") -> Lens:
    return queries.lens(on or None, known or None, Audience.DESK)
