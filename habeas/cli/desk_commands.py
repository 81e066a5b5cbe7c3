"""The commands that answer as the desk's pages do, with their options; what each does stands in desk_answers."""

from __future__ import annotations

import click

from habeas.cli.opening import open_register
from habeas.cli.options import JSON, KNOWN, ON

_DAYS = click.IntRange(1, 5000)


@click.command()
@click.argument("batch", metavar="BATCH")
@ON
@KNOWN
@JSON
def compare(batch: str, on: str | None, known: str | None, as_json: bool) -> None:
    """The lists of a release side by side: who is on which, and who is free by whose word."""
    open_register()
    from habeas.cli import desk_answers

    desk_answers.compare_lists(batch, (on, known), as_json)


@click.command("left-over")
@click.argument("batch", metavar="BATCH")
@ON
@KNOWN
@JSON
def left_over(batch: str, on: str | None, known: str | None, as_json: bool) -> None:
    """Who remains after a release, who is missing of those said to be free, and who is new."""
    open_register()
    from habeas.cli import desk_answers

    desk_answers.left_over(batch, (on, known), as_json)


@click.command()
@click.option("--within", default=60, show_default=True, type=_DAYS, metavar="DAYS", help="How far ahead.")
@click.option(
    "--stale", default=180, show_default=True, type=_DAYS, metavar="DAYS", help="Without word for so long: confirm."
)
@ON
@KNOWN
@JSON
def tasks(within: int, stale: int, on: str | None, known: str | None, as_json: bool) -> None:
    """What falls due: ends of terms, days in court, reviews, people of whom nothing was heard for long."""
    open_register()
    from habeas.cli import desk_answers

    desk_answers.tasks(within, stale, (on, known), as_json)
