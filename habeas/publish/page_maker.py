"""Makes one page of the site as files, or finds that the one which is there still holds."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

import orjson
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import get_language_from_path, override

from habeas.pages.edition import as_files
from habeas.pages.feeds import FOLDER as FEEDS
from habeas.pages.people import people_at_once
from habeas.publish.addresses import file_of
from habeas.publish.keys import Keys
from habeas.publish.rendering import Linking, next_of, rendered, with_policy
from habeas.publish.workers import Made, Setup
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.answers_people import Filters


class PageMaker:
    """Of one publication into one folder."""

    def __init__(self, setup: Setup) -> None:
        self._root, self._edition, self._program = setup.root, setup.edition, setup.program
        self._linking = Linking(self._leads, dict(setup.moved))
        self._there = frozenset(setup.addresses)
        self._lying = setup.lying
        self._before: dict[str, tuple[str, str, str]] = orjson.loads(setup.before)

    def make(self, address: str) -> Made:
        file = file_of(address)
        key, day = self._told(address)
        return self._again(file, key) or self._anew(address, file, key, day)

    def parted(self, addresses: Iterable[str]) -> tuple[list[Made], list[str]]:
        """The pages that stand as they are, and the addresses of which something has to be made anew."""
        standing: list[Made] = []
        rest: list[str] = []
        for address in addresses:
            made = self._standing(address) if self._before else []
            standing += made
            rest += [] if made else [address]
        return standing, rest

    def is_settled(self, address: str) -> bool:
        """Whether the page is of a day of its own."""
        return _kind(address)[0] in _SETTLED

    def _standing(self, address: str) -> list[Made]:
        """The page with those that follow it, if all of them stand; else none."""
        found: list[Made] = []
        following = address
        while following:
            made = self._again(file_of(following), self._told(following)[0])
            if made is None:
                return []
            found.append(made)
            following = made.next
        return found

    def _anew(self, address: str, file: str, key: str, day: date | None) -> Made:
        with _in_its_language(address), as_files(day):
            response = rendered(address)
        content, following = response.content, ""
        if response.headers["Content-Type"].startswith("text/html"):
            page = content.decode()
            following = next_of(page) or ""
            page = with_policy(self._linking.made_relative(page, address))
            assert self._edition == "linked" or 'href="http' not in page, f"{address} links to another site"
            content = page.encode()
        _write(self._root / file, content)
        return Made(file, key, hashlib.sha256(content).hexdigest(), following)

    def _again(self, file: str, key: str) -> Made | None:
        """The page as it is there; nothing if it has to be made anew."""
        old_key, old_digest, following = self._before.get(file, ("", "", ""))
        stays = old_key == key and self._lying.get(file) == old_digest
        return Made(file, key, old_digest, following) if stays else None

    def _leads(self, address: str) -> bool:
        path, _, asked = address.partition("?")
        if asked:
            kept = QueryDict(asked, mutable=True)
            kept.pop("page", None)
            return (f"{path}?{kept.urlencode()}" if kept else path) in self._there
        return path in self._there or path.startswith(("/static/", f"/{FEEDS}/"))

    @cached_property
    def _lens(self) -> Lens:
        return queries.lens(None, None)

    @cached_property
    def _keys(self) -> Keys:
        lens = self._lens
        common = f"{self._program} {self._edition} {queries.home(lens).first_line}"
        return Keys(common, f"{common} {lens.on} {lens.known_at}")

    @cached_property
    def _everything(self) -> str:
        return self._keys.of(self._keys.everything, queries.people_kept_back(self._lens))

    def _told(self, address: str) -> Told:
        kind, id, asked = _kind(address)
        made = _KEYS.get(kind)
        if made is None:
            return self._everything, None
        if kind in _SETTLED:
            return made(self._keys, id, _NOTHING, self._lens)
        # In its language: whom a page of a list names hangs on the order of names in it.
        with _in_its_language(address):
            return made(self._keys, id, QueryDict(asked), self._lens)


Told = tuple[str, date | None]
"""The key of a page, and the day of which it is if that is not the latest."""
Key = Callable[[Keys, str, QueryDict, Lens], Told]


def _of_a_list(keys: Keys, id: str, asked: QueryDict, lens: Lens) -> Told:
    filters = Filters(status=asked.get("status", ""), definition=asked.get("definition", ""))
    with as_files():
        size = people_at_once(filters)
    first = (int(asked.get("page", "1")) - 1) * size
    return keys.list_of_people(queries.people_listed(filters, lens), first, size), None


def _kind(address: str) -> tuple[str, str, str]:
    """The kind of page, the id of what it is of, and what is asked beside."""
    path, _, asked = address.partition("?")
    kind, _, id = _LANGUAGE.sub("/", path).strip("/").partition("/")
    return f"{kind}/*" if id else kind, unquote(id), asked


def _in_its_language(address: str) -> AbstractContextManager[None]:
    return override(get_language_from_path(address) or settings.LANGUAGE_CODE)


_LANGUAGE = re.compile(rf"^/(?:{'|'.join(code for code, _ in settings.LANGUAGES)})/")
_KEYS: Mapping[str, Key] = {
    "people/*": lambda keys, id, asked, lens: keys.person(id),
    "sources/*": lambda keys, id, asked, lens: keys.source(id),
    "people": _of_a_list,
    "names/*": lambda keys, id, asked, lens: (keys.of(queries.names_by_sound(lens)[id], whenever=True), None),
}
"""Of pages that needn't be made anew when anything at all has changed: what they depend on."""
_SETTLED = ("people/*", "sources/*")
_NOTHING = QueryDict()


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_bytes(content)
    os.replace(fresh, file)
