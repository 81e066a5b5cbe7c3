"""What may be done under an address: HEAD is answered wherever GET is, and OPTIONS tells what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, URLResolver

from habeas.api.failing import problem

View = Callable[..., HttpResponseBase]


def told_of(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern]:
    """The same addresses, each telling its methods; their views know the others alone."""
    each = (one for one in patterns if isinstance(one, URLPattern))
    return [URLPattern(one.pattern, telling(one.callback), one.default_args, one.name) for one in each]


def telling(view: View) -> View:
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        asked = request.method
        if asked == "HEAD":
            request.method = "GET"
        response = view(request, *args, **kwargs)
        request.method = asked
        if response.status_code == 405:
            return _told(asked, response.headers["Allow"].split(", "))
        return _head_of(response) if asked == "HEAD" else response

    return answered


def _told(asked: str | None, methods: list[str]) -> HttpResponse:
    allowed = ", ".join((*methods, *(["HEAD"] if "GET" in methods else []), "OPTIONS"))
    if asked == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": allowed})
    response = problem(405, "method", "This address is not asked in that way.", f"It can be asked with: {allowed}.")
    response.headers["Allow"] = allowed
    return response


def _head_of(response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, HttpResponse):
        length = len(response.content)
        response.content = b""
        response.headers["Content-Length"] = str(length)
    return response
