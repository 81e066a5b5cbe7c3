"""Addresses of the live site and the files that stand for them, with links relative to one another.

No file is called after a person: ids are drawn by lot.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

_KEPT = re.compile(r"[^A-Za-z0-9._/-]")


@lru_cache(maxsize=65_536)
def file_of(address: str) -> str:
    """`/people/p-x` is people/p-x.html, `/people?page=2` is people-page-2.html, `/be/` is be/index.html."""
    parts = urlsplit(address)
    path = unquote(parts.path).lstrip("/")
    if path.startswith("static/") or path.rpartition("/")[2].count("."):
        return safe(path)
    asked = "".join(f"-{name}-{value}" for name, value in sorted(parse_qsl(parts.query)))
    named = path + "index" if not path or path.endswith("/") else path
    return f"{safe(named)}{safe(asked)}.html"


def relative(to: str, of: str) -> str:
    """The way from one file to another."""
    there, here = to.split("/"), of.split("/")[:-1]
    shared = 0
    while shared < min(len(there) - 1, len(here)) and there[shared] == here[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def safe(text: str) -> str:
    """As a file can be called on every system."""
    return _KEPT.sub(lambda found: f"~{ord(found[0]):x}", text)
