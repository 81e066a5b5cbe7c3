"""Claims of every kind, and stories of one person, made at random from the types themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from habeas.domain.claims import (
    KINDS,
    Claim,
    Detained,
    Died,
    Incommunicado,
    Pardoned,
    RefusedToLeave,
    Released,
    SeenFree,
    SeenHeld,
    Sentenced,
    Transferred,
)
from habeas.domain.dates import PartialDate, Term, day_of
from habeas.domain.lines import Evidence, Line
from habeas.domain.words import Act, Manner, Nearness, Status, Word

days = st.dates(date(2019, 1, 1), date(2026, 3, 19))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(days)
    form = draw(st.sampled_from(["day", "day", "day", "month", "year", "range"]))
    if form == "range":
        return PartialDate.parse(f"{day}/{day + timedelta(days=draw(st.integers(0, 20)))}")
    return PartialDate.parse(day.isoformat()[: {"day": 10, "month": 7, "year": 4}[form]])


terms = st.builds(Term, st.integers(1, 12), st.integers(0, 11), st.integers(0, 30))
texts = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a claim's field, by its type."""
    if get_origin(hint) in (UnionType, Union):
        inner = next(part for part in get_args(hint) if part is not type(None))
        return st.none() | values(inner)
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if hint is PartialDate:
        return partial_dates()
    if hint is Term:
        return terms
    if isinstance(hint, type) and issubclass(hint, Word):
        return st.sampled_from(list(hint))
    return {
        str: texts,
        bool: st.booleans(),
        int: st.integers(0, 10**6),
        float: st.floats(0, 1, allow_nan=False),
    }[hint]


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kind = KINDS[draw(st.sampled_from(sorted(KINDS)))]
    return kind(**{name: draw(values(hint)) for name, hint in get_type_hints(kind).items() if name in kind.__slots__})


custody = st.one_of(
    st.builds(Detained, partial_dates(), into=st.sampled_from([Status.HELD, Status.HOUSE_ARREST])),
    st.builds(
        Released,
        partial_dates(),
        act=st.sampled_from([Act.UNKNOWN, Act.BAIL, Act.PARDON]),
        manner=st.sampled_from(list(Manner)),
    ),
    st.builds(Sentenced, partial_dates(), st.sampled_from(["prison", "khimiya", "fine"]), term=st.none() | terms),
    st.builds(Transferred, partial_dates()),
    st.builds(SeenHeld, partial_dates(), still=st.booleans()),
    st.builds(SeenFree, partial_dates(), still=st.booleans()),
    st.builds(RefusedToLeave, partial_dates()),
    st.builds(Pardoned, partial_dates()),
    st.builds(Incommunicado, partial_dates()),
    st.builds(Died, partial_dates()),
)


@st.composite
def stories(draw: st.DrawFn, max_size: int = 9) -> list[Line]:
    """Up to nine lines of one person about custody, from five sources near and far."""
    told = draw(st.lists(custody, max_size=max_size))
    moment = datetime(2026, 3, 19, tzinfo=UTC)
    return [
        Line(
            number,
            moment,
            draw(st.sampled_from(["p-one", "p-two"])),
            claim,
            Evidence(draw(st.sampled_from("abcde")), nearness=draw(st.sampled_from(list(Nearness)))),
        )
        for number, claim in enumerate(told, start=1)
    ]


def day(text: str) -> PartialDate:
    return day_of(date.fromisoformat(text))
