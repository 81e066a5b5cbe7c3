"""Headers on every answer: reading such pages is prosecuted, so nothing is loaded, sent on, framed or kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponseBase

Response = TypeVar("Response", bound=HttpResponseBase)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}

_SCRIPTS = "; script-src 'self'; connect-src 'self'"
"""For pages of the desk that say they have a script; it comes from here."""


def safe_headers(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware, the outermost, so that static files and errors bear the headers too."""
    return lambda request: make_safe(answer(request))


def make_safe(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if getattr(response, "scripted", False):
        response.headers["Content-Security-Policy"] += _SCRIPTS
    return response
