"""What the pages are made for: served to one who asks, or written as files that answer nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from habeas.pages.feeds import FEEDS, Feed
from habeas.register.releases import is_copy


@dataclass(frozen=True, slots=True)
class Edition:
    """`files`: there is no server, so no form works. `copy`: the public copy is asked and not the register itself.

    `settled`: the page is of a day of its own, since which nothing on it changed.
    """

    files: bool = False
    copy: bool = False
    settled: bool = False

    @property
    def feeds(self) -> tuple[Feed, ...]:
        return FEEDS if self.copy else ()


_files: ContextVar[bool] = ContextVar("files", default=False)
_day: ContextVar[date | None] = ContextVar("day", default=None)


@contextmanager
def as_files(day: date | None = None) -> Iterator[None]:
    """Pages rendered within are to be files; of that day and as known then, if it isn't the latest."""
    files, of = _files.set(True), _day.set(day)
    try:
        yield
    finally:
        _files.reset(files)
        _day.reset(of)


def usual_day() -> str:
    """The day of which a page is where its reader asks for none; empty for the latest."""
    day = _day.get()
    return day.isoformat() if day else ""


def as_file() -> bool:
    return _files.get()


def edition(request: HttpRequest) -> dict[str, Edition]:
    """For every template, as a context processor."""
    return {"edition": Edition(_files.get(), is_copy(), _day.get() is not None)}
