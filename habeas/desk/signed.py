"""Who is signed in on a session: in two steps, a password and then a second factor, and not for long."""

from __future__ import annotations

from time import time

from django.http import HttpRequest

from habeas.desk.accounts import editor_of
from habeas.desk.models import Account
from habeas.desk.roles import Editor
from habeas.desk.sessions import ACCOUNT

_WHOLE, _SINCE, _SEEN = "whole", "since", "seen"
LONGEST = 10 * 3600
"""Seconds after which one signs in anew, whatever one does."""
IDLE = 45 * 60
"""Seconds without a page after which one signs in anew."""
_BETWEEN_STEPS = 10 * 60
_TOUCHED = 60


def half_in(request: HttpRequest, account: Account) -> None:
    """The password was right. A new key, so that nobody goes on with one that they planted."""
    request.session.flush()
    request.session[ACCOUNT] = account.pk
    request.session[_SINCE] = request.session[_SEEN] = int(time())


def all_in(request: HttpRequest) -> None:
    """The second factor was right too."""
    request.session.cycle_key()
    request.session[_WHOLE] = True
    request.session[_SINCE] = request.session[_SEEN] = int(time())


def out(request: HttpRequest) -> None:
    request.session.flush()


def editor(request: HttpRequest) -> Editor | None:
    """Whoever has come all the way in, with the role and the groups that they have now."""
    account = _account(request)
    if account is None or not request.session.get(_WHOLE):
        return None
    now = int(time())
    if now - request.session.get(_SEEN, 0) > IDLE or now - request.session.get(_SINCE, 0) > LONGEST:
        request.session.flush()
        return None
    if now - request.session[_SEEN] > _TOUCHED:
        request.session[_SEEN] = now
    return editor_of(account)


def is_fresh(request: HttpRequest) -> bool:
    """Whether both factors were given a short while ago: a browser left open changes no keys."""
    return bool(int(time()) - request.session.get(_SINCE, 0) <= _BETWEEN_STEPS)


def halfway(request: HttpRequest) -> Account | None:
    """Whoever gave the right password a short while ago, or is all the way in."""
    account = _account(request)
    if editor(request) is not None:
        return account
    return account if account and is_fresh(request) and not request.session.get(_WHOLE) else None


def _account(request: HttpRequest) -> Account | None:
    key = request.session.get(ACCOUNT)
    return Account.objects.filter(pk=key, is_open=True).first() if key else None
