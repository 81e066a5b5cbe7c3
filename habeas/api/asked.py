"""What can stand in a question: the two clocks, the filters, a page; each with its place in the description."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Path, Query
from pydantic import WithJsonSchema

from habeas.api.failing import Absent, Refused
from habeas.domain.words import Status, Unit
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.breakdowns import KINDS
from habeas.vocabulary.load import load

_PLAIN = r"^[^\x00-\x1f\x7f]{1,200}$"
_LEGIBLE = re.compile(_PLAIN)
_MOST_DAYS = 400
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


_NOTHING: Any = Query("")  # type: ignore[type-arg]


def _text(description: str, **schema: Any) -> Any:
    told = {"type": "string", "description": description, **(schema or {"pattern": _PLAIN})}
    return Annotated[str, _NOTHING, WithJsonSchema(told)]


_ON = "The day in the world that is asked about; without it the last day of which the register was told."
_KNOWN = (
    "As was known then: a day, which means its end in UTC, or a moment; none that hasn't come. A public copy takes the"
    " days in `/version`."
)
_DAY_OR_MOMENT = [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]
_FROM = "The earlier day; without it thirty days before the later one."
_BY_DEFINITION = "What is counted, by its key; without it the first of `/definitions`."

On = _text(_ON, format="date")
Known = Annotated[str, _NOTHING, WithJsonSchema({"anyOf": _DAY_OR_MOMENT, "description": _KNOWN})]
FROM: Any = Query("", alias="from")  # type: ignore[type-arg]
From = Annotated[str, WithJsonSchema({"type": "string", "format": "date", "description": _FROM})]
To = _text("The later day; without it the last day of which the register was told.", format="date")
_AROUND: Any = {"type": "string", "format": "date", "description": "The day before and after which is looked."}
Around = Annotated[str, Query(...), WithJsonSchema(_AROUND)]
Days = Annotated[int, Query(90, ge=1, le=730, description="How many days before it, and from it on.")]
DefinitionKey = _text(_BY_DEFINITION, enum=[one.key for one in queries.definitions()])
BalancedKey = _text(_BY_DEFINITION, enum=[one.key for one in queries.definitions() if one.unit is Unit.PEOPLE])
CountedAs = _text("People who are counted so.", enum=[one.key for one in queries.definitions()])
By = _text("By what the count is broken down.", enum=list(KINDS))
StatusKey = _text("People of this status on the day.", enum=[str(one) for one in Status])
Facility = _text("People last said to be in this place.")
Article = _text("People charged or sentenced under this article, or a part of it.")
Recogniser = _text("People recognised by this body on the day.")
_LISTS: Any = {"type": "string", "enum": sorted(load().recognisers), "description": "Whose list, by its key."}
Whose = Annotated[str, Query(...), WithJsonSchema(_LISTS)]
Batch = _text("People who are counted among this release.")
Number = Annotated[int, Query(1, ge=1, le=100_000, description="The page, from 1.")]
PerPage = Annotated[int, Query(50, ge=1, le=500, description="How many on a page.")]
Every = Annotated[int, Query(7, ge=1, le=3660, description="Every so many days, and the last.")]
Id = Annotated[str, Path(...), WithJsonSchema({"type": "string", "description": "An id as the lists give it."})]


def lens(on: str, known: str) -> Lens:
    """The API takes days in one form alone, so that the description can say which."""
    for where, text in (("on", on), ("known", known)):
        if text and not _LEGIBLE.match(text):
            raise Refused(where, f"`{where}` holds signs that stand in no date.", "Write a day as in 2025-12-14.")
    return queries.lens(day("on", on), known or None)


def day(where: str, text: str) -> str | None:
    if not text:
        return None
    try:
        assert _DAY.fullmatch(text)
        date.fromisoformat(text)
    except (AssertionError, ValueError):
        raise Refused(where, f"`{where}` is no day of the calendar.", "Write it as in 2025-12-14.") from None
    return text


def asked_days(one: date, other: date, every: int) -> tuple[int, list[date]]:
    """From the earlier on every so many days, more where they would be too many, and the later."""
    first, last = sorted((one.toordinal(), other.toordinal()))
    every = max(every, -(-(last - first) // (_MOST_DAYS - 1)))
    return every, [*map(date.fromordinal, range(first, last, every)), date.fromordinal(last)]


def around_day(text: str) -> date:
    return date.fromisoformat(day("around", text) or "")


def plain(**values: str) -> None:
    """What no key can hold isn't passed on to a database."""
    for where, text in values.items():
        if text and not _LEGIBLE.match(text):
            raise Refused(where, f"What is given for “{where}” is no value of it.", "Take one from `choices`.")


def identified(id: str) -> str:
    """What no id can hold is absent like any other."""
    if not _LEGIBLE.match(id):
        raise Absent
    return id


def only(request: HttpRequest, names: Collection[str]) -> None:
    """A misspelt name would narrow nothing, and the answer be taken for what was meant."""
    for name in request.GET:
        if name not in names:
            takes = f"It takes: {', '.join(sorted(names)) or 'nothing'}."
            raise Refused("query", "The address asks for something that this question doesn't take.", takes)
        if len(request.GET.getlist(name)) > 1:
            raise Refused(name, f"“{name}” is given more than once.", "Give it once.")
        if not request.GET[name]:
            raise Refused(name, f"“{name}” is given without a value.", "Give one, or leave it out.")


def address(request: HttpRequest, page: int) -> str:
    """The same question, of another page."""
    asked = {**request.GET.dict(), "page": str(page)}
    return f"{request.path}?{urlencode(asked)}"
