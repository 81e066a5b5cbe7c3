"""Commands that bring something in: sources, batches, lists, spreadsheets, and what editors decide."""

from __future__ import annotations

from pathlib import Path

from habeas.cli.exporting import log_export
from habeas.cli.keeping import caught_up
from habeas.cli.shown import counted, note, progress, say, show_json, show_table
from habeas.domain.words import Answer
from habeas.domain.written import Plain
from habeas.intake.batches import NewBatch, add_batch
from habeas.intake.decide import Ruling, decide
from habeas.intake.files.column_maps import read_column_map
from habeas.intake.listings import listings
from habeas.intake.outcome import Outcome, RowOutcome
from habeas.intake.row_log import Entry, entries_of, write_log
from habeas.intake.sources import NewSource, add_source, nearness_word
from habeas.intake.spreadsheets.importing import Imported, import_register
from habeas.intake.standing import Fate, Meant
from habeas.intake.take import take
from habeas.intake.versions import Dropped
from habeas.ledger.access import Event, record
from habeas.problems import BadInput

_MOST_PROBLEMS = 20


def source(new: NewSource, editor: str) -> None:
    added = add_source(new, editor=editor)
    caught_up()
    say(f"The source {added.id} is on record." if added.changed else f"The source {added.id} stood so already.")


def batch(new: NewBatch, editor: str) -> None:
    added = add_batch(new, editor=editor)
    caught_up()
    say(f"The batch {added.id} is on record." if added.changed else f"The batch {added.id} stood so already.")
    if added.note:
        note(added.note)


def take_list(
    file: Path,
    source_key: str,
    event: str,
    how: tuple[str, str, str, str, bool],
    files: tuple[Path | None, Path | None],
) -> None:
    (nearness, complete, dropped, editor, as_json), (map_file, log_file) = how, files
    by = read_column_map(map_file) if map_file else None
    caught_up()
    with progress("Comparing names") as told:
        outcome = take(
            file,
            source=source_key,
            event=event,
            editor=editor,
            nearness=nearness_word(nearness),
            complete=next(one for one in Answer if str(one) == complete),
            dropped=next(one for one in Dropped if str(one) == dropped),
            progress=told,
            columns=by,
        )
    caught_up()
    if not outcome.unchanged:
        record(Event.TOOK, editor)
    if log_file:
        log_export(editor)
        write_log(entries_of(outcome), log_file)
    if as_json:
        log_export(editor)
        show_json(_outcome(outcome))
    else:
        _show(outcome)


def decide_row(
    listing: str, row: int, ruling: tuple[str, str], how: tuple[str, bool], *, insists: bool = False
) -> None:
    (word, other), (editor, as_json) = ruling, how
    known = {str(one): one for one in Ruling}
    if word not in known:
        raise BadInput(f"“{word[:40]}” is no decision. Say one of: same ID, different ID, unsure, new, not-a-person.")
    decided = decide(listing, row, known[word], by=editor, other=other, insists=insists)
    caught_up()
    if decided.written:
        record(Event.DECIDED, editor)
    if as_json:
        show_json(
            {
                "list": decided.listing,
                "row": decided.row,
                "subject": decided.subject,
                "outcome": str(decided.standing.fate),
                "candidates": [_meant(one) for one in decided.standing.meant],
                "written": list(decided.written),
                "retracted": list(decided.retracted),
                "warning": decided.warning,
            }
        )
        return
    back = f" {counted(len(decided.retracted), 'former judgement')} taken back." if decided.retracted else ""
    made = f" The id is {decided.subject}." if decided.standing.fate is Fate.NEW else ""
    say(f"Row {row} of {listing}: {decided.standing.fate}.{made}{back if decided.written else ' It stood so already.'}")
    if decided.warning:
        note(f"Look again: {decided.warning}")


def lists(as_json: bool) -> None:
    rows = [
        (one.id, one.source, one.event, one.latest.taken.version, one.latest.taken.rows) for one in listings().values()
    ]
    heads = ("list", "source", "event", "version", "rows")
    if as_json:
        show_json([dict(zip(heads, row, strict=True)) for row in rows])
    elif rows:
        show_table(heads, rows)
    else:
        say("No list was taken yet. Take one with: habeas take FILE --source KEY --event BATCH")


def import_file(file: Path, map_file: Path, log_file: Path | None, how: tuple[str, bool]) -> None:
    editor, as_json = how
    caught_up()
    with progress("Comparing names") as told:
        done = import_register(file, map_file, editor=editor, progress=told)
    if done.lines:
        caught_up()
        record(Event.TOOK, editor)
    if log_file or as_json:
        log_export(editor)
    if log_file:
        write_log(_logged(done), log_file)
    if as_json:
        show_json(_imported(done))
        return
    say(f"{done.sum}. {counted(done.lines, 'line was', 'lines were')} written.")
    _show_problems(done)


