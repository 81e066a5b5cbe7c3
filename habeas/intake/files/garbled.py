"""Whether a text was read in an encoding that it isn't in; eight-bit ones tell only by the mix of their letters."""

from __future__ import annotations

import re

# Everything that people who write in windows-1251 write: Russian, Belarusian, Ukrainian, Latin, common punctuation.
_USUAL = re.compile(r"[\x09-\x0d\x20-\x7eА-яЁёІіЎўҐґЄєЇї«»„“”‘’‚–—…№•·§©®°±\xa0\xad]")
_WORD = re.compile(r"\b[А-Яа-яЁё]{3,}\b")
# Not i: in Belarusian and Ukrainian many type the Latin one.
_MIXED = re.compile(r"[А-Яа-яЁё][A-HJ-Za-hj-z]|[A-HJ-Za-hj-z][А-Яа-яЁё]")
_SHARE = 0.02


def garbled(text: str, encoding: str) -> str:
    """Why the text can't have been meant so; empty if nothing speaks against it."""
    if encoding in ("windows-1251", "koi8-r"):
        strange = len(text) - len(_USUAL.findall(text))
        if strange > max(2, _SHARE * len(text)):
            return "its letters fit neither UTF-8, UTF-16, windows-1251 nor KOI8-R"
        if len(_MIXED.findall(text)) * 4 > len(text.split()):
            return "its words mix Latin and Cyrillic letters"
    if _twice_encoded(text):
        return "it was saved from a wrongly read UTF-8 text, so that each letter became two"
    if text.count("\ufffd") > 2:
        return "some letters are lost already (they stand as �)"
    return ""


def _twice_encoded(text: str) -> bool:
    sample = "".join(part for part in text.split("\n") if not part.isascii())[:2000]
    if not re.search("[РС][^\x00-\x7f]", sample):
        return False
    back = sample.encode("windows-1251", errors="ignore").decode("utf-8", errors="ignore")
    return len(_WORD.findall(back)) > 0 and len(back) * 1.5 < len(sample)
