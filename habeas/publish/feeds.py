"""Atom feeds of what the data releases changed: releases of people, recognitions, corrections. Of withdrawals nothing.

They are made from today's copy, so that an entry about what was withdrawn is gone from them as if it had never been.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from habeas.domain.claims import KINDS
from habeas.ledger.checkpoint import public_key, signing_key
from habeas.pages.feeds import FOLDER
from habeas.publish.addresses import safe
from habeas.publish.layout import SITE
from habeas.publish.making import Making
from habeas.register.released import Change, What, release_changes
from habeas.register.releases import DataRelease

_OURS = uuid.UUID("2f0c9c52-7d0e-5a43-9a1c-6f3f1c8d4b17")
"""Drawn once; what ids of feeds and entries are made under."""
_MOST = 200
_FEEDS = {
    "releases": ("Releases of people", (What.NEW_RELEASE,)),
    "recognitions": ("Recognitions", (What.RECOGNISED,)),
    "corrections": ("Corrections", (What.RETRACTED, What.JOINED)),
}
_TITLES = {
    What.NEW_RELEASE: "A release of several people",
    What.RECOGNISED: "A recognition",
    What.RETRACTED: "A claim was taken back",
    What.JOINED: "Two entries are one person",
}
_PAGES = {"person": "people", "batch": "releases", "agreement": "agreements", "instrument": "instruments"}


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    title: str
    sentence: str
    page: str
    day: date


def write(making: Making) -> None:
    key = public_key(signing_key())
    changes = {release: release_changes(release) for release in making.releases}
    for name, (title, kinds) in _FEEDS.items():
        entries = [one for release, told in changes.items() for one in _entries(f"{key} {name}", release, told, kinds)]
        feed = _feed(f"{key} {name}", title, making.latest.day, entries[::-1][:_MOST])
        making.folder.write(f"{SITE}/{FOLDER}/{name}.xml", feed.encode())


def _entries(feed: str, release: DataRelease, told: tuple[Change, ...], kinds: tuple[What, ...]) -> Iterator[Entry]:
    """The nth of what a release says of one id in one way; ids stay as long as what they are of."""
    seen: Counter[str] = Counter()
    for one in told:
        if one.what in kinds:
            of = f"{release.number} {one.what} {one.kind} {one.id}"
            seen[of] += 1
            yield Entry(_id(f"{feed} {of} {seen[of]}"), _TITLES[one.what], one.sentence, _page(one), release.day)


def _page(one: Change) -> str:
    kind = KINDS.get(one.kind)
    folder = _PAGES.get(kind.ABOUT if kind else "", "")
    return f"../{folder}/{safe(one.id)}.html" if folder else ""


def _id(of: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_OURS, of)}"


def _feed(of: str, title: str, day: date, entries: list[Entry]) -> str:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{_id(of)}</id>",
        f"<title>Habeas: {escape(title)}</title>",
        f"<updated>{_moment(day)}</updated>",
        "<author><name>Habeas</name></author>",
        *map(_entry, entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(one: Entry) -> str:
    link = f"<link href={quoteattr(one.page)}/>" if one.page else ""
    said = f"<content>{escape(one.sentence or one.title)}</content>"
    moment = f"<updated>{_moment(one.day)}</updated>"
    return f"<entry><id>{one.id}</id><title>{escape(one.title)}</title>{moment}{link}{said}</entry>"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
