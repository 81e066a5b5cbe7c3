"""What holds for every question: nothing that it doesn't take is passed over, and every answer is tagged."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from habeas.api.asked import only
from habeas.api.failing import Refused, problem
from habeas.api.writing import tagged

LARGEST_BODY = 16_384


def strict(run: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Around an operation's whole run; `run` is its method."""
    operation: Any = run.__self__  # type: ignore[attr-defined]
    taken = _taken(operation)

    @wraps(run)
    def answered(request: HttpRequest, /, **kwargs: Any) -> HttpResponseBase:
        try:
            only(request, taken)
        except Refused as reason:
            return problem(reason.status, reason.where, str(reason), reason.following)
        if request.method == "POST" and int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
            return problem(413, "body", f"The body is larger than {LARGEST_BODY} bytes.", "Ask for less at once.")
        return run(request, **kwargs)

    return tagged(answered)


def _taken(operation: Any) -> frozenset[str]:
    names: set[str] = set()
    for model in operation.models:
        if model.__ninja_param_source__ == "query":
            names |= {field.alias or name for name, field in model.model_fields.items()}
    return frozenset(names)
