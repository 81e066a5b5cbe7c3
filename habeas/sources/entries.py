"""What a list says of one party, its values in one order: the order and number of its rows make no difference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from habeas.domain.dates import PartialDate


class Kind(Enum):
    """What sort of party it is."""

    PERSON = "person"
    """Somebody."""
    ENTITY = "entity"
    """A firm, an authority, a group."""
    VESSEL = "vessel"
    """A ship."""
    AIRCRAFT = "aircraft"
    """An aeroplane or a helicopter."""
    OTHER = "other"
    """Anything else that a list names, such as a wallet."""


class NameKind(Enum):
    """How the list gives a name; the order is that in which names are shown."""

    NAME = "name"
    """The party's name."""
    ALIAS = "alias"
    """Also known as."""
    FORMER = "former"
    """Formerly known as."""
    WEAK = "weak"
    """An alias that the list itself calls weak, or of low quality."""


_ORDER = {kind: place for place, kind in enumerate(NameKind)}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, and the script of its letters."""

    text: str
    kind: NameKind = NameKind.NAME
    script: str = ""


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth as printed, and its reading; None where it can't be read as a day, a month, a year or a range."""

    printed: str
    when: PartialDate | None = None


Detail = tuple[str, str]
"""Whatever else the list prints of a party: the column's or the element's name, and what stands there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One party on one list. `listed` is empty unless the source says when; the day of an amendment is a detail."""

    source: str
    key: str
    kind: Kind
    names: tuple[Name, ...]
    programmes: tuple[str, ...] = ()
    listed: tuple[PartialDate, ...] = ()
    births: tuple[Birth, ...] = ()
    nationalities: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0].text

    def with_row(self, other: Entry) -> Entry:
        """The same party in another row of the list: all that either says."""
        kinds = sorted({self.kind, other.kind}, key=lambda kind: (kind is Kind.OTHER, kind.value))
        return Entry(
            self.source,
            self.key,
            kinds[0],
            in_order(self.names + other.names),
            tuple(sorted({*self.programmes, *other.programmes})),
            tuple(sorted({*self.listed, *other.listed}, key=_when)),
            tuple(sorted({*self.births, *other.births}, key=_printed)),
            tuple(sorted({*self.nationalities, *other.nationalities})),
            tuple(sorted({*self.remarks, *other.remarks})),
            tuple(sorted({*self.details, *other.details})),
        )


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that can't be read: where, why, and its own text, in which a party may be hidden."""

    line: int
    what: str
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of itself: how many entries it holds. A cut file holds fewer."""

    entries: int


Row = Entry | Unread | Told


def entry(
    source: str,
    key: str,
    kind: Kind,
    names: Iterable[Name],
    *,
    programmes: Iterable[str] = (),
    listed: Iterable[PartialDate | None] = (),
    births: Iterable[Birth] = (),
    nationalities: Iterable[str] = (),
    remarks: Iterable[str] = (),
    details: Iterable[Detail] = (),
) -> Entry:
    """An entry in order; without a key of the list's own, one made of the name and the kind."""
    ordered = in_order(name for name in names if name.text)
    return Entry(
        source,
        key or _made_key(ordered, kind),
        kind,
        ordered,
        _sorted(programmes),
        tuple(sorted({day for day in listed if day is not None}, key=_when)),
        tuple(sorted({birth for birth in births if birth.printed}, key=_printed)),
        _sorted(nationalities),
        _sorted(remarks),
        tuple(sorted({(field, value) for field, value in details if value})),
    )


def in_order(names: Iterable[Name]) -> tuple[Name, ...]:
    names = set(names)
    if len(names) == 1:
        return tuple(names)
    return tuple(sorted(names, key=lambda name: (_ORDER[name.kind], name.script != "latin", name.text)))


def _made_key(names: tuple[Name, ...], kind: Kind) -> str:
    if not names:
        return ""
    folded = " ".join(names[0].text.casefold().split())
    return "made-" + sha256(f"{kind.value}\n{folded}".encode()).hexdigest()[:16]


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


def _when(day: PartialDate) -> tuple[object, ...]:
    return (day.first, day.last, day.text)


def _printed(birth: Birth) -> str:
    return birth.printed
