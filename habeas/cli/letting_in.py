"""What the commands of the desk's door do."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.cli.opening import open_register
from habeas.cli.shown import say, show_table
from habeas.problems import BadInput


def invite(role: str, alias: str, groups: Sequence[str]) -> None:
    _open()
    from habeas.desk.accounts import invite, role_named

    _say_code(*invite(role_named(role), alias=alias, groups=groups))


def show() -> None:
    _open()
    from habeas.desk.models import Account, Invitation

    rows = [
        (one.alias, one.role, ", ".join(one.groups), str(one.factors.count()) if one.is_open else "closed")
        for one in Account.objects.order_by("alias")
    ]
    rows += [(one.alias, one.role, ", ".join(one.groups), "invited") for one in Invitation.objects.order_by("alias")]
    if rows:
        show_table(("alias", "role", "groups", "keys"), rows)
    else:
        say("There is no account yet. Make the first with: habeas account invite --role administrator")


def change(alias: str, role: str, groups: Sequence[str]) -> None:
    _open()
    from habeas.desk.accounts import change, role_named

    kept = [one for one in groups if one != "none"] if groups else None
    change(alias, role=role_named(role) if role else None, groups=kept)
    _log()
    say(f"{alias} has this role and these groups from the next page on.")


def reset(alias: str) -> None:
    _open()
    from habeas.desk.accounts import reset

    _say_code(alias, reset(alias))


def close(alias: str) -> None:
    _open()
    from habeas.desk.accounts import close

    close(alias)
    _log()
    say(f"{alias} is closed and signed out.")


def sign_out(alias: str, *, everybody: bool) -> None:
    if bool(alias) is everybody:
        raise BadInput("Say whose sessions end: an alias, or --everybody.")
    _open()
    from habeas.desk.accounts import known
    from habeas.desk.sessions import end_sessions

    ended = end_sessions(known(alias).alias if alias else "")
    _log()
    say(f"Sessions ended: {ended}.")


def lock(word: str) -> None:
    _open()
    from habeas.desk.locking import lock, mode_named
    from habeas.project.lock import mode

    if word:
        lock(mode_named(word))
        _log()
    say(f"The register is {'open' if mode().value == 'normal' else 'locked'}: {mode().value}.")


def tidy() -> None:
    _open()
    from habeas.desk.tidying import tidy

    gone = tidy()
    say(f"Taken out: {gone.searches} searches, {gone.sessions} sessions, {gone.invitations} invitations.")


def _open() -> None:
    open_register()
    from habeas.desk.ready import make_desk

    make_desk()


def _log() -> None:
    from habeas.ledger.access import Event, record

    record(Event.ADMITTED, "command-line")


def _say_code(alias: str, code: str) -> None:
    _log()
    say(f"{alias} makes the account at /desk/invitation, within three days, with this code:")
    say(f"  {code}")
    say("It is shown this once and works once. Hand it over yourself, or by a channel that you trust.")
