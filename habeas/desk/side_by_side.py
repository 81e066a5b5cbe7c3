"""The lists of one release side by side, narrowed by citizenship or to those on whom they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.pages.looking import asked, identified
from habeas.pages.wording import tally
from habeas.register import queries
from habeas.register.answers_batches import Bounds, Figure
from habeas.register.listed_answers import ListsAnswer, OnLists, Totals

TOTALS: dict[str, str | Promise] = {
    "announced": _("announced"),
    "named": _("named"),
    "matched": _("matched"),
    "verified": _("verified"),
    "recognised": _("recognised"),
    "ours": _("ours"),
}
_ONLY: dict[str, str | Promise] = {
    "": _("everybody"),
    "alone": _("on one list alone"),
    "differ": _("where the lists differ"),
    "dropped": _("dropped from a list"),
    "open": _("not settled who it is"),
}


@dataclass(frozen=True, slots=True)
class Total:
    """One of the six, by speaker, or ours with its doubt."""

    name: str | Promise
    figures: tuple[Figure, ...]
    found: Bounds | None


@needs(Right.READ)
def side_by_side(request: DeskRequest, id: str) -> HttpResponse:
    lens = desk_lens(request.editor, asked(request, "on"), asked(request, "known"))
    answer = queries.side_by_side(identified(id), lens)
    if answer is None:
        raise Http404
    only, citizenship = asked(request, "only"), asked(request, "citizenship")
    values = {
        "answer": answer,
        "people": [one for one in answer.people if _fits(one, answer, only) and _of(one, citizenship)],
        "totals": totals_shown(answer.totals),
        "sum": tally(member.outcome for member in queries.members_of(answer.batch, lens)),
        "only": only,
        "choices": [(key, word, sum(_fits(one, answer, key) for one in answer.people)) for key, word in _ONLY.items()],
        "citizenship": citizenship,
        "citizenships": _citizenships(answer.people),
        "here": "lists",
    }
    return render(request, "desk/side_by_side.html", values)


def totals_shown(told: Totals) -> list[Total]:
    """The six in their order."""
    said = {name: getattr(told, key) for key, name in TOTALS.items()}
    return [
        Total(name, () if isinstance(one, Bounds) else one, one if isinstance(one, Bounds) else None)
        for name, one in said.items()
    ]


def _fits(one: OnLists, answer: ListsAnswer, only: str) -> bool:
    match only:
        case "alone":
            return one.alone
        case "differ":
            there = _there(one, answer)
            return any(there) and not all(there)
        case "dropped":
            return any(mention is not None and mention.dropped for mention in one.mentions)
        case "open":
            return one.outcome in ("unclear", "absent")
    return True


def _there(one: OnLists, answer: ListsAnswer) -> list[bool]:
    """For each list whether it has them now."""
    columns = zip(one.mentions, answer.lists, strict=True)
    return [mention is not None and not mention.dropped for mention, each in columns if each.is_list]


def _of(one: OnLists, citizenship: str) -> bool:
    if citizenship == "unknown":
        return not one.citizenships
    return not citizenship or citizenship in one.citizenships


def _citizenships(people: Iterable[OnLists]) -> list[tuple[str, int]]:
    counted = Counter(code for one in people for code in one.citizenships or ("unknown",))
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))
