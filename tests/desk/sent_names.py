"""Every name under which an address reads what is sent to it: the fields of the forms on all pages, and whatever a view
looks up while it answers. A new field or parameter is found by being there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from django.utils.datastructures import MultiValueDict

_READING = ("__getitem__", "__contains__", "getlist")


@dataclass
class Form:
    """A form of a page: where it goes, how, and what it would send untouched."""

    action: str
    method: str
    sends: dict[str, str] = field(default_factory=dict)


class Forms(HTMLParser):
    """All forms of a page."""

    def __init__(self, page: str, address: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._here, self._select = urlsplit(address).path, ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = urlsplit(told.get("action", "")).path or self._here
            self.forms.append(Form(action, told.get("method", "get").lower()))
        elif tag == "option" and self._select and ("selected" in told or self._select not in self._sends):
            self._sends[self._select] = told.get("value", "")
        elif tag in ("input", "select", "textarea", "button") and told.get("name") and self.forms:
            self._select = told["name"] if tag == "select" else ""
            if tag != "select":
                self._sends.setdefault(told["name"], told.get("value", ""))

    @property
    def _sends(self) -> dict[str, str]:
        return self.forms[-1].sends if self.forms else {}


@contextmanager
def names_looked_up() -> Iterator[set[str]]:
    """The names that anything looks up meanwhile in what came by an address, a form or a file."""
    asked: set[str] = set()

    def noting(read: Callable[..., Any]) -> Callable[..., Any]:
        def noted(self: Any, key: Any, *more: Any, **named: Any) -> Any:
            if isinstance(key, str):
                asked.add(key)
            return read(self, key, *more, **named)

        return noted

    patches = [patch.object(MultiValueDict, name, noting(getattr(MultiValueDict, name))) for name in _READING]
    for one in patches:
        one.start()
    try:
        yield asked
    finally:
        for one in patches:
            one.stop()


def one_by_one(form: dict[str, str], names: Iterable[str], text: str) -> Iterator[dict[str, str]]:
    """The form as it would be sent, but for one field; each field in its turn."""
    for name in sorted(names):
        yield {**form, name: text}
