"""The text of a web page and what it says of itself, taken out by a library in a process of its own.

A page can be made so that reading it takes forever or all memory. That ends with the process, and the page's bytes are
kept all the same.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

import habeas

SECONDS = 20
_MEMORY = 2_000_000_000
_LONGEST = 2_000_000
_MOST_BYTES = 8_000_000
"""Of a page's source; what is longer holds no article, and is cut before it is read."""
_ROOT = Path(habeas.__file__ or ".").parents[1]


@dataclass(frozen=True, slots=True)
class PageText:
    """The article of a page; `everything` is all its text, and `fields` whether it asks for a password."""

    title: str = ""
    text: str = ""
    author: str = ""
    published: str = ""
    publisher: str = ""
    language: str = ""
    everything: str = ""
    asks_password: bool = False


def page_text(body: bytes, address: str = "") -> PageText:
    """What the page says; nothing at all where it couldn't be read in time."""
    paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "habeas.archive.page_text", address],
            input=body[:_MOST_BYTES],
            capture_output=True,
            timeout=SECONDS + 2,
            check=False,
            env={**os.environ, "PYTHONPATH": paths},
        )
    except subprocess.TimeoutExpired:
        return PageText()
    return PageText(**orjson.loads(done.stdout)) if done.returncode == 0 and done.stdout else PageText()


def _read(body: bytes, address: str) -> PageText:
    import trafilatura
    from lxml import html
    from trafilatura.utils import load_html

    tree = load_html(body)
    if tree is None:
        return PageText()
    whole = html.tostring(tree, encoding="unicode")
    text = trafilatura.extract(whole, url=address or None, include_comments=False, include_tables=True) or ""
    told = trafilatura.extract_metadata(whole, default_url=address or None)
    return PageText(
        title=_short(told.title if told else "") or _short(tree.findtext(".//title")),
        text=text[:_LONGEST],
        author=_short(told.author if told else ""),
        published=_short(told.date if told else ""),
        publisher=_short(told.sitename if told else ""),
        language=_short(tree.get("lang"))[:2].lower(),
        everything=" ".join(_words(tree))[:_LONGEST],
        asks_password=bool(tree.xpath("//input[translate(@type, 'PASWORD', 'pasword')='password']")),
    )


def _words(tree: object) -> list[str]:
    found: list[str] = tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")  # type: ignore[attr-defined]
    return [word for piece in found for word in piece.split()]


def _short(text: str | None) -> str:
    return " ".join((text or "").split())[:500]


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    address = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.stdout.buffer.write(orjson.dumps(asdict(_read(sys.stdin.buffer.read(), address))))


if __name__ == "__main__":
    main()
