"""Two snapshots of one list: who came, who went, what changed of those who stayed; in all and by programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from habeas.problems import BadInput
from habeas.sources.entries import Entry, Name, Unread
from habeas.sources.read import ListRead

_LEAST_GONE = 20
_GONE_SHARE = 4
_IDENTITY = ("source", "key")


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a party that stayed: what was printed before and is no more, and what is printed now."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amended:
    """A party that stayed on the list, and what is said of it now."""

    entry: Entry
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """What changed under one programme; `joined` and `left` are parties that are on the list before and after."""

    listed: int = 0
    delisted: int = 0
    unclear: int = 0
    amended: int = 0
    joined: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Diff:
    """The difference. `unclear` are parties that are found no more and may stand in a row that can't be read."""

    old: ListRead
    new: ListRead
    listed: tuple[Entry, ...]
    delisted: tuple[Entry, ...]
    unclear: tuple[Entry, ...]
    amended: tuple[Amended, ...]
    programmes: Mapping[str, Programme]

    @property
    def is_empty(self) -> bool:
        return not (self.listed or self.delisted or self.unclear or self.amended)


def compare(old: ListRead, new: ListRead) -> Diff:
    """Exact, by the lists' own keys."""
    if old.source.key != new.source.key:
        raise BadInput(
            f"{old.name} is of {old.source.key} and {new.name} of {new.source.key}. Compare two lists of one source."
        )
    gone = [entry for key, entry in sorted(old.entries.items()) if key not in new.entries]
    listed = tuple(entry for key, entry in sorted(new.entries.items()) if key not in old.entries)
    hidden = _Hidden(new.unread)
    unclear = tuple(entry for entry in gone if hidden.may_hold(entry))
    delisted = tuple(entry for entry in gone if entry not in unclear) if unclear else tuple(gone)
    amended = tuple(_amended(old.entries, new.entries))
    programmes = _programmes(old, listed, delisted, unclear, amended)
    return Diff(old, new, listed, delisted, unclear, amended, programmes)


def check_not_cut(diff: Diff) -> None:
    """Refuse what looks like a file with rows missing and not like a list with parties taken off."""
    old, new = diff.old, diff.new
    if new.below_floor and not old.below_floor:
        raise BadInput(
            f"{new.name}: {len(new.entries)} entries, and a whole list of {new.source.title} has {new.source.floor} at"
            " least. It looks cut off; get it again."
        )
    gone = len(diff.delisted) + len(diff.unclear)
    if gone >= _LEAST_GONE and gone * _GONE_SHARE > len(old.entries):
        raise BadInput(
            f"{new.name}: {gone} of the {len(old.entries)} entries of {old.name} aren't in it. A list isn't emptied"
            " like that, but a file may be cut off or be of another list. If it is whole, say so with --shrunk."
        )


def changes(before: Entry, after: Entry) -> Iterator[Change]:
    """Field by field; the details each by its own name."""
    for field in fields(Entry):
        name = field.name
        if name in _IDENTITY or getattr(before, name) == getattr(after, name):
            continue
        if name == "details":
            yield from _details(before, after)
        else:
            yield Change(name, printed(before, name), printed(after, name))


def printed(entry: Entry, field: str) -> tuple[str, ...]:
    """A field's values in words."""
    value = getattr(entry, field)
    if field == "kind":
        return (str(value.value),)
    if field == "names":
        return tuple(_name(one) for one in value)
    if field == "births":
        return tuple(one.printed for one in value)
    return tuple(map(str, value))


def _name(name: Name) -> str:
    return name.text if name.kind.value == "name" else f"{name.text} ({name.kind.value})"


def _details(before: Entry, after: Entry) -> Iterator[Change]:
    gone, come = set(before.details) - set(after.details), set(after.details) - set(before.details)
    for field in sorted({field for field, _ in gone | come}):
        yield Change(field, _of(field, gone), _of(field, come))


def _of(field: str, details: set[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted(value for name, value in details if name == field))


def _amended(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Iterator[Amended]:
    for key, before in sorted(old.items()):
        after = new.get(key)
        if after is not None and before != after:
            yield Amended(after, tuple(changes(before, after)))


def _programmes(
    old: ListRead,
    listed: tuple[Entry, ...],
    delisted: tuple[Entry, ...],
    unclear: tuple[Entry, ...],
    amended: tuple[Amended, ...],
) -> dict[str, Programme]:
    counts: dict[str, dict[str, int]] = {}

    def count(what: str, programmes: tuple[str, ...] | set[str]) -> None:
        for programme in programmes or ("",):
            told = counts.setdefault(programme, {})
            told[what] = told.get(what, 0) + 1

    for what, entries in (("listed", listed), ("delisted", delisted), ("unclear", unclear)):
        for entry in entries:
            count(what, entry.programmes)
    for one in amended:
        before, after = set(old.entries[one.entry.key].programmes), set(one.entry.programmes)
        if before == after or before & after:
            count("amended", before & after)
        for what, moved in (("joined", after - before), ("left", before - after)):
            if moved:
                count(what, moved)
    return {programme: Programme(**counts[programme]) for programme in sorted(counts)}


class _Hidden:
    """The text of rows that can't be read, in which a party that seems gone may stand."""

    def __init__(self, unread: tuple[Unread, ...]) -> None:
        self._text = "\n".join(row.raw for row in unread)
        self._words = frozenset(
            self._text.replace('"', " ").replace(",", " ").replace("<", " ").replace(">", " ").split()
        )

    def may_hold(self, entry: Entry) -> bool:
        return bool(self._text) and (entry.key in self._words or entry.name in self._text)
