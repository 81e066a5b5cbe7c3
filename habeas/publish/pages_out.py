"""Which pages the site as files has. A page that others add is published by one line here.

Each entry gives the addresses of a kind of page, without the language. Lists lead on to their further pages by
themselves. Addresses that aren't here are no links in the files: what they lead to only a server can answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlencode

from django.urls import reverse

from habeas.domain.words import Status
from habeas.pages.picturing import NAMES as PICTURES
from habeas.pages.texts import chapters
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.answers_people import Filters
from habeas.register.tables import known

Addresses = Callable[[Lens], Iterable[str]]


def _at(name: str) -> Addresses:
    return lambda lens: [reverse(name)]


def _of(name: str, ids: Addresses) -> Addresses:
    return lambda lens: [reverse(name, args=[one]) for one in ids(lens)]


def _people(lens: Lens) -> Iterator[str]:
    return (one for (one,) in known("register_member", "DISTINCT person", lens, "is_person = 1 ORDER BY person"))


def _sanctioners(lens: Lens) -> list[str]:
    return sorted({one.sanctioner for one in queries.instruments(lens) if one.sanctioner})


def _narrowed(lens: Lens) -> Iterator[str]:
    """The lists that a number on a page leads to, and those of each status that somebody has."""
    for one in queries.definitions():
        yield f"{reverse('people')}?{urlencode({'definition': one.key})}"
    there = dict(queries.people(Filters(), 1, lens).choices)["status"]
    for status in Status:
        if status.value in {choice.key for choice in there}:
            yield f"{reverse('people')}?{urlencode({'status': status.value})}"


SITE: tuple[Addresses, ...] = (
    _at("front"),
    _at("people"),
    _at("people_as_csv"),
    _narrowed,
    _at("search"),
    _at("names"),
    _of("names_under", lambda lens: queries.names_by_sound(lens)),
    _at("releases"),
    _of("release", lambda lens: [one.id for one in queries.batches(lens)]),
    _at("agreements"),
    _of("agreement", lambda lens: [one.id for one in queries.agreements(lens)]),
    _of("instrument", lambda lens: [one.id for one in queries.instruments(lens)]),
    _of("sanctioner", _sanctioners),
    _at("sources"),
    _of("source", lambda lens: [one.id for one in queries.sources(lens)]),
    _at("counts"),
    _at("counts_as_csv"),
    _at("balance"),
    _at("balance_as_csv"),
    _at("recognisers"),
    _at("recognisers_as_csv"),
    _at("pictures"),
    _of("picture_as_csv", lambda lens: PICTURES),
    _at("estimates"),
    _at("definitions"),
    _at("method"),
    _of("rules", lambda lens: [one.key for one in chapters()]),
    _at("reading_safely"),
    _at("trust"),
    _at("letters"),
    _at("changes"),
    _of("person", _people),
)
"""The people last: they are the most, and by then everything else is known to work."""


def redirects(lens: Lens) -> dict[str, str]:
    """Addresses of people under an id that they had before they were joined, and where they are."""
    rows = known("register_member", "subject, person", lens, "is_person = 1 AND subject <> person ORDER BY subject")
    return {reverse("person", args=[old]): reverse("person", args=[new]) for old, new in rows}
