"""What the workbench's templates ask for: fates in words and marks, who decided, addresses that keep one's place."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext_lazy

from habeas.desk.bench_place import Place
from habeas.desk.board import FATES, Board, ago, by_hand
from habeas.desk.claim_words import KINDS_ABOUT
from habeas.desk.roles import Editor, Right
from habeas.desk.work import STATES, State, WorkOn, address_of, aliases, work_on
from habeas.intake.outcome import RowOutcome
from habeas.intake.standing import Fate
from habeas.register.answers import ClaimShown
from habeas.register.freedom import Freedom

register = template.Library()
_MARKS = {"matched": "✓", "new": "◆", "unclear": "?", "absent": "○", "nobody": "–"}
_BESIDE = frozenset({"Born", "Gendered", "HasNationality", "Released", "WorkedAs", "SeenFree", "SeenHeld"})


@register.filter
def fate_key(row: RowOutcome) -> str:
    return FATES[row.fate][0]


@register.filter
def fate_word(row: RowOutcome) -> str | Promise:
    return FATES[row.fate][1]


@register.filter
def shows_whom(row: RowOutcome) -> bool:
    return bool(row.meant) and row.fate in (Fate.MATCHED, Fate.UNCLEAR)


@register.filter
def decided_by(row: RowOutcome) -> str:
    """The editor who last judged the row; nothing while the matcher alone has."""
    return row.touched.by if row.touched and by_hand(row.touched) else ""


@register.filter
def decided_ago(row: RowOutcome) -> str:
    return ago(row.touched.moment) if row.touched else ""


@register.filter
def said_beside(claims: Iterable[ClaimShown]) -> list[ClaimShown]:
    """What a row says besides the name."""
    return [claim for claim in claims if claim.kind in _BESIDE]


@register.simple_tag
def mark_of(key: str) -> SafeString:
    """A letter beside the word, so that the eye finds it without colour."""
    return format_html('<span class="letter" aria-hidden="true">{}</span> ', _MARKS.get(key, ""))


@register.simple_tag
def bench_at(board: Board, place: Place, row: int = 0, show: str | None = None) -> str:
    """The same bench with another row in focus or other rows shown."""
    only = place.only if show is None else show
    asks = {"row": str(row or (place.row if show is None else "")), "show": only}
    told = urlencode({key: text for key, text in asks.items() if text})
    address = reverse("desk:bench", args=[board.listing.id]) + (f"?{told}" if told else "")
    return f"{address}#row-{row}" if row else address


_FREEDOM = {
    Freedom.CONFIRMED: pgettext_lazy("whether free", "confirmed"),
    Freedom.REPORTED: pgettext_lazy("whether free", "reported"),
    Freedom.DISPUTED: pgettext_lazy("whether free", "disputed"),
    Freedom.DENIED: pgettext_lazy("whether free", "denied"),
    Freedom.UNTOLD: pgettext_lazy("whether free", "not said"),
}
_SHAPES = {
    # A full ring, an open one, one half full, one struck through, and none.
    Freedom.CONFIRMED: '<circle cx="8" cy="8" r="6" fill="currentColor"/>',
    Freedom.REPORTED: '<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6"/>',
    Freedom.DISPUTED: '<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6"/>'
    '<path d="M8 2.8a5.2 5.2 0 0 1 0 10.4Z" fill="currentColor"/>',
    Freedom.DENIED: '<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6"/>'
    '<path d="M3 13 13 3" stroke="currentColor" stroke-width="2"/>',
    Freedom.UNTOLD: '<path d="M3 8h10" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2 2"/>',
}


@register.simple_tag
def freedom_of(freedom: Freedom) -> SafeString:
    """Word and shape; no colour is needed to tell them apart."""
    return format_html(
        '<span class="freedom"><svg viewBox="0 0 16 16" aria-hidden="true">{}</svg>{}</span>',
        mark_safe(_SHAPES[freedom]),
        _FREEDOM[freedom],
    )


@register.filter
def may_write(editor: Editor) -> bool:
    return editor.may(Right.CONTRIBUTE)


@register.simple_tag
def work_at(about: str) -> WorkOn:
    return work_on([about])[about]


@register.filter
def states(_: WorkOn) -> list[tuple[State, Promise]]:
    return list(STATES.items())


@register.filter
def all_aliases(_: WorkOn) -> list[str]:
    return aliases()


@register.filter
def said_by_hand(kind: str) -> bool:
    return any(kind in kinds for kinds in KINDS_ABOUT.values())


@register.filter
def work_address(one: WorkOn) -> str:
    return address_of(one.about)
