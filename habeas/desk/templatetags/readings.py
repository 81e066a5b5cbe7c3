"""What the page of a text asks for: kinds of claims and manners of telling in the reader's words."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from habeas.desk.claim_words import KINDS_ABOUT, OF_DEALS
from habeas.reading.words.hedges import Told

register = template.Library()
_KINDS = {kind: word for words in (*KINDS_ABOUT.values(), OF_DEALS) for kind, word in words.items()}
_TOLD: dict[Told, str | Promise] = {
    Told.OUTRIGHT: "",
    Told.REPORTED: _("passed on"),
    Told.DOUBTED: _("doubted or denied"),
    Told.UNREAL: _("wished, planned or possible"),
    Told.NEGATED: _("said not to be so"),
}


@register.filter
def kind_word(kind: str) -> str | Promise:
    return _KINDS.get(kind, kind)


@register.filter
def manner(told: Told) -> str | Promise:
    """How it is told, empty for what is told outright."""
    return _TOLD[told]
