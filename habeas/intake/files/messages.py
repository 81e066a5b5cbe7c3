"""Lines of a text or message as entries: heads of messages cut, wrapped lines joined, several entries in one parted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.intake.files.contents import PrintedRow, Spot
from habeas.intake.files.headings import is_heading
from habeas.intake.files.likeness import is_name, spell_one_name
from habeas.intake.files.name_parts import bare_of, is_marked, is_numbered, name_and_details, name_in, number_of
from habeas.intake.files.remarks import is_page_number, why_nobody
from habeas.intake.files.visible import is_struck, visible

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?"
# Who sent a message to whom is nobody's: it is cut before anything is kept.
_MESSAGE = re.compile(rf"^\W{{0,3}}\[?{_DAY}\]?\s*(?:[-–]\s*)?[^:\d]{{1,60}}:\s*")
_MESSAGE_HEAD = re.compile(rf"^[^\[\]]{{1,80}},?\s*\[({_DAY})\]:?$")
_NEXT_NUMBER = re.compile(r"[\s,;.]+(?=\d{1,4}[.)]\s*[^\W\d_])")
_APART = re.compile(r"\t+|\s{3,}|\s+[/|]\s+")
_ROMAN = re.compile(r"\W{0,3}([IVX]{1,6})[.)]\s+")
_AND = re.compile(r"\s+(?:и|і|й|ды|та|and|oraz|ir|\+|&)\s+")
_CROSSED = re.compile(r"[^\w❌✖✗✘🚫⛔]*[❌✖✗✘🚫⛔]")
# Figures that a scanner takes for letters, before the name that they number.
_MISREAD = re.compile(r"([ЗзOОоIlіІ|])\s?[.),]\s+(?=[^\W\d_]{2,})")
_FIGURES = str.maketrans("ЗзOОоIlіІ|", "3300011111")
_NUMBER_CELL = re.compile(r"\W*\d{1,5}\W*\t")
_SHORT = 0.7
"""Of the longest line of a list: a line that is shorter was not broken for want of room."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands for one row: its words, where they begin, and why nobody may be taken for free by them, if so."""

    printed: str
    spot: Spot
    aside: str = ""


def entries_of(lines: Iterable[PrintedRow]) -> tuple[Entry, ...]:
    told = _without_misread(_without_romans([one for line in lines for one in _entries(line)]))
    return tuple(_joined(told)) if _is_marked_list(told) else tuple(told)


def _without_romans(told: list[Entry]) -> list[Entry]:
    """“II.” numbers a line where other lines have such numbers; “I.” alone is an initial."""
    roman = [_ROMAN.match(one.printed) for one in told]
    numbers = [found[1] for found in roman if found]
    if numbers[:2] != ["I", "II"]:
        return told
    return [
        replace(one, printed=one.printed[found.end() :]) if found else one
        for one, found in zip(told, roman, strict=True)
    ]


def _without_misread(told: list[Entry]) -> list[Entry]:
    """“З. Name” between 2 and 4 is the third, and no initial."""
    kept: list[Entry] = []
    before = 0
    for one in told:
        number = number_of(one.printed)
        found = _MISREAD.match(one.printed)
        if found and number is None and before and (before + 1) % 10 == int(found[1].translate(_FIGURES)):
            one, number = replace(one, printed=f"{before + 1}. {one.printed[found.end() :]}"), before + 1
        before = number or 0
        kept.append(one)
    return kept


def _entries(line: PrintedRow) -> Iterator[Entry]:
    for part in line.cells[0].splitlines():
        if head := _MESSAGE_HEAD.match(visible(part)):
            yield Entry(f"[{head[1]}]", line.spot, _why_head())
            continue
        aside = line.aside or _why_aside(part)
        for words in _parted(_MESSAGE.sub("", part)):
            if printed := visible(_parted_by_tabs(words)).strip("\"'|"):
                yield Entry(printed, line.spot, aside)


def _parted_by_tabs(words: str) -> str:
    """Cells pasted from a sheet: what stands behind a tab is no part of the name before it, but of the number."""
    number = _NUMBER_CELL.match(words)
    start = number.end() if number else 0
    return words[:start] + words[start:].strip().replace("\t", "; ")


def _why_head() -> str:
    return "the head of a message"


def _why_aside(part: str) -> str:
    if is_struck(part):
        return "it is struck through"
    return "a cross stands before it" if _CROSSED.match(part) else ""


def _parted(line: str) -> Sequence[str]:
    """“1) one, 2) two” and names in columns of a line; only where each part is an entry of its own."""
    numbered = _NEXT_NUMBER.split(line)
    if len(numbered) > 1 and all(map(is_numbered, numbered)):
        return numbered
    for mark in (_APART, _AND):
        parts = [part for part in mark.split(line.strip()) if part]
        if len(parts) > 1 and all(is_name(name_in(part)) for part in parts):
            one_name = mark is _APART and spell_one_name([name_in(part) for part in parts])
            return [line] if one_name else parts
    return [line]


def _is_marked_list(told: Sequence[Entry]) -> bool:
    marked = [one for one in told if is_numbered(one.printed)]
    return len(marked) >= 2


def _joined(told: Sequence[Entry]) -> Iterator[Entry]:
    """A line without a number that goes on with the words before it belongs to the entry above."""
    widest = max(len(one.printed) for one in told)
    kept: Entry | None = None
    last = told[0]
    for one in told:
        if kept and _goes_on(one, last, kept, widest):
            hyphen = kept.printed.endswith("-") and one.printed[:1].isupper()
            kept = replace(kept, printed=kept.printed + ("" if hyphen else " ") + one.printed)
        else:
            if kept:
                yield kept
            kept = one
        last = one
    if kept:
        yield kept


def _goes_on(one: Entry, last: Entry, kept: Entry, widest: int) -> bool:
    if is_page_number(one.printed) or one.aside != kept.aside or is_marked(one.printed):
        return False
    if not is_marked(kept.printed) or _is_break(one, last):
        return False
    if not bare_of(kept.printed) or last.printed.endswith(("-", ",")):
        return True
    if why_nobody(one.printed, one.printed).startswith("a total") or is_heading(one.printed):
        return False
    if one.printed[0].islower() or one.printed[0].isdigit() or one.printed[0] in "(«„“":
        return True
    if not one.printed[0].isalpha():
        return False
    full = len(last.printed) >= _SHORT * widest and not last.printed.endswith(".")
    return full and not is_name(name_and_details(one.printed)[0])


def _is_break(one: Entry, last: Entry) -> bool:
    """A blank line between them ends an entry; on the next page it goes on."""
    return one.spot.page == last.spot.page and one.spot.line - last.spot.line > 1
