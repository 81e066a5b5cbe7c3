"""What stands around a name in a cell or line: numbering, tags, addresses, and the age, town or trade behind it."""

import re

from habeas.names.given import standing

_TAGS = re.compile(r"<[^<>]{0,100}>|https?://[^\s]*/|[^\s<]+@[^\s>]+")
# One digit tied to letters may be a letter misread: 3арецкий.
_NUMBERING = re.compile(r"^\W*(?:№\s*)?\d+(?:\s*[.):\-–—]+\s*|\s+|(?<=\d\d)(?=[^\W\d]))|^\s*[*•·–—-]+\s*")
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_TAIL = re.compile(r"[,;:|\n]|\s[-–—]+\s|(?<!\S)\d+(?!\S)")
_NAMING = re.compile(r"[^\W\d_]+\.?")


def without_surroundings(text: str) -> str:
    """The name without what stands before and behind it; lists print Козлов Сергей, 45 лет, Минск."""
    plain = _NUMBERING.sub("", _TAGS.sub(" ", text), count=1)
    plain = _SPACED.sub(lambda found: found.group().replace(" ", ""), plain)
    for end in _TAIL.finditer(plain):
        if _is_whole(plain[: end.start()]):
            return plain[: end.start()]
    return plain


def _is_whole(before: str) -> bool:
    """Whether a given name and another word stand here already; "García López, Ana" has yet to name her."""
    words = [word.lower() for word in _NAMING.findall(before)]
    full = [word for word in words if len(word.rstrip(".")) > 1]
    given = len(full) < len(words) or any(standing(word.rstrip(".")) >= 1.2 for word in full)
    return given and len(words) > 1 and bool(full)
