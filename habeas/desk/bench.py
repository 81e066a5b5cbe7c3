"""The workbench of a list: its rows, one of them in focus beside the register, and every action on it.

An action answers with the page, or, where our script asks for it, with the parts of the page that changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from habeas.desk.bench_place import Place
from habeas.desk.board import Board, board
from habeas.desk.detail import detail
from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.intake.decide import Ruling, decide
from habeas.intake.files.words_beside import said_of_file, words_beside
from habeas.intake.undo import undo
from habeas.ledger.access import Event, record
from habeas.ledger.kept_words import MARK
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput
from habeas.register import queries

_RULINGS = {str(one): one for one in Ruling}


@needs(Right.READ, scripts=True)
def bench(request: DeskRequest, id: str) -> HttpResponse:
    now, place = _board(id), _place(request)
    if _wants_parts(request):
        return _parts(request, now, place)
    return render(request, "desk/bench.html", _values(request, now, place))


@needs(Right.CONTRIBUTE, scripts=True)
@require_POST
def decide_row(request: DeskRequest, id: str) -> HttpResponse:
    """One verdict; the row in focus is then the next that asks for one, except where another person may fit."""
    place, listing = _place(request), identified(id)

    def act() -> tuple[Place, str]:
        ruling = _ruling(request)
        other = asked(request, "other") if ruling in (Ruling.SAME, Ruling.DIFFERENT) else ""
        done = decide(listing, place.row, ruling, by=request.editor.alias, other=other, shown=_whole(request, "shown"))
        if done.written:
            record(Event.DECIDED, request.editor.alias)
        stays = ruling is Ruling.DIFFERENT
        return place if stays else replace(place, row=_board(id).after(place.row)), done.warning

    return _acted(request, id, act)


@needs(Right.CONTRIBUTE, scripts=True)
@require_POST
def undo_last(request: DeskRequest, id: str) -> HttpResponse:
    place, listing = _place(request), identified(id)

    def act() -> tuple[Place, str]:
        done = undo(listing, by=request.editor.alias)
        record(Event.DECIDED, request.editor.alias)
        told = ", ".join(map(str, done.rows[:12])) + (" …" if len(done.rows) > 12 else "")
        return replace(place, row=done.rows[0]), _("Undone: row %(rows)s.") % {"rows": told}

    return _acted(request, id, act)


def _acted(request: DeskRequest, id: str, act: Callable[[], tuple[Place, str]]) -> HttpResponse:
    """What the editor sees after an action: where it can't be taken, why, and the row as it stands now."""
    try:
        place, said = act()
    except BadInput as problem:
        now, place = _board(id), _place(request)
        if _wants_parts(request):
            return _parts(request, now, place, problem=str(problem))
        values = _values(request, now, place, problem=str(problem))
        return render(request, "desk/bench.html", values, status=409)
    if _wants_parts(request):
        return _parts(request, _board(id), place, said=said)
    if said:
        return render(request, "desk/bench.html", _values(request, _board(id), place, said=said))
    return HttpResponseRedirect(place.address(id))


def _board(id: str) -> Board:
    try:
        return board(identified(id))
    except BadInput:
        raise Http404 from None


def _place(request: DeskRequest) -> Place:
    return Place(_whole(request, "row"), asked(request, "show"), asked(request, "find"))


def _whole(request: DeskRequest, name: str) -> int:
    text = asked(request, name)
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _ruling(request: DeskRequest) -> Ruling:
    word = asked(request, "ruling")
    if word not in _RULINGS:
        raise BadInput(_("This form names no decision. Choose one of the buttons."))
    return _RULINGS[word]


def _wants_parts(request: DeskRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _values(request: DeskRequest, now: Board, place: Place, problem: str = "", said: str = "") -> dict[str, object]:
    lens = desk_lens(request.editor)
    rows = now.shown(place.only)
    focus = now.row(place.row) or (now.row(now.after(0)) or now.rows[0])
    return {
        "board": now,
        "rows": rows,
        "focus": focus,
        "detail": detail(focus, lens, place.find),
        "beside": words_beside(now.listing).get((focus.row, focus.text), ""),
        "of_file": said_of_file(now.listing),
        "place": replace(place, row=focus.row),
        "source": queries.source_named(now.listing.source, lens),
        "news": now.news(request.editor.alias),
        "may_decide": request.editor.may(Right.CONTRIBUTE),
        "kept": focus.text == MARK,
        "problem": problem,
        "said": said,
        "here": "lists",
    }


def _parts(request: DeskRequest, now: Board, place: Place, problem: str = "", said: str = "") -> JsonResponse:
    """Rows that changed since the line that the script knows, and the parts beside them."""
    values = _values(request, now, place, problem=problem, said=said)
    shown = values["place"]
    assert isinstance(shown, Place), "the values hold where the editor stands"
    changed = now.changed(_whole(request, "since"))

    def part(name: str, **more: object) -> str:
        return render_to_string(f"desk/bench_{name}.html", {**values, **more}, request)

    return JsonResponse(
        {
            "rows": {one.row: part("row", row=one) for one in changed},
            "detail": part("detail") if _whole(request, "row") or place.row else "",
            "sum": part("sum"),
            "news": part("news"),
            "line": now.upto,
            "row": shown.row,
        }
    )
