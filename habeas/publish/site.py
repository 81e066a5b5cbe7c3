"""The site as files: every page in every language, rendered anew where what it shows changed."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.resources import files
from pathlib import Path

import orjson
from django.conf import settings
from django.utils.translation import override

from habeas.publish.addresses import file_of, relative
from habeas.publish.layout import SITE
from habeas.publish.making import Making
from habeas.publish.pages_out import SITE as PAGES
from habeas.publish.pages_out import redirects
from habeas.publish.rendering import moved_page
from habeas.publish.workers import Made, Setup, begin, maker_of, pages, part_made
from habeas.publish.written import Folder
from habeas.register import queries

_ALONE = 400
"""So many pages are made by this process alone before it is worth starting others."""
_AT_ONCE = 40
_PROCESSES = 2
_NOT_FOUND = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="referrer" content="no-referrer">\n'
    "<title>Habeas</title>\n</head>\n<body><p>There is no such page here. · Такой старонкі тут няма. ·"
    " Такой страницы здесь нет.</p></body>\n</html>\n"
)


def write(making: Making) -> None:
    lens = queries.lens(None, None)
    with override(settings.LANGUAGE_CODE):
        english = [address for addresses in PAGES for address in addresses(lens)]
    everywhere = [_in(code, address) for code, _ in settings.LANGUAGES for address in english]
    moved = {_in(code, old): _in(code, new) for code, _ in settings.LANGUAGES for old, new in redirects(lens).items()}
    setup = Setup(
        making.folder.root / SITE,
        making.edition,
        _program(),
        tuple(everywhere),
        tuple(moved.items()),
        _kept_before(making),
    )
    kept: dict[str, tuple[str, str, str]] = {}
    for done, made in enumerate(_made(setup, making), 1):
        making.folder.files[f"{SITE}/{made.file}"] = made.digest
        kept[made.file] = (made.key, made.digest, made.next)
        if making.progress and done % 100 == 0:
            making.progress(done, max(len(everywhere), done))
    _others(making.folder, moved)
    _keep(making, kept)


def _made(setup: Setup, making: Making) -> Iterator[Made]:
    parts = [setup.addresses[start : start + _AT_ONCE] for start in range(0, len(setup.addresses), _AT_ONCE)]
    if len(setup.addresses) <= _ALONE:
        maker = maker_of(setup)
        for part in parts:
            yield from pages(maker, part)
        return
    with ProcessPoolExecutor(_PROCESSES, multiprocessing.get_context("spawn"), begin, (setup, making.copy)) as pool:
        for made in pool.map(part_made, parts):
            yield from made


def _in(language: str, address: str) -> str:
    return address if language == settings.LANGUAGE_CODE else f"/{language}{address}"


@cache
def _program() -> str:
    """The pages change when what makes them does."""
    told = hashlib.sha256()
    for package in ("pages", "publish", "register", "domain", "vocabulary", "locale"):
        for path in sorted(Path(str(files("habeas"))).joinpath(package).rglob("*")):
            if path.is_file() and path.suffix not in (".pyc", ".po"):
                told.update(path.name.encode() + path.read_bytes())
    return told.hexdigest()


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
    named = hashlib.sha256(str(making.folder.root).encode()).hexdigest()[:16]
    return making.kept / f"{named}.json"


def _kept_before(making: Making) -> bytes:
    file = _file(making)
    return file.read_bytes() if file.exists() else b"{}"


def _keep(making: Making, pages: dict[str, tuple[str, str, str]]) -> None:
    said = {"version": queries.version(), "pages": pages}
    _file(making).write_bytes(orjson.dumps(said))
