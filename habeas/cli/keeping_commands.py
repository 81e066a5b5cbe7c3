"""The commands that keep and check a register or its copy, with their options; what each does stands in keeping."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.opening import open_register
from habeas.cli.options import FILE, FOLDER, JSON
from habeas.problems import BadInput


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Write the whole register into one FILE."""
    open_register()
    from habeas.cli import keeping

    keeping.backup_to(file)


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Bring a backup back into an empty home folder, verified first."""
    from habeas.cli import keeping

    keeping.restore_from(file)


@click.command()
def rebuild() -> None:
    """Make the register's tables anew from the ledger."""
    open_register()
    from habeas.cli import keeping

    keeping.rebuild_tables()


KEY_OF_A_COPY = click.option(
    "--key", default="", metavar="KEY", help="The publisher's public key, as you have it from another place."
)


def _of_a_copy(copy: Path | None, key: str) -> None:
    if key and not copy:
        raise BadInput("--key is whose a public copy should be. Name the copy as well: --public DIR")


@click.command()
@click.option("--checkpoint", type=FILE, help="A checkpoint that was kept outside, to compare with.")
@click.option("--public", "copy", type=FOLDER, help="Check this public copy instead; needs no home.")
@KEY_OF_A_COPY
@JSON
def verify(checkpoint: Path | None, copy: Path | None, key: str, as_json: bool) -> None:
    """Walk the ledger's chain and every archived copy, and name the first line that does not fit."""
    _of_a_copy(copy, key)
    if copy:
        from habeas.cli import publishing

        publishing.verify(copy, key, checkpoint, as_json)
        return
    open_register()
    from habeas.cli import keeping

    keeping.verify_all(checkpoint, as_json)


@click.command()
@click.argument("file", type=FILE)
@click.option("--public", "copy", type=FOLDER, help="Note which public copy this is instead; needs no home.")
@KEY_OF_A_COPY
def checkpoint(file: Path, copy: Path | None, key: str) -> None:
    """Sign the ledger's last line into FILE, to be kept outside this machine."""
    _of_a_copy(copy, key)
    if copy:
        from habeas.cli import publishing

        publishing.checkpoint(file, copy, key)
        return
    open_register()
    from habeas.cli import keeping

    keeping.checkpoint_to(file)


KEEPING = (backup, restore, rebuild, verify, checkpoint)
