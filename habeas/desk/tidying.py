"""What the desk may not keep any longer, taken out: old searches, sessions that ended, invitations that lapsed."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from habeas.desk.models import Invitation, Session
from habeas.ledger.searches import forget_searches


@dataclass(frozen=True, slots=True)
class Gone:
    """How many of each were taken out."""

    searches: int
    sessions: int
    invitations: int


def tidy() -> Gone:
    now = timezone.now()
    sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
    invitations, _ = Invitation.objects.filter(ends__lt=now).delete()
    return Gone(forget_searches(), sessions, invitations)
