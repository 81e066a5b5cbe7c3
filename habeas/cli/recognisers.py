"""The command that sets recognisers' lists side by side, with its options; what it does stands in recognising."""

from __future__ import annotations

import click

from habeas.cli.opening import open_register
from habeas.problems import BadInput


@click.command()
@click.argument("one", required=False)
@click.argument("other", required=False)
@click.option("--definition", default="", metavar="KEY", help="Whose statuses count; see: habeas definitions.")
@click.option("--on", metavar="DAY", help="The day in the world that is asked about; the ledger's last day without it.")
@click.option("--known", metavar="MOMENT", help="As we knew it then: a day (its end, UTC) or a moment.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs instead of a table.")
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
