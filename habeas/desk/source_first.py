"""Every form of the desk asks for the source first: one that is on record, or a new one, put on record with it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from habeas.domain.words import Nearness
from habeas.intake.batches import NewBatch, add_batch, known_batch
from habeas.intake.sources import NewSource, add_source, nearness_word
from habeas.pages.looking import asked
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Lens, SourceShown
from habeas.register.answers_batches import BatchRow

LONGEST = 500


@dataclass(frozen=True, slots=True)
class Choices:
    """What the forms offer: known sources, the latest first, known releases, and how near a source may stand."""

    sources: tuple[SourceShown, ...]
    batches: tuple[BatchRow, ...]
    nearness: tuple[Nearness, ...] = tuple(Nearness)


def choices(lens: Lens) -> Choices:
    latest = sorted(queries.batches(lens), key=lambda row: row.when, reverse=True)
    return Choices(queries.sources(lens), tuple(latest))


def source_of(request: HttpRequest, by: str) -> str:
    """The id of the source that the form names; a new one is on record when this returns."""
    chosen = asked(request, "source")
    if chosen and chosen != "new":
        return chosen
    new = new_source(request)
    if not new.publisher:
        raise BadInput(_("Say first which source tells this: choose one, or name the publisher of a new one."))
    return add_source(new, editor=by).id


def new_source(request: HttpRequest) -> NewSource:
    """What the form says of a new source; a page may tell the rest of itself."""
    return NewSource(
        publisher=written(request, "publisher"),
        title=written(request, "source_title"),
        address=written(request, "address"),
        published=asked(request, "published"),
        origin=asked(request, "origin"),
    )


def batch_of(request: HttpRequest, source: str, by: str) -> str:
    """The key of the release that the form names; a new one is on record when this returns."""
    chosen = asked(request, "batch")
    if chosen and chosen != "new":
        known_batch(chosen)
        return chosen
    number = asked(request, "announced")
    if number and not (number.isdecimal() and len(number) < 7):
        raise BadInput(_("How many were announced is a whole number. Leave it empty if no number was given."))
    day = asked(request, "batch_day")
    if not day:
        raise BadInput(_("Say of which release the list tells: choose one, or give the day and title of a new one."))
    new = NewBatch(
        key=asked(request, "batch_key") or day,
        title=written(request, "batch_title"),
        day=day,
        source=source,
        announcer=written(request, "announcer"),
        number=int(number) if number else None,
        nearness=nearness_of(request),
    )
    return add_batch(new, editor=by).id


def source_and_batch(request: HttpRequest, by: str) -> tuple[str, str]:
    """Both that the form names; if the one can't be put on record, neither is."""
    with transaction.atomic():
        source = source_of(request, by)
        return source, batch_of(request, source, by)


def nearness_of(request: HttpRequest) -> Nearness | None:
    return nearness_word(asked(request, "nearness"))


def written(request: HttpRequest, name: str, longest: int = LONGEST) -> str:
    """A line of free text; BadInput if it is longer than such a thing is."""
    text = " ".join(request.POST.get(name, "").split())
    if len(text) > longest:
        raise BadInput(_("“%(name)s” has %(n)s characters; write at most %(most)s.") % {
            "name": name, "n": len(text), "most": longest
        })  # fmt: skip
    return text
