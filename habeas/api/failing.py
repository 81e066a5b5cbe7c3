"""Problems as JSON: what is wrong, in which part of the question, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from habeas.api.answers import Problem
from habeas.api.writing import PROBLEM, told
from habeas.problems import BadInput

_TITLES = {
    400: "The question can't be read",
    404: "There is nothing here",
    405: "Not in this way",
    409: "What is known does not tell",
    413: "Too much at once",
}
_DOCUMENT = "The description at /api/v1/openapi.json says what can be asked."


class Absent(Exception):
    """Nothing under an id: it never was, is no person, or is kept from the public. Nobody is told which."""


class Refused(BadInput):
    """A part of a question that can't be answered, by the part's name."""

    def __init__(self, where: str, what: str, following: str = _DOCUMENT, status: int = 400) -> None:
        super().__init__(what)
        self.where, self.following, self.status = where, following, status


@contextmanager
def estimated(following: str) -> Iterator[None]:
    """Around an estimate: the question was well put, and where what is known can't tell, 409 says why and what may."""
    try:
        yield
    except BadInput as reason:
        raise Refused("register", str(reason), following, status=409) from None


def problem(status: int, where: str, what: str, following: str = _DOCUMENT) -> HttpResponse:
    return told(Problem(status, _TITLES[status], what, where, following), status=status, kind=PROBLEM)


def absent(request: HttpRequest, rest: str = "") -> HttpResponse:
    return problem(404, "address", "There is nothing under this address.", _DOCUMENT)


def handled_by(api: NinjaAPI) -> None:
    """Let the API answer what goes wrong in its questions; a mistake of ours flies on."""
    api.add_exception_handler(Absent, _absent)
    api.add_exception_handler(BadInput, _refused)
    api.add_exception_handler(ValidationError, _misfit)
    api.add_exception_handler(HttpError, _unreadable)


def _absent(request: HttpRequest, reason: Any) -> HttpResponse:
    return problem(404, "id", "There is nothing under this id, as asked.", "Take an id from one of the lists.")


def _refused(request: HttpRequest, reason: Any) -> HttpResponse:
    if isinstance(reason, Refused):
        return problem(reason.status, reason.where, str(reason), reason.following)
    text = str(reason)
    where = text.split("`")[1] if text.count("`") > 1 else "query"
    return problem(400, where, text)


def _misfit(request: HttpRequest, reason: Any) -> HttpResponse:
    """What was typed isn't repeated: it may be a name, and answers are kept in places that questions aren't."""
    first = reason.errors[0]
    where = str(first["loc"][-1])
    return problem(400, where, f"The value of “{where}” does not fit: {first['msg']}.")


def _unreadable(request: HttpRequest, reason: Any) -> HttpResponse:
    return problem(400, "body", "The body is no JSON.", "Send an object as JSON, in UTF-8.")
