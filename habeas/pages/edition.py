"""What the pages are made for: served to one who asks, or written as files that answer nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.http import HttpRequest

from habeas.pages.feeds import FEEDS, Feed
from habeas.register.releases import is_copy


@dataclass(frozen=True, slots=True)
class Edition:
    """`files`: there is no server, so no form works. `copy`: the public copy is asked and not the register itself."""

    files: bool = False
    copy: bool = False

    @property
    def feeds(self) -> tuple[Feed, ...]:
        return FEEDS if self.copy else ()


_files: ContextVar[bool] = ContextVar("files", default=False)


@contextmanager
def as_files() -> Iterator[None]:
    """Pages rendered within are to be files."""
    token = _files.set(True)
    try:
        yield
    finally:
        _files.reset(token)


def as_file() -> bool:
    return _files.get()


def edition(request: HttpRequest) -> dict[str, Edition]:
    """For every template, as a context processor."""
    return {"edition": Edition(_files.get(), is_copy())}
