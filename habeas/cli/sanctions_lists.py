"""The commands about sanctioners' own lists, with their options; what each does stands in watching_lists."""

from __future__ import annotations

from pathlib import Path

import click

_FILE = click.Path(path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs instead of a table.")
_SOURCE = click.option(
    "--source", "key", default="", metavar="KEY", help="Whose list it is; told by what the file holds without it."
)
_SHRUNK = click.option("--shrunk", is_flag=True, help="You have looked: so many are really gone, no rows are missing.")


@click.command()
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@_SOURCE
@_SHRUNK
@_JSON
def diff(old: Path, new: Path, key: str, shrunk: bool, as_json: bool) -> None:
    """Two snapshots of a sanctions list: who was listed, delisted and amended; needs no home and no database."""
    from habeas.cli import watching_lists

    watching_lists.diff((old, new), key, shrunk=shrunk, as_json=as_json)


@click.command("sources")
@_JSON
def known_sources(as_json: bool) -> None:
    """Sanctions lists that can be read."""
    from habeas.cli import watching_lists

    watching_lists.known_sources(as_json)


SANCTIONS_LISTS = (diff, known_sources)
