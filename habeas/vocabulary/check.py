"""What rows must keep towards each other: no key twice, no dangling reference, no two at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from habeas.problems import Problem
from habeas.vocabulary.rows import nearest
from habeas.vocabulary.values import (
    Article,
    Code,
    CustodyCredit,
    Dated,
    Definition,
    Entry,
    Facility,
    Penalty,
    Place,
    Recogniser,
    Regime,
    RuleSet,
    surely_overlapping,
)


def problems_between(entries: list[Entry]) -> list[Problem]:
    """Everything wrong between rows that are each well formed."""
    by_kind: dict[type[Entry], dict[str, list[Entry]]] = {}
    for entry in entries:
        by_kind.setdefault(type(entry), {}).setdefault(entry.key, []).append(entry)
    return [
        *_keys(by_kind),
        *_sites(entries),
        *(problem for entry in entries for problem in _references(entry, by_kind)),
    ]


def _keys(by_kind: Mapping[type[Entry], Mapping[str, list[Entry]]]) -> Iterator[Problem]:
    for kind, by_key in by_kind.items():
        for rows in by_key.values():
            if issubclass(kind, (Facility, Article)):
                yield from _at_once([row for row in rows if isinstance(row, Dated)], "of one key")
            elif len(rows) > 1:
                yield Problem(rows[1].row, f"its key already stands at {rows[0].row}.", "Give it a key of its own.")


def _sites(entries: Iterable[Entry]) -> Iterator[Problem]:
    """One site has one code at a time; versions of one key are compared under their key."""
    sites: dict[str, list[Facility]] = {}
    for entry in entries:
        if isinstance(entry, Facility) and entry.site:
            sites.setdefault(entry.site, []).append(entry)
    for rows in sites.values():
        if len({row.key for row in rows}) > 1:
            yield from _at_once(rows, "on one site")


def _at_once(rows: Iterable[Dated], which: str) -> Iterator[Problem]:
    if pair := surely_overlapping(rows):
        first, second = pair
        yield Problem(
            second.row,
            f"it overlaps in time with {first.row}, {which}.",
            "End one with `to` before the other begins with `from`.",
        )


def _references(entry: Entry, by_kind: Mapping[type[Entry], Mapping[str, list[Entry]]]) -> Iterator[Problem]:
    for kind, word, keys in _named_by(entry):
        known = by_kind.get(kind, {})
        for key in keys:
            if key not in known:
                yield Problem(entry.row, f"it names the {word} `{key}`, which is not there.", nearest(key, known))


def _named_by(entry: Entry) -> Iterator[tuple[type[Entry], str, tuple[str, ...]]]:
    if isinstance(entry, Facility):
        yield Place, "place", (entry.place,)
        yield Regime, "regime", entry.regimes
    elif isinstance(entry, Article):
        yield Code, "code of law", (entry.code,)
    elif isinstance(entry, CustodyCredit):
        yield Penalty, "penalty", entry.penalties
    elif isinstance(entry, Recogniser):
        yield RuleSet, "rule-set", tuple(use.ruleset for use in entry.uses)
    elif isinstance(entry, Definition):
        yield Recogniser, "recogniser", entry.recognised_by
    elif isinstance(entry, Place) and entry.kind != "country":
        yield Place, "country", (entry.country,)
        yield Place, "region", (entry.region,) if entry.region else ()
