"""What all pages share: how one is rendered, and how a question that can't be read is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.pages.looking import Looking
from habeas.pages.methods import POSTED, READ, head_of, otherwise_asked
from habeas.problems import BadInput

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def page(view: View[P]) -> View[P]:
    """Bad input from a reader becomes a page that says what to write."""
    return _asked_with(READ, view)


def page_with_a_form(view: View[P]) -> View[P]:
    """A page whose form is posted."""
    return _asked_with(POSTED, view)


def _asked_with(methods: tuple[str, ...], view: View[P]) -> View[P]:
    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        otherwise = otherwise_asked(request, methods)
        if otherwise is not None:
            return otherwise
        try:
            response = view(request, *args, **kwargs)
        except BadInput as problem:
            response = render(request, "pages/refused.html", {"problem": str(problem)}, status=400)
        return head_of(response) if request.method == "HEAD" else response

    return answered


def show(request: HttpRequest, template: str, looked: Looking, **values: object) -> HttpResponse:
    others = [(name, str(text)) for name, text in request.GET.items() if name not in ("on", "known", "page") and text]
    shared = {
        "looked": looked,
        "others": others,
        "here": template,
        "latest": _address(request.path, others),
        "same": looked.pinned(request.path, *others),
    }
    return render(request, f"pages/{template}.html", {**shared, **values})


def _address(path: str, others: Sequence[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(others)}" if others else path
