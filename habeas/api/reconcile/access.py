"""Who may ask from a browser: OpenRefine's page fetches suggestions and previews itself, from an origin of its own.

A public copy may be asked by any origin, without credentials; there are none. A register that is not yet published
answers pages of this machine alone: else any site that an editor opens could read through their browser.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from habeas.api.failing import Refused, problem
from habeas.problems import BadInput
from habeas.register.releases import is_copy

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


def service(*methods: str) -> Callable[[View[P]], View[P]]:
    """A view of the service that takes these methods: from other origins too, and with problems as JSON."""

    def around(view: View[P]) -> View[P]:
        @wraps(view)
        def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            response = _answer(view, methods, request, *args, **kwargs)
            origin = request.headers.get("Origin", "")
            if origin and _may_read(origin):
                response.headers["Access-Control-Allow-Origin"] = "*" if is_copy() else origin
            response.headers["Vary"] = "Origin"
            return response

        return answered

    return around


def _answer(
    view: View[P], methods: tuple[str, ...], request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
) -> HttpResponse:
    if request.method == "OPTIONS":
        allowed = ", ".join((*methods, "OPTIONS"))
        headers = {"Access-Control-Allow-Methods": allowed, "Access-Control-Allow-Headers": "Content-Type"}
        return HttpResponse(status=204, headers={"Allow": allowed, **headers})
    if request.method not in methods:
        return HttpResponseNotAllowed([*methods, "OPTIONS"])
    try:
        return view(request, *args, **kwargs)
    except Refused as reason:
        return problem(reason.status, reason.where, str(reason), reason.following)
    except BadInput as reason:
        return problem(400, "query", str(reason))


def _may_read(origin: str) -> bool:
    try:
        return is_copy() or urlsplit(origin).hostname in _THIS_MACHINE
    except ValueError:
        return False
