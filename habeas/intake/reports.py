"""Reports as files: bytes to text, and the text read with the surnames of the register at hand."""

from __future__ import annotations

from pathlib import Path

from habeas.delimited import read_text
from habeas.domain.dates import PartialDate
from habeas.intake.garbled import garbled
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
    """The running text of a file: plain, HTML, PDF or DOCX. BadInput says what can't be read and what to do."""
    if len(data) > MOST_BYTES:
        raise BadInput(f"{file}: {len(data)} bytes are more than a report has. Save the text alone.")
    if data.startswith(b"%PDF"):
        return _of_pdf(file, data)
    if data.startswith(b"PK\x03\x04"):
        return _of_docx(file, data)
    head = data[:2000].lower()
    if b"<html" in head or b"<!doctype" in head or file.suffix.lower() in (".html", ".htm"):
        return _of_html(file, data)
    read = read_text(file, data)
    if why := garbled(read.text, read.encoding):
        raise BadInput(f"{file}: the text can't be read: {why}. Save it in UTF-8 from the program it comes from.")
    return read.text.replace("\r\n", "\n").replace("\r", "\n")


def surnames_of_register() -> frozenset[str]:
    """Words of the register's names, in small letters: who stands in it is more readily taken for a name."""
    from habeas.register.queries import names_of_people

    return frozenset(
        word.lower() for _, names, _, _ in names_of_people() for name in names for word in name.split() if len(word) > 3
    )


def _of_html(file: Path, data: bytes) -> str:
    import trafilatura

    found = trafilatura.extract(data, include_comments=False, include_tables=False, favor_recall=True)
    if not found or not found.strip():
        raise BadInput(f"{file}: no running text was found on the page. Save the text alone and give that.")
    # Paragraphs come one a line.
    return "\n\n".join(line for line in str(found).splitlines() if line.strip())


def _of_pdf(file: Path, data: bytes) -> str:
    import io

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages[:400]]
    except (PyPdfError, ValueError, KeyError) as problem:
        raise BadInput(
            f"{file}: the PDF can't be read ({type(problem).__name__}). Save its text and give that."
        ) from None
    return _unless_empty(file, "\n\n".join(pages))


def _of_docx(file: Path, data: bytes) -> str:
    import io

    from docx import Document

    try:
        paragraphs = [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]
    except Exception as problem:  # python-docx lets whatever its zip and XML readers raise through
        raise BadInput(
            f"{file}: this is no readable DOCX ({type(problem).__name__}). Save its text and give that."
        ) from None
    return _unless_empty(file, "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip()))


def _unless_empty(file: Path, text: str) -> str:
    if not text.strip():
        raise BadInput(
            f"{file}: there are no words in it, perhaps pictures of a text. Type what it says, or read it with OCR."
        )
    return text
