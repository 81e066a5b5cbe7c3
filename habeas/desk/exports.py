"""Tables out of the desk: one editor asks and says why, another lets it out, and for a day the first may fetch it.

What is withheld or restricted is in none. No table is kept: it is made when it is fetched, of what may be told then.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from habeas.desk.export_tables import KINDS, Of, check_there
from habeas.desk.models import Export
from habeas.desk.roles import Editor
from habeas.desk.router import DESK
from habeas.domain.aliases import same_editor
from habeas.pages.cells import csv_of
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Audience, Lens
from habeas.register.restrictions import looking_as

_WAITS = timedelta(days=3)
_LASTS = timedelta(hours=24)


def ask(what: str, about: str, reason: str, *, by: Editor) -> str:
    """Its key; nothing can be fetched yet."""
    if what not in KINDS or not by.may(KINDS[what].right):
        raise BadInput(_("Choose which table."))
    with looking_as(()):
        check_there(KINDS[what], about, _lens())
    if not reason.strip():
        raise BadInput(_("Say what it is for: the editor who lets it out has to know."))
    key = secrets.token_hex(8)
    values = {"what": what, "about": "" if KINDS[what].of is Of.ALL else about, "reason": reason.strip()[:200]}
    Export.objects.create(key=key, asker=by.alias, ends=timezone.now() + _WAITS, **values)
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
