"""A page as a file: rendered by the view that the live site uses, its links made relative to one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from habeas.publish.addresses import file_of, relative

_ANCHOR = re.compile(r'<a\b([^>]*?)\shref="(/[^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_LOADED = re.compile(r'(<(?:link|script)\b[^>]*?\s(?:href|src)=")(/[^"]*)"')
_NEXT = re.compile(r'<a rel="next" href="([^"]+)"')
_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'none'; base-uri 'none'"

_MOST_LINKS = 100_000

Leads = Callable[[str], bool]
"""Whether a file stands for an address."""


def rendered(address: str) -> HttpResponse:
    """The answer of the view."""
    request = RequestFactory(headers={"host": "localhost"}).get(address)
    request.resolver_match = match = resolve(request.path_info)
    response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    assert response.status_code == 200, f"{address} answers {response.status_code}"
    return response


def next_of(page: str) -> str | None:
    found = _NEXT.search(page)
    return unescape(found[1]) if found else None


class Linking:
    """Links between the files of one site; each is worked out once for each folder that it stands in."""

    def __init__(self, leads: Leads, moved: Mapping[str, str]) -> None:
        self._leads, self._moved = leads, moved
        self._known: dict[tuple[str, str], str | None] = {}

    def made_relative(self, page: str, address: str) -> str:
        """Where no file stands, the words without the link."""
        here = file_of(address)
        within = here.rpartition("/")[0]

        def linked(found: re.Match[str]) -> str:
            before, target, after, words = found.groups()
            to = self._to(target, within, here)
            return words if to is None else f'<a{before} href="{to}"{after}>{words}</a>'

        def loaded(found: re.Match[str]) -> str:
            return f'{found[1]}{escape(relative(file_of(found[2]), here))}"'

        return _LOADED.sub(loaded, _ANCHOR.sub(linked, page))

    def _to(self, target: str, within: str, here: str) -> str | None:
        """As it is written in the page; None for what leads nowhere."""
        asked = (within, target)
        if asked not in self._known:
            if len(self._known) >= _MOST_LINKS:
                self._known.clear()
            self._known[asked] = self._worked_out(target, here)
        return self._known[asked]

    def _worked_out(self, target: str, here: str) -> str | None:
        to, mark, part = unescape(target).partition("#")
        to = self._moved.get(to, to)
        return f"{escape(relative(file_of(to), here))}{mark}{part}" if self._leads(to) else None


def with_policy(page: str) -> str:
    """Files bear in themselves what a server would say in headers."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY, quote=False)}">'
    return page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{policy}', 1)


def moved_page(to: str, language: str) -> str:
    """What stands at an address whose person is found at another one."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="referrer" content="no-referrer">\n<meta http-equiv="refresh" content="0; url={escape(to)}">\n'
        f'<title>Habeas</title>\n</head>\n<body><p><a href="{escape(to)}">→</a></p></body>\n</html>\n'
    )
