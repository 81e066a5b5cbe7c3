"""What the desk's pages answer, on the command line: lists side by side, who is left over, what falls due."""

from __future__ import annotations

from habeas.cli.asking import lens_of
from habeas.cli.exporting import export_json
from habeas.cli.shown import bounds, note, say, show_table
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers_batches import Bounds
from habeas.register.due import Task
from habeas.register.listed_answers import ListsAnswer, Mentioned, OnLists, Totals

Clocks = tuple[str | None, str | None]


def compare_lists(batch: str, clocks: Clocks, as_json: bool) -> None:
    answer = queries.side_by_side(batch, lens_of(clocks))
    if answer is None:
        raise BadInput(f"There is no release “{batch[:80]}”. See: habeas batches")
    if as_json:
        export_json(answer)
        return
    _show_totals(answer.totals)
    heads = ("name", "outcome", *(_head(answer, place) for place in range(len(answer.lists))), "free", "just after")
    show_table(heads, [_cells(one) for one in answer.people], f"{answer.title}, {answer.when}")
    for one in answer.lists:
        for row in one.dropped:
            say(f"Dropped from the list of {one.source.publisher}: row {row.row}, {row.text}")
    if answer.nameless:
        say(f"{answer.nameless} more are counted whom nobody names.")
    note(f"On {answer.as_of.on}, version {answer.as_of.version}.")


def left_over(batch: str, clocks: Clocks, as_json: bool) -> None:
    answer = queries.left_over(batch, lens_of(clocks))
    if answer is None:
        raise BadInput(f"There is no release “{batch[:80]}”. See: habeas batches")
    if as_json:
        export_json(answer)
        return
    parts = {"missing": answer.missing, "new": answer.new, "unclear": answer.unclear}
    rows = [(part, one.person or "", one.name, one.freedom.value, one.status) for part in parts for one in parts[part]]
    rows += [("remaining", row.id, row.name, "", row.status) for row in answer.remaining]
    show_table(("part", "id", "name", "free", "status"), rows, f"{answer.title}, {answer.when}")
    say(", ".join(f"{len(found)} {part}" for part, found in parts.items()) + f", {len(answer.remaining)} remaining.")


def _days(one: Task) -> str:
    return f"{one.day} to {one.until}" if one.until and one.until != one.day else str(one.day)


def tasks(within: int, stale: int, clocks: Clocks, as_json: bool) -> None:
    answer = queries.tasks(lens_of(clocks), within, stale)
    if as_json:
        export_json(answer)
    elif answer.tasks:
        rows = [
            (_days(one), "late" if one.is_late(answer.as_of.on) else "", one.due, one.person, one.name, one.about)
            for one in answer.tasks
        ]
        show_table(("day", "", "what", "id", "name", "about"), rows)
    else:
        say(f"Nothing falls due within {within} days of {answer.as_of.on}.")


def _show_totals(totals: Totals) -> None:
    for name in Totals.__slots__:
        said = getattr(totals, name)
        if isinstance(said, Bounds):
            say(f"  {name}: {bounds(said.low, said.high)}, this register")
        for figure in () if isinstance(said, Bounds) else said:
            say(f"  {name}: {figure.number}, {figure.speaker}")


def _head(answer: ListsAnswer, place: int) -> str:
    one = answer.lists[place]
    return f"{one.source.publisher} ({one.rows})"


def _cells(one: OnLists) -> tuple[object, ...]:
    return (one.name, one.outcome, *map(_there, one.mentions), one.freedom.value, one.status_after)


def _there(mention: Mentioned | None) -> str:
    if mention is None:
        return ""
    return (str(mention.row) if mention.row else "named") + (" dropped" if mention.dropped else "")
