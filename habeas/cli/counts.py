"""The commands that balance counts and check printed ones, with their options; what each does stands in counting."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.opening import open_register
from habeas.cli.options import FILE, JSON


@click.command()
@click.argument("day_from", metavar="FROM")
@click.argument("day_to", metavar="TO")
@click.option("--definition", default="", metavar="KEY", help="Who counts as what; see: habeas definitions.")
@click.option("--known-from", metavar="MOMENT", help="As known then on the first day; as known now without it.")
@click.option("--known-to", metavar="MOMENT", help="As known then on the last day; as known now without it.")
@click.option("--people", "shows_people", is_flag=True, help="Also who is behind each term, and by which lines.")
@JSON
def balance(
    day_from: str,
    day_to: str,
    definition: str,
    known_from: str | None,
    known_to: str | None,
    shows_people: bool,
    as_json: bool,
) -> None:
    """Why a count of one day became that of another: who came, who left, and what was learned late."""
    open_register()
    from habeas.cli import counting
    from habeas.cli.exporting import log_export

    if shows_people:
        log_export()
    looks = ((day_from, known_from), (day_to, known_to))
    counting.balance(definition, looks, shows_people=shows_people, as_json=as_json)


@click.group()
def counts() -> None:
    """Counts that others printed."""


@counts.command("check")
@click.argument("file", type=FILE)
@click.option("--strict", is_flag=True, help="End with 1 unless every sum holds.")
@JSON
def check(file: Path, strict: bool, as_json: bool) -> None:
    """Whether printed stocks and flows add up: which do, which don't and by how much."""
    from habeas.cli import printed

    printed.check_file(file, strict=strict, as_json=as_json)


COUNTS = (balance, counts)
