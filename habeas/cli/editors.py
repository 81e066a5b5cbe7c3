"""Who acts by --by: where there is a desk, somebody with an account; else a word that is watched for slips."""

from __future__ import annotations

import click
from click.core import ParameterSource

from habeas.cli.shown import note
from habeas.domain.aliases import is_alias, slips_of
from habeas.problems import BadInput
from habeas.project.home import home

_LATEST = 50_000


def check_editor(context: click.Context | None) -> None:
    """Without --by the machine itself acts, as in a job at night; where there is a desk, that is said."""
    if context is None or "editor" not in context.params:
        return
    source = context.get_parameter_source("editor")
    alias = str(context.params["editor"] or "")
    if not alias:
        return
    if source is ParameterSource.DEFAULT:
        _note_nobody(alias)
        return
    if not is_alias(alias):
        raise BadInput("An alias is 1 to 60 letters, digits and . _ @ -. Say who does it with --by; nothing is done.")
    accounts = _accounts()
    if accounts:
        _must_have_an_account(alias, accounts)
    else:
        _warn_of_a_slip(alias)


def _note_nobody(alias: str) -> None:
    if _accounts():
        note(f"No --by: this is done as “{alias}”, which keeps nobody from accepting it. Say who does it: --by ALIAS.")


def _accounts() -> dict[str, bool]:
    """Aliases of the desk, and whether the account is open; nothing where there is no desk."""
    if not (home() / "desk.db").exists():
        return {}
    from django.db import connections

    from habeas.desk.models import Account
    from habeas.desk.router import DESK

    if Account._meta.db_table not in connections[DESK].introspection.table_names():
        return {}
    return dict(Account.objects.values_list("alias", "is_open"))


def _must_have_an_account(alias: str, accounts: dict[str, bool]) -> None:
    if accounts.get(alias):
        return
    if alias in accounts:
        raise BadInput(f"The account “{alias}” is closed, so nothing is done in its name. Say who does it with --by.")
    slips = slips_of(alias, (one for one, is_open in accounts.items() if is_open))
    meant = f" Did you mean “{slips[0]}”?" if slips else ""
    raise BadInput(
        f"No account of the desk bears the alias “{alias[:60]}”.{meant} See: habeas account list\n"
        f"Somebody new is let in with: habeas account invite --role contributor --alias ALIAS"
    )


def _warn_of_a_slip(alias: str) -> None:
    slips = slips_of(alias, _wrote_lately())
    if slips:
        note(
            f"“{alias[:60]}” wrote nothing here before, and “{slips[0]}” did. Two aliases pass for two people: if that"
            " was a slip, take it back and do it again under the other."
        )


def _wrote_lately() -> set[str]:
    """Not of all lines: of millions, that would cost seconds."""
    from habeas.ledger.models import LedgerLine
    from habeas.ledger.read import last_number

    return set(
        LedgerLine.objects.filter(number__gt=last_number() - _LATEST).values_list("editor", flat=True).distinct()
    )
