"""Lines of text as rows: one name a line, perhaps numbered, with bullets or details, or several names in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from habeas.domain.dates import PartialDate
from habeas.intake.files.beside import age_in, birth_in, told_in
from habeas.intake.files.contents import PrintedRow
from habeas.intake.files.given_names import has_given_name
from habeas.intake.files.headings import Heading, is_heading, placed
from habeas.intake.files.likeness import is_name
from habeas.intake.files.messages import Entry, entries_of
from habeas.intake.files.name_parts import (
    bare_of,
    footnotes_of,
    is_marked,
    is_numbered,
    name_and_details,
    ticked,
    without_role,
)
from habeas.intake.files.release_words import freed_by, not_freed, says_anything, together, why_denied
from habeas.intake.files.remarks import PARTICLES, counts_people, why_nobody
from habeas.intake.files.rows import Freed, Row
from habeas.intake.files.several import named_together, several_names
from habeas.intake.files.visible import shortened
from habeas.names import says_several

JOINS = re.compile(r"\b(?:и|і|й|ды|та|and|oraz|i|ir)\b")
_SOME = 2
"""So many numbers before lines make a numbered list."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a list before it is read: the day of its release, and whose laws its articles are of."""

    day: PartialDate | None = None
    country: str = ""


def rows_of_lines(
    lines: Iterable[PrintedRow], known: Context, heading: Heading | None = None, number: int = 0
) -> Iterator[Row]:
    """The rows, numbered without the blank ones, from those under the heading on that stands above them."""
    heading, notes = heading or Heading(), ""
    entries = entries_of(lines)
    numbered = sum(is_numbered(entry.printed) for entry in entries) >= _SOME
    boxes = {ticked(entry.printed) for entry in entries} >= {True, False}
    for entry in entries:
        if boxes and not entry.aside and ticked(entry.printed) is False:
            entry = replace(entry, aside=_why_unticked())
        if numbered and not entry.aside and _is_word_alone(entry.printed):
            entry = replace(entry, aside=_why_alone())
        for row in _rows(entry, known, notes):
            number += 1
            yield placed(row, number, entry.spot, heading)
        notes += footnotes_of(entry.printed)
        if not entry.aside and is_heading(entry.printed):
            heading = heading.then(entry.printed)


def _is_word_alone(printed: str) -> bool:
    bare = bare_of(printed)
    alone = not is_numbered(printed) and len(bare.split()) == 1 and bare[0].isalpha()
    return alone and not printed.endswith(":") and not is_heading(printed) and not has_given_name(bare)


def _why_alone() -> str:
    return "a word without a number in a numbered list"


def _why_unticked() -> str:
    """Where some are ticked off, the list says nothing of the others; where none is, the boxes are bullets."""
    return "its box isn't ticked, so it isn't said to be free"


def person_row(bare: str, details: str, known: Context, nobody: str = "") -> Row:
    """A row for a name with what stands behind it; the number before it changes with every list and is no part."""
    before, bare = _before_colon(bare)
    details = "; ".join(filter(None, (before, details)))
    name, behind = name_and_details(bare)
    name, role = without_role(name) if bare[:1].islower() else (name, "")
    behind = "; ".join(filter(None, (role, behind.strip(" ,;–—-|").lstrip("._… "), details)))
    born = birth_in(behind, known.day)
    aged = None if born else age_in(behind, known.day)
    freed = freed_by(behind) if behind else Freed()
    return Row(
        number=0,
        text=shortened(name),
        name=name,
        birth=born,
        nobody=nobody
        or _why_awaited(before)
        or _why_several(role if role or is_name(name) else name)
        or why_nobody(bare, name)
        or why_denied(behind),
        beside=(*((aged,) if aged else ()), *told_in(behind, known.country)),
        freed=freed if says_anything(freed) else Freed(),
        remark=behind,
    )


def _why_several(role: str) -> str:
    """“The spouses A and B C” has a name at its end, and would lose the other."""
    lost = says_several(role) or (has_given_name(role) and JOINS.search(role))
    return "several people in one row; give each a row" if lost else ""


def _before_colon(bare: str) -> tuple[str, str]:
    """“Vilnius: Anna Kryvadub” has her name behind the colon."""
    before, _, after = bare.partition(": ")
    if why_nobody(bare, bare) or has_given_name(before) or not is_name(name_and_details(after)[0]):
        return "", bare
    return before, after.strip()


def _why_awaited(before: str) -> str:
    return f"stands behind “{shortened(before, 60)}”, so it isn't said to be free" if not_freed(before) else ""


def _rows(entry: Entry, known: Context, notes: str) -> Iterator[Row]:
    bare = bare_of(entry.printed)
    several = None if entry.aside else several_names(bare)
    if several:
        before, parts = several
        freed = freed_by(before) if before else Freed()
        for part in parts:
            row = person_row(part.name, part.details, known)
            yield replace(row, freed=together(row.freed, freed) if says_anything(freed) else row.freed)
        return
    if together_named := [] if entry.aside else named_together(bare):
        yield from (person_row(part.name, part.details, known) for part in together_named)
        return
    if is_marked(entry.printed):
        bare = _without_words_behind(bare)
    row = person_row(bare, "", known, entry.aside or _why_nobody(entry.printed, bare, notes))
    yield replace(row, text=shortened(entry.printed), remark="") if row.nobody and not is_name(row.name) else row


def _why_nobody(printed: str, bare: str, notes: str) -> str:
    if notes and printed[0] in notes and printed[0] in "*†‡¹²³⁴⁵⁶⁷⁸⁹[" and not is_name(name_and_details(bare)[0]):
        return "a footnote"
    if is_heading(printed):
        return "a heading or a remark"
    if counts_people(printed):
        return "a total or a number of people without names"
    return "" if bare else why_nobody(printed, printed)


def _without_words_behind(bare: str) -> str:
    """In a list with numbers or bullets a name ends where words begin small."""
    words = bare.split()
    small = next((at for at, word in enumerate(words) if word[0].islower() and word.casefold() not in PARTICLES), 0)
    name = " ".join(words[:small])
    return f"{name}; {' '.join(words[small:])}" if small and is_name(name) else bare
