"""Signing in and out. Who can't sign in learns nothing of why; it takes as long whether the alias exists or not."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from habeas.desk import accounts, authenticators, by_address, passkeys, signed, tries
from habeas.desk.door import anybody
from habeas.desk.models import Account
from habeas.ledger.access import Event, record
from habeas.ledger.searches import forget_searches

_UNKNOWN = "unknown"
_NEXT = "next"


@anybody
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """The password."""
    if request.method != "POST":
        anew = signed.editor(request) is not None
        return _asked(request, "sign_in", next=_next(request), anew=anew, changed="changed" in request.GET)
    alias = request.POST.get("alias", "")
    if seconds := max(tries.wait(alias), by_address.wait(request)):
        return _asked(request, "sign_in", status=429, wait=seconds, next=_next(request))
    account = accounts.with_password(alias, request.POST.get("password", ""))
    if account is None:
        tries.failed(alias)
        by_address.failed(request)
        record(Event.SIGN_IN_REFUSED, _UNKNOWN)
        return _asked(request, "sign_in", status=403, failed=True, next=_next(request))
    signed.half_in(request, account)
    request.session[_NEXT] = _next(request)
    return redirect("desk:second_factor" if account.factors.exists() else "desk:new_factor")


@anybody
def second_factor(request: HttpRequest) -> HttpResponseBase:
    """The digits of an app, or a passkey."""
    account = signed.halfway(request)
    if account is None or not account.factors.exists():
        return redirect("desk:sign_in")
    if request.method != "POST":
        return _asked(request, "second_factor", ways=_ways(request, account))
    key = f"{account.alias} second"
    if seconds := tries.wait(key):
        return _asked(request, "second_factor", status=429, wait=seconds, ways=_ways(request, account))
    if not _fits(request, account):
        tries.failed(key)
        record(Event.SIGN_IN_REFUSED, account.alias)
        return _asked(request, "second_factor", status=403, failed=True, ways=_ways(request, account))
    tries.succeeded(key)
    tries.succeeded(account.alias)
    return come_in(request, account)


@anybody
@require_POST
def sign_out(request: HttpRequest) -> HttpResponseBase:
    signed.out(request)
    return redirect("desk:sign_in")


def come_in(request: HttpRequest, account: Account) -> HttpResponse:
    going = request.session.get(_NEXT, "")
    signed.all_in(request)
    record(Event.SIGNED_IN, account.alias)
    forget_searches()
    return redirect(going or "desk:front")


def _fits(request: HttpRequest, account: Account) -> bool:
    if answer := request.POST.get("passkey", ""):
        return passkeys.fits(request, account, answer)
    return authenticators.fits(account, request.POST.get("digits", ""))


def _ways(request: HttpRequest, account: Account) -> dict[str, object]:
    kinds = set(account.factors.values_list("kind", flat=True))
    has, possible = passkeys.KIND in kinds, passkeys.possible(request)
    asked = passkeys.ask(request, account) if has and possible else ""
    return {"app": authenticators.KIND in kinds, "passkey": asked, "elsewhere": has and not possible}


def _next(request: HttpRequest) -> str:
    """Where one was going, if that is a page of ours."""
    asked = request.POST.get(_NEXT, request.GET.get(_NEXT, ""))
    return asked if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, None) else ""


def _asked(request: HttpRequest, template: str, *, status: int = 200, **values: object) -> HttpResponse:
    return render(request, f"desk/{template}.html", values, status=status)
