"""Whether what came is the page that was asked for, or an error, a wall or a block that only stands in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from habeas.archive.network import Fetched
from habeas.archive.page_text import PageText
from habeas.domain.words import Word

_WORDS = Path(__file__).parents[1] / "vocabulary" / "capture" / "not_evidence.yml"
_FEW = 150
"""Words: a page of more says something besides that it isn't there."""
_LOGIN_PATH = re.compile(r"/(log-?in|sign-?in|auth|sso|accounts?/login|vhod|registr\w*)\b", re.IGNORECASE)


class Came(Word):
    """What came when a page was asked for."""

    PAGE = "page", "a page or document"
    MISSING = "missing", "an answer that the page isn't there, in so many words or in the guise of a page"
    LOGIN = "login", "a wall that asks for a name, a password or money"
    BLOCKED = "blocked", "the page of somebody who blocks the way"
    FAILING = "failing", "a fault of the server's"
    EMPTY = "empty", "a page without a text"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What came, and how it is told."""

    came: Came
    because: str = ""

    @property
    def is_evidence(self) -> bool:
        return self.came is Came.PAGE


def recognise(fetched: Fetched, page: PageText | None) -> Recognised:
    """By the answer's number, by where it led, by its title, and by the words of a page that has few. `page` is None
    for what is no web page, such as a PDF."""
    told = _by_number(fetched.last.status) or _by_path(fetched)
    if told is None and page is not None:
        told = recognise_page(page)
    if told is None and not fetched.body.strip():
        told = Recognised(Came.EMPTY, "nothing came")
    return told or Recognised(Came.PAGE)


def recognise_page(page: PageText) -> Recognised | None:
    """By its words alone, for a page that was saved by hand; None if they are those of a page."""
    title, body = page.title.casefold(), page.everything.casefold()
    few = len(body.split()) < _FEW
    for came, titles, bodies in _table():
        for words in titles:
            if few and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", title):
                return Recognised(came, f"its title says “{words}”")
        for words in bodies:
            if few and words in body:
                return Recognised(came, f"it says “{words}”")
    if page.asks_password and few:
        return Recognised(Came.LOGIN, "it asks for a password and says little else")
    if not page.text.strip() and not body:
        return Recognised(Came.EMPTY, "it has no text")
    return None


def _by_number(status: int) -> Recognised | None:
    because = f"the server answered {status}"
    if 200 <= status < 300:
        return None
    if status in (404, 410):
        return Recognised(Came.MISSING, because)
    if status in (401, 402, 407):
        return Recognised(Came.LOGIN, because)
    if status in (403, 429, 451):
        return Recognised(Came.BLOCKED, because)
    return Recognised(Came.FAILING, because)


def _by_path(fetched: Fetched) -> Recognised | None:
    """A redirect to a door, or from a page deep in the site to its front."""
    if len(fetched.exchanges) < 2:
        return None
    first, last = urlsplit(fetched.exchanges[0].address), urlsplit(fetched.last.address)
    if _LOGIN_PATH.search(last.path) and not _LOGIN_PATH.search(first.path):
        return Recognised(Came.LOGIN, f"it led to {last.path[:80]}")
    deep = first.path.strip("/").count("/") >= 1 or bool(first.query)
    if deep and last.path.strip("/") == "" and not last.query:
        return Recognised(Came.MISSING, "it led to the front page of the site")
    return None


@cache
def _table() -> tuple[tuple[Came, tuple[str, ...], tuple[str, ...]], ...]:
    rows = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    kinds = {str(came): came for came in Came}
    return tuple(
        (kinds[row["kind"]], tuple(str(one).casefold() for one in row["title"]), tuple(row["body"])) for row in rows
    )
