"""What each file of the vocabulary holds: how one row of it becomes a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypedDict

from habeas.domain.dates import PartialDate
from habeas.domain.words import Act, Exile, Gender, Manner, Nearness, Status, Word
from habeas.vocabulary.rows import Row, RowError, as_word, nearest
from habeas.vocabulary.values import (
    Article,
    Checked,
    Code,
    Criterion,
    Definition,
    Designation,
    Entry,
    Facility,
    FacilityKind,
    Named,
    NearnessWord,
    Penalty,
    PenaltyKind,
    Place,
    Recogniser,
    RecogniserKind,
    Recognition,
    Regime,
    ReleaseTerm,
    Role,
    RuleSet,
    RuleUse,
    Source,
    TermGroup,
)

COMMON = "common"
"""The folder whose rows belong to no country."""

_WORLDWIDE = frozenset({"recognisers.yml", "criteria.yml", "definitions.yml"})
"""Files whose keys are the proper names of bodies and need no country; all others begin with the folder's name."""

_TERM_WORDS: Mapping[TermGroup, type[Word]] = MappingProxyType(
    {TermGroup.ACT: Act, TermGroup.MANNER: Manner, TermGroup.EXILE: Exile}
)

_WHOSE: Mapping[str, Recognition] = MappingProxyType({"none": Recognition.NONE, "any": Recognition.ANY})


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder and file a row lies in, and the sources it may name."""

    folder: str
    file: str
    sources: Mapping[str, Source]

    @property
    def prefixed(self) -> bool:
        return self.folder != COMMON and self.file not in _WORLDWIDE


class Common(TypedDict):
    key: str
    names: tuple[Named, ...]
    sources: tuple[Source, ...]
    row: str
    country: str
    certainty: Checked
    note: str


class Dates(TypedDict):
    begins: PartialDate | None
    ends: PartialDate | None


def read_source(row: Row) -> Source:
    address = row.text("address")
    if not address.startswith(("https://", "http://")):
        raise RowError(f"`{address}` is no web address.", "Begin it with https:// or http://.")
    source = Source(row.key(), address, row.text("publisher"), row.text("note", ""))
    row.done()
    return source


def _facility(row: Row, shelf: Shelf) -> list[Entry]:
    sex = row.word("sex", Gender) if "sex" in row.fields else None
    return [
        Facility(
            **_common(row, shelf),
            **_dates(row),
            code=row.text("code", ""),
            kind=row.word("kind", FacilityKind),
            place=row.text("place"),
            site=row.text("site", ""),
            regimes=row.texts("regimes"),
            sex=sex,
        )
    ]


def _code(row: Row, shelf: Shelf) -> list[Entry]:
    return [Code(**_common(row, shelf), cited=row.text("cited"))]


def _article(row: Row, shelf: Shelf) -> list[Entry]:
    common, dates = _common(row, shelf), _dates(row)
    code, number = _code_and_number(common["key"])
    whole = Article(**common, **dates, code=code, number=number, whole=common["key"])
    return [whole, *(_part(part, whole) for part in row.rows("parts"))]


def _code_and_number(key: str) -> tuple[str, str]:
    """`by.cao.19.11` is article 19.11 of the code `by.cao`: numbers may hold dots, names of codes do not."""
    pieces = key.split(".", 2)
    if len(pieces) < 3:
        raise RowError(f"the key `{key}` names no article.", "Write country, code and number: `by.cc.361-1`.")
    return ".".join(pieces[:2]), pieces[2]


def _part(row: Row, whole: Article) -> Article:
    part = row.text("part")
    if not part.isdigit():
        raise RowError(f"`part: {part}` is no number.", "Write the number of the part alone, as in `part: 2`.")
    names = row.names() if "names" in row.fields else whole.names
    checked = row.word("certainty", Checked, whole.certainty)
    row.done()
    return Article(
        key=f"{whole.key}.{part}",
        names=names,
        sources=whole.sources,
        row=whole.row,
        country=whole.country,
        certainty=checked,
        note=whole.note,
        begins=whole.begins,
        ends=whole.ends,
        code=whole.code,
        number=whole.number,
        part=part,
        whole=whole.key,
    )


def _penalty(row: Row, shelf: Shelf) -> list[Entry]:
    status = None if row.text("status") == "none" else row.word("status", Status)
    return [Penalty(**_common(row, shelf), kind=row.word("kind", PenaltyKind), status=status)]


def _regime(row: Row, shelf: Shelf) -> list[Entry]:
    return [Regime(**_common(row, shelf))]


def _release_term(row: Row, shelf: Shelf) -> list[Entry]:
    common = _common(row, shelf)
    stem, _, code = common["key"].removeprefix(f"{shelf.folder}.").partition(".")
    group = as_word(stem, TermGroup, "key")
    if words := _TERM_WORDS.get(group):
        as_word(code, words, "key")
    return [ReleaseTerm(**common, group=group, code=code)]


def _recogniser(row: Row, shelf: Shelf) -> list[Entry]:
    return [
        Recogniser(
            **_common(row, shelf),
            kind=row.word("kind", RecogniserKind),
            designates=row.word("designates", Designation),
            uses=tuple(_use(part) for part in row.rows("rulesets")),
        )
    ]


def _use(row: Row) -> RuleUse:
    use = RuleUse(row.text("ruleset"), **_dates(row))
    row.done()
    return use


def _ruleset(row: Row, shelf: Shelf) -> list[Entry]:
    common = _common(row, shelf)
    criteria = tuple(_criterion(part, common) for part in row.rows("criteria"))
    if not criteria:
        raise RowError("the rule-set has no criteria.", "List its clauses under `criteria`.")
    ruleset = RuleSet(
        **common,
        **_dates(row),
        owner=row.text("owner"),
        version=row.text("version"),
        designates=row.word("designates", Designation),
        criteria=criteria,
    )
    return [ruleset, *criteria]


def _criterion(row: Row, common: Common) -> Criterion:
    criterion = Criterion(
        key=row.key(),
        names=row.names(),
        sources=common["sources"],
        row=common["row"],
        country=common["country"],
        certainty=row.word("certainty", Checked, common["certainty"]),
        note=row.text("note", ""),
        ruleset=common["key"],
        role=row.word("role", Role),
        group=row.text("group", ""),
    )
    row.done()
    return criterion


def _definition(row: Row, shelf: Shelf) -> list[Entry]:
    by = row.texts("recognised_by")
    recognition = _WHOSE.get(",".join(by), Recognition.LISTED)
    designations = tuple(as_word(code, Designation, "recognised_as") for code in row.texts("recognised_as"))
    if not by or (recognition is Recognition.NONE) != (not designations):
        raise RowError(
            "`recognised_by` and `recognised_as` do not fit together.",
            "Write `recognised_by: none` alone, or `any` or a list of recognisers with `recognised_as` beside it.",
        )
    return [
        Definition(
            **_common(row, shelf),
            version=row.text("version"),
            owner=row.text("owner"),
            texts=row.names("text"),
            statuses=_statuses(row),
            recognition=recognition,
            recognised_by=by if recognition is Recognition.LISTED else (),
            recognised_as=designations,
            unit=_unit(row),
        )
    ]


def _statuses(row: Row) -> frozenset[Status]:
    statuses = frozenset(as_word(code, Status, "statuses") for code in row.texts("statuses"))
    doubts = statuses & {Status.UNCERTAIN, Status.UNKNOWN}
    if not statuses or doubts:
        raise RowError(
            f"`statuses` holds {', '.join(sorted(map(str, doubts))) or 'nothing'}.",
            "Name only statuses that can be said of a person; doubt widens the count by itself.",
        )
    return statuses


def _unit(row: Row) -> str:
    if row.text("unit") != "people":
        raise RowError(f"`unit: {row.text('unit')}` cannot be counted here.", "Write `unit: people`.")
    return "people"


def _place(row: Row, shelf: Shelf) -> list[Entry]:
    common = _common(row, shelf)
    common["country"] = row.text("country", common["country"])
    return [Place(**common, kind=row.text("kind"))]


def _nearness(row: Row, shelf: Shelf) -> list[Entry]:
    common = _common(row, shelf)
    as_word(common["key"], Nearness, "key")
    return [NearnessWord(**common)]


FILES: Mapping[str, Callable[[Row, Shelf], list[Entry]]] = MappingProxyType(
    {
        "places.yml": _place,
        "regimes.yml": _regime,
        "facilities.yml": _facility,
        "codes.yml": _code,
        "articles.yml": _article,
        "penalties.yml": _penalty,
        "release_terms.yml": _release_term,
        "criteria.yml": _ruleset,
        "recognisers.yml": _recogniser,
        "definitions.yml": _definition,
        "nearness.yml": _nearness,
    }
)
"""Which reader reads which file; sources.yml is read before all of them."""


def read_entries(row: Row, shelf: Shelf) -> list[Entry]:
    """The values of one row; RowError says what is wrong with it."""
    entries = FILES[shelf.file](row, shelf)
    row.done()
    return entries


def _common(row: Row, shelf: Shelf) -> Common:
    key = row.key()
    if shelf.prefixed and key != shelf.folder and not key.startswith(f"{shelf.folder}."):
        raise RowError(f"the key `{key}` lacks its country.", f"Keys of this folder begin with `{shelf.folder}.`.")
    return Common(
        key=key,
        names=row.names(),
        sources=_sources(row, shelf),
        row=row.where,
        country="" if shelf.folder == COMMON else shelf.folder,
        certainty=row.word("certainty", Checked, Checked.SOURCED),
        note=row.text("note", ""),
    )


def _sources(row: Row, shelf: Shelf) -> tuple[Source, ...]:
    keys = row.texts("source")
    if not keys:
        raise RowError("the row has no source.", "Add `source: KEY`, a key of sources.yml.")
    for key in keys:
        if key not in shelf.sources:
            raise RowError(f"the source `{key}` is in no sources.yml.", nearest(key, shelf.sources))
    return tuple(shelf.sources[key] for key in keys)


def _dates(row: Row) -> Dates:
    begins, ends = row.date("from"), row.date("to")
    if begins and ends and ends.last <= begins.first:
        raise RowError(f"it ends ({ends}) before it begins ({begins}).", "`to` is the first day it no longer held.")
    return Dates(begins=begins, ends=ends)
