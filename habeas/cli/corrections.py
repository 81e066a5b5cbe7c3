"""The commands that correct, with their options; what each does stands in correcting."""

from __future__ import annotations

import click

from habeas.cli.opening import open_register
from habeas.cli.options import WHO


@click.command()
@click.argument("line", type=int)
@click.option("--reason", required=True, help="Why; whoever reads the line later will ask.")
@WHO
def retract(line: int, reason: str, editor: str) -> None:
    """Take a LINE back; what stood before it stands again."""
    open_register()
    from habeas.cli import correcting

    correcting.retract(line, reason, editor)


@click.command()
@click.argument("what", metavar="ID|LINE")
@click.option(
    "--basis", required=True, type=click.Choice(["family", "person", "security", "third_party", "court"]), help="Why."
)
@WHO
def withhold(what: str, basis: str, editor: str) -> None:
    """Keep a person, or one line, from the public."""
    open_register()
    from habeas.cli import correcting

    correcting.withhold(what, basis, editor)


@click.command()
@click.argument("what", metavar="ID|LINE")
@click.option("--group", required=True, metavar="GROUP", help="Whose editors may see it.")
@WHO
def restrict(what: str, group: str, editor: str) -> None:
    """Keep a person, or one line, to the editors of a group."""
    open_register()
    from habeas.cli import correcting

    correcting.restrict(what, group, editor)


@click.command()
@click.argument("what", metavar="ID|LINE")
@WHO
def clear(what: str, editor: str) -> None:
    """Show again what was withheld."""
    open_register()
    from habeas.cli import correcting

    correcting.clear(what, editor)


@click.command()
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@WHO
def join(one: str, other: str, editor: str) -> None:
    """Say that two ids are one person."""
    open_register()
    from habeas.cli import correcting

    correcting.join(one, other, editor)


@click.command()
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@WHO
def part(one: str, other: str, editor: str) -> None:
    """Say that two ids are two people; it is remembered."""
    open_register()
    from habeas.cli import correcting

    correcting.part(one, other, editor)


@click.command()
@click.argument("line", type=int)
@click.option("--confirm", "confirms", is_flag=True, help="Agree, as a second editor; the line's words are gone then.")
@click.option("--reason", default="", help="Why, when asking.")
@WHO
def erase(line: int, confirms: bool, reason: str, editor: str) -> None:
    """Ask for what a LINE says to be erased for good, or confirm it as a second editor."""
    open_register()
    from habeas.cli import correcting

    correcting.erase(line, editor, confirms=confirms, reason=reason)


CORRECTIONS = (retract, withhold, restrict, clear, join, part, erase)
