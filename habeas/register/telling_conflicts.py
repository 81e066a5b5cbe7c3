"""What the domain says of claims that do not agree, in the reader's language. It says it in a few fixed sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

_SAID: Mapping[str, Promise] = {
    "the date of the arrest": pgettext_lazy("what does not agree", "the date of the arrest"),
    "the date of the release": pgettext_lazy("what does not agree", "the date of the release"),
    "the date of the death": pgettext_lazy("what does not agree", "the date of the death"),
    "what followed the arrest": pgettext_lazy("what does not agree", "what followed the arrest"),
    "what followed the release": pgettext_lazy("what does not agree", "what followed the release"),
    "what followed the death": pgettext_lazy("what does not agree", "what followed the death"),
    "whether the arrest happened": pgettext_lazy("what does not agree", "whether the arrest happened"),
    "whether the release happened": pgettext_lazy("what does not agree", "whether the release happened"),
    "the death": pgettext_lazy("what does not agree", "the death"),
    "A speaker closer to the event says so.": pgettext_lazy(
        "what does not agree", "A speaker closer to the event says so."
    ),
    "Of speakers equally close to the event, this side spoke later.": pgettext_lazy(
        "what does not agree", "Of speakers equally close to the event, this side spoke later."
    ),
    "Nothing in the rule puts one side first.": pgettext_lazy(
        "what does not agree", "Nothing in the rule puts one side first."
    ),
}
_MORE_ORIGINS = re.compile(
    r"Of sides equally close and equally late, this one has more independent origins \((\d+)\)\."
)


def in_the_readers_words(told: str) -> str:
    """As it came where it is none of the domain's sentences."""
    if more := _MORE_ORIGINS.fullmatch(told):
        return _("Of sides equally close and equally late, this one has more independent origins (%(number)s).") % {
            "number": more[1]
        }
    return str(_SAID.get(told, told))
