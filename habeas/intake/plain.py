"""A plain text with one name a line, perhaps numbered, with bullets, or with details after the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.domain.dates import PartialDate
from habeas.intake.remarks import why_nobody
from habeas.intake.rows import Reading, Row
from habeas.intake.visible import shortened, visible

_BEFORE = re.compile(
    r"^(?:[-–—•·*●▪◦‣>✓☐✔]+\s*|[(\[]?№?\s*\d{1,5}\s*[.)\]:]\s*|№\s*\d{1,5}\s+|\d{1,5}\s+(?=[^\W\d_]))+"
)
_AFTER = re.compile(r"\s*(?:[;(\[\t]|\s[–—-]\s|,)")
_BORN_MARK = re.compile(r"\b(born|b\.|р\.|род\.|рожд|г\.\s?р\.|нар\.|народж|ур\.)", re.IGNORECASE)
_ONLY_A_DAY = re.compile(r"[\s,;()\[\]–—-]*[\d./]*\d{4}\W*")
_BORN = re.compile(r"(?<!\d)(?:\d{1,2}[./]\d{1,2}[./])?(19[2-9]\d|200\d|201[0-5])(?!\d)")


def rows_of_text(text: str) -> Reading:
    lines = [printed for line in text.splitlines() if (printed := visible(line).strip("\"'"))]
    return Reading(tuple(_rows(lines)))


def _rows(lines: list[str]) -> Iterator[Row]:
    for number, printed in enumerate(lines, 1):
        bare = _BEFORE.sub("", printed)
        name, details = _parted(bare)
        nobody = why_nobody(bare or printed, name)
        # The number and the details stay in the archived file: one changes with every list, the other may do harm.
        yield Row(number, shortened(printed if nobody else name), name, birth=_birth(details), nobody=nobody)


def _parted(bare: str) -> tuple[str, str]:
    """The name and what follows it. A comma after a single word stands between surname and given name."""
    for found in _AFTER.finditer(bare):
        before = bare[: found.start()]
        if "," not in found.group() or len(before.split()) >= 2:
            return before.strip(" ,;"), bare[found.start() :]
    return bare.strip(" ,;"), ""


def _birth(details: str) -> PartialDate | None:
    """A year of birth, if the details say that it is one or hold nothing else that could be meant."""
    found = _BORN.findall(details)
    if len(found) != 1 or not (_BORN_MARK.search(details) or _ONLY_A_DAY.fullmatch(details)):
        return None
    return PartialDate.parse(found[0])
