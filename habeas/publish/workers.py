"""Processes that make files side by side. Each is begun with the copy alone: it knows no home folder and no ledger.

Django is readied only once a process has begun, so nothing here that needs it may be imported before.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.publish.layout import DATA

if TYPE_CHECKING:
    from habeas.publish.making import Making
    from habeas.publish.page_maker import PageMaker

_PROCESSES = 2
_AT_ONCE = 40
_HASHED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Setup:
    """What whoever makes pages needs to know beside the copy.

    `before` is what was kept of the last time, `lying` what lies in the folder of the site, by name with its hash.
    """

    root: Path
    edition: str
    program: str
    addresses: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    before: bytes
    lying: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the site, made from what `key` stands for; `next` is the address of the list's next page, or empty."""

    file: str
    key: str
    digest: str
    next: str


class Crew:
    """The processes of one publication; they are begun before there is a copy, and wait for it."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def write(self, writer: Callable[[Making], None], making: Making) -> Future[dict[str, str]]:
        """Let one of them write, and tell which files with their hashes."""
        return self._pool.submit(written, writer.__module__, making.bare())

    def hashes(self, root: Path, names: Sequence[str]) -> list[Future[dict[str, str]]]:
        parts = (names[start : start + _HASHED_AT_ONCE] for start in range(0, len(names), _HASHED_AT_ONCE))
        return [self._pool.submit(hashed, root, part) for part in parts]

    def pages(self, told: Path, addresses: Sequence[str]) -> Iterator[Made]:
        """`told` is where a setup is written. They begin at once, and what is returned waits for them."""
        parts = [addresses[start : start + _AT_ONCE] for start in range(0, len(addresses), _AT_ONCE)]
        making = [self._pool.submit(part_made, told, part) for part in parts]
        return (made for part in making for made in part.result())


@contextmanager
def crew(copy: Path) -> Iterator[Crew]:
    pool = ProcessPoolExecutor(_PROCESSES, multiprocessing.get_context("spawn"), begin, (copy,))
    try:
        # A process begins with its first task; without one it would wait until the copy is there.
        for _ in range(_PROCESSES):
            pool.submit(os.getpid)
        yield Crew(pool)
    finally:
        pool.shutdown(cancel_futures=True)


_of_this_process: dict[Path, PageMaker] = {}


def begin(copy: Path) -> None:
    os.environ.pop("HABEAS_HOME", None)
    os.environ.pop("HABEAS_DATABASE", None)
    os.environ["HABEAS_PUBLIC"] = str(copy.parent)
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.project.public_settings"
    assert copy.name == DATA, "the settings look for the copy under its own name"
    import django

    django.setup()
    import_module(django.conf.settings.ROOT_URLCONF)
    gc.freeze()
    # What a page leaves behind is mostly freed without it, and looking for the rest takes a tenth of the time.
    gc.set_threshold(200_000, 20, 100)


def written(module: str, making: Making) -> dict[str, str]:
    import_module(module).write(making)
    return making.folder.files


def hashed(root: Path, names: Sequence[str]) -> dict[str, str]:
    from habeas.publish.lying import hashes

    return hashes(root, names)


def part_made(setup: Path, addresses: Sequence[str]) -> list[Made]:
    if setup not in _of_this_process:
        _of_this_process[setup] = maker_of(pickle.loads(setup.read_bytes()))
    return list(pages(_of_this_process[setup], addresses))


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
