"""Commands that keep the register: made, backed up, restored, rebuilt, verified, sealed."""

from __future__ import annotations

import os
from pathlib import Path

from habeas.cli.opening import make_register_home, ready
from habeas.cli.shown import counted, note, progress, say, show_json
from habeas.problems import BadInput
from habeas.project.home import home, make_home


def init() -> None:
    make_register_home()
    from habeas.ledger.append import Kind, begin
    from habeas.ledger.read import last_number

    if last_number():
        raise BadInput(
            f"There is a register in {home()} already, of {counted(last_number(), 'line')}. Nothing was changed."
        )
    begin(Kind.LIVE)
    caught_up()
    say(f"An empty register stands in {home()}.")
    say("Next: habeas source add, habeas batch add, habeas import or habeas take. Each tells more with --help.")


def caught_up() -> None:
    """Bring the register's tables up to the last line; after every append."""
    from habeas.register.project import catch_up

    catch_up()


def backup_to(file: Path) -> None:
    from habeas.ledger.access import Event, record
    from habeas.ledger.backup import backup

    made = backup(file)
    record(Event.BACKED_UP, "command-line")
    say(f"{counted(made.lines, 'line')} and the archive are in {file}.")
    say(f"Whoever holds it holds everything: keep it as you keep {home()}.")


def restore_from(file: Path) -> None:
    if not file.exists():
        raise BadInput(f"{file}: there is no such file. Check the name and the folder.")
    # PostgreSQL needs its tables before lines can be loaded; SQLite's come with the file.
    if os.environ.get("HABEAS_DATABASE"):
        make_register_home()
    make_home()
    ready()
    from habeas.ledger.access import Event, record
    from habeas.ledger.restore import restore

    report = restore(file)
    record(Event.RESTORED, "command-line")
    # A backup of an older version of the program has older tables.
    make_register_home()
    rebuild_tables()
    copies = counted(report.copies, "archived copy", "archived copies")
    say(f"{counted(report.lines, 'line')} and {copies} were restored into {home()} and verified.")


def rebuild_tables() -> None:
    from habeas.register.project import rebuild

    with progress("Rebuilding") as told:
        last = rebuild(told)
    say(f"The register's tables were made anew from {counted(last, 'line')}.")


def verify_all(checkpoint: Path | None, as_json: bool) -> None:
    from click.exceptions import Exit

    from habeas.ledger.verify import verify

    with progress("Verifying") as told:
        report = verify(checkpoint, told)
    if as_json:
        show_json({"sound": report.sound, "lines": report.lines, "copies": report.copies, "erased": report.erased,
                   "flaws": [{"line": flaw.line, "what": flaw.what} for flaw in report.flaws]})  # fmt: skip
    elif report.sound:
        against = " and agree with the checkpoint" if checkpoint else ""
        gaps = (
            f" {counted(report.erased, 'line was', 'lines were')} erased by two people on record."
            if report.erased
            else ""
        )
        held = f"{counted(report.lines, 'line')} and {counted(report.copies, 'archived copy', 'archived copies')}"
        say(f"All {held} are as they were written{against}.{gaps}")
        if not checkpoint:
            say("A cut tail shows only against a checkpoint kept outside: habeas verify --checkpoint FILE.")
    else:
        note(f"The first line that doesn't fit: {report.first}.")
        for flaw in report.flaws[1:20]:
            note(f"  {flaw}")
        note("Restore a backup into a new home and compare; keep this one as it is.")
    if not report.sound:
        raise Exit(1)


def checkpoint_to(file: Path) -> None:
    from habeas.ledger.checkpoint import seal

    made = seal(file)
    say(f"Line {made.number} is sealed in {file}. Keep it where whoever can change this machine can't reach it.")
