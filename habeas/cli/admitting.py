"""The commands of the desk's door, with their options; what each does stands in letting_in."""

from __future__ import annotations

import click


@click.group()
def account() -> None:
    """Accounts of the desk: by invitation, under an alias that is never a name."""


@account.command("invite")
@click.option("--role", required=True, help="reader, contributor, reviewer, publisher or administrator.")
@click.option("--alias", default="", help="What the account is called; drawn by lot without it.")
@click.option("--group", "groups", multiple=True, help="A group whose restricted records they may see; repeatable.")
def invite(role: str, alias: str, groups: tuple[str, ...]) -> None:
    """Print a code that makes one account, once, within three days."""
    from habeas.cli import letting_in

    letting_in.invite(role, alias, groups)


@account.command("list")
def list_() -> None:
    """All accounts, with their roles, groups and number of keys."""
    from habeas.cli import letting_in

    letting_in.show()


@account.command("change")
@click.argument("alias")
@click.option("--role", default="", help="The role from now on.")
@click.option("--group", "groups", multiple=True, help="The groups from now on; repeatable, “none” for none.")
def change(alias: str, role: str, groups: tuple[str, ...]) -> None:
    """Give an account another role or other groups."""
    from habeas.cli import letting_in

    letting_in.change(alias, role, groups)


@account.command("reset")
@click.argument("alias")
def reset(alias: str) -> None:
    """Print a new code where a password or a second factor was lost; the old ones end now."""
    from habeas.cli import letting_in

    letting_in.reset(alias)


@account.command("close")
@click.argument("alias")
def close(alias: str) -> None:
    """End an account and its sessions; its alias stays taken."""
    from habeas.cli import letting_in

    letting_in.close(alias)


@click.command("sign-out")
@click.argument("alias", default="")
@click.option("--everybody", is_flag=True, help="All sessions of all accounts.")
def sign_out(alias: str, everybody: bool) -> None:
    """End the sessions of ALIAS, or of everybody, at once."""
    from habeas.cli import letting_in

    letting_in.sign_out(alias, everybody=everybody)


@click.command("lock")
@click.argument("mode", metavar="normal|read-only|closed", default="")
def lock(mode: str) -> None:
    """Say how the register is locked, or lock it: read-only writes nothing, closed also empties the desk."""
    from habeas.cli import letting_in

    letting_in.lock(mode)


@click.command("tidy")
def tidy() -> None:
    """Take out what isn't kept longer: searches older than 90 days, sessions and invitations that ended."""
    from habeas.cli import letting_in

    letting_in.tidy()


ADMITTING = (account, sign_out, lock, tidy)
