"""The language of an answer is that of its address, and of nothing else.

Django's own middleware would ask a cookie and the browser where the address says nothing; a page that looks different
for each reader can neither be copied as a file nor be spoken of.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language_from_path, override


def in_the_language_of_the_address(
    answer: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    def answered(request: HttpRequest) -> HttpResponseBase:
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with override(language):
            response = answer(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return answered