def _show_problems(done: Imported) -> None:
    """The first of each sort: a column that can't be read is amiss in every row, and one example tells it."""
    sorts: dict[tuple[str, str], list[str]] = {}
    for problem in (problem for row in done.log for problem in row.problems):
        sorts.setdefault((problem.where.partition("column")[2], problem.advice), []).append(str(problem))
    for told in list(sorts.values())[:_MOST_PROBLEMS]:
        note(told[0] + (f" So it is {counted(len(told) - 1, 'time')} more." if len(told) > 1 else ""))
    if sorts:
        note("--log FILE writes the outcome of every row.")


def _outcome(outcome: Outcome) -> dict[str, object]:
    return {
        "list": outcome.listing,
        "source": outcome.source,
        "event": outcome.event,
        "version": outcome.version,
        "unchanged": outcome.unchanged,
        "matched_anew": outcome.anew,
        "claimed_complete": str(outcome.claimed_complete),
        "rows": len(outcome.rows),
        **{str(fate).replace(" ", "_"): number for fate, number in outcome.counts.items()},
        "sum": outcome.sum,
        "outcomes": [_row(row) for row in outcome.rows],
        "new_rows": [{"row": one.row, "text": one.text} for one in outcome.new],
        "vanished_rows": [{"row": one.row, "text": one.text} for one in outcome.vanished],
        "problems": [str(problem) for problem in outcome.problems],
    }


def _row(row: RowOutcome) -> dict[str, object]:
    matched = row.meant[0] if str(row.fate) == "matched" else None
    return {
        "row": row.row,
        "text": row.text,
        "outcome": str(row.fate),
        "subject": row.subject,
        "id": matched.id if matched else None,
        "name": matched.name if matched else None,
        "probability": matched.probability if matched else None,
        "reasons": list(matched.reasons) if matched else ([row.reason] if row.reason else []),
        "candidates": [] if matched else [_meant(one) for one in row.meant],
    }


def _meant(one: Meant) -> dict[str, Plain]:
    return {"id": one.id, "name": one.name, "probability": one.probability, "reasons": list(one.reasons)}


def _show(outcome: Outcome) -> None:
    table = [(row.row, row.text, str(row.fate), _who(row)) for row in outcome.rows]
    show_table(("row", "printed", "outcome", "who, and why"), table)
    say()
    say(f"List {outcome.listing}, version {outcome.version}, of {outcome.source} on {outcome.event}.{_again(outcome)}")
    if outcome.claimed_complete is not Answer.UNKNOWN:
        say("It claims to be complete." if outcome.claimed_complete is Answer.YES else "It says that there are more.")
    for row in outcome.new:
        say(f"  new in this version: row {row.row}, {row.text}")
    for row in outcome.vanished:
        say(f"  vanished since the version before: row {row.row}, {row.text}")
    if outcome.vanished and not outcome.again:
        say("  What the list said of them stands, unless you took this version with --dropped retract.")
    say(outcome.sum)
    if outcome.meets_nobody:
        note("Nobody whom this list names is in the register. Look whether it is a list of this release.")
    for problem in outcome.problems[:_MOST_PROBLEMS]:
        note(str(problem))
    if any(str(row.fate) in ("unclear", "not in the register") for row in outcome.rows):
        say(
            f"Decide with: habeas decide {outcome.listing} ROW same ID|different ID|unsure|new|not-a-person --by EDITOR"
        )


def _again(outcome: Outcome) -> str:
    if outcome.unchanged:
        return " These bytes were taken before; nothing changed."
    rows = counted(outcome.anew, "row that nobody had decided was", "rows that nobody had decided were")
    return f" These bytes were taken before; {rows} matched anew." if outcome.again else ""


def _who(row: RowOutcome) -> str:
    """Reasons stand beside what an editor has to judge; those of the matches are in the JSON and the ledger."""
    if not row.meant:
        return row.reason
    matched = str(row.fate) == "matched"
    shown = []
    for one in row.meant[:3]:
        sure = "" if one.probability is None else f" {one.probability:.2f}"
        why = f": {'; '.join(one.reasons)}" if one.reasons and not matched else ""
        shown.append(f"{one.id} {one.name}{sure}{why}")
    return "\n".join(shown)


def _imported(done: Imported) -> dict[str, object]:
    return {
        "source": done.source,
        "lines": done.lines,
        "sum": done.sum,
        "rows": [
            {
                "line": row.line,
                "outcome": str(row.became),
                "subject": row.subject,
                "claims": row.claims,
                "problems": [str(problem) for problem in row.problems],
            }
            for row in done.log
        ],
    }


def _logged(done: Imported) -> list[Entry]:
    return [
        {
            "line": row.line,
            "outcome": str(row.became),
            "subject": row.subject,
            "claims": row.claims,
            "problems": " / ".join(map(str, row.problems)),
        }
        for row in done.log
    ]
