"""Sanctioners' own lists: two snapshots compared, and the lists that can be read."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from habeas.cli.shown import note, say, show_json, show_table
from habeas.domain.written import Plain
from habeas.problems import BadInput
from habeas.sources.compare import Amended, Diff, Programme, check_not_cut, compare
from habeas.sources.entries import Entry
from habeas.sources.manifests import manifests
from habeas.sources.parcels import Parcel, of_several, parcel
from habeas.sources.read import ListRead, read_list

_MOST_SHOWN = 200
_MOST_UNREAD = 100


def diff(files: tuple[Path, Path], key: str, *, shrunk: bool, as_json: bool) -> None:
    with ExitStack() as opened:
        old, new = (read_list(_open(file, opened), key) for file in files)
    found = compare(old, new)
    if not shrunk:
        check_not_cut(found)
    if as_json:
        show_json(_diff(found))
    else:
        _show(found)
    _notes(found)


def known_sources(as_json: bool) -> None:
    if as_json:
        show_json([_source(key) for key in manifests()])
        return
    rows = [(one.key, one.title, one.publisher, one.format, one.floor) for one in manifests().values()]
    show_table(("key", "title", "publisher", "format", "floor"), rows)


def _open(path: Path, opened: ExitStack) -> Parcel:
    """A file, or a folder of those that belong together."""
    try:
        if path.is_dir():
            files = [one for one in sorted(path.iterdir()) if one.is_file() and not one.name.startswith(".")]
            return of_several(str(path), {one.name: opened.enter_context(one.open("rb")) for one in files})
        return parcel(str(path), opened.enter_context(path.open("rb")))
    except FileNotFoundError:
        raise BadInput(f"{path}: there is no such file. Check the name and the folder.") from None
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}). Check that you may open it.") from None


def _diff(found: Diff) -> dict[str, object]:
    return {
        "source": found.new.source.key,
        "old": _read(found.old),
        "new": _read(found.new),
        "counts": {what: len(of) for what, of in _parts(found).items()},
        "listed": [_entry(one) for one in found.listed],
        "delisted": [_entry(one) for one in found.delisted],
        "unclear": [_entry(one) for one in found.unclear],
        "amended": [_amended(one) for one in found.amended],
        "by_programme": dict(found.programmes),
    }


def _parts(found: Diff) -> dict[str, tuple[object, ...]]:
    return {
        "listed": found.listed,
        "delisted": found.delisted,
        "unclear": found.unclear,
        "amended": found.amended,
    }


def _read(read: ListRead) -> dict[str, object]:
    return {
        "file": read.name,
        "entries": len(read.entries),
        "rows": read.rows,
        "merged_rows": sum(read.merged.values()),
        "merged": list(read.merged),
        "unread": len(read.unread),
        "unread_rows": [{"line": row.line, "what": row.what} for row in read.unread],
        "below_floor": read.below_floor,
        "notes": list(read.notes),
    }


def _entry(one: Entry) -> dict[str, Plain]:
    return {
        "key": one.key,
        "name": one.name,
        "kind": one.kind.value,
        "names": [{"text": name.text, "kind": name.kind.value, "script": name.script} for name in one.names],
        "programmes": list(one.programmes),
        "listed": [str(day) for day in one.listed],
        "births": [{"printed": birth.printed, "date": str(birth.when) if birth.when else None} for birth in one.births],
        "nationalities": list(one.nationalities),
        "remarks": list(one.remarks),
        "details": [{"field": field, "value": value} for field, value in one.details],
    }


def _amended(one: Amended) -> dict[str, Plain]:
    fields: dict[str, Plain] = {
        change.field: {"before": list(change.before), "after": list(change.after)} for change in one.changes
    }
    return {
        "key": one.entry.key,
        "name": one.entry.name,
        "kind": one.entry.kind.value,
        "programmes": list(one.entry.programmes),
        "fields": fields,
    }


def _show(found: Diff) -> None:
    counts = ", ".join(f"{len(of)} {what}" for what, of in _parts(found).items() if of or what != "unclear")
    say(f"{found.new.source.title}: {counts}; {len(found.old.entries)} entries before, {len(found.new.entries)} now.")
    if found.programmes:
        heads = ("programme", "listed", "delisted", "unclear", "amended", "joined", "left")
        show_table(heads, [(name or "(none)", *_numbers(of)) for name, of in found.programmes.items()])
    for what, entries in (("Listed", found.listed), ("Delisted", found.delisted), ("Unclear", found.unclear)):
        if entries:
            rows = [(one.key, one.kind.value, one.name, ", ".join(one.programmes)) for one in entries[:_MOST_SHOWN]]
            show_table(("key", "kind", "name", "programmes"), rows, title=_title(what, len(entries)))
    if found.amended:
        changed = [(one, change) for one in found.amended[:_MOST_SHOWN] for change in one.changes]
        cells = [
            (one.entry.key, one.entry.name, change.field, _short(change.before), _short(change.after))
            for one, change in changed
        ]
        show_table(("key", "name", "field", "before", "after"), cells, title=_title("Amended", len(found.amended)))


def _title(what: str, number: int) -> str:
    return f"{what}: {number}" + (f", the first {_MOST_SHOWN} shown; all with --json" if number > _MOST_SHOWN else "")


def _numbers(of: Programme) -> tuple[int, ...]:
    return (of.listed, of.delisted, of.unclear, of.amended, of.joined, of.left)


def _short(values: tuple[str, ...]) -> str:
    return "; ".join(values)[:160]


def _notes(found: Diff) -> None:
    for read in (found.old, found.new):
        for told in read.notes:
            note(f"{read.name}: {told}")
        if read.merged:
            note(f"{read.name}: {sum(read.merged.values())} rows belong to a party that had a row already.")
        if read.unread:
            note(f"{read.name}: {len(read.unread)} of {read.rows} rows can't be read:")
        for row in read.unread[:_MOST_UNREAD]:
            note(f"  line {row.line}: {row.what}")
    if found.new.below_floor:
        note(
            f"{found.new.name} holds {len(found.new.entries)} entries, and a whole list has {found.new.source.floor},"
            " so that this is a part of one."
        )
    if found.unclear:
        note("Unclear are parties that seem gone, and stand in a row that can't be read.")


def _source(key: str) -> dict[str, Plain]:
    one = manifests()[key]
    return {
        "key": one.key,
        "title": one.title,
        "publisher": one.publisher,
        "sanctioner": one.sanctioner,
        "address": one.address,
        "format": one.format,
        "floor": one.floor,
        "programmes": one.programmes,
    }
