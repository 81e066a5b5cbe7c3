"""All lists that were taken, with their sums; taking a new one; and the versions of one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.desk.board import FATES, Tally, board
from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.desk.source_first import batch_of, choices, nearness_of, source_of
from habeas.domain.words import Answer
from habeas.intake.listings import Listing, known_listing, listings
from habeas.intake.outcome import Outcome, outcome_of
from habeas.intake.reading import read_list
from habeas.intake.take import take
from habeas.ledger.access import Event, record
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import SourceShown

_MOST_PASTED = 2_000_000
_MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list with what became of its rows so far."""

    listing: Listing
    source: SourceShown
    outcome: Outcome

    @property
    def sum(self) -> tuple[Tally, ...]:
        counts = self.outcome.counts
        return tuple(Tally(key, word, counts.get(fate, 0)) for fate, (key, word) in FATES.items() if counts.get(fate))


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
    problem = ""
    if request.method == "POST":
        try:
            return HttpResponseRedirect(reverse("desk:bench", args=[_taken(request)]))
        except BadInput as reason:
            problem = str(reason)
    values = {"choices": choices(desk_lens(request.editor)), "problem": problem, "typed": request.POST, "here": "lists"}
    return render(request, "desk/new_list.html", values, status=400 if problem else 200)


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
    """A file is read once before its source and release are put on record: one that can't be read leaves nothing."""
    by = request.editor.alias
    with _file(request) as path:
        try:
            read_list(path, path.read_bytes())
            source = source_of(request, by)
            batch = batch_of(request, source, by)
            outcome = take(
                path,
                source=source,
                event=batch,
                editor=by,
                nearness=nearness_of(request),
                complete=_complete(request),
            )
        except BadInput as problem:
            raise BadInput(str(problem).replace(f"{path.parent}/", "")) from None
    if not outcome.again:
        record(Event.TOOK, by)
    return outcome.listing


def _complete(request: DeskRequest) -> Answer:
    said = asked(request, "complete")
    return next((one for one in Answer if str(one) == said), Answer.UNKNOWN)


@contextmanager
def _file(request: DeskRequest) -> Iterator[Path]:
    """The file that was sent, or the text that was pasted, under a name that tells a reader of files its kind."""
    sent, pasted = request.FILES.get("file"), request.POST.get("pasted", "")
    if not sent and not pasted.strip():
        raise BadInput(_("There is no list. Choose a file, or paste the text of a message."))
    if len(pasted) > _MOST_PASTED or (sent and (sent.size or 0) > _MOST_BYTES):
        raise BadInput(_("This is more than a list has. Send the list alone, without what stands around it."))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (_plain_name(sent.name or "") if sent else "pasted.txt")
        path.write_bytes(sent.read() if sent else pasted.encode())
        yield path


def _plain_name(name: str) -> str:
    """The ending alone is kept of the name that somebody gave the file."""
    ending = Path(name).suffix.lower()
    return "list" + (ending if ending.isascii() and ending[1:].isalnum() and len(ending) < 8 else "")
