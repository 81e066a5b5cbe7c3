"""Watched sanctions lists on the command line: snapshots taken, what they propose, and deciding on it."""

from __future__ import annotations

from habeas.cli.exporting import export_json
from habeas.cli.shown import note, say, show_json, show_table
from habeas.domain.written import Plain, write_claim
from habeas.intake.list_changes import ListChange, ListChanges, accept_change, changes_of, reject_change
from habeas.intake.snapshots import Snapshot, Watching, snapshots, take_snapshot
from habeas.problems import BadInput
from habeas.register.answers import Audience, Lens
from habeas.register.lenses import lens

_MOST_SHOWN = 200


def take(watching: Watching, how: tuple[str, bool]) -> None:
    editor, as_json = how
    taken = take_snapshot(watching, by=editor)
    read = changes_of(taken.snapshot.source, _desk())
    if as_json:
        export_json({"again": taken.again, **_changes(read)})
        return
    if taken.again:
        say(f"{taken.snapshot.source} holds these bytes already; nothing changed.")
    _show(read)


def changes(snapshot: str, as_json: bool) -> None:
    if not snapshot:
        all = snapshots()
        rows = [(one.source, one.listing, str(one.published), one.entries, one.unread) for one in all]
        if as_json:
            show_json([_snapshot(one) for one in all])
        elif rows:
            show_table(("snapshot", "list", "published", "entries", "unread"), rows)
        else:
            say("No snapshot was taken yet. Take one with: habeas lists take FILE --published DAY --by EDITOR")
        return
    read = changes_of(snapshot, _desk())
    if as_json:
        export_json(_changes(read))
    else:
        _show(read)


def accept(snapshot: str, change: str, who: tuple[str, str], *, insists: bool) -> None:
    instrument, editor = who
    read = changes_of(snapshot, _desk())
    told = accept_change(read, change, by=editor, subject=instrument, insists=insists)
    if told is None:
        say("Noted. A change of an entry's words is no act, so that no line says one.")
    elif told.number is not None:
        say(f"Line {told.number}. It is public once another editor accepts it.")
    elif told.held_by:
        raise BadInput(f"Held: {told.held_by} Look, and say --insist if it is right.")
    else:
        say(f"Known already, by line {max(told.decision.lines)}.")


def reject(snapshot: str, change: str, reason: str, editor: str) -> None:
    reject_change(changes_of(snapshot, _desk()), change, reason=reason, by=editor)
    say("Set aside.")


def _desk() -> Lens:
    return lens(None, None, Audience.DESK)


def _show(read: ListChanges) -> None:
    one = read.snapshot
    say(f"{one.source}: {one.listing} of {one.published}, {one.entries} entries.")
    if read.before is None:
        say("The first snapshot of this list; what changes from here on will be proposed.")
        return
    say(f"{len(read.changes)} changes since {read.before.published} ({read.before.source}), {read.left} to decide on.")
    if read.changes:
        heads = ("change", "what", "name", "may be", "state")
        rows = [(each.key, each.what, each.entry.name, _may_be(each), _state(each)) for each in read.changes]
        show_table(heads, rows[:_MOST_SHOWN])
    if len(read.changes) > _MOST_SHOWN:
        note(f"The first {_MOST_SHOWN} are shown; all with --json.")
    if read.unclear:
        note(f"{len(read.unclear)} parties may stand in rows that can't be read; nothing is proposed of them.")


def _may_be(one: ListChange) -> str:
    return "; ".join(f"{each.name}{f' ({each.id})' if each.id else ''} {each.probability:.2f}" for each in one.matches)


def _state(one: ListChange) -> str:
    if one.decided is None:
        return ""
    return f"{one.decided.verdict}" + (f", line {one.decided.made}" if one.decided.made else "")


def _changes(read: ListChanges) -> dict[str, object]:
    return {
        "snapshot": _snapshot(read.snapshot),
        "before": _snapshot(read.before) if read.before else None,
        "proposals": [_change(one) for one in read.changes],
        "unclear": [{"key": one.key, "name": one.name} for one in read.unclear],
    }


def _change(one: ListChange) -> dict[str, Plain]:
    claim: Plain = {"kind": one.claim.KIND, **write_claim(one.claim)} if one.claim else None
    decided: Plain = None
    if one.decided:
        decided = {"verdict": str(one.decided.verdict), "line": one.decided.made, "reason": one.decided.reason}
    return {
        "key": one.key,
        "what": one.what,
        "entry": one.entry.key,
        "name": one.entry.name,
        "kind": one.entry.kind.value,
        "programmes": list(one.entry.programmes),
        "instrument": one.subject,
        "claim": claim,
        "fields": {each.field: {"before": list(each.before), "after": list(each.after)} for each in one.changes},
        "matches": [{"id": each.id, "name": each.name, "probability": each.probability} for each in one.matches],
        "decided": decided,
    }


def _snapshot(one: Snapshot) -> dict[str, Plain]:
    return {
        "source": one.source,
        "list": one.listing,
        "published": str(one.published),
        "sha256": one.sha256,
        "entries": one.entries,
        "unread": one.unread,
    }
