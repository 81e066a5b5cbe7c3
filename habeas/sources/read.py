"""A whole list: its entries by their keys, rows of one party put together, and every row that couldn't be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from habeas.problems import BadInput
from habeas.sources.entries import Entry, Row, Told, Unread
from habeas.sources.manifests import Manifest, manifest
from habeas.sources.parcels import Parcel
from habeas.sources.recognise import recognise

Parse = Callable[[Parcel, Manifest], Iterator[Row]]
_TAIL = 64
_UNREAD_SHARE = 10
_FEWEST_UNREAD = 20


@dataclass(frozen=True, slots=True)
class ListRead:
    """What a file holds. `rows` counts all, read or not; `merged` counts rows put to a party that stood there."""

    name: str
    source: Manifest
    entries: Mapping[str, Entry]
    rows: int
    merged: Mapping[str, int]
    unread: tuple[Unread, ...]
    notes: tuple[str, ...]

    @property
    def below_floor(self) -> bool:
        return len(self.entries) < self.source.floor


def read_list(parcel: Parcel, key: str = "") -> ListRead:
    """The list, of the source given or told by its content. A file that is cut off is refused, and so is one of which
    too much can't be read: what is missing of it isn't gone from the list."""
    source = manifest(key) if key else recognise(parcel)
    parse: Parse = import_module(f"habeas.sources.{source.key}.parse").parse
    entries: dict[str, Entry] = {}
    merged: Counter[str] = Counter()
    unread: list[Unread] = []
    told = 0
    for row in parse(parcel, source):
        if isinstance(row, Unread):
            unread.append(row)
        elif isinstance(row, Told):
            told = row.entries
        elif row.key in entries:
            entries[row.key] = entries[row.key].with_row(row)
            merged[row.key] += 1
        else:
            entries[row.key] = row
    read = ListRead(
        parcel.name,
        source,
        entries,
        len(entries) + merged.total() + len(unread),
        merged,
        tuple(unread),
        tuple(_notes(parcel, source)),
    )
    _check(read, told, parcel)
    return read


def _check(read: ListRead, told: int, parcel: Parcel) -> None:
    if not read.entries:
        why = f" The first: line {read.unread[0].line}: {read.unread[0].what}." if read.unread else ""
        raise BadInput(f"{read.name}: no entry of {read.source.title} can be read.{why} Look what this file is.")
    if told > len(read.entries) + len(read.unread):
        raise BadInput(
            f"{read.name}: says that it holds {told} entries, and holds {len(read.entries)}. It is cut off; get it"
            " again."
        )
    bad = len(read.unread)
    if bad >= _FEWEST_UNREAD and bad * _UNREAD_SHARE > read.rows:
        raise BadInput(
            f"{read.name}: {bad} of {read.rows} rows can't be read, the first on line {read.unread[0].line}:"
            f" {read.unread[0].what}. The layout has changed, or the file is damaged; nothing of it is taken."
        )
    if read.unread and _ends_inside(read.unread[-1], parcel):
        raise BadInput(
            f"{read.name}, line {read.unread[-1].line}: the file ends inside a row. It is cut off; get it again."
        )


def _ends_inside(last: Unread, parcel: Parcel) -> bool:
    """Whether the last row can't be read and the file ends with it, without the end of a line."""
    tail = last.raw[-_TAIL:]
    if not tail or tail.endswith(("\n", "\r", ">")):
        return False
    parcel.main.seek(0, 2)
    parcel.main.seek(max(0, parcel.main.tell() - 4 * _TAIL))
    return parcel.main.read().decode("utf-8", errors="surrogateescape").endswith(tail)


def _notes(parcel: Parcel, source: Manifest) -> Iterator[str]:
    if parcel.beside:
        yield f"Read together with {', '.join(sorted(parcel.beside))}."
    if source.ends_with:
        parcel.main.seek(0, 2)
        parcel.main.seek(max(0, parcel.main.tell() - 8))
        if source.ends_with.encode() not in parcel.main.read():
            yield "The mark that ends the publisher's own file (0x1A) is missing: saved again, or rows are cut off."
