"""`{% alike %}`: a part of a template that is the same on many pages is rendered once for each way that it differs."""

from __future__ import annotations

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from habeas.pages.looking import Looking

register = template.Library()
_MOST = 500
"""Of each part; readers choose their days freely, so that there is no end of ways."""


@register.tag
def alike(parser: Parser, token: Token) -> Alike:
    """Within it nothing but the language, the page's kind, the reader's days and the edition may be asked for."""
    held = parser.parse(("endalike",))
    parser.delete_first_token()
    return Alike(held)


class Alike(Node):
    def __init__(self, held: NodeList) -> None:
        self.nodelist = held
        self._known: dict[object, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        looked = context.get("looked")
        days = (looked.kept, looked.as_of.version) if isinstance(looked, Looking) else None
        asked = (get_language(), context.get("here"), days, context.get("edition"))
        known = self._known.get(asked)
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[asked] = self.nodelist.render(context)
        return known
