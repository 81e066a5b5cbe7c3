"""Reports as files: bytes to running text, and the text read with the surnames of the register at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from habeas.domain.dates import PartialDate
from habeas.intake.files.contents import FileKind
from habeas.intake.files.file_text import plain_text, text_of_file
from habeas.intake.files.kinds import kind_of
from habeas.problems import BadInput
from habeas.reading.read import Reading
from habeas.reading.read import read as read_words

MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Report:
    """Running text, and the day that it bears if it bears one."""

    text: str
    published: date | None = None


def read_report(
    file: Path, data: bytes, *, published: PartialDate | None = None, lang: str = "", register: bool = True
) -> tuple[str, Reading]:
    """The text in these bytes and what it proposes; `published` is put before the day that the file itself bears."""
    told = report_in(file, data)
    return told.text, read_text_of(told, published=published, lang=lang, register=register)


def read_text_of(
    told: Report, *, published: PartialDate | None = None, lang: str = "", register: bool = True
) -> Reading:
    """With a register at hand, its surnames help to find people."""
    known = surnames_of_register() if register else frozenset()
    return read_words(told.text, published=published.first if published else told.published, lang=lang, known=known)


def report_at(address: str) -> Report:
    """The article at an address, fetched by the one module that may; walls and error pages are refused there."""
    from habeas.intake.captures.capturing import get_page

    page = get_page(address)
    if not page.text.text.strip():
        raise BadInput("No running text was found on the page. Save the text to a file and give that.")
    return Report(page.text.text, _day(page.text.published))


def report_in(file: Path, data: bytes) -> Report:
    """The running text of a file: plain, a page, a mail, PDF or DOCX. BadInput says what can't be read and why."""
    if len(data) > MOST_BYTES:
        raise BadInput(f"{file}: {len(data)} bytes are more than a report has. Save the text alone.")
    kind = kind_of(file, data)
    if kind is FileKind.SPREADSHEET:
        raise BadInput(f"{file}: this is a spreadsheet, and no report. Take a list with: habeas take")
    if kind is FileKind.TEXT and file.suffix.lower() != ".eml":
        return Report(plain_text(file, data))
    told = text_of_file(file, data)
    if not told.text.strip():
        raise BadInput(f"{file}: there are no words in it, perhaps pictures of a text. Type what it says.")
    return Report(told.text, _day(told.published))


def _day(text: str) -> date | None:
    try:
        day = PartialDate.parse(text[:10]) if text else None
    except BadInput:
        return None
    return day.first if day and day.is_day else None


def surnames_of_register() -> frozenset[str]:
    """Words of the register's names, in small letters: who stands in it is more readily taken for a name."""
    from habeas.register.queries import names_of_people

    return frozenset(
        word.lower() for _, names, _, _ in names_of_people() for name in names for word in name.split() if len(word) > 3
    )
