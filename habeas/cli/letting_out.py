"""The commands publish and withdraw with their options; what they do stands in publishing."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.opening import open_register
from habeas.cli.options import BY, FILE, FOLDER, WHO

GROUNDS = ["family", "person", "security", "third_party", "court"]


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@BY
@click.option(
    "--edition",
    type=click.Choice(["plain", "linked"]),
    default="plain",
    show_default=True,
    help="linked: with live addresses of the sources, for readers abroad.",
)
@click.option(
    "--pack",
    "packs",
    type=(click.Choice(["stick", "mirror", "onion"]), FILE),
    multiple=True,
    metavar="KIND FILE",
    help="Also pack the copy into FILE, a zip for a memory stick, a mirror or an onion service.",
)
def publish(folder: Path, editor: str, edition: str, packs: tuple[tuple[str, Path], ...]) -> None:
    """Make the public copy in DIR: what two people let out, field by field, and nothing else."""
    open_register()
    from habeas.cli import publishing

    publishing.publish(folder, editor, edition, packs)


@click.command()
@click.argument("id", metavar="ID")
@click.option("--field", "fields", multiple=True, metavar="KIND|LINE", help="Only this, not the whole person.")
@click.option("--basis", default="security", show_default=True, type=click.Choice(GROUNDS), help="Why.")
@WHO
def withdraw(id: str, fields: tuple[str, ...], basis: str, editor: str) -> None:
    """Take a person, or what is said of them in one respect, out of every public copy at once."""
    open_register()
    from habeas.cli import publishing

    publishing.withdraw(id, fields, basis, editor)


LETTING_OUT = (publish, withdraw)
