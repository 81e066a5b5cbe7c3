"""The commands and their options; what each does stands in the modules beside this one, loaded when it is called."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.accepting import ACCEPTING
from habeas.cli.admitting import ADMITTING
from habeas.cli.agreements import AGREEMENTS
from habeas.cli.archives import ARCHIVES
from habeas.cli.column_maps import columns
from habeas.cli.corrections import CORRECTIONS
from habeas.cli.counts import COUNTS
from habeas.cli.desk_commands import compare, left_over, tasks
from habeas.cli.estimates import ESTIMATES
from habeas.cli.groups import ShowUnlessNamed
from habeas.cli.keeping_commands import KEEPING
from habeas.cli.letting_out import LETTING_OUT
from habeas.cli.list_versions import list_versions
from habeas.cli.opening import choose_home, open_copy, open_register
from habeas.cli.options import BY, FILE, FOLDER, JSON, KNOWN, ON, WHO
from habeas.cli.readings import read
from habeas.cli.recognisers import recognisers
from habeas.cli.sanctions_lists import SANCTIONS_LISTS
from habeas.cli.stopped import begin


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), help="The folder of this register.")
@click.version_option(package_name="habeas", prog_name="habeas")
@click.pass_context
def habeas(context: click.Context, home: Path | None) -> None:
    """The open register of political imprisonment: who is held, who was freed, and how we know.

    The register lies in one folder, named by --home or HABEAS_HOME (./habeas-home without either).
    """
    begin(context.invoked_subcommand or "")
    choose_home(home)


@habeas.command()
def init() -> None:
    """Make an empty register in the home folder."""
    from habeas.cli import keeping

    keeping.init()


@habeas.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--public", "copy", type=FOLDER, help="Serve this public copy instead; needs no home.")
def serve(port: int, host: str, copy: Path | None) -> None:
    """Serve the pages of this register to this machine, or a public copy to everybody."""
    if copy:
        open_copy(copy)
    else:
        open_register()
    from habeas.cli import serving

    serving.serve(host, port, of_a_copy=copy is not None)


@habeas.command()
@click.option("--no-serve", is_flag=True, help="Build the example and end.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--with-invented", is_flag=True, help="Add 200 invented people, for scale.")
def demo(no_serve: bool, port: int, with_invented: bool) -> None:
    """Build the worked example (Belarus, 2015 to March 2026) in the home folder and serve it."""
    from habeas.cli import serving

    serving.demo(serves=not no_serve, port=port, with_invented=with_invented)


@habeas.command("import")
@click.argument("file", type=FILE)
@click.option("--map", "map_file", type=FILE, required=True, help="Which column is which claim, in YAML.")
@click.option("--log", "log_file", type=FILE, help="Write the outcome of every row to this CSV or JSON.")
@BY
@JSON
def import_(file: Path, map_file: Path, log_file: Path | None, editor: str, as_json: bool) -> None:
    """Turn an existing spreadsheet of prisoners into claims."""
    open_register()
    from habeas.cli import bringing

    bringing.import_file(file, map_file, log_file, (editor, as_json))


@habeas.group()
def source() -> None:
    """Sources that claims rest on."""


@source.command("add")
@click.option("--key", default="", help="A short key of your choice; drawn by lot without it.")
@click.option("--publisher", required=True, help="Who published it.")
@click.option("--title", default="")
@click.option("--url", default="", help="Its address.")
@click.option("--published", default="", metavar="DAY", help="When: a day, a month (2025-12) or a range.")
@click.option("--origin", default="", help="Sources of one origin, such as a wire and its rewrites, are one voice.")
@click.option("--file", "file", type=FILE, help="The bytes to archive.")
@BY
def source_add(
    key: str, publisher: str, title: str, url: str, published: str, origin: str, file: Path | None, editor: str
) -> None:
    """Put a source on record; said again with other words, it is mended."""
    open_register()
    from habeas.cli import bringing
    from habeas.intake.sources import NewSource

    bringing.source(NewSource(publisher, title, url, published, origin, key, file), editor)


@habeas.command()
@click.argument("file", type=FILE)
@click.option("--source", "source_key", required=True, metavar="KEY", help="Whose list it is.")
@click.option("--event", required=True, metavar="BATCH", help="Of which release.")
@click.option("--nearness", default="", help="How near the source stood; as in most of what it said without it.")
@click.option("--columns", "map_file", type=FILE, help="Which column of its table is what; see: habeas columns FILE.")
@click.option(
    "--complete",
    default="unknown",
    type=click.Choice(["yes", "no", "unknown"]),
    help="Whether it claims to be complete.",
)
@click.option(
    "--dropped",
    default="ask",
    type=click.Choice(["ask", "stand", "retract"]),
    help="What of rows that a new version has no more; ask, stand or retract them.",
)
@click.option("--log", "log_file", type=FILE, help="Write the outcome of every row to this CSV or JSON.")
@BY
@JSON
def take(
    file: Path,
    source_key: str,
    event: str,
    nearness: str,
    map_file: Path | None,
    complete: str,
    dropped: str,
    log_file: Path | None,
    editor: str,
    as_json: bool,
) -> None:
    """Take a list of names (table, spreadsheet, PDF, web page, document, text) and say what became of every row."""
    open_register()
    from habeas.cli import bringing

    bringing.take_list(file, source_key, event, (nearness, complete, dropped, editor, as_json), (map_file, log_file))


@habeas.command()
@click.argument("listing", metavar="LIST")
@click.argument("row", type=int)
@click.argument("ruling", metavar="same|different|unsure|new|not-a-person")
@click.argument("other", metavar="[ID]", default="")
@click.option("--insist", "insists", is_flag=True, help="With new: you have looked; no word of who bears the name.")
@WHO
@JSON
def decide(listing: str, row: int, ruling: str, other: str, insists: bool, editor: str, as_json: bool) -> None:
    """Judge a row of a list: same ID, different ID, unsure, new or not-a-person. Any verdict can be changed."""
    open_register()
    from habeas.cli import bringing

    bringing.decide_row(listing, row, (ruling, other), (editor, as_json), insists=insists)


@habeas.group(invoke_without_command=True)
@JSON
@click.pass_context
def lists(context: click.Context, as_json: bool) -> None:
    """Lists that were taken."""
    if context.invoked_subcommand:
        return
    open_register()
    from habeas.cli import bringing

    bringing.lists(as_json)


@habeas.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 100))
@ON
@KNOWN
@JSON
def find(name: tuple[str, ...], limit: int, on: str | None, known: str | None, as_json: bool) -> None:
    """People whose name may be NAME, in any script and spelling."""
    open_register()
    from habeas.cli import asking

    asking.find(" ".join(name), limit, (on, known), as_json)


@habeas.command()
@click.argument("id")
@ON
@KNOWN
@JSON
def person(id: str, on: str | None, known: str | None, as_json: bool) -> None:
    """One person on a day, with every claim and what contradicts it."""
    open_register()
    from habeas.cli import asking

    asking.person(id, (on, known), as_json)


@habeas.command()
@click.option("--definition", default="", metavar="KEY", help="Who counts as what; see: habeas definitions.")
@click.option("--by", default="", metavar="KIND", help="Broken down by status, sex, age, facility, region and more.")
@click.option("--people", "shows_people", is_flag=True, help="Also the people behind the number.")
@ON
@KNOWN
@JSON
def count(definition: str, by: str, shows_people: bool, on: str | None, known: str | None, as_json: bool) -> None:
    """How many people are held on a day, under a stated definition."""
    open_register()
    from habeas.cli import counting
    from habeas.cli.exporting import log_export

    if shows_people:
        log_export()
    counting.count(definition, (by, shows_people), (on, known), as_json)


@habeas.group(cls=ShowUnlessNamed)
def batch() -> None:
    """One release: `batch ID` shows it, `batch add` puts one on record."""


@batch.command("show")
@click.argument("id")
@click.option("--remaining", is_flag=True, help="Also those who are still held.")
@ON
@KNOWN
@JSON
def batch_show(id: str, remaining: bool, on: str | None, known: str | None, as_json: bool) -> None:
    """A release: six totals with their speakers, stages, and what conflicts."""
    open_register()
    from habeas.cli import asking

    asking.batch(id, remaining, (on, known), as_json)


@batch.command("add")
@click.option("--key", required=True, help="Its day, such as 2025-12-13, or a short word.")
@click.option("--title", required=True)
@click.option("--day", required=True, metavar="DAY", help="A day, a month or a range.")
@click.option("--source", "source_key", required=True, metavar="KEY", help="The source that tells of it.")
@click.option("--announcer", default="", help="Who announced it; the source's publisher without it.")
@click.option("--announced", type=int, help="How many people were announced.")
@click.option("--agreement", default="", metavar="KEY")
@BY
def batch_add(
    key: str, title: str, day: str, source_key: str, announcer: str, announced: int | None, agreement: str, editor: str
) -> None:
    """Put a release on record, as its announcer tells of it."""
    open_register()
    from habeas.cli import bringing
    from habeas.intake.batches import NewBatch

    bringing.batch(NewBatch(key, title, day, source_key, announcer, announced, agreement), editor)


@habeas.command()
@ON
@KNOWN
@JSON
def batches(on: str | None, known: str | None, as_json: bool) -> None:
    """All releases."""
    open_register()
    from habeas.cli import asking

    asking.batches((on, known), as_json)


@habeas.command()
@JSON
def sources(as_json: bool) -> None:
    """All sources."""
    open_register()
    from habeas.cli import asking

    asking.sources(as_json)


@habeas.command()
@JSON
def definitions(as_json: bool) -> None:
    """What a count can mean."""
    from habeas.cli.opening import ready

    ready()
    from habeas.cli import asking

    asking.definitions(as_json)


@habeas.command()
@click.argument("list_file", metavar="LIST.csv", type=FILE)
@click.option("--against", required=True, type=FILE, metavar="REGISTER.csv")
@click.option("--out", required=True, type=FILE, metavar="OUT.csv")
@click.option("--candidates", type=int, metavar="N", help="Also write the N likeliest people for every row.")
def match(list_file: Path, against: Path, out: Path, candidates: int | None) -> None:
    """Match a list of names against a register, both plain tables; needs no home and no database."""
    from habeas.match import run_match

    summary = run_match(list_file, against, out, candidates)
    click.echo(
        f"{summary.rows} = {summary.matched} match + {summary.unclear} unclear + {summary.absent} absent,"
        f" against {summary.people} people. Written to {summary.out}"
        + (f" and {summary.candidates}." if summary.candidates else ".")
    )


for command in (compare, list_versions, *SANCTIONS_LISTS):
    lists.add_command(command)

_MORE: tuple[tuple[click.Command, ...], ...] = (
    ACCEPTING,
    ADMITTING,
    AGREEMENTS,
    ARCHIVES,
    CORRECTIONS,
    COUNTS,
    (recognisers,),
    ESTIMATES,
    KEEPING,
    LETTING_OUT,
    (columns, left_over, tasks),
    (read,),
)
for commands in _MORE:
    for command in commands:
        habeas.add_command(command)
