"""Arguments and options that many commands have, each written once."""

from __future__ import annotations

from pathlib import Path

import click

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs instead of a table.")
ON = click.option(
    "--on", metavar="DAY", help="The day in the world that is asked about; the ledger's last day without it."
)
KNOWN = click.option("--known", metavar="MOMENT", help="As we knew it then: a day (its end, UTC) or a moment.")
BY = click.option(
    "--by", "editor", envvar="HABEAS_EDITOR", default="command-line", metavar="EDITOR", help="Who does this."
)
WHO = click.option("--by", "editor", required=True, metavar="EDITOR", help="Who decides.")
