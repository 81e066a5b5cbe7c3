"""Tables out of the desk: one editor asks and says why, another lets it out, and for a day the first may fetch it.

What is withheld or restricted is in none. No table is kept: it is made when it is fetched, of what may be told then.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from habeas.desk.left_over import HEAD as LEFT_OVER
from habeas.desk.left_over import cells as left_over_cells
from habeas.desk.models import Export
from habeas.desk.router import DESK
from habeas.domain.aliases import same_editor
from habeas.pages.cells import csv_of
from habeas.pages.people import HEAD as PEOPLE
from habeas.pages.people import cells as people_cells
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Audience, Lens
from habeas.register.answers_people import Filters
from habeas.register.restrictions import looking_as

_WAITS = timedelta(days=3)
_LASTS = timedelta(hours=24)
Table = tuple[tuple[str, ...], Iterator[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A table that can be asked for; `of_release` if it is of one release."""

    title: str | Promise
    made: Callable[[str, Lens], Table]
    of_release: bool = False


def ask(what: str, about: str, reason: str, *, by: str) -> str:
    """Its key; nothing can be fetched yet."""
    if what not in KINDS:
        raise BadInput(_("Choose which table."))
    if KINDS[what].of_release and about not in {row.id for row in queries.batches(_lens())}:
        raise BadInput(_("Choose which release."))
    if not reason.strip():
        raise BadInput(_("Say what it is for: the editor who lets it out has to know."))
    key = secrets.token_hex(8)
    values = {"what": what, "about": about if KINDS[what].of_release else "", "reason": reason.strip()[:200]}
    Export.objects.create(key=key, asker=by, ends=timezone.now() + _WAITS, **values)
    return key


def decide(key: str, *, by: str, lets: bool) -> None:
    """By another than who asked, once, while it waits."""
    with transaction.atomic(using=DESK):
        found = Export.objects.filter(key=key, decider="", ends__gt=timezone.now()).first()
        if found is None:
            raise BadInput(_("This was decided already, or has lapsed. Ask anew."))
        if same_editor(found.asker, by):
            raise BadInput(_("Another editor has to let it out: you asked for it yourself."))
        found.decider, found.let = by, lets
        found.ends = timezone.now() + _LASTS
        found.save()


def fetched(key: str, *, by: str) -> tuple[str, str]:
    """Name and content of the file, for who asked, while it lasts."""
    found = Export.objects.filter(key=key, asker=by, let=True, ends__gt=timezone.now()).first()
    if found is None:
        raise BadInput(_("This can’t be fetched: it isn’t yours, nobody let it out, or its day is over. Ask anew."))
    with looking_as(()):
        lens = _lens()
        head, rows = KINDS[found.what].made(found.about, lens)
        return f"{found.what}-{lens.on}.csv", csv_of(head, rows)


def recent() -> list[Export]:
    """Those that wait or can be fetched, and those that ended within thirty days, the latest first."""
    Export.objects.filter(ends__lt=timezone.now() - timedelta(days=30)).delete()
    return list(Export.objects.order_by("-pk"))


def is_over(one: Export, now: datetime) -> bool:
    return one.ends <= now


def _lens() -> Lens:
    return queries.lens(None, None, Audience.DRAFT)


def _people(about: str, lens: Lens) -> Table:
    return PEOPLE, people_cells(queries.people(Filters(), 1, lens, per_page=None))


def _left_over(about: str, lens: Lens) -> Table:
    answer = queries.left_over(about, lens)
    if answer is None:
        raise BadInput(_("Choose which release."))
    return LEFT_OVER, left_over_cells(answer)


KINDS = {
    "people": Kind(_lazy("Everybody, with their status"), _people),
    "left-over": Kind(_lazy("The remaining, the missing and the new"), _left_over, of_release=True),
}
