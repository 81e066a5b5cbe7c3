"""The tables of the open data with their dictionary: what each row is, and what each column holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from habeas.publish.data import rows
from habeas.register.answers import Lens

Value = str | int | bool | date | None
Row = tuple[Value, ...]


class Holds(Enum):
    """What a column holds."""

    TEXT = "string"
    """Text; several values are parted by "; "."""
    NUMBER = "integer"
    DAY = "date"
    YES_OR_NO = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    holds: Holds
    meaning: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`key` names the columns that tell its rows apart; `of` maps columns to the tables whose key they are."""

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Lens], Iterable[Row]]
    key: tuple[str, ...] = ()
    of: tuple[tuple[str, str], ...] = ()
    in_a_workbook: bool = True


_BESIDE = """
    on day! The day of which this is told
    known day! The day of the data release by which it was known
    version text! The version of the data: data release, words and program
    again text! What stands behind the name of a server of this copy, where it gives the same number again
"""
"""What stands beside every number, so that it can travel alone."""


def _columns(text: str) -> tuple[Column, ...]:
    """A line each: name, what it holds (! where it is never empty), meaning."""
    return tuple(_column(*line.split(None, 2)) for line in text.strip().splitlines())


def _column(name: str, holds: str, meaning: str) -> Column:
    kinds = {"text": Holds.TEXT, "number": Holds.NUMBER, "day": Holds.DAY, "yes/no": Holds.YES_OR_NO}
    return Column(name, kinds[holds.rstrip("!")], meaning, holds.endswith("!"))


TABLES = (
    Table(
        "people",
        "People",
        "Everybody of whom the public register tells, as of the day of the data release.",
        _columns("""
            id text! The person's public id; drawn by lot
            name text The name that is shown
            status text! What is said of the person's liberty on the day
            since day The first day of that status
            facility text Where the person was last said to be, while they may be held
            articles text Articles charged or sentenced under, on the day
            recognisers text Who recognises the person on the day
            held_for_certain number! 1 if every claim allows no other answer, else 0
            possibly_held number! 1 if some claim allows it, else 0
            definition text! By which definition they count as held
        """)
        + _columns(_BESIDE),
        rows.people,
        key=("id",),
    ),
    Table(
        "names",
        "Names",
        "The names of people as they were printed.",
        _columns("""
            person text! Whose name it is
            place number! 0 for the name that is shown, then as they come
            name text! The name
        """),
        rows.names,
        key=("person", "place"),
        of=(("person", "people"),),
    ),
    Table(
        "spells",
        "Spells",
        "Runs of days on which a person had one status, up to the day of the data release.",
        _columns("""
            person text! Whose
            first day! The first day
            end day The day after the last; empty while nothing has ended it
            status text! The status
            may_be text! Every status that the claims allow
        """),
        rows.spells,
        key=("person", "first"),
        of=(("person", "people"),),
    ),
    Table(
        "releases",
        "Releases",
        "Releases of several people, with the totals that this register finds.",
        _columns("""
            id text! The release's key
            title text! What it is called
            when text! Its day, month, year or range, as the sources give it
            announced number How many were announced, by whoever announced it first
            matched_low number! Members who are people of this register for certain
            matched_high number! With those of whom it isn't clear
            ours_low number! Members who were free just after for certain, by the claims held here
            ours_high number! With those of whom it can't be told
        """)
        + _columns(_BESIDE),
        rows.releases,
        key=("id",),
    ),
    Table(
        "members",
        "Members of releases",
        "Who is counted among a release; those who may not be named have a row without a name.",
        _columns("""
            release text! Of which release
            number number! The row within the release
            person text The person, if it is one of this register
            stage text The stage of the release
            outcome text! matched, unclear, new, absent or nameless
            status_after text! The status just after the release
        """),
        rows.members,
        key=("release", "number"),
        of=(("release", "releases"),),
    ),
    Table(
        "figures",
        "Figures on releases",
        "How many of what each speaker counts among a release.",
        _columns("""
            release text! Of which release
            speaker text Who counts
            counted text! What is counted: announced, named, verified, recognised, or something else
            what text! The same in words
            number number! How many
        """)
        + _columns(_BESIDE),
        rows.figures,
        of=(("release", "releases"),),
    ),
    Table(
        "agreements",
        "Agreements",
        "Agreements of which somebody told, and whether they are kept on the day.",
        _columns("""
            id text! The agreement's key
            title text! What it is called
            when text! When it was made
            parties text Its parties
            disclosure text! Whether its terms are disclosed: full, part or none
            promises number! How many promises are on record
            done number! How many of them are done
            kept text! Whether it is kept: yes, no or unknown
        """)
        + _columns(_BESIDE),
        rows.agreements,
        key=("id",),
    ),
    Table(
        "instruments",
        "Instruments",
        "Legal acts of sanctions and of relief from them.",
        _columns("""
            id text! The act's key
            title text! What it is called
            sanctioner text! Whose act it is
            verb text! What it does
            begins text Since when
            until text Until when
            targets text Whom or what it names
            stands text! Whether it stood on the day: yes, no or unknown
        """),
        rows.instruments,
        key=("id",),
    ),
    Table(
        "counts",
        "Counts",
        "How many count on the day under each definition, and broken down; small groups are put together.",
        _columns("""
            definition text! What is counted: a key of the definitions
            definition_version text! The version of that definition
            by text By what it is broken down; empty for the count itself
            group text The group; "together" for those that are too small to stand alone
            title text The group in words
            low number! For certain
            high number! Possibly
        """)
        + _columns(_BESIDE),
        rows.counts,
    ),
    Table(
        "definitions",
        "Definitions",
        "What a count can count.",
        _columns("""
            key text! The definition's key
            version text! Its version
            owner text! Whose definition it is
            title text! What it is called
            text text! What it counts, in words
            statuses text Statuses that count
            recognisers text Whose recognition it asks for
            unit text! What is counted: people, prosecutions or episodes
            span text! On the day, or so far
        """),
        rows.definitions,
        key=("key",),
    ),
    Table(
        "sources",
        "Sources",
        "Publications and documents on which claims rest.",
        _columns("""
            id text! The source's id
            publisher text! Who published it
            title text Its title
            published text When
            sha256 text The hash of its bytes, if they were archived
            address text Its address; in the edition with links alone
        """),
        rows.sources,
        key=("id",),
    ),
    Table(
        "claims",
        "Claims",
        "Every claim that stands: who said what, where, in which words. Everything else follows from these.",
        _columns("""
            number number! Its number in this data release
            kind text! The kind of claim, as the ledger's reference describes it
            subject text! What it is about: a mention of a person, a release, a source and so on
            person text The person to whom that mention belongs
            fields text! What is said, as JSON
            speaker text Who says it
            printed text The words of the source
            language text Their language
            nearness text How near the speaker stood
            certainty text How firmly it was said
            source text The source
            recorded day! When it was recorded
        """),
        rows.claims,
        key=("number",),
        in_a_workbook=False,
    ),
)


def told(table: Table, lens: Lens) -> Iterator[Row]:
    for row in table.rows(lens):
        assert len(row) == len(table.columns), f"a row of {table.name} has {len(row)} cells"
        yield row
