"""The commands that estimate, with their options; what each does stands in estimating."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.opening import open_register
from habeas.cli.options import JSON, KNOWN, ON
from habeas.problems import BadInput


@click.command()
@click.argument("table", required=False, type=click.Path(path_type=Path, dir_okay=False), metavar="[TABLE.csv]")
@click.option("--recogniser", "recognisers", multiple=True, metavar="KEY", help="A list to use; may stand again.")
@ON
@KNOWN
@JSON
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


@click.command()
@click.option("--recogniser", "recognisers", multiple=True, metavar="KEY", help="Of whom it recognises; repeatable.")
@ON
@KNOWN
@JSON
def durations(recognisers: tuple[str, ...], on: str | None, known: str | None, as_json: bool) -> None:
    """How long custody lasts: the share still held and the share out by each way, with bands."""
    open_register()
    from habeas.cli import estimating

    estimating.durations_of_register(recognisers, (on, known), as_json)


@click.command()
@click.argument("day")
@click.option("--days", "length", default=90, show_default=True, help="How long each window is.")
@click.option("--recogniser", "recognisers", multiple=True, metavar="KEY", help="Whose recognitions; repeatable.")
@ON
@KNOWN
@JSON
def around(
    day: str, length: int, recognisers: tuple[str, ...], on: str | None, known: str | None, as_json: bool
) -> None:
    """What came before and after a DAY: releases, arrests and recognitions, beside what other days show."""
    open_register()
    from habeas.cli import estimating

    estimating.around_a_day(day, length, recognisers, (on, known), as_json)


ESTIMATES = (undercount, durations, around)
