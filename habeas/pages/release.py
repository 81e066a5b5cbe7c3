"""A release of several people: six totals with their speakers, its stages, its members, and who remains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from habeas.pages.around import around
from habeas.pages.looking import identified, looking
from habeas.pages.notes import Notes
from habeas.pages.page import page, show
from habeas.pages.turning import leaf, number_of_page, turns
from habeas.pages.wording import TITLES, TOTALS, tally
from habeas.register import queries
from habeas.register.answers_batches import BatchAnswer, Bounds, Figure, MemberShown

_MOST_REMAINING = 30
_AT_ONCE = 60
"""Members on a page: with what is said of each, about as much as a slow line carries in a few seconds."""


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
    everybody = [one for one in answer.members if one.outcome != "nameless"]
    named, number, pages = leaf(everybody, number_of_page(request), _AT_ONCE)
    return show(
        request,
        "release" if number == 1 else "release_members",
        looked,
        answer=answer,
        notes=_notes(answer, named, with_the_release=number == 1),
        totals=_totals(answer),
        named=named,
        turns=turns(looked.link(request.path), number, pages),
        nameless=sum(one.outcome == "nameless" for one in answer.members),
        sum=tally(member.outcome for member in answer.members),
        default=queries.definitions()[0],
        # The numbers around it and who remains are of those this register tells of, and nobody of them is a member.
        around=around(answer.when, looked) if answer.members else None,
        remaining=answer.remaining[:_MOST_REMAINING],
        ties=queries.ties_of_release(answer.id, looked.lens),
    )


def _notes(answer: BatchAnswer, named: Sequence[MemberShown], *, with_the_release: bool) -> Notes:
    """What is said of the release first, then who is counted among it, by name: of those on this page."""
    of_members = {number for member in answer.members for number in member.because}
    names = {number: member.name for member in named for number in member.because}
    nameless = {number for one in answer.members if one.outcome == "nameless" for number in one.because}
    here = names.keys() | (nameless if with_the_release else set())
    claims = [one for one in answer.claims if one.number in here or (with_the_release and one.number not in of_members)]
    return Notes(sorted(claims, key=lambda claim: claim.number in of_members), about=names)


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
