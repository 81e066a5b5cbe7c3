"""Through what a reader looks: the two days of the address, checked once and kept on every link of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from urllib.parse import urlencode

from django.http import Http404, HttpRequest

from habeas.pages.edition import usual_day
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import AsOf, Lens
from habeas.register.lenses import as_of

_NEVER_TYPED = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST = 200


@dataclass(frozen=True)
class Looking:
    """A lens with the words in which it was asked for; `ends` is the day of the last line there is."""

    lens: Lens
    as_of: AsOf
    on: str
    known: str
    ends: date

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, text) for name, text in (("on", self.on), ("known", self.known)) if text)

    @property
    def known_day(self) -> str:
        """The day of the moment through which one looks, as a form shows it."""
        return self.lens.known_at.date().isoformat()

    @cached_property
    def first_day(self) -> date | None:
        """The first of which claims tell who was held."""
        return queries.first_day(self.lens)

    @property
    def beyond(self) -> tuple[str, ...]:
        """What has to be said of a day that claims don't reach."""
        return tuple(filter(None, [queries.beyond_from(self.lens, self.first_day)]))

    def pinned(self, address: str, *more: tuple[str, str]) -> str:
        """The address with both clocks set to where they stand, so that it gives the same again."""
        clocks = (("on", self.lens.on.isoformat()), ("known", _moment(self.lens.known_at)))
        return f"{address}?{urlencode([*more, *clocks])}"

    def link(self, address: str, *more: tuple[str, str]) -> str:
        """The address with the reader's days, so that they stay as one goes on."""
        asked = [(name, text) for name, text in (*more, *self.kept) if text]
        return f"{address}?{urlencode(asked)}" if asked else address


def _moment(known: datetime) -> str:
    """The end of a day is written as the day."""
    return known.date().isoformat() if known.time().isoformat() == "23:59:59.999999" else known.isoformat()


def looking(request: HttpRequest) -> Looking:
    on, known = asked(request, "on"), asked(request, "known")
    day = usual_day() or None
    lens = queries.lens(on or day, known or day)
    ends = queries.lens(None, day).known_at.date()
    return Looking(lens, as_of(lens), on, known, ends)


def identified(id: str) -> str:
    """An id from the address; what no id can hold is absent like any other, and isn't passed on to a database."""
    if _NEVER_TYPED.search(id) or "/" in id or len(id) > _LONGEST:
        raise Http404
    return id


def asked(request: HttpRequest, name: str) -> str:
    """A value of the address or of a posted form, trimmed; what no date and no key can hold isn't passed on."""
    text = request.POST.get(name, request.GET.get(name, "")).strip()
    if _NEVER_TYPED.search(text) or len(text) > _LONGEST:
        raise BadInput(f"What the address gives for “{name}” is no value of it. Choose it on a page instead.")
    return text
