"""Making an account from an invitation, and adding and removing second factors; the first is made before one is in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from habeas.desk import accounts, authenticators, passkeys, signed
from habeas.desk.door import DeskRequest, anybody, needs
from habeas.desk.models import Account
from habeas.desk.roles import Right
from habeas.desk.sign_in import come_in
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
        return render(request, "desk/invitation.html", {"problem": str(problem)}, status=400)
    signed.half_in(request, account)
    return redirect("desk:new_factor")


@anybody
def new_factor(request: HttpRequest) -> HttpResponseBase:
    """A password alone adds nothing to an account that has a factor already."""
    account = signed.halfway(request)
    if account is None or (account.factors.exists() and signed.editor(request) is None):
        return redirect("desk:sign_in")
    if request.method != "POST":
        return _offered(request, account)
    if not _added(request, account):
        return _offered(request, account, failed=True)
    if signed.editor(request) is not None:
        return redirect("desk:keys")
    return come_in(request, account)


@needs(Right.READ)
def keys(request: DeskRequest) -> HttpResponse:
    """One's own second factors; the last can't be removed."""
    account = accounts.known(request.editor.alias)
    if request.method == "POST":
        if account.factors.count() < 2:
            raise BadInput("This is your only second factor. Add another before you remove it.")
        account.factors.filter(pk=int(request.POST.get("factor", "0") or 0)).delete()
        return redirect("desk:keys")
    return render(request, "desk/keys.html", {"factors": account.factors.order_by("pk")})


def _offered(request: HttpRequest, account: Account, *, failed: bool = False) -> HttpResponse:
    secret = request.session.setdefault(_SECRET, authenticators.new_secret())
    values = {
        "picture": authenticators.picture(secret, account.alias),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "passkey": passkeys.ask_for_new(request, account),
        "failed": failed,
        "first": not account.factors.exists(),
    }
    return render(request, "desk/new_factor.html", values, status=400 if failed else 200)


def _added(request: HttpRequest, account: Account) -> bool:
    if answer := request.POST.get("passkey", ""):
        return passkeys.add(request, account, answer, "passkey")
    secret = request.session.get(_SECRET, "")
    if secret and authenticators.add(account, secret, request.POST.get("digits", "")):
        del request.session[_SECRET]
        return True
    return False
