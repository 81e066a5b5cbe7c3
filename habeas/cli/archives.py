"""The commands that keep evidence, with their options; what each does stands in archiving."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.opening import open_register
from habeas.cli.options import BY, FILE, JSON


@click.command()
@click.argument("what", metavar="ADDRESS|FILE")
@click.option("--publisher", default="", help="Who published it; what the page says of itself without it.")
@click.option("--title", default="", help="What it is called; as the page says without it.")
@click.option("--published", default="", metavar="DAY", help="When it was published; as the page says without it.")
@click.option("--url", default="", help="Where a saved file came from.")
@click.option("--origin", default="", metavar="KEY", help="The origin group whose voice it repeats.")
@click.option("--key", default="", help="A key of your own for the source; drawn by lot without it.")
@click.option("--note", "remark", default="", help="What a picture shows; needed for pictures.")
@BY
@JSON
def capture(
    what: str,
    publisher: str,
    title: str,
    published: str,
    url: str,
    origin: str,
    key: str,
    remark: str,
    editor: str,
    as_json: bool,
) -> None:
    """Keep a page or a file as a source: its bytes, its text, a log, and proofs of its time."""
    open_register()
    from habeas.cli import archiving
    from habeas.intake.sources import NewSource

    file = None if what.lower().startswith(("http://", "https://")) else Path(what)
    archiving.capture(what, NewSource(publisher, title, url, published, origin, key, file), remark, editor, as_json)


@click.group()
def archive() -> None:
    """Copies of sources: checked, looked at again, proved, handed on."""


@archive.command("check")
@click.option("--older-than", default=7, show_default=True, metavar="DAYS", help="Leave out what was looked at since.")
@click.option("--limit", default=200, show_default=True, type=click.IntRange(1), help="Look at so many at most.")
@click.option("--offline", is_flag=True, help="Only check the copies and proofs that are here.")
@BY
@JSON
def archive_check(older_than: int, limit: int, offline: bool, editor: str, as_json: bool) -> None:
    """Check every copy and proof, look at sources again, and ask again for proofs that are missing."""
    open_register()
    from habeas.cli import archiving

    archiving.check_all(older_than, limit, offline, editor, as_json)


@archive.command("authority")
@click.argument("name")
@click.option("--url", required=True, help="Where it answers requests for tokens (RFC 3161).")
@click.option("--certificates", required=True, type=FILE, help="Its certificates as PEM, root and any between.")
def archive_authority(name: str, url: str, certificates: Path) -> None:
    """Ask a time authority for a token of every capture."""
    open_register()
    from habeas.cli import archiving

    archiving.authority(name, url, certificates)


@archive.command("export")
@click.argument("source")
@click.argument("file", type=FILE)
def archive_export(source: str, file: Path) -> None:
    """Write a captured page as WACZ, to be replayed elsewhere."""
    open_register()
    from habeas.cli import archiving

    archiving.export(source, file)


@click.command()
@click.argument("source")
@click.option("--cut", "words", multiple=True, required=True, metavar="WORDS", help="Words to take out; repeatable.")
@click.option("--alike", is_flag=True, help="Take out as well what may be one of the words in another form.")
@click.option("--out", type=FILE, help="Write the redacted text here as well.")
@BY
@JSON
def redact(source: str, words: tuple[str, ...], alike: bool, out: Path | None, editor: str, as_json: bool) -> None:
    """Make a copy of a source's text with words taken out; the original stays as it is."""
    open_register()
    from habeas.cli import archiving

    archiving.redact_source(source, words, alike, out, editor, as_json)


ARCHIVES = (capture, archive, redact)
