"""The public server answers from the files that were published where the address asks for nothing more.

To these it adds the forms that need a server: another day, and a name. What they ask is computed from the copy.
"""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override

from habeas.pages.edition import Edition
from habeas.pages.feeds import FOLDER as FEEDS
from habeas.pages.looking import Looking
from habeas.pages.methods import READ, otherwise_asked
from habeas.publish.addresses import file_of
from habeas.publish.layout import SITE
from habeas.register import queries
from habeas.register.lenses import as_of

_FILES_ALONE = (f"/{FEEDS}/", "/static/")
"""What no view answers for."""
_FORMS_ALLOWED = (b"form-action 'none'", b"form-action 'self'")
_DAYS, _SEEK = b"<!--days-->", b"<!--seek-->"


def prebuilt(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    root = (Path(os.environ["HABEAS_PUBLIC"]) / SITE).resolve()

    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.method in READ and not request.META.get("QUERY_STRING"):
            file = found(root, request.path_info)
            if file is not None:
                return answer_with(file, request.path_info)
        elif request.path_info.startswith(_FILES_ALONE) and found(root, request.path_info):
            return otherwise_asked(request, READ) or answer(request)
        elif request.path_info.endswith(".html"):
            # The form of a page asks at the page's own file.
            request.path_info = request.path_info.removesuffix(".html").removesuffix("index")
            request.path = request.path_info
        return answer(request)

    return answered


def found(root: Path, address: str) -> Path | None:
    """The file that stands for an address, never one outside the site."""
    if "\0" in address:
        return None
    for name in dict.fromkeys((address.lstrip("/"), file_of(quote(address)))):
        file = os.path.realpath(os.path.join(root, name))
        if file.startswith(f"{root}{os.sep}") and os.path.isfile(file):
            return Path(file)
    return None


def answer_with(file: Path, address: str) -> HttpResponse:
    content = file.read_bytes()
    if _DAYS in content or _SEEK in content:
        days, seek = _forms(get_language_from_path(address) or settings.LANGUAGE_CODE, queries.version())
        content = content.replace(_DAYS, days).replace(_SEEK, seek).replace(*_FORMS_ALLOWED)
    response = HttpResponse(content, content_type=_kind(file))
    response.scripted = b"<script" in content  # type: ignore[attr-defined]
    return response


@lru_cache(maxsize=32)
def _forms(language: str, version: str) -> tuple[bytes, bytes]:
    with override(language):
        lens = queries.lens(None, None)
        looked = Looking(lens, as_of(lens), "", "", lens.known_at.date())
        asked = {"looked": looked, "edition": Edition(copy=True)}
        days, seek = (render_to_string(f"pages/{name}.html", asked) for name in ("days_form", "seek"))
        return days.strip().encode(), seek.strip().encode()


def _kind(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
