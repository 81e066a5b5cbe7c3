"""The site as files: every page in every language, rendered anew where what it shows changed."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from pathlib import Path

import orjson
from django.conf import settings
from django.utils.translation import override

from habeas.publish.addresses import file_of, relative
from habeas.publish.layout import SITE
from habeas.publish.making import Making
from habeas.publish.pages_out import SITE as PAGES
from habeas.publish.pages_out import redirects
from habeas.publish.program import program
from habeas.publish.rendering import moved_page
from habeas.publish.workers import Made, Setup, maker_of, pages
from habeas.publish.written import Folder
from habeas.register import queries

_NOT_FOUND = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="referrer" content="no-referrer">\n'
    "<title>Habeas</title>\n</head>\n<body><p>There is no such page here. · Такой старонкі тут няма. ·"
    " Такой страницы здесь нет.</p></body>\n</html>\n"
)


@dataclass(frozen=True, slots=True)
class Begun:
    """Pages on their way; `expected` is how many addresses there are, lists count once."""

    pages: Iterator[Made]
    expected: int
    moved: dict[str, str]


def write(making: Making) -> None:
    finish(making, begun(making))


def begun(making: Making) -> Begun:
    """Where there is a crew it sets to work at once."""
    lens = queries.lens(None, None)
    codes = [code for code, _ in settings.LANGUAGES]
    # The languages follow each other: what was read for one is at hand for the next.
    with override(settings.LANGUAGE_CODE):
        everywhere = [_in(code, address) for each in PAGES for address in each(lens) for code in codes]
    moved = {_in(code, old): _in(code, new) for code, _ in settings.LANGUAGES for old, new in redirects(lens).items()}
    setup = Setup(
        making.folder.root / SITE,
        making.edition,
        program(),
        tuple(everywhere),
        tuple(moved.items()),
        _kept_before(making),
        _lying(making),
    )
    return Begun(_made(setup, making), len(everywhere), moved)


def finish(making: Making, begun: Begun) -> None:
    kept: dict[str, tuple[str, str, str]] = {}
    for done, made in enumerate(begun.pages, 1):
        making.folder.files[f"{SITE}/{made.file}"] = made.digest
        kept[made.file] = (made.key, made.digest, made.next)
        if making.progress and done % 100 == 0:
            making.progress(done, max(begun.expected, done))
    _others(making.folder, begun.moved)
    _keep(making, kept)


def _made(setup: Setup, making: Making) -> Iterator[Made]:
    maker = maker_of(setup)
    if making.crew is None:
        return pages(maker, setup.addresses)
    told = making.workshop / "setup"
    told.write_bytes(pickle.dumps(setup))
    settled, others = _parted(setup.addresses, maker.is_settled)
    computed = making.crew.pages(told, others)
    # Most of these stand. To see it takes all that their keys are made of, which is read here once and not by each.
    standing, rest = maker.parted(settled)
    return chain(computed, standing, making.crew.pages(told, rest))


def _parted(addresses: Iterable[str], fits: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    found: tuple[list[str], list[str]] = [], []
    for one in addresses:
        found[not fits(one)].append(one)
    return found


def _in(language: str, address: str) -> str:
    return address if language == settings.LANGUAGE_CODE else f"/{language}{address}"


def _others(folder: Folder, moved: dict[str, str]) -> None:
    for path in sorted(Path(str(files("habeas.pages"))).joinpath("static", "pages").iterdir()):
        if path.is_file():
            folder.write(f"{SITE}/static/pages/{path.name}", path.read_bytes())
    folder.write(f"{SITE}/404.html", _NOT_FOUND.encode())
    for old, new in moved.items():
        language = next((code for code, _ in settings.LANGUAGES if old.startswith(f"/{code}/")), "en")
        page = moved_page(relative(file_of(new), file_of(old)), language)
        folder.write(f"{SITE}/{file_of(old)}", page.encode())


def _file(making: Making) -> Path:
    return making.kept / f"{making.folder.mark}.json"


def _lying(making: Making) -> dict[str, str]:
    within = f"{SITE}/"
    return {name.removeprefix(within): told for name, told in making.folder.lying.items() if name.startswith(within)}


def _kept_before(making: Making) -> bytes:
    file = _file(making)
    return file.read_bytes() if file.exists() else b"{}"


def _keep(making: Making, pages: dict[str, tuple[str, str, str]]) -> None:
    _file(making).write_bytes(orjson.dumps(pages))
