"""The administrator's page of accounts: invite, close, end sessions."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from habeas.desk import accounts
from habeas.desk.door import DeskRequest, needs
from habeas.desk.locking import lock, mode_named
from habeas.desk.models import Account, Invitation
from habeas.desk.roles import Right, Role
from habeas.desk.sessions import end_sessions
from habeas.ledger.access import Event, record
from habeas.problems import BadInput
from habeas.project.lock import Mode, mode


@needs(Right.ADMINISTER)
def accounts_page(request: DeskRequest) -> HttpResponse:
    invited = _done(request) if request.method == "POST" else ("", "")
    if request.method == "POST":
        record(Event.ADMITTED, request.editor.alias)
        if not request.session.exists(request.session.session_key or ""):
            # All sessions were ended, this one too.
            request.session.flush()
            return redirect("desk:sign_in")
    values = {
        "accounts": Account.objects.order_by("alias"),
        "invitations": Invitation.objects.order_by("alias"),
        "roles": list(Role),
        "invited": invited[0],
        "code": invited[1],
        "mode": mode().value,
        "modes": [one.value for one in Mode],
    }
    return render(request, "desk/accounts.html", values)


def _done(request: DeskRequest) -> tuple[str, str]:
    """Alias and code where the deed made a code; it is shown on this answer and never again."""
    alias, deed = request.POST.get("alias", ""), request.POST.get("deed", "")
    match deed:
        case "invite":
            groups = request.POST.get("groups", "").replace(",", " ").split()
            return accounts.invite(accounts.role_named(request.POST.get("role", "")), alias=alias, groups=groups)
        case "reset":
            return alias, accounts.reset(alias)
        case "close":
            accounts.close(alias)
        case "change":
            groups = request.POST.get("groups", "").replace(",", " ").split()
            accounts.change(alias, role=accounts.role_named(request.POST.get("role", "")), groups=groups)
        case "end":
            end_sessions(alias)
        case "lock":
            lock(mode_named(request.POST.get("mode", "")))
        case _:
            raise BadInput("This form names nothing that can be done. Open the page anew.")
    return "", ""
