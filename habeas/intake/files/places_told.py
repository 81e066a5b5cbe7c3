"""Places and citizenships in running words, in any case of be, ru, uk, en, pl and lt: by the vocabulary's names."""

from __future__ import annotations

import re
from functools import cache

from habeas.vocabulary.load import load

# The stems of citizenships as people print them, by country. Names of countries themselves come from the vocabulary.
_CITIZENS = {
    "by": ("belarusian", "белорус", "беларус", "білорус", "białorus", "baltarus"),
    "lt": ("lithuanian", "литов", "літоў", "летув", "литовс", "литв", "litew", "litwin", "lietuv"),
    "ua": ("ukrainian", "украин", "украін", "україн", "ukrai"),
    "pl": ("polish", "поляк", "польск", "польсь", "польшч", "polski", "polak", "polk", "lenk"),
    "lv": ("latvian", "латыш", "латвий", "латвій", "łotew", "latv"),
    "us": ("american", "американ", "амэрык", "амерык", "amerykań"),
    "de": ("german", "немец", "германск", "нямец", "німец", "niemiec", "vokie"),
    "gb": ("british", "британ", "brytyj", "brit"),
    "jp": ("japanese", "япон", "japoń", "japon"),
    "au": ("australian", "австрал", "аўстрал", "australij"),
    "ru": ("russian", "росси", "расі", "росій", "rosyj", "rosj", "rusij"),
}  # fmt: skip
_CITIZEN = re.compile(
    r"\b(?:citizens?(?: of)?|nationals?(?: of)?|citizenship|nationality|граждан\w*|громадян\w*|грамадзян\w*|подданн\w*"
    r"|obywatel\w*|piliet\w*)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def place_in(text: str) -> str:
    """The key of the one place that the words name; a town before its country; empty for none or several."""
    found = {key for word in _WORD.findall(text.casefold()) for stem, key in _stems() if _is_form(word, stem)}
    low = text.casefold()
    found |= {key for name, key in _phrases() if name in low}
    towns = {key for key in found if "." in key}
    left = towns or found
    return left.pop() if len(left) == 1 else ""


def country_of(place: str) -> str:
    entry = load().places.get(place)
    return entry.country if entry else ""


def is_abroad(country: str) -> bool:
    """Whether it is a country under none of whose codes of law the register's people are held."""
    return bool(country) and country not in {code.country for code in load().codes.values()}


def citizenship_in(text: str, *, told: bool = False) -> str:
    """The country whose citizen the words say somebody is; `told` if the column or heading says that already."""
    if not told and not _CITIZEN.search(text):
        return ""
    words = _WORD.findall(text.casefold())
    found = {country for country, stems in _CITIZENS.items() for word in words if word.startswith(stems or ("\0",))}
    named = {country_of(place_in(text))} - {""}
    if told and re.fullmatch(r"[A-Za-z]{2}", text.strip()) and text.strip().lower() in load().places:
        named.add(text.strip().lower())
    both = found | named
    return both.pop() if len(both) == 1 else ""


def _is_form(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) - len(stem) <= 3


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """Names of one word without the ending that cases change."""
    found = []
    for key, place in load().places.items():
        for named in place.names:
            name = named.text.casefold()
            if " " not in name and "," not in name:
                found.append((name[:-1] if len(name) > 4 and name[-1] in "аяоеьіaėęs" else name, key))
    return tuple(found)


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple(
        (named.text.casefold(), key)
        for key, place in load().places.items()
        for named in place.names
        if " " in named.text and "," not in named.text
    )
