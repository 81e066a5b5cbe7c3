"""Through what an editor looks: the desk's lens, by what the editor may see."""

from __future__ import annotations

from habeas.desk.roles import Editor
from habeas.register import queries
from habeas.register.answers import Audience, Lens


def desk_lens(editor: Editor, on: str = "", known: str = "") -> Lens:
    return queries.lens(on or None, known or None, Audience.DESK)
