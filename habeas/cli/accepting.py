"""The commands of the second pair of eyes."""

from __future__ import annotations

import click

from habeas.cli.opening import open_register
from habeas.cli.options import JSON

WHO = click.option("--by", "editor", required=True, metavar="EDITOR", help="Who agrees or disagrees.")


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="LINE|ID|all...")
@WHO
def accept(what: tuple[str, ...], editor: str) -> None:
    """Accept what another editor wrote, so that it becomes public: lines, a list, a person, or all that waits."""
    open_register()
    from habeas.cli import second_pair

    second_pair.accept(what, editor)


@click.command()
@click.argument("line", type=int)
@click.option("--reason", required=True, help="Why; whoever wrote it will ask.")
@WHO
def reject(line: int, reason: str, editor: str) -> None:
    """Keep a LINE that another editor wrote from becoming public."""
    open_register()
    from habeas.cli import second_pair

    second_pair.reject(line, reason, editor)


@click.command()
@JSON
def waiting(as_json: bool) -> None:
    """What waits for a second pair of eyes."""
    open_register()
    from habeas.cli import second_pair

    second_pair.waiting(as_json)


@click.command()
@click.argument("batch")
@click.option("--stage", default="", help="Of this stage alone.")
@WHO
def beyond(batch: str, stage: str, editor: str) -> None:
    """Record that those freed in BATCH are beyond the releasing state's reach; a second editor says the same."""
    open_register()
    from habeas.cli import second_pair

    second_pair.beyond(batch, stage, editor)


ACCEPTING = (accept, reject, waiting, beyond)
