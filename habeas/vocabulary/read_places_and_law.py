"""Rows on places of detention, laws, penalties and terms of release."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from habeas.domain.words import Act, Exile, Gender, Manner, Nearness, Status, Word
from habeas.vocabulary.read_common import Shelf, read_common, read_dates
from habeas.vocabulary.rows import Row, RowError, as_word
from habeas.vocabulary.values import (
    Article,
    Code,
    CustodyCredit,
    Entry,
    Facility,
    NearnessWord,
    Penalty,
    Place,
    Regime,
    ReleaseTerm,
)
from habeas.vocabulary.words import (
    Checked,
    FacilityKind,
    PenaltyKind,
    TermGroup,
)

_TERM_WORDS: Mapping[TermGroup, type[Word]] = MappingProxyType(
    {TermGroup.ACT: Act, TermGroup.MANNER: Manner, TermGroup.EXILE: Exile}
)


def read_facility(row: Row, shelf: Shelf) -> list[Entry]:
    sex = row.word("sex", Gender) if "sex" in row.fields else None
    kind, letters = row.word("kind", FacilityKind), row.text("letters", "")
    if letters and kind is FacilityKind.OPEN_INSTITUTION:
        raise RowError("an open institution has no address here.", "Leave `letters` out: anybody could come to it.")
    return [
        Facility(
            **read_common(row, shelf),
            **read_dates(row),
            code=row.text("code", ""),
            kind=kind,
            place=row.text("place"),
            site=row.text("site", ""),
            regimes=row.texts("regimes"),
            sex=sex,
            letters=letters,
        )
    ]


def read_code(row: Row, shelf: Shelf) -> list[Entry]:
    return [Code(**read_common(row, shelf), cited=row.text("cited"))]


def read_article(row: Row, shelf: Shelf) -> list[Entry]:
    common, dates = read_common(row, shelf), read_dates(row)
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


def read_penalty(row: Row, shelf: Shelf) -> list[Entry]:
    status = None if row.text("status") == "none" else row.word("status", Status)
    return [Penalty(**read_common(row, shelf), kind=row.word("kind", PenaltyKind), status=status)]


def read_credit(row: Row, shelf: Shelf) -> list[Entry]:
    least, most = (_number(row.text(name), name) for name in ("least", "most"))
    if least > most:
        raise RowError(f"`least` ({least}) is more than `most` ({most}).", "Write the smaller number first.")
    return [
        CustodyCredit(
            **read_common(row, shelf),
            **read_dates(row),
            status=row.word("status", Status),
            penalties=row.texts("penalties"),
            least=least,
            most=most,
        )
    ]


def _number(text: str, name: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 5:
        raise RowError(f"`{name}: {text}` is no number of days.", "Write how many days one day counts: 1, 0.5, 2.")
    return number


def read_regime(row: Row, shelf: Shelf) -> list[Entry]:
    return [Regime(**read_common(row, shelf))]


def read_release_term(row: Row, shelf: Shelf) -> list[Entry]:
    common = read_common(row, shelf)
    stem, _, code = common["key"].removeprefix(f"{shelf.folder}.").partition(".")
    group = as_word(stem, TermGroup, "key")
    if words := _TERM_WORDS.get(group):
        as_word(code, words, "key")
    return [ReleaseTerm(**common, group=group, code=code)]


def read_place(row: Row, shelf: Shelf) -> list[Entry]:
    common = read_common(row, shelf)
    common["country"] = row.text("country", common["country"])
    return [Place(**common, kind=row.text("kind"), region=row.text("region", ""), tile=_tile(row))]


def _tile(row: Row) -> tuple[int, int] | None:
    """Column and row of a region in a schematic map, from nought."""
    told = row.texts("tile")
    if not told:
        return None
    if len(told) != 2 or not all(part.isdecimal() and len(part) < 3 for part in told):
        raise RowError("`tile` is no place in a map.", "Write `tile: [column, row]` as two small numbers.")
    return int(told[0]), int(told[1])


def read_nearness(row: Row, shelf: Shelf) -> list[Entry]:
    common = read_common(row, shelf)
    as_word(common["key"], Nearness, "key")
    return [NearnessWord(**common)]
