"""The command that reads a report."""

from __future__ import annotations

import click

from habeas.cli.options import JSON
from habeas.reading.words.languages import KNOWN


@click.command()
@click.argument("what", metavar="FILE|URL")
@click.option("--lang", type=click.Choice(KNOWN), help="The language of the text; guessed without it.")
@click.option("--published", metavar="DAY", help="The day of the text, from which “on Friday” is counted.")
@click.option("--model", "with_model", is_flag=True, help="Ask the model that HABEAS_MODEL names as well.")
@JSON
def read(what: str, lang: str | None, published: str | None, with_model: bool, as_json: bool) -> None:
    """Read a report and print what it may be claiming, each claim with the words it rests on.

    Nothing is written: a proposal is no fact. With a register in the home folder, each is weighed against it.
    """
    from habeas.cli.opening import ready

    ready()
    from habeas.cli import reading_files

    reading_files.read(what, (lang or "", published or ""), with_model, as_json)
