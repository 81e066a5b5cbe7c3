"""Reports as files: bytes to running text, and the text read with the surnames of the register at hand."""

from __future__ import annotations

from pathlib import Path

from habeas.delimited import read_text
from habeas.domain.dates import PartialDate
from habeas.intake.apart import read_apart
from habeas.intake.contents import Block, FileKind
from habeas.intake.garbled import garbled
from habeas.intake.kinds import kind_of
from habeas.problems import BadInput
from habeas.reading.read import Reading
from habeas.reading.read import read as read_words

MOST_BYTES = 20_000_000


def read_report(
    file: Path, data: bytes, *, published: PartialDate | None = None, lang: str = "", register: bool = True
) -> Reading:
    """What the report in these bytes proposes; with a register, its surnames help to find people."""
    text = words_of(file, data)
    known = surnames_of_register() if register else frozenset()
    return read_words(text, published=published.first if published else None, lang=lang, known=known)


def words_of(file: Path, data: bytes) -> str:
    """The running text of a file: plain, a page, PDF or DOCX. BadInput says what can't be read and what to do."""
    if len(data) > MOST_BYTES:
        raise BadInput(f"{file}: {len(data)} bytes are more than a report has. Save the text alone.")
    kind = kind_of(file, data)
    if kind is FileKind.SPREADSHEET:
        raise BadInput(f"{file}: this is a spreadsheet, and no report. Take a list with: habeas take")
    if kind is FileKind.TEXT:
        return _of_text(file, data)
    text = "\n\n".join(_paragraphs(read_apart(file, kind, data).blocks))
    if not text.strip():
        raise BadInput(f"{file}: there are no words in it, perhaps pictures of a text. Type what it says.")
    return text


def surnames_of_register() -> frozenset[str]:
    """Words of the register's names, in small letters: who stands in it is more readily taken for a name."""
    from habeas.register.queries import names_of_people

    return frozenset(
        word.lower() for _, names, _, _ in names_of_people() for name in names for word in name.split() if len(word) > 3
    )


def _of_text(file: Path, data: bytes) -> str:
    read = read_text(file, data)
    if why := garbled(read.text, read.encoding):
        raise BadInput(f"{file}: the text can't be read: {why}. Save it in UTF-8 from the program it comes from.")
    return read.text.replace("\r\n", "\n").replace("\r", "\n")


def _paragraphs(blocks: tuple[Block, ...]) -> list[str]:
    """Running text first, as it stands; tables are lists of people and are taken otherwise."""
    return [" ".join(row.cells) for block in blocks if not block.table for row in block.rows]
