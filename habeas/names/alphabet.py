"""The order in which names stand in a list: that of the alphabets, not of the codes of their letters.

By code і, ў, є, ґ and ё stand behind all other letters, and ł and č behind z. Here і stands with и, ў behind у, є and ё
behind е, ґ behind г, as in dictionaries; Latin letters stand with those that they are made of.
"""

from __future__ import annotations

import unicodedata

_BEHIND = chr(0x10FFFF)
_PLACED = {"і": "и" + _BEHIND, "ї": "и" + 2 * _BEHIND, "ў": "у" + _BEHIND, "ё": "е" + _BEHIND, "є": "е" + _BEHIND}
_PLACED |= {"ґ": "г" + _BEHIND, "ł": "l", "đ": "d", "ø": "o", "ı": "i", "'": "", "’": "", "ʼ": "", "-": " "}


class _Places(dict[int, str]):
    """Where each letter stands, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _plain(chr(code)))


def _plain(letter: str) -> str:
    """A Latin letter without its marks. й is a letter by itself, and others aren't Latin."""
    first = unicodedata.normalize("NFD", letter)[:1]
    return first if first.isascii() else letter


_PLACES = _Places({ord(letter): place for letter, place in _PLACED.items()})


def alphabetical(text: str) -> tuple[str, str]:
    """What to sort by; the text itself decides between two that differ in their marks alone."""
    return text.casefold().translate(_PLACES), text
