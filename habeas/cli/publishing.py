"""Commands that let data out, and take it back: publish, withdraw, and what an outsider verifies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from habeas.cli.keeping import caught_up
from habeas.cli.opening import ready
from habeas.cli.shown import note, progress, say, show_json
from habeas.domain.words import Basis


def publish(folder: Path, editor: str, edition: str, packs: Sequence[tuple[str, Path]]) -> None:
    from habeas.ledger.access import Event, record
    from habeas.publish.publish import publish as make

    caught_up()
    with progress("Publishing") as told:
        made = make(folder, editor=editor, edition=edition, progress=told)
    record(Event.PUBLISHED, editor)
    say(f"Data release {made.release} of {made.day}: {made.files} files in {made.folder}.")
    _say_kept_back()
    for kind, file in packs:
        _pack(folder, kind, file)
    say(f"Serve it with: habeas serve --public {folder}   Check it with: habeas verify --public {folder}")


def _say_kept_back() -> None:
    from habeas.register.queries import within_reach

    for batch, number in sorted(within_reach().items()):
        note(
            f"{number} of the release {batch} are counted without a name, since nobody said that they are out of reach."
        )
        note(f"  Once they are, two editors say so, each for themselves: habeas beyond {batch} --by EDITOR")


def _pack(folder: Path, kind: str, file: Path) -> None:
    from habeas.publish.pack import pack

    told = pack(folder, kind, file)
    say(f"Packed for a {kind} into {file}, SHA-256 {told}.")
    note("Keeping or passing on such a pack can be punished where its readers are: say so to whoever gets it.")


def withdraw(id: str, fields: tuple[str, ...], basis: str, editor: str) -> None:
    from habeas.ledger.access import Event, record
    from habeas.publish.withdraw import withdraw as take_back

    ground = {str(one): one for one in Basis}[basis]
    done = take_back(id, fields, basis=ground, by=editor)
    caught_up()
    record(Event.DECIDED, editor)
    what = f"What was said of {id} as {', '.join(fields)}" if fields else id
    say(f"{what} is withheld from the public, for every moment that is asked about.")
    for made in done.copies:
        say(f"{made.folder} was made anew, its earlier data releases too, without it.")
    if not done.copies:
        say("Nothing was published from this home yet, so there was nothing to take it out of.")
    say("Copies that others made hold it still: tell the mirrors to fetch anew now.")


def verify(folder: Path, as_json: bool) -> None:
    from click.exceptions import Exit

    from habeas.publish.checking import check

    report = check(folder)
    if as_json:
        show_json({"sound": report.sound, "release": report.release, "day": report.day, "files": report.files,
                   "key": report.key, "flaws": list(report.flaws)})  # fmt: skip
    elif report.sound:
        say(f"All {report.files} files are as they were signed: data release {report.release} of {report.day}.")
        say(f"Signed by the key {report.key}. Compare it with the one its publisher tells by another way.")
    else:
        note(f"The first thing that doesn't fit: {report.flaws[0]}")
        for flaw in report.flaws[1:20]:
            note(f"  {flaw}")
        note("Don't rely on this copy. Get it anew from its publisher.")
    if not report.sound:
        raise Exit(1)
    ready()
    from habeas.publish.readable import must_be_readable

    must_be_readable(folder)
