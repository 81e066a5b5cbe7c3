"""A server's first page of a kind takes ten times as long as the next: each is made once before anybody asks.

What is in memory then stays there. The collector of garbage would look through all of it again and again, and hold up
whoever asks meanwhile for a tenth of a second, so it is told to pass over it.
"""

from __future__ import annotations

import gc
from itertools import islice

from django.conf import settings
from django.utils.translation import get_language_from_path, override

from habeas.publish.pages_out import SITE
from habeas.publish.rendering import rendered
from habeas.register import queries

_SELDOM = (10_000, 50, 100)
"""When garbage is looked for: what a page leaves behind is mostly freed without it."""


def warm() -> None:
    gc.disable()
    for address in _one_of_each():
        with override(get_language_from_path(address) or settings.LANGUAGE_CODE):
            rendered(address)
    keep_what_is_there()


def keep_what_is_there() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    gc.enable()


def _one_of_each() -> list[str]:
    lens = queries.lens(None, None)
    with override(settings.LANGUAGE_CODE):
        firsts = [one for addresses in SITE for one in islice(addresses(lens), 1)]
    codes = [code for code, _ in settings.LANGUAGES]
    return [one if code == settings.LANGUAGE_CODE else f"/{code}{one}" for code in codes for one in firsts]
