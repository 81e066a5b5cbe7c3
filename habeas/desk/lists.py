"""All lists that were taken, with their sums; taking a new one; and the versions of one."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.desk.board import Tally, board, sum_of
from habeas.desk.columns_form import MEANINGS, ORDERS, ColumnsAsked, asks_columns, map_said
from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.desk.sent_files import receipt, sent_file
from habeas.desk.source_first import choices, nearness_of, source_and_batch
from habeas.domain.words import Answer
from habeas.intake.files.reading import contents_of, reading_of
from habeas.intake.kept_first import Refused, kept_first
from habeas.intake.listings import Listing, known_listing, listings
from habeas.intake.outcome import Outcome, outcome_of
from habeas.intake.take import check_names_somebody, take
from habeas.intake.versions import Dropped
from habeas.ledger.access import Event, record
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import SourceShown


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list with what became of its rows so far."""

    listing: Listing
    source: SourceShown
    outcome: Outcome

    @property
    def sum(self) -> tuple[Tally, ...]:
        return sum_of(self.outcome)


@needs(Right.READ)
def lists(request: DeskRequest) -> HttpResponse:
    lens = desk_lens(request.editor)
    taken = sorted(listings().values(), key=lambda one: -one.latest.line)
    sources = {one.id: one for one in queries.sources(lens)}
    titles = {row.id: row.title for row in queries.batches(lens)}
    rows = [
        ListRow(one, sources.get(one.source) or queries.source_named(one.source, lens), outcome_of(one, one.latest))
        for one in taken
    ]
    return render(request, "desk/lists.html", {"rows": rows, "titles": titles, "here": "lists"})


@needs(Right.CONTRIBUTE)
def new_list(request: DeskRequest) -> HttpResponse:
    """Takes the list; or first shows its columns, where the editor asks for that or no column could be found out."""
    problem, form, held = "", None, ""
    if request.method == "POST":
        looks = "look" in request.POST or "head" in request.POST
        try:
            if "look" not in request.POST:
                return HttpResponseRedirect(reverse("desk:bench", args=[_taken(request)]))
        except BadInput as reason:
            problem, looks = str(reason), looks or isinstance(reason, Refused)
        form, held, problem = _looked_at(request, problem, looks)
    values = {
        "choices": choices(desk_lens(request.editor)),
        "problem": problem,
        "typed": request.POST,
        "columns": form,
        "receipt": held,
        "meanings": MEANINGS.items(),
        "orders": ORDERS.items(),
        "here": "lists",
    }
    return render(request, "desk/new_list.html", values, status=400 if problem else 200)


def _looked_at(request: DeskRequest, problem: str, looks: bool) -> tuple[ColumnsAsked | None, str, str]:
    """The form for the columns, the receipt for the file, and what is amiss; nothing of a file that can't be read."""
    try:
        with sent_file(request) as path:
            form = asks_columns(contents_of(path, path.read_bytes()), asked(request, "source"), request.POST)
        if form is None and "look" in request.POST:
            problem = problem or _("There is no table in it: each line is a row.")
        return (form if looks else None), receipt(request), problem
    except BadInput as reason:
        return None, "", problem or str(reason)


@needs(Right.READ)
def list_versions(request: DeskRequest, id: str) -> HttpResponse:
    try:
        listing = known_listing(identified(id))
    except BadInput:
        raise Http404 from None
    versions = [outcome_of(listing, version) for version in reversed(listing.versions)]
    values = {
        "board": board(listing.id),
        "listing": listing,
        "versions": versions,
        "source": queries.source_named(listing.source, desk_lens(request.editor)),
        "here": "lists",
    }
    return render(request, "desk/list.html", values)


def _taken(request: DeskRequest) -> str:
    """A file is read once before its source and release are put on record: one that can't be read leaves no line."""
    by = request.editor.alias
    with sent_file(request) as path:
        data = path.read_bytes()
        with kept_first(path, data):
            contents = contents_of(path, data)
            columns = map_said(contents, request.POST) if request.POST.get("head") else None
            check_names_somebody(path, reading_of(path, contents, columns))
        source, batch = source_and_batch(request, by)
        outcome = take(
            path,
            source=source,
            event=batch,
            editor=by,
            nearness=nearness_of(request),
            complete=_complete(request),
            dropped=_dropped(request),
            columns=columns,
        )
    if not outcome.unchanged:
        record(Event.TOOK, by)
    return outcome.listing


def _complete(request: DeskRequest) -> Answer:
    said = asked(request, "complete")
    return next((one for one in Answer if str(one) == said), Answer.UNKNOWN)


def _dropped(request: DeskRequest) -> Dropped:
    said = asked(request, "dropped")
    return next((one for one in Dropped if str(one) == said), Dropped.ASK)
