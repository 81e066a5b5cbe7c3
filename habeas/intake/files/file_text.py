"""The text of a file that somebody saved or received: a web page, an e-mail, a PDF, a Word document, plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePath

from habeas.archive.page_text import page_text
from habeas.delimited import read_text
from habeas.intake.files.contents import FileKind
from habeas.intake.files.garbled import garbled
from habeas.intake.files.kinds import kind_of
from habeas.intake.files.limits import MOST_BYTES
from habeas.intake.files.reading import contents_of
from habeas.problems import BadInput

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_MAIL = re.compile(rb"\A(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_MAIL_NEEDS = (b"from:", b"date:")


@dataclass(frozen=True, slots=True)
class FileText:
    """What a file says. `kind` is html, mail, picture, or a kind that lists are read from; a picture says nothing."""

    kind: str
    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""


def text_of_file(path: PurePath, data: bytes) -> FileText:
    """BadInput says why a file can't be read, where, and what to do."""
    if len(data) > MOST_BYTES:
        raise BadInput(
            f"{path}: {len(data) // 1_000_000} MB are more than is read at once. Keep the part that matters."
        )
    if data.startswith(_PICTURES):
        return FileText("picture", "")
    if _is_mail(data):
        return _of_mail(data)
    kind = kind_of(Path(path), data)
    if kind is FileKind.HTML:
        read = page_text(data)
        return FileText(str(kind), read.text or read.everything, read.title, read.published, read.publisher)
    if kind is FileKind.TEXT:
        # As it is written: a blank line parts paragraphs, which rows of a list don't have.
        return FileText(str(kind), plain_text(Path(path), data))
    blocks = contents_of(Path(path), data).blocks
    lines = ["\t".join(row.cells).rstrip() for block in blocks for row in block.rows]
    return FileText(str(kind), "\n".join(lines))


def plain_text(path: Path, data: bytes) -> str:
    read = read_text(path, data)
    if why := garbled(read.text, read.encoding):
        raise BadInput(f"{path}: the text can't be read: {why}. Save it in UTF-8 from the program it comes from.")
    return read.text.replace("\r\n", "\n").replace("\r", "\n")


def _is_mail(data: bytes) -> bool:
    head = _MAIL.match(data[:20_000].replace(b"\r\n", b"\n"))
    return head is not None and all(
        f"\n{one.decode()}" in f"\n{head[0].decode('latin-1').lower()}" for one in _MAIL_NEEDS
    )


def _of_mail(data: bytes) -> FileText:
    """The body that a reader would see. Who wrote to whom isn't taken out: that a desk was written to is nobody's."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    text = ""
    if body is not None:
        raw = body.get_payload(decode=True)
        payload = raw if isinstance(raw, bytes) else b""
        text = _decoded(body) if body.get_content_type() == "text/plain" else page_text(payload).everything
    return FileText("mail", text, str(message.get("subject", ""))[:500], _day(str(message.get("date", ""))))


def _decoded(body: MIMEPart) -> str:
    try:
        content = body.get_content()
    except (LookupError, ValueError):
        raw = body.get_payload(decode=True)
        return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    return content if isinstance(content, str) else ""


def _day(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError):
        return ""
