"""Locking the desk and the register, and ending sessions with it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from habeas.desk.sessions import end_sessions
from habeas.problems import BadInput
from habeas.project.lock import Mode, lock_to

MODES: dict[Mode, Promise] = {
    Mode.NORMAL: pgettext_lazy("lock", "normal"),
    Mode.READ_ONLY: pgettext_lazy("lock", "read-only"),
    Mode.CLOSED: pgettext_lazy("lock", "closed"),
}


def lock(wanted: Mode) -> None:
    """Closing ends every session at once; an administrator can sign in again."""
    lock_to(wanted)
    if wanted is Mode.CLOSED:
        end_sessions()


def mode_named(word: str) -> Mode:
    found = next((one for one in Mode if one.value == word), None)
    if found is None:
        known = ", ".join(one.value for one in Mode)
        raise BadInput(_("“%(word)s” is no mode. Modes are: %(modes)s.") % {"word": word[:40], "modes": known})
    return found
