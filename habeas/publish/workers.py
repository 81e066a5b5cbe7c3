"""Processes that make pages side by side. Each is begun with the copy alone: it knows no home folder and no ledger.

Django is readied only once a process has begun, so nothing here that needs it may be imported before.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.publish.layout import DATA

if TYPE_CHECKING:
    from habeas.publish.page_maker import PageMaker


@dataclass(frozen=True, slots=True)
class Setup:
    """What whoever makes pages needs to know beside the copy; `before` is what was kept of the last time."""

    root: Path
    edition: str
    program: str
    addresses: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    before: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the site, made from what `key` stands for; `next` is the address of the list's next page, or empty."""

    file: str
    key: str
    digest: str
    next: str


_of_this_process: PageMaker | None = None


def begin(setup: Setup, copy: Path) -> None:
    os.environ.pop("HABEAS_HOME", None)
    os.environ.pop("HABEAS_DATABASE", None)
    os.environ["HABEAS_PUBLIC"] = str(copy.parent)
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.project.public_settings"
    assert copy.name == DATA, "the settings look for the copy under its own name"
    import django

    django.setup()
    global _of_this_process
    _of_this_process = maker_of(setup)
    gc.freeze()
    # What a page leaves behind is mostly freed without it, and looking for the rest takes a tenth of the time.
    gc.set_threshold(200_000, 20, 100)


def part_made(addresses: Sequence[str]) -> list[Made]:
    assert _of_this_process is not None, "the process was begun"
    return list(pages(_of_this_process, addresses))


def pages(maker: PageMaker, addresses: Iterable[str]) -> Iterator[Made]:
    """Each page, and the further pages of a list."""
    for address in addresses:
        following = address
        while following:
            made = maker.make(following)
            yield made
            following = made.next


def maker_of(setup: Setup) -> PageMaker:
    from habeas.publish.page_maker import PageMaker

    return PageMaker(setup)
