"""What the desk's templates ask for besides what the pages' do."""

from __future__ import annotations

from django import template
from django.template.base import Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from habeas.desk.menu import places
from habeas.ledger.kept_words import MARK

register = template.Library()
register.filter("places", places)


@register.tag
def with_marks_explained(parser: Parser, token: Token) -> template.Node:
    """Up to `end_with_marks_explained`: says under a page what the marks mean that stand for words, if it has any."""
    inside = parser.parse(("end_with_marks_explained",))
    parser.delete_first_token()
    return _Explained(inside)


class _Explained(template.Node):
    def __init__(self, inside: template.NodeList) -> None:
        self.nodelist = inside

    def render(self, context: template.Context) -> SafeString:
        page = self.nodelist.render(context)
        if MARK not in page:
            return page
        told = _("%(mark)s stands for words that speak of somebody whom only a group of editors may see.")
        return page + format_html('<p class="small">{}</p>\n', told % {"mark": MARK})
