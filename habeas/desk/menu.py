"""The places of the desk, in the order in which its menu shows them; a new page is one line here."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from habeas.desk.roles import Editor, Right


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the menu leads to; `name` is that of its address, without “desk:”."""

    name: str
    title: str | Promise
    about: str | Promise
    right: Right

    @property
    def address(self) -> str:
        return f"desk:{self.name}"


PLACES = (
    Place("lists", _("Lists"), _("Lists of a release, row by row beside the register."), Right.READ),
    Place("releases", _("Releases"), _("What is said of each release, its figures and stages."), Right.READ),
    Place("texts", _("Texts"), _("Reports, and what each may claim beside its words."), Right.READ),
    Place(
        "snapshots", _("Sanctions lists"), _("What changed on lists that are watched, to be decided on."), Right.READ
    ),
    Place("tasks", _("Tasks"), _("What falls due, and what you have taken on."), Right.READ),
    Place("people", _("People"), _("Find a person; add, corroborate and take back what is said."), Right.READ),
    Place("waiting", _("Waiting"), _("What another pair of eyes has to see before it is public."), Right.READ),
    Place("exports", _("Exports"), _("Tables to be taken out, let out by another editor."), Right.CONTRIBUTE),
    Place("keys", _("Your keys"), _("Second factors of your account."), Right.READ),
    Place("accounts", _("Accounts"), _("Who may come in, and as what."), Right.ADMINISTER),
)


def places(editor: Editor) -> list[Place]:
    """Those that the editor may go to."""
    return [place for place in PLACES if editor.may(place.right)]
