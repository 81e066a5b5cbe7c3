"""Commands that let data out, and take it back: publish, withdraw, and what an outsider verifies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from habeas.cli.keeping import caught_up
from habeas.cli.shown import counted, note, progress, say, show_json
from habeas.domain.words import Basis


def publish(folder: Path, editor: str, edition: str, packs: Sequence[tuple[str, Path]]) -> None:
    from habeas.ledger.access import Event, record
    from habeas.publish.publish import publish as make

    caught_up()
    with progress("Publishing") as told:
        made = make(folder, editor=editor, edition=edition, progress=told)
    record(Event.PUBLISHED, editor)
    say(f"Data release {made.release} of {made.day}, copy {made.copy}: {made.files} files in {made.folder}.")
    _say_kept_back()
    for kind, file in packs:
        _pack(folder, kind, file)
    say(f"Serve it with: habeas serve --public {folder}   Check it with: habeas verify --public {folder}")


def _say_kept_back() -> None:
    from habeas.register.queries import waiting, within_reach

    if number := len(waiting()):
        verb = "waits" if number == 1 else "wait"
        note(f"{counted(number, 'line')} {verb} for a second editor and went nowhere. See: habeas waiting")
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


def verify(folder: Path, key: str, last: Path | None, as_json: bool) -> None:
    from click.exceptions import Exit

    from habeas.publish.checking import check
    from habeas.publish.last_seen import read_seen

    report = check(folder, key, read_seen(last) if last else None)
    if as_json:
        show_json({"sound": report.sound, "copy": report.seen.copy, "release": report.seen.release, "day": report.day,
                   "edition": report.seen.edition, "files": report.files, "key": report.seen.key,
                   "flaws": list(report.flaws), "proved": list(report.proved),
                   "unproved": list(report.unproved)})  # fmt: skip
    elif report.sound:
        say("\n  ".join(["Proved:", *report.proved]))
        say("\n  ".join(["Not proved:", *report.unproved]))
        say(f"The key that signed it: {report.seen.key}")
    else:
        _tell_flaws(report.flaws)
    if not report.sound:
        raise Exit(1)


def _tell_flaws(flaws: Sequence[str]) -> None:
    note(f"The first thing that doesn't fit: {flaws[0]}")
    for flaw in flaws[1:20]:
        note(f"  {flaw}")
    if len(flaws) > 20:
        note(f"  and {len(flaws) - 20} more.")
    note("Don't rely on this copy. Get it anew from its publisher.")


def checkpoint(file: Path, folder: Path, key: str) -> None:
    from click.exceptions import Exit

    from habeas.publish.checking import check
    from habeas.publish.last_seen import write_seen

    report = check(folder, key)
    if not report.sound:
        _tell_flaws(report.flaws)
        raise Exit(1)
    write_seen(report.seen, file)
    say(f"Copy {report.seen.copy}, signed by {report.seen.key}, is noted in {file}. Keep it apart from the copies.")
    say(f"Next time: habeas verify --public {folder} --checkpoint {file}")
