"""The file of a list as a form sends it: chosen, pasted, or archived already while its columns were looked at."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core import signing
from django.utils.translation import gettext as _

from habeas.archive.store import fetch, keep
from habeas.desk.door import DeskRequest
from habeas.intake.files.limits import MOST_BYTES
from habeas.problems import BadInput

_MOST_PASTED = 2_000_000
_SALT = "a list that was sent"
_A_DAY = 24 * 3600


@contextmanager
def sent_file(request: DeskRequest) -> Iterator[Path]:
    """Under a name that tells a reader of files its kind; what is refused of it names no folder of ours."""
    name, data = _sent(request)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            yield path
        except BadInput as problem:
            raise type(problem)(str(problem).replace(f"{path.parent}/", "")) from None


def receipt(request: DeskRequest) -> str:
    """What stands in the form for a file that was sent: for this editor, and for a day. A text stays as it is."""
    if "file" not in request.FILES and request.POST.get("pasted", "").strip():
        return ""
    name, data = _sent(request)
    told = {"sha256": keep(data), "name": name, "by": request.editor.alias}
    return signing.dumps(told, salt=_SALT, compress=True)


def _sent(request: DeskRequest) -> tuple[str, bytes]:
    sent, pasted = request.FILES.get("file"), request.POST.get("pasted", "")
    if not sent and not pasted.strip() and request.POST.get("receipt"):
        return _received(request)
    if not sent and not pasted.strip():
        raise BadInput(_("There is no list. Choose a file, or paste the text of a message."))
    if len(pasted) > _MOST_PASTED or (sent and (sent.size or 0) > MOST_BYTES):
        raise BadInput(_("This is more than a list has. Send the list alone, without what stands around it."))
    if not sent:
        return "pasted.txt", pasted.encode()
    sent.seek(0)
    return _plain_name(sent.name or ""), sent.read()


def _received(request: DeskRequest) -> tuple[str, bytes]:
    try:
        told = signing.loads(request.POST["receipt"], salt=_SALT, max_age=_A_DAY)
    except signing.BadSignature:
        told = {}
    if told.get("by") != request.editor.alias:
        raise BadInput(_("The file that was sent is no longer at hand. Choose it again."))
    return str(told["name"]), fetch(str(told["sha256"]))


def _plain_name(name: str) -> str:
    """The ending alone is kept of the name that somebody gave the file."""
    ending = Path(name).suffix.lower()
    return "list" + (ending if ending.isascii() and ending[1:].isalnum() and len(ending) < 8 else "")
