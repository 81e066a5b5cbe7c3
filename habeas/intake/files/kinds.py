"""What kind of file some bytes are: told by the bytes, since a name's ending says what somebody hoped it to be."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from habeas.intake.files.contents import FileKind
from habeas.intake.files.limits import MOST_BYTES, MOST_TIMES, MOST_UNPACKED
from habeas.problems import BadInput

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENDINGS = {
    ".xlsx": FileKind.SPREADSHEET, ".xls": FileKind.SPREADSHEET, ".ods": FileKind.SPREADSHEET, ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX, ".html": FileKind.HTML, ".htm": FileKind.HTML, ".csv": FileKind.TEXT,
    ".tsv": FileKind.TEXT, ".txt": FileKind.TEXT,
}  # fmt: skip
# What people send that holds no rows we can read, by its first bytes, and what to do instead.
_OTHERS = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"BM", "a picture"),
    (b"II*\x00", "a picture"), (b"{\\rtf", "a document in RTF"), (b"\x1f\x8b\x08", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"), (b"Rar!", "a packed file"), (b"SQLite format 3", "a database"),
    (b"MZ\x90", "a program"), (b"\x7fELF", "a program"),
)  # fmt: skip
_ADVICE = {
    "a picture": "Type the names into a text file, one a line, and keep the picture with: habeas source add --file.",
    "a document in RTF": "Save it as DOCX or as plain text in UTF-8.",
    "a packed file": "Unpack it and take the file that is in it.",
    "a database": "Export its table as CSV in UTF-8.",
    "a program": "Nothing was read.",
}
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|table|ul|ol|div|p|meta)\b", re.IGNORECASE)


def kind_of(path: Path, data: bytes) -> FileKind:
    """The kind; BadInput for what we can't read and for what would unpack to more than a list has."""
    if len(data) > MOST_BYTES:
        raise BadInput(f"{path}: {len(data) // 1_000_000} MB are more than a list has. Save the list by itself.")
    if data.startswith(_ZIP):
        return _packed(path, data)
    if data.startswith(_OLE):
        return _old_office(path, data)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return FileKind.PDF
    for first, what in _OTHERS:
        # Two letters are also how a word may begin; only more bytes that no text has make it a picture.
        if data.startswith(first) and (len(first) > 2 or b"\x00" in data[:64]):
            raise BadInput(f"{path}: this is {what}, and holds no rows that can be read. {_ADVICE[what]}")
    return FileKind.HTML if _is_page(data) else FileKind.TEXT


def said_kind(path: Path) -> FileKind | None:
    """What the ending of the name says; None if it says nothing."""
    return _ENDINGS.get(path.suffix.lower())


def _is_page(data: bytes) -> bool:
    """A tag near the beginning that a page begins with; a text that tells of tags begins with words."""
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") and bool(_HTML.search(head))


def _packed(path: Path, data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            infos = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as reason:
        raise BadInput(
            f"{path}: the file is damaged ({' '.join(str(reason).split())[:80]}). Open it where it was made and save"
            " it again as XLSX, DOCX or CSV in UTF-8."
        ) from None
    _check_size(path, len(data), sum(one.file_size for one in infos), len(infos))
    names = {one.filename for one in infos}
    if "word/document.xml" in names:
        return FileKind.DOCX
    if any(name.startswith("xl/") for name in names) or {"content.xml", "mimetype"} <= names:
        return FileKind.SPREADSHEET
    raise BadInput(f"{path}: this is a packed file, and no spreadsheet or document. {_ADVICE['a packed file']}")


def _check_size(path: Path, packed: int, unpacked: int, parts: int) -> None:
    if unpacked > MOST_UNPACKED or parts > 10_000 or (unpacked > 20_000_000 and unpacked > packed * MOST_TIMES):
        raise BadInput(
            f"{path}: it would unpack to {unpacked // 1_000_000} MB, more than a list has. Nothing was unpacked."
            " Save the one sheet or page with the names by itself."
        )


def _old_office(path: Path, data: bytes) -> FileKind:
    names = {word.encode("utf-16-le") for word in ("Workbook", "Book")}
    if any(name in data for name in names):
        return FileKind.SPREADSHEET
    if "WordDocument".encode("utf-16-le") in data:
        raise BadInput(f"{path}: this is an old Word document (DOC). Save it as DOCX or as plain text in UTF-8.")
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise BadInput(f"{path}: the file is locked with a password. Save it without one and take it again.")
    return FileKind.SPREADSHEET
