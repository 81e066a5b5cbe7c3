"""The commands that estimate, with their options; what each does stands in estimating."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.opening import open_register
from habeas.problems import BadInput


@click.command()
@click.argument("table", required=False, type=click.Path(path_type=Path, dir_okay=False), metavar="[TABLE.csv]")
@click.option("--recogniser", "recognisers", multiple=True, metavar="KEY", help="A list to use; may stand again.")
@click.option("--on", metavar="DAY", help="The day in the world that is asked about; the ledger's last day without it.")
@click.option("--known", metavar="MOMENT", help="As we knew it then: a day (its end, UTC) or a moment.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs instead of a table.")
def undercount(
    table: Path | None, recognisers: tuple[str, ...], on: str | None, known: str | None, as_json: bool
) -> None:
    """Estimate how many people no list holds, from how recognisers' lists overlap.

    TABLE.csv gives the overlaps of other lists instead: a column of 0 and 1 for each, and a column people.
    """
    if table is not None:
        if recognisers or on or known:
            raise BadInput("A table of its own needs no register: leave --recogniser, --on and --known out.")
        from habeas.cli import estimating

        estimating.undercount_of_table(table, as_json)
        return
    open_register()
    from habeas.cli import estimating

    estimating.undercount_of_register(recognisers, (on, known), as_json)


ESTIMATES = (undercount,)
