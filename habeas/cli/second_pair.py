"""What the commands of the second pair of eyes do."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.cli.exporting import export_json
from habeas.cli.keeping import caught_up
from habeas.cli.shown import counted, note, say, show_table
from habeas.intake import accepting
from habeas.intake.beyond import beyond as accepted_beyond
from habeas.ledger.access import Event, record
from habeas.register import queries


def accept(what: Sequence[str], editor: str) -> None:
    caught_up()
    done = accepting.accept(what, by=editor)
    if done.lines:
        caught_up()
        record(Event.DECIDED, editor)
    sources = f", and {len(done.sources)} about their sources" if done.sources else ""
    say(f"{counted(len(done.lines), 'line')} accepted{sources}." if done.lines else "Nothing of this waits for you.")
    if done.own:
        said = counted(done.own, "line is", "lines are")
        note(f"{said} {editor}'s own, which another editor has to accept.")


def reject(line: int, reason: str, editor: str) -> None:
    accepting.reject(line, reason=reason, by=editor)
    caught_up()
    record(Event.DECIDED, editor)
    say(f"Line {line} is rejected and not public.")


def beyond(batch: str, stage: str, editor: str) -> None:
    caught_up()
    done = accepted_beyond(batch, stage=stage, by=editor)
    caught_up()
    if done.said or done.agreed:
        record(Event.DECIDED, editor)
    said = counted(done.said, "member is", "members are")
    say(f"{said} said to be beyond reach, which another editor has to say too. Agreed to: {done.agreed}.")


def waiting(as_json: bool) -> None:
    rows = [(one.number, one.kind, one.subject, one.editor, one.sentence) for one in queries.waiting()]
    heads = ("line", "kind", "subject", "editor", "claim")
    if as_json:
        export_json([dict(zip(heads, row, strict=True)) for row in rows])
    elif rows:
        show_table(heads, rows)
        say("Accept with: habeas accept LINE --by EDITOR, or a list or person by id, or all.")
    else:
        say("Nothing waits for a second pair of eyes.")
