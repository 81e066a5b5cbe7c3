"""The public server answers from the files that were published where the address asks for nothing more."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Callable
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from habeas.publish.addresses import file_of
from habeas.publish.layout import SITE

_PLAIN = ("GET", "HEAD")


def prebuilt(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    root = (Path(os.environ["HABEAS_PUBLIC"]) / SITE).resolve()

    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.method in _PLAIN and not request.META.get("QUERY_STRING"):
            found = _found(root, request.path_info)
            if found is not None:
                return HttpResponse(found.read_bytes(), content_type=_kind(found))
        return answer(request)

    return answered


def _found(root: Path, address: str) -> Path | None:
    for name in (file_of(address), address.lstrip("/")):
        file = (root / name).resolve()
        if file.is_file() and root in file.parents:
            return file
    return None


def _kind(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
