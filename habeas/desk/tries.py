"""Signing in is throttled by what was typed as an alias, whether there is such an account or not."""

from __future__ import annotations

import hmac
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from habeas.desk.models import Tries
from habeas.desk.router import DESK

FREE = 5
"""Tries before one has to wait."""
_LONGEST = timedelta(minutes=15)
_FORGOTTEN = timedelta(hours=1)


def wait(what: str) -> int:
    """Seconds to wait before the next try; nought if it may be made now."""
    row = Tries.objects.filter(key=_key(what)).first()
    left = (row.until - timezone.now()).total_seconds() if row and row.failed >= FREE else 0
    return max(0, round(left))


def failed(what: str) -> None:
    """The fifth failure costs half a minute, each after it twice as much, up to a quarter of an hour."""
    now = timezone.now()
    with transaction.atomic(using=DESK):
        Tries.objects.filter(until__lt=now - _FORGOTTEN).delete()
        row, _ = Tries.objects.get_or_create(key=_key(what), defaults={"until": now})
        row.failed += 1
        row.until = now + (
            min(_LONGEST, timedelta(seconds=30) * 2 ** min(row.failed - FREE, 10))
            if row.failed >= FREE
            else timedelta()
        )
        row.save()


def succeeded(what: str) -> None:
    Tries.objects.filter(key=_key(what)).delete()


def _key(what: str) -> str:
    """What is typed as an alias may be a name or a password typed in the wrong field, so it isn't kept."""
    return hmac.new(settings.SECRET_KEY.encode(), what.strip().casefold().encode(), "sha256").hexdigest()
