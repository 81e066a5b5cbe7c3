"""The parts that a sentence about a claim is put together from: days, terms, places, articles."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from habeas.domain.dates import PartialDate, Term
from habeas.register.tongue import code_cited, in_words, part, part_in_words, spoken
from habeas.vocabulary.load import load


def title(kind: str, key: str) -> str:
    """The name of a key of the vocabulary in the reader's language; the key itself where it isn't there."""
    entry = getattr(load(), kind).get(key)
    if entry is None:
        return key
    return str(entry.name(spoken()))


def on_date(date: PartialDate | None) -> str:
    if date is None:
        return ""
    first, _between, last = date.text.partition("/")
    if date.is_day:
        return pgettext("part of a sentence", " on %(day)s") % {"day": in_words(date)}
    if last:
        told = pgettext("part of a sentence", " between %(first)s and %(last)s")
        return told % {"first": part_in_words(first), "last": part_in_words(last)}
    return pgettext("part of a sentence", " in %(month)s") % {"month": in_words(date)}


def until_date(date: PartialDate | None) -> str:
    return part(pgettext("part of a sentence", " until %(what)s"), in_words(date) if date else "")


def lasting(term: Term) -> str:
    parts = (
        ngettext("%(number)s year", "%(number)s years", term.years) % {"number": term.years} if term.years else "",
        ngettext("%(number)s month", "%(number)s months", term.months) % {"number": term.months} if term.months else "",
        ngettext("%(number)s day", "%(number)s days", term.days) % {"number": term.days} if term.days else "",
    )
    return " ".join(filter(None, parts))


def of_people(number: int | None) -> str:
    if number is None:
        return ""
    return added(ngettext("%(number)s person", "%(number)s people", number) % {"number": number})


def at_place(place: str) -> str:
    return part(pgettext("part of a sentence", " in %(what)s"), title("places", place))


def held_at(facility: str) -> str:
    return part(pgettext("part of a sentence", " at %(what)s"), title("facilities", facility))


def added(what: str) -> str:
    return f", {what}" if what else ""


def country(code: str) -> str:
    return title("places", code) if code else ""


def articles_cited(keys: Iterable[str]) -> str:
    """Each as a lawyer cites it, with what it is about: Criminal Code 342-1 (title)."""
    return in_a_row(_article(key) for key in keys)


def _article(key: str) -> str:
    article = load().articles.get(key)
    if article is None:
        return key
    return _("article %(number)s%(part)s of the %(code)s (%(title)s)") % {
        "number": article.number,
        "part": part(pgettext("part of a sentence", " part %(what)s"), article.part),
        "code": code_cited(article.code),
        "title": article.name(spoken()),
    }


def in_a_row(words: Iterable[str]) -> str:
    return ", ".join(words)


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
