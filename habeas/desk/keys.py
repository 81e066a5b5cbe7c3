"""Making an account from an invitation; second factors, the first made before one is in; and a new password."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.desk import accounts, authenticators, passkeys, signed, tries
from habeas.desk.door import DeskRequest, anybody, needs
from habeas.desk.models import Account
from habeas.desk.roles import Right
from habeas.desk.sign_in import come_in
from habeas.ledger.access import Event, record
from habeas.problems import BadInput

_SECRET = "secret"


@anybody
def invitation(request: HttpRequest) -> HttpResponseBase:
    """A code that works once, typed in a form, since an address would stay in the browser's history.

    It isn't throttled: it holds 125 bits drawn by lot, and a throttle would let anybody keep the invited out.
    """
    if request.method != "POST":
        return render(request, "desk/invitation.html")
    try:
        account = accounts.redeem(request.POST.get("code", ""), request.POST.get("password", ""))
    except BadInput as problem:
        values = {"problem": str(problem), "code": request.POST.get("code", "")[:60]}
        return render(request, "desk/invitation.html", values, status=400)
    signed.half_in(request, account)
    return redirect("desk:new_factor")


@anybody
def new_factor(request: HttpRequest) -> HttpResponseBase:
    """A password alone adds nothing to an account that has a factor already."""
    account, editor = signed.halfway(request), signed.editor(request)
    if account is None or (account.factors.exists() and editor is None):
        return redirect("desk:sign_in")
    if editor is not None and not signed.is_fresh(request):
        return _anew("desk:new_factor")
    if request.method != "POST":
        return _offered(request, account)
    if not _added(request, account):
        return _offered(request, account, failed=True)
    return come_in(request, account) if editor is None else redirect("desk:keys")


@needs(Right.READ)
def keys(request: DeskRequest) -> HttpResponse:
    """One's own second factors, of which the last can't be removed, and one's password."""
    account, problem = accounts.known(request.editor.alias), ""
    if request.method == "POST" and not signed.is_fresh(request):
        return _anew("desk:keys")
    if request.method == "POST":
        try:
            return _changed(request, account)
        except BadInput as said:
            problem = str(said)
    values = {"factors": account.factors.order_by("pk"), "problem": problem, "here": "keys"}
    return render(request, "desk/keys.html", values, status=400 if problem else 200)


def _changed(request: DeskRequest, account: Account) -> HttpResponse:
    if "factor" not in request.POST:
        return _new_password(request, account)
    if account.factors.count() < 2:
        raise BadInput(_("This is your only second factor. Add another before you remove it."))
    number = request.POST["factor"]
    account.factors.filter(pk=int(number) if number.isdecimal() else 0).delete()
    return redirect("desk:keys")


def _new_password(request: DeskRequest, account: Account) -> HttpResponse:
    """All sessions end, this one too. The old password can be tried as seldom as at the door."""
    key = f"{account.alias} password"
    if tries.wait(key):
        raise BadInput(_("Too many tries. Wait a quarter of an hour and try again."))
    if accounts.with_password(account.alias, request.POST.get("old", "")) is None:
        tries.failed(key)
        raise BadInput(_("This isn’t your password of now. Type it again."))
    accounts.change_password(account, request.POST.get("password", ""))
    record(Event.ADMITTED, account.alias)
    request.session.flush()
    return redirect(f"{reverse('desk:sign_in')}?changed")


def _anew(page: str) -> HttpResponse:
    return redirect(f"{reverse('desk:sign_in')}?{urlencode({'next': reverse(page)})}")


def _offered(request: HttpRequest, account: Account, *, failed: bool = False) -> HttpResponse:
    secret = request.session.setdefault(_SECRET, authenticators.new_secret())
    values = {
        "picture": authenticators.picture(secret, account.alias),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "passkey": passkeys.ask_for_new(request, account) if passkeys.possible(request) else "",
        "failed": failed,
        "tried": "passkey" if request.POST.get("passkey") else "digits",
        "first": not account.factors.exists(),
    }
    return render(request, "desk/new_factor.html", values, status=400 if failed else 200)


def _added(request: HttpRequest, account: Account) -> bool:
    if answer := request.POST.get("passkey", ""):
        return passkeys.add(request, account, answer, request.POST.get("label", ""))
    secret = request.session.get(_SECRET, "")
    if secret and authenticators.add(account, secret, request.POST.get("digits", "")):
        del request.session[_SECRET]
        return True
    return False
