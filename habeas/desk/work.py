"""How far the work on a list, a person or a release has come, and whose it is. It is no claim and stays at the desk."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST

from habeas.desk.door import DeskRequest, needs
from habeas.desk.models import Account, Work
from habeas.desk.roles import Right
from habeas.domain.words import Word
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput


class State(Word):
    """How far a piece of work has come."""

    NEW = "new", "nobody has begun"
    IN_WORK = "in_work", "somebody is at it"
    WAITING = "waiting", "something has to come first"
    DONE = "done", "nothing is left to do"


STATES: dict[State, Promise] = {
    State.NEW: pgettext_lazy("state of work", "new"),
    State.IN_WORK: pgettext_lazy("state of work", "in work"),
    State.WAITING: pgettext_lazy("state of work", "waiting"),
    State.DONE: pgettext_lazy("state of work", "done"),
}


@dataclass(frozen=True, slots=True)
class WorkOn:
    """What is recorded of the work on something; what nothing is recorded of is new and nobody's."""

    about: str
    state: State = State.NEW
    alias: str = ""
    by: str = ""
    moment: datetime | None = None

    @property
    def word(self) -> Promise:
        return STATES[self.state]


@needs(Right.CONTRIBUTE)
@require_POST
def work(request: DeskRequest, about: str) -> HttpResponse:
    set_work(identified(about), _state(asked(request, "state")), asked(request, "alias"), by=request.editor.alias)
    return HttpResponseRedirect(address_of(about))


def set_work(about: str, state: State, alias: str, *, by: str) -> None:
    if alias and alias not in aliases():
        raise BadInput(_("There is no open account %(alias)s. Choose one of those offered.") % {"alias": alias[:40]})
    values = {"state": str(state), "alias": alias, "by": by, "moment": timezone.now()}
    Work.objects.update_or_create(about=about, defaults=values)


def work_on(things: Collection[str]) -> dict[str, WorkOn]:
    """For each of these things how far its work has come."""
    rows = {row.about: row for row in Work.objects.filter(about__in=sorted(things))}
    return {about: _work(about, rows.get(about)) for about in things}


def work_of(alias: str) -> list[WorkOn]:
    """What somebody has taken on and not finished, the latest first."""
    rows = Work.objects.filter(alias=alias).exclude(state=str(State.DONE)).order_by("-moment")
    return [_work(row.about, row) for row in rows]


def aliases() -> list[str]:
    return list(Account.objects.filter(is_open=True).order_by("alias").values_list("alias", flat=True))


def address_of(about: str) -> str:
    """The desk's page of a list, a person or a release, told apart by how their ids begin."""
    page = {"l-": "desk:bench", "p-": "desk:person"}.get(about[:2], "desk:release")
    return reverse(page, args=[about])


def _work(about: str, row: Work | None) -> WorkOn:
    return WorkOn(about, _state(row.state), row.alias, row.by, row.moment) if row else WorkOn(about)


def _state(word: str) -> State:
    found = {str(one): one for one in State}.get(word)
    if found is None:
        raise BadInput(_("Choose a state of the work: new, in work, waiting or done."))
    return found
