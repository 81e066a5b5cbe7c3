"""Lines of text as rows: one name a line, perhaps numbered, with bullets or details, or several names in a sentence.

A heading above names says what happened to those under it (handed over in Vilnius; still held), until the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from habeas.domain.dates import PartialDate
from habeas.intake.beside import age_in, birth_in, told_in
from habeas.intake.contents import PrintedRow, Spot
from habeas.intake.likeness import has_given_name, shaped_as_name
from habeas.intake.release_words import freed_by, not_freed, says_anything, together
from habeas.intake.remarks import why_nobody
from habeas.intake.rows import Freed, Row
from habeas.intake.visible import shortened, visible

_MARKS = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u20e3"
_BEFORE = re.compile(
    rf"^(?:[-–—•·*●▪◦‣>✓☐✔_~`#{_MARKS}\s]+|\d{{1,3}}\ufe0f?\u20e3\s*|[(\[]?№?\s*\d{{1,5}}\s*[.)\]:]\s*|№\s*\d{{1,5}}\s+"
    r"|\d{1,5}\s+(?=[^\W\d_]))+"
)
_TRAILING = re.compile(rf"[*_~`{_MARKS}\s]+$")
_AFTER = re.compile(rf"\s*(?:[;(\[\t{_MARKS}]|\s[–—-]\s|,)")
_PARTS = re.compile(r"\s*[,;]\s*|\s+(?:и|і|та|й|ды|and|oraz|ir)\s+")
_PEOPLE = re.compile(
    r"^\W*(women|men|женщины|мужчины|жанчыны|мужчыны|жінки|чоловіки|kobiety|mężczyźni|moterys|vyrai)\b\W*\d*\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a list before it is read: the day of its release, and whose laws its articles are of."""

    day: PartialDate | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the last heading says of those under it."""

    text: str = ""
    freed: Freed = field(default_factory=Freed)
    denies: bool = False

    def then(self, text: str) -> Heading:
        """Under a heading that only says men or women, the one above goes on to hold."""
        if _PEOPLE.match(text):
            return self
        freed = freed_by(text)
        return Heading(text, freed if says_anything(freed) else Freed(), not_freed(text))


def rows_of_lines(lines: Iterable[PrintedRow], known: Context) -> Iterator[Row]:
    """The rows, numbered without the blank ones."""
    heading, number = Heading(), 0
    for line in lines:
        for part in line.cells[0].splitlines():
            printed = visible(part).strip("\"'")
            if not printed:
                continue
            for row in _rows(printed, known):
                number += 1
                yield placed(row, number, line.spot, heading)
            if is_heading(printed):
                heading = heading.then(printed)


def placed(row: Row, number: int, spot: Spot, heading: Heading) -> Row:
    """The row where it stands, under its heading: nobody is taken for free who stands under “still held”."""
    row = replace(row, number=number, spot=spot)
    if row.nobody:
        return row
    if heading.denies:
        return replace(row, nobody=f"stands under “{shortened(heading.text, 60)}”, so it isn't said to be free")
    return replace(row, freed=together(row.freed, heading.freed))


def is_heading(printed: str) -> bool:
    """Whether a line heads others: it ends so, or tells of a release and names nobody whom we'd know by given name."""
    bare = bare_of(printed)
    told = says_anything(freed_by(bare)) or not_freed(bare) or bool(_PEOPLE.match(bare))
    return printed.rstrip(" *_").endswith(":") or (told and len(bare) < 120 and not has_given_name(bare))


def bare_of(printed: str) -> str:
    """Without number, bullet and the marks that make it bold in a message."""
    return _TRAILING.sub("", _BEFORE.sub("", printed))


def name_and_details(bare: str) -> tuple[str, str]:
    """The name and what follows it. A comma after a single word stands between surname and given name."""
    for found in _AFTER.finditer(bare):
        before = bare[: found.start()]
        if before and ("," not in found.group() or len(before.split()) >= 2):
            return _clean(before), bare[found.start() :]
    return _clean(bare), ""


def person_row(bare: str, details: str, known: Context, nobody: str = "") -> Row:
    """A row for a name with what stands behind it; the number before it changes with every list and is no part."""
    name, behind = name_and_details(bare)
    behind = " ".join(filter(None, (behind.strip(" ,;–—-"), details)))
    born = birth_in(behind)
    aged = None if born else age_in(behind, known.day)
    freed = freed_by(behind) if behind else Freed()
    return Row(
        number=0,
        text=shortened(name),
        name=name,
        birth=born,
        nobody=nobody or why_nobody(bare, name),
        beside=(*((aged,) if aged else ()), *told_in(behind, known.country)),
        freed=freed if says_anything(freed) else Freed(),
        remark=behind,
    )


def _rows(printed: str, known: Context) -> Iterator[Row]:
    bare = bare_of(printed)
    several = several_names(bare)
    if several:
        before, parts = several
        freed = freed_by(before) if before else Freed()
        for part in parts:
            row = person_row(part, "", known)
            yield replace(row, freed=together(row.freed, freed) if says_anything(freed) else row.freed)
        return
    nobody = _why_nobody(printed, bare)
    row = person_row(bare, "", known, nobody)
    yield replace(row, text=shortened(printed), remark="") if row.nobody else row


def _why_nobody(printed: str, bare: str) -> str:
    name = name_and_details(bare)[0]
    if is_heading(printed):
        return "a heading or a remark"
    return why_nobody(bare or printed, name)


def several_names(bare: str) -> tuple[str, list[str]] | None:
    """What stands before the colon, and the names of a sentence that is clearly a list of them; None if it isn't."""
    before, colon, after = bare.rpartition(":")
    parts = [part for part in _PARTS.split(_outside_brackets(after if colon else bare)) if part.strip()]
    people = [part for part in parts if shaped_as_name(name_and_details(part)[0].strip(". "))]
    others = [part for part in parts if part not in people]
    given = sum(map(has_given_name, people))
    if len(people) < 2 or given < (len(people) if len(people) == 2 else 0.6 * len(people)):
        return None
    if any(not why_nobody(one, one) for one in others):
        return None
    return before, [part.strip(". ").replace("\0", ",") for part in parts]


def _outside_brackets(text: str) -> str:
    """Commas in brackets part details and no names."""
    return re.sub(r"\([^()]*\)", lambda found: found.group().replace(",", "\0").replace(";", "\0"), text)


def _clean(name: str) -> str:
    return _TRAILING.sub("", name).strip(" ,;")
