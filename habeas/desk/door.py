"""The door: every view of the desk goes through `needs`, which knows who asks and what they may do.

Sessions and the guard against forged forms run here and nowhere else, so that no public page can set a cookie.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import decorator_from_middleware
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect

from habeas.desk import signed
from habeas.desk.roles import Editor, Right
from habeas.ledger.access import Event, record
from habeas.problems import BadInput
from habeas.project.lock import Mode, mode
from habeas.register.restrictions import is_restricted, looking_as

P = ParamSpec("P")


class DeskRequest(HttpRequest):
    """A request behind the door."""

    editor: Editor


View = Callable[Concatenate[DeskRequest, P], HttpResponseBase]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
_with_session = decorator_from_middleware(SessionMiddleware)


def needs(right: Right, *, scripts: bool = False) -> Callable[[View[P]], Guarded[P]]:
    """Only for editors with this right, who stand in `request.editor`; others are sent to sign in or refused.

    `scripts` lets the page load scripts from here and ask this site from them.
    """

    def guard(view: View[P]) -> Guarded[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            editor = signed.editor(request)
            if editor is None:
                return _to_sign_in(request)
            request.editor = editor  # type: ignore[attr-defined]
            if not editor.may(right):
                record(Event.REFUSED, editor.alias)
                return refused(request, _NOT_YOURS, status=403)
            if mode() is Mode.CLOSED and not editor.may(Right.ADMINISTER):
                return refused(request, _CLOSED, status=503)
            _log_restricted(editor, kwargs)
            with looking_as(editor.groups):
                return _answered(view, request, *args, **kwargs)

        return _opened(guarded, right=right, scripts=scripts)

    return guard


def anybody(view: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """For the pages before the door: signing in and what belongs to it."""

    @wraps(view)
    def answered(request: HttpRequest) -> HttpResponseBase:
        return _answered(view, request)

    return _opened(answered, right=None, scripts=True)


def refused(request: HttpRequest, problem: str | Promise, *, status: int = 400) -> HttpResponse:
    return render(request, "desk/refused.html", {"problem": problem}, status=status)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that didn't come from a page of ours, or from one that had grown old."""
    return refused(request, _FORGED, status=403)


_CLOSED = _("The desk is closed for now. An administrator can open it.")
_NOT_YOURS = _("Your role doesn’t reach this page. An administrator can give you another.")
_FORGED = _("This form can’t be taken: it is too old, or came from elsewhere. Open the page anew and send it again.")
_NOT_IN = _("You are not signed in, or no longer. Sign in and do it again.")


def _answered(
    view: Callable[..., HttpResponseBase], request: HttpRequest, *args: object, **kwargs: object
) -> HttpResponseBase:
    try:
        return view(request, *args, **kwargs)
    except BadInput as problem:
        return refused(request, str(problem))


def _log_restricted(editor: Editor, named: Mapping[str, object]) -> None:
    """That a restricted record was looked at by who may; not which."""
    if editor.groups and any(is_restricted(str(one)) for one in named.values()):
        record(Event.LOOKED, editor.alias)


def _opened(
    view: Callable[..., HttpResponseBase], *, right: Right | None, scripts: bool
) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def headed(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        # A browser told to send no referrer sends forms with the origin “null”, which forged ones bear too.
        response.headers["Referrer-Policy"] = "same-origin"
        if scripts:
            response.scripted = True  # type: ignore[attr-defined]
        return response

    opened: Callable[..., HttpResponseBase] = _with_session(csrf_protect(headed))
    opened.right = right  # type: ignore[attr-defined]
    return opened


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method != "GET":
        return refused(request, _NOT_IN, status=403)
    return HttpResponseRedirect(f"{reverse('desk:sign_in')}?{urlencode({'next': request.path})}")
