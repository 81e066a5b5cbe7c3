"""The commands about agreements and instruments, with their options; what each does stands in agreeing."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.groups import ShowUnlessNamed
from habeas.cli.opening import open_register
from habeas.cli.options import BY, JSON, KNOWN, ON


@click.group(cls=ShowUnlessNamed)
def agreement() -> None:
    """One agreement: `agreement ID` shows it, `agreement take FILE` puts what editors wrote on record."""


@agreement.command("show")
@click.argument("id")
@ON
@KNOWN
@JSON
def agreement_show(id: str, on: str | None, known: str | None, as_json: bool) -> None:
    """What was promised, what was done by whose word, what is overdue, and what is not known."""
    open_register()
    from habeas.cli import agreeing

    agreeing.agreement(id, (on, known), as_json)


@agreement.command("take")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--source", "source_key", default="", metavar="KEY", help="Of claims that name no source themselves.")
@BY
@JSON
def agreement_take(file: Path, source_key: str, editor: str, as_json: bool) -> None:
    """Put agreements and legal acts on record from a YAML FILE; taken again, only what is new is written."""
    open_register()
    from habeas.cli import agreeing

    agreeing.take(file, source_key, (editor, as_json))


@click.command()
@ON
@KNOWN
@JSON
def agreements(on: str | None, known: str | None, as_json: bool) -> None:
    """All agreements, and whether they are kept."""
    open_register()
    from habeas.cli import agreeing

    agreeing.agreements((on, known), as_json)


@click.command()
@click.argument("id")
@ON
@KNOWN
@JSON
def instrument(id: str, on: str | None, known: str | None, as_json: bool) -> None:
    """One legal act of sanctions: what it does, since when, until when, and what came before and after it."""
    open_register()
    from habeas.cli import agreeing

    agreeing.instrument(id, (on, known), as_json)


@click.command()
@ON
@KNOWN
@JSON
def instruments(on: str | None, known: str | None, as_json: bool) -> None:
    """All legal acts of sanctions, and whether they stand."""
    open_register()
    from habeas.cli import agreeing

    agreeing.instruments((on, known), as_json)


AGREEMENTS = (agreement, agreements, instrument, instruments)
