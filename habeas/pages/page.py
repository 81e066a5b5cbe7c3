"""What all pages share: how one is rendered, and how a question that can't be read is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.pages.looking import Looking
from habeas.problems import BadInput

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def page(view: View[P]) -> View[P]:
    """Bad input from a reader becomes a page that says what to write."""

    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except BadInput as problem:
            return render(request, "pages/refused.html", {"problem": str(problem)}, status=400)

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
