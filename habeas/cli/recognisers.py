"""The command that sets recognisers' lists side by side, with its options; what it does stands in recognising."""

from __future__ import annotations

import click

from habeas.cli.opening import open_register
from habeas.cli.options import JSON, KNOWN, ON
from habeas.problems import BadInput


@click.command()
@click.argument("one", required=False)
@click.argument("other", required=False)
@click.option("--definition", default="", metavar="KEY", help="Whose statuses count; see: habeas definitions.")
@ON
@KNOWN
@JSON
def recognisers(
    one: str | None, other: str | None, definition: str, on: str | None, known: str | None, as_json: bool
) -> None:
    """The lists of those who recognise side by side; of two, who is on ONE and not on OTHER, and why."""
    open_register()
    from habeas.cli import recognising

    if one and not other:
        raise BadInput(f"Name two: habeas recognisers {one[:40]} OTHER. Their keys: habeas recognisers.")
    if one and other:
        recognising.only_on(one, other, definition, (on, known), as_json)
    else:
        recognising.lists(definition, (on, known), as_json)
