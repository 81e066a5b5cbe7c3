"""The language of an answer is that of its address, and of nothing else.

Django's own middleware would ask a cookie and the browser where the address says nothing; a page that looks different
for each reader can neither be copied as a file nor be spoken of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language_from_path, override

Response = TypeVar("Response", bound=HttpResponseBase)


def in_the_language_of_the_address(
    answer: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    def answered(request: HttpRequest) -> HttpResponseBase:
        with override(language_of(request.path_info)):
            response = answer(request)
        return say_language(response, request.path_info)

    return answered


def language_of(address: str) -> str:
    return get_language_from_path(address) or settings.LANGUAGE_CODE


def say_language(response: Response, address: str) -> Response:
    response.headers.setdefault("Content-Language", language_of(address))
    return response
