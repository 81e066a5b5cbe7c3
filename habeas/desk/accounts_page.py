"""The administrator's page of accounts: invite, change, close, end sessions, lock."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from habeas.desk import accounts
from habeas.desk.door import DeskRequest, needs
from habeas.desk.locking import MODES, lock, mode_named
from habeas.desk.models import Account, Invitation
from habeas.desk.roles import Right, Role
from habeas.desk.sessions import end_sessions
from habeas.ledger.access import Event, record
from habeas.problems import BadInput
from habeas.project.lock import mode


@needs(Right.ADMINISTER)
def accounts_page(request: DeskRequest) -> HttpResponse:
    if request.method != "POST":
        return _shown(request)
    try:
        invited = _done(request)
    except BadInput as problem:
        return _shown(request, problem=str(problem))
    record(Event.ADMITTED, request.editor.alias)
    if not request.session.exists(request.session.session_key or ""):
        # All sessions were ended, this one too.
        request.session.flush()
        return redirect("desk:sign_in")
    return _shown(request, invited)


def _shown(request: DeskRequest, invited: tuple[str, str] = ("", ""), problem: str = "") -> HttpResponse:
    values = {
        "accounts": Account.objects.order_by("alias"),
        "invitations": [(one, accounts.role_named(one.role)) for one in Invitation.objects.order_by("alias")],
        "roles": list(Role),
        "invited": invited[0],
        "code": invited[1],
        "mode": mode(),
        "modes": MODES.items(),
        "problem": problem,
        "typed": request.POST if problem and request.POST.get("deed") == "invite" else {},
        "here": "accounts",
    }
    return render(request, "desk/accounts.html", values, status=400 if problem else 200)


def _done(request: DeskRequest) -> tuple[str, str]:
    """Alias and code where the deed made a code; it is shown on this answer and never again."""
    alias, deed = request.POST.get("alias", ""), request.POST.get("deed", "")
    match deed:
        case "invite":
            role = accounts.role_named(request.POST.get("role", ""))
            return accounts.invite(role, alias=alias, groups=_groups(request))
        case "reset":
            return alias, accounts.reset(alias)
        case "close":
            accounts.close(alias)
        case "change":
            accounts.change(alias, role=accounts.role_named(request.POST.get("role", "")), groups=_groups(request))
        case "end":
            end_sessions(alias)
        case "lock":
            lock(mode_named(request.POST.get("mode", "")))
        case _:
            raise BadInput(_("This form names nothing that can be done. Open the page anew."))
    return "", ""


def _groups(request: DeskRequest) -> list[str]:
    return request.POST.get("groups", "").replace(",", " ").split()
