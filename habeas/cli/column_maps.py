"""The command that looks at a file's columns and suggests what each of them is."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.problems import BadInput


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs instead of YAML.")
def columns(file: Path, as_json: bool) -> None:
    """Suggest a map of the columns of FILE, as YAML to mend and give to `take --columns`."""
    from habeas.cli.shown import note, say, show_json
    from habeas.delimited import read_bytes
    from habeas.intake.files.column_maps import written
    from habeas.intake.files.columns import suggest, with_sheet
    from habeas.intake.files.reading import contents_of
    from habeas.intake.files.sheets import sheets_of_names

    contents = contents_of(file, read_bytes(file))
    tables = [block for block in contents.blocks if block.table and block.rows]
    of_names = sheets_of_names(tables)
    found = [with_sheet(by, block.title) for block in of_names if (by := suggest(block))]
    if as_json:
        show_json({"kind": contents.kind, "tables": len(tables), "maps": found})
    elif found:
        say(written(found[0]).rstrip())
        for other in found[1:]:
            note(f"The sheet “{other.sheets[0]}” has names too." if other.sheets else "A further table has names too.")
    elif tables:
        raise BadInput(f'{file}: no column is called “name”, and none is full of names. Write a map: name: ["#1"]')
    else:
        say(f"No table, so no map is needed: {contents.kind.meaning}.")
