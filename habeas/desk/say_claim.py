"""Saying a claim of a person or a release: the source first, then what it says; doubts are shown before any writing."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.desk.claim_form import fields_of, read_form
from habeas.desk.claim_words import KINDS_ABOUT
from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.desk.source_first import choices, nearness_of, source_of, written
from habeas.domain.claims import KINDS, Claim
from habeas.domain.lines import Evidence, Quote
from habeas.domain.plan import Course
from habeas.domain.words import Certainty
from habeas.intake.say import Told, say
from habeas.intake.sources import known_source, usual_nearness
from habeas.ledger.access import Event, record
from habeas.ledger.read import lines
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput

_LONGEST_QUOTE = 4000


@needs(Right.CONTRIBUTE)
def say_claim(request: DeskRequest, subject: str, kind: str) -> HttpResponse:
    about = "person" if identified(subject).startswith("p-") else "batch"
    if kind not in KINDS_ABOUT[about]:
        raise Http404
    problem, held = "", None
    if request.method == "POST":
        try:
            told = _said(request, subject, kind)
            if told.number is not None:
                record(Event.DECIDED, request.editor.alias)
                return HttpResponseRedirect(_page(subject, about) + f"#line-{told.number}")
            held = told
        except BadInput as reason:
            problem = str(reason)
    claim = _like(asked(request, "like"), kind) if request.method == "GET" else None
    typed = request.POST if request.method == "POST" else None
    values = {
        "subject": subject,
        "kind": kind,
        "title": KINDS_ABOUT[about][kind],
        "fields": fields_of(kind, typed, claim),
        "choices": choices(desk_lens(request.editor)),
        "certainties": list(Certainty),
        "typed": request.POST,
        "problem": problem,
        "held": held,
        "may_insist": held is not None and held.decision.course is Course.HOLD,
        "back": _page(subject, about),
        "here": "people" if about == "person" else "lists",
    }
    return render(request, "desk/say.html", values, status=400 if problem else 200)


@needs(Right.CONTRIBUTE)
def say_what(request: DeskRequest, subject: str) -> HttpResponse:
    """Where the menu of kinds leads."""
    kind = asked(request, "kind") or "Named"
    if kind not in KINDS:
        raise Http404
    return HttpResponseRedirect(reverse("desk:say", args=[identified(subject), kind]))


def _said(request: DeskRequest, subject: str, kind: str) -> Told:
    """The source is put on record with the claim or not at all: a mistyped day or a doubt leaves nothing behind."""
    claim = read_form(kind, request.POST)
    with transaction.atomic():
        told = _say(request, subject, claim)
        if told.held_by:
            transaction.set_rollback(True)
    return told


def _say(request: DeskRequest, subject: str, claim: Claim) -> Told:
    source, captured = known_source(source_of(request, request.editor.alias))
    printed = written(request, "printed", _LONGEST_QUOTE)
    evidence = Evidence(
        source=source,
        speaker=written(request, "by") or captured.publisher,
        printed=printed,
        language=asked(request, "printed_language"),
        nearness=nearness_of(request) or usual_nearness(source),
        certainty=_certainty(asked(request, "certainty")),
        locator=Quote(printed[:300]) if printed else None,
    )
    return say(subject, claim, evidence, by=request.editor.alias, insists=asked(request, "insists") == "yes")


def _certainty(word: str) -> Certainty:
    found = {str(one): one for one in Certainty}.get(word or str(Certainty.STATED))
    if found is None:
        raise BadInput(_("Choose how firmly it was said."))
    return found


def _like(number: str, kind: str) -> Claim | None:
    """The claim of a line that another source says as well."""
    if not number.isdecimal() or len(number) > 9:
        return None
    found = next((line.claim for line in lines(numbers=[int(number)]) if kind == line.claim.KIND), None)
    return found


def _page(subject: str, about: str) -> str:
    return reverse("desk:person" if about == "person" else "desk:release", args=[subject])
