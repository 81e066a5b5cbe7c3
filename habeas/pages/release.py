"""A release of several people: six totals with their speakers, its stages, its members, and who remains."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from habeas.pages.looking import identified, looking
from habeas.pages.notes import Notes
from habeas.pages.page import page, show
from habeas.pages.wording import TITLES, TOTALS
from habeas.register import queries
from habeas.register.answers import BatchAnswer, Bounds, Figure

_MOST_REMAINING = 30


@dataclass(frozen=True, slots=True)
class Total:
    """One of the six: what speakers say, or what this register finds by itself."""

    title: str
    meaning: str
    figures: tuple[Figure, ...]
    found: Bounds | None


@page
def release(request: HttpRequest, id: str) -> HttpResponse:
    looked = looking(request)
    answer = queries.batch(identified(id), looked.lens)
    if answer is None:
        raise Http404
    return show(
        request,
        "release",
        looked,
        answer=answer,
        notes=_notes(answer),
        totals=_totals(answer),
        named=[one for one in answer.members if one.outcome != "nameless"],
        nameless=sum(one.outcome == "nameless" for one in answer.members),
        default=queries.definitions()[0],
        remaining=answer.remaining[:_MOST_REMAINING],
        ties=queries.ties_of_release(answer.id, looked.lens),
    )


def _notes(answer: BatchAnswer) -> Notes:
    """What is said of the release first, then who is counted among it, by name."""
    names = {number: member.name for member in answer.members for number in member.because}
    claims = sorted(answer.claims, key=lambda claim: claim.number in names)
    return Notes(claims, about=names)


def _totals(answer: BatchAnswer) -> list[Total]:
    said = {name: getattr(answer, name) for name in TOTALS}
    return [
        Total(
            str(TITLES[name]), str(meaning), () if isinstance(said[name], Bounds) else said[name], _bounds(said[name])
        )
        for name, meaning in TOTALS.items()
    ]


def _bounds(value: object) -> Bounds | None:
    return value if isinstance(value, Bounds) else None
