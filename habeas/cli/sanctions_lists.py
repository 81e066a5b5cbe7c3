"""The commands about sanctioners' own lists, with their options; what each does stands in watching_lists."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.opening import open_register
from habeas.cli.options import JSON, WHO

_FILE = click.Path(path_type=Path)
_SOURCE = click.option(
    "--source", "key", default="", metavar="KEY", help="Whose list it is; told by what the file holds without it."
)
_SHRUNK = click.option("--shrunk", is_flag=True, help="You have looked: so many are really gone, no rows are missing.")


@click.command()
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@_SOURCE
@_SHRUNK
@JSON
def diff(old: Path, new: Path, key: str, shrunk: bool, as_json: bool) -> None:
    """Two snapshots of a sanctions list: who was listed, delisted and amended; needs no home and no database."""
    from habeas.cli import watching_lists

    watching_lists.diff((old, new), key, shrunk=shrunk, as_json=as_json)


@click.command("sources")
@JSON
def known_sources(as_json: bool) -> None:
    """Sanctions lists that can be read."""
    from habeas.cli import watching_lists

    watching_lists.known_sources(as_json)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_SOURCE
@click.option("--published", required=True, metavar="DAY", help="The day of which the list is.")
@click.option("--publisher", default="", help="Who published this copy; the list's own publisher without it.")
@click.option("--key", "own", default="", help="A key of your own for the source; drawn by lot without it.")
@click.option("--at-least", type=click.IntRange(1), metavar="N", help="You have looked: so many entries are enough.")
@_SHRUNK
@WHO
@JSON
def take(
    file: Path,
    key: str,
    published: str,
    publisher: str,
    own: str,
    at_least: int | None,
    shrunk: bool,
    editor: str,
    as_json: bool,
) -> None:
    """Archive a sanctions list as a snapshot; what changed since the last one waits as proposals at the desk."""
    open_register()
    from habeas.cli import list_proposals
    from habeas.intake.snapshots import Watching

    list_proposals.take(Watching(file, published, key, publisher, own, at_least, shrunk), (editor, as_json))


@click.command()
@click.argument("snapshot", metavar="SNAPSHOT", required=False, default="")
@JSON
def changes(snapshot: str, as_json: bool) -> None:
    """What a snapshot proposes, with who may be meant; all snapshots without one."""
    open_register()
    from habeas.cli import list_proposals

    list_proposals.changes(snapshot, as_json)


@click.command("accept")
@click.argument("snapshot", metavar="SNAPSHOT")
@click.argument("change", metavar="CHANGE")
@click.option("--instrument", default="", metavar="ID", help="The legal act that did it; one of its own without it.")
@click.option("--insist", "insists", is_flag=True, help="You have looked; write it even where it raises a doubt.")
@WHO
def accept_change(snapshot: str, change: str, instrument: str, insists: bool, editor: str) -> None:
    """Put a change of a sanctions list on record, or note one that is of words alone."""
    open_register()
    from habeas.cli import list_proposals

    list_proposals.accept(snapshot, change, (instrument, editor), insists=insists)


@click.command("reject")
@click.argument("snapshot", metavar="SNAPSHOT")
@click.argument("change", metavar="CHANGE")
@click.option("--reason", default="", help="Why not.")
@WHO
def reject_change(snapshot: str, change: str, reason: str, editor: str) -> None:
    """Set a change of a sanctions list aside."""
    open_register()
    from habeas.cli import list_proposals

    list_proposals.reject(snapshot, change, reason, editor)


SANCTIONS_LISTS = (diff, known_sources, take, changes, accept_change, reject_change)
