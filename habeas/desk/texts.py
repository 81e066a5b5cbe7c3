"""Texts at the desk: putting one on record, the text beside its proposals, and deciding on each."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.desk.claim_form import Field, fields_of, read_form
from habeas.desk.door import DeskRequest, needs
from habeas.desk.lit import Piece, pieces
from habeas.desk.looking import desk_lens
from habeas.desk.one_by_one import what_holds
from habeas.desk.roles import Right
from habeas.desk.source_first import choices, new_source, source_of, written
from habeas.desk.templatetags.readings import kind_word
from habeas.domain.claims import KINDS
from habeas.intake.captures.capturing import capture_address
from habeas.intake.say import Told
from habeas.intake.sources import NewSource, add_source, known_source
from habeas.intake.texts import model
from habeas.intake.texts.proposals import Proposed, TextRead, accept, read_source, reject, same_origin, texts
from habeas.intake.texts.reports import report_in
from habeas.intake.texts.second_reader import ask_model
from habeas.ledger.access import Event, record
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput
from habeas.register import queries

_MOST_PASTED = 400_000
_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal as the page shows it: with its form's fields and whom it may be about."""

    proposed: Proposed
    fields: tuple[Field, ...]
    about: str
    subject: str


@needs(Right.READ)
def text_list(request: DeskRequest) -> HttpResponse:
    problem = ""
    if request.method == "POST":
        if not request.editor.may(Right.CONTRIBUTE):
            raise BadInput(_("Your role reads texts and puts none on record."))
        try:
            return HttpResponseRedirect(reverse("desk:text", args=[_taken(request)]))
        except BadInput as reason:
            problem = str(reason)
    lens = desk_lens(request.editor)
    known = {one.id: one for one in queries.sources(lens)}
    rows = [known[id] for id in texts() if id in known][:200]
    values = {"rows": rows, "choices": choices(lens), "typed": request.POST, "problem": problem, "here": "texts"}
    return render(request, "desk/texts.html", values, status=400 if problem else 200)


@needs(Right.READ)
def text(request: DeskRequest, id: str) -> HttpResponse:
    return _page(request, _opened(request, id))


@needs(Right.CONTRIBUTE)
def decide_proposal(request: DeskRequest, id: str) -> HttpResponse:
    """Accept, amend or reject one proposal; or agree that two texts are of one origin."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("desk:text", args=[identified(id)]))
    read = _opened(request, id)
    if problem := what_holds(lambda: _decided(request, read)):
        return _page(request, read, problem)
    record(Event.DECIDED, request.editor.alias)
    return HttpResponseRedirect(reverse("desk:text", args=[read.source]) + f"#p-{asked(request, 'key') or 'origin'}")


@needs(Right.CONTRIBUTE)
def ask_about(request: DeskRequest, id: str) -> HttpResponse:
    """Ask the model that is set about a text, and show what it proposes beside the rules."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("desk:text", args=[identified(id)]))
    read = _opened(request, id)
    record(Event.ASKED_MODEL, request.editor.alias)
    if problem := what_holds(lambda: ask_model(read.source, by=request.editor.alias)):
        return _page(request, read, problem)
    return HttpResponseRedirect(reverse("desk:text", args=[read.source]))


def _opened(request: DeskRequest, id: str) -> TextRead:
    try:
        known_source(identified(id))
    except BadInput:
        raise Http404 from None
    return read_source(id, desk_lens(request.editor))


def _decided(request: DeskRequest, read: TextRead) -> Told | None:
    """What became of the claim; None where none was to be said."""
    by, verdict = request.editor.alias, asked(request, "verdict")
    if verdict == "same-origin":
        same_origin(read, asked(request, "other"), by=by)
        return None
    one = read.under(asked(request, "key"))
    if verdict == "reject":
        reject(read, one.key, reason=written(request, "reason"), by=by)
        return None
    subject = asked(request, "other_subject") or asked(request, "subject")
    if not subject:
        raise BadInput(_("Say first whom or what this is about."))
    claim = read_form(one.proposal.kind, request.POST)
    return accept(read, one.key, claim, subject=subject, by=by, insists=asked(request, "insists") == "yes")


def _page(request: DeskRequest, read: TextRead, problem: str = "") -> HttpResponse:
    lens = desk_lens(request.editor)
    values = {
        "read": read,
        "source": queries.source_named(read.source, lens),
        "pieces": _pieces(read),
        "cards": [_card(one, read) for one in read.proposed],
        "left": sum(one.decided is None for one in read.proposed),
        "others": [(one, queries.source_named(one.other, lens)) for one in read.rewrites],
        "may_decide": request.editor.may(Right.CONTRIBUTE),
        "may_ask": model.is_on() and request.editor.may(Right.CONTRIBUTE),
        "asked_elsewhere": not model.is_here(),
        "problem": problem,
        "here": "texts",
    }
    return render(request, "desk/text.html", values, status=400 if problem else 200)


def _pieces(read: TextRead) -> list[Piece]:
    return pieces(
        read.text,
        [(one.key, one.proposal.start, one.proposal.end, str(kind_word(one.proposal.kind))) for one in read.proposed],
    )


def _card(one: Proposed, read: TextRead) -> Card:
    typed = QueryDict(mutable=True)
    for name, value in one.proposal.fields.items():
        typed[f"f_{name}"] = ", ".join(map(str, value)) if isinstance(value, list) else _typed(value)
    about = KINDS[one.proposal.kind].ABOUT
    return Card(one, tuple(fields_of(one.proposal.kind, typed)), about, _subject(one, read, about))


def _typed(value: object) -> str:
    return "yes" if value is True else "" if value is None or value is False else str(value)


def _subject(one: Proposed, read: TextRead, about: str) -> str:
    """What the proposal is about, where that isn't a person to be chosen."""
    if about == "batch":
        return one.weighed.batch
    if about == "any" and one.proposal.person is None:
        return one.weighed.batch or read.source
    return ""


def _taken(request: DeskRequest) -> str:
    """The id of the source whose text is on record when this returns; what can't be read leaves nothing behind."""
    by = request.editor.alias
    if page := written(request, "page"):
        return _captured(request, page)
    sent, pasted = request.FILES.get("file"), request.POST.get("pasted", "")
    if not sent and not pasted.strip():
        raise BadInput(_("There is no text. Choose a file, paste the text, or give the address of its page."))
    if len(pasted) > _MOST_PASTED or (sent and (sent.size or 0) > _MOST_BYTES):
        raise BadInput(_("This is more than a report has. Send the text alone."))
    data = sent.read() if sent else pasted.encode()
    name = Path((sent.name or "") if sent else "pasted.txt").suffix.lower()
    report_in(Path("text" + (name if name.isascii() and len(name) < 8 else "")), data)
    id, claim = known_source(source_of(request, by))
    if claim.sha256:
        raise BadInput(_("A text of this source is archived already. Put this one on record as a new source."))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text"
        path.write_bytes(data)
        published = str(claim.published or "")
        add_source(NewSource(claim.publisher, claim.title, claim.address, published, claim.origin, id, path), editor=by)
    record(Event.TOOK, by)
    return id


def _captured(request: DeskRequest, page: str) -> str:
    """Fetched, kept with its exchange and its text, and on record; what came in the page's place leaves nothing."""
    if asked(request, "source") not in ("", "new"):
        raise BadInput(_("A page that is captured is a new source. Choose “a new one”; the page tells the rest."))
    id = capture_address(page, new_source(request), editor=request.editor.alias).id
    record(Event.TOOK, request.editor.alias)
    return id
