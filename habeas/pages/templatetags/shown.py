"""How templates write days, statuses, doubtful numbers, notes and links."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from django import template
from django.db import DatabaseError
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from habeas.domain.dates import FOREVER, PartialDate
from habeas.domain.words import Kind, NameForm, Status
from habeas.example import ENDS
from habeas.ledger import read
from habeas.pages.looking import Looking
from habeas.pages.notes import Note, Notes
from habeas.pages.wording import OUTCOME, STATUS, TONGUES
from habeas.problems import BadInput
from habeas.register.answers import Bounds, MemberShown
from habeas.register.sentences import in_words
from habeas.vocabulary.load import load

register = template.Library()
_MOST_NOTES = 12
_FORMS = {str(form): form.meaning for form in NameForm}


@register.filter
def day(when: date | datetime | None) -> str:
    if when is None:
        return ""
    return "open" if when == FOREVER else f"{when.day} {when:%B} {when.year}"


@register.filter
def short_day(when: date | None) -> str:
    """For narrow columns."""
    if when is None:
        return ""
    return "open" if when == FOREVER else f"{when.day} {when:%b %Y}"


@register.filter
def dated(text: str) -> str:
    """A date as it was said, in words: a month stays a month and a range keeps both ends."""
    try:
        return in_words(PartialDate.parse(text)) if text else ""
    except BadInput:
        return text


@register.filter
def moment(when: datetime) -> str:
    """The end of a day is called so, since nobody means its last microsecond."""
    if when.time() >= time(23, 59, 59):
        return f"the end of {day(when)} (UTC)"
    return f"{day(when)}, {when:%H:%M} UTC"


@register.filter
def word(status: Status) -> str:
    return STATUS[status]


@register.filter
def words(statuses: Iterable[Status]) -> str:
    return ", or ".join(STATUS[status] for status in statuses)


@register.filter
def outcome(member: MemberShown) -> str:
    return OUTCOME.get(member.outcome, member.outcome)


@register.filter
def tongue(code: str) -> str:
    return TONGUES.get(code, code)


@register.filter
def form(code: str) -> str:
    """Nothing for a full name, which is what one expects."""
    return "" if code in ("", "full") else _FORMS[code]


@register.filter
def called(key: str, kind: str) -> str:
    """The English name of a key of the vocabulary, or the key where the vocabulary doesn't know it."""
    entry = getattr(load(), kind).get(key)
    return str(entry.name()) if entry else key


@register.filter
def finding(recogniser: str) -> str:
    """What this body's recognition says; a detention found arbitrary is not a political prisoner recognised."""
    found = load().recognisers.get(recogniser)
    return found.designates.meaning if found else "recognised"


@register.filter
def article(key: str) -> str:
    """An article as it is cited: its code, number and part."""
    found = load().articles.get(key)
    if found is None:
        return key
    part = f", part {found.part}" if found.part else ""
    return f"{load().codes[found.code].cited}, article {found.number}{part}"


@register.filter
def articles(keys: Iterable[str]) -> str:
    """Numbers alone, with the part in brackets, for a narrow column."""
    found = [load().articles.get(key) for key in keys]
    return ", ".join(f"{one.number}({one.part})" if one.part else one.number for one in found if one)


@register.filter
def percent(share: float) -> str:
    """Never quite certain: a likeness of names is no proof that two people are one."""
    return f"{min(max(round(share * 100), 1), 99)} %"


@register.filter
def bounds(number: Bounds) -> SafeString:
    return between(number.low, number.high)


@register.simple_tag
def between(low: int, high: int) -> SafeString:
    """One number where there is no doubt, else both ends."""
    if low == high:
        return format_html("{}", low)
    return format_html('{}<span class="to">–<span class="aside"> to </span></span>{}', low, high)


@register.simple_tag
def status(code: Status) -> SafeString:
    """Shape and word; the shape says nothing that the word doesn't."""
    return format_html(
        '<span class="status"><svg class="mark" viewBox="0 0 16 16" aria-hidden="true">'
        '<use href="#{}"/></svg>{}</span>',
        code.value,
        STATUS[code],
    )


@register.simple_tag
def rests_on(notes: Notes, lines: Iterable[int]) -> SafeString:
    found = notes.on(lines)
    links = format_html_join(" ", '<a href="#n{}">{}</a>', ((note.number, note.number) for note in found[:_MOST_NOTES]))
    more = f" and {len(found) - _MOST_NOTES} more" if len(found) > _MOST_NOTES else ""
    return (
        format_html('<span class="notes"><span class="aside">notes </span>{}{}</span>', links, more)
        if found
        else SafeString("")
    )


@register.simple_tag
def contradicted(notes: Notes, note: Note) -> SafeString:
    """Links to the notes that can't be true beside this one, where there are any on the page."""
    return rests_on(notes, note.against)


@register.simple_tag
def replay_ends() -> date | None:
    """The day on which the worked example ends, where this register is one; it stays one when live lines follow."""
    try:
        return date.fromisoformat(ENDS) if read.kind() is Kind.REPLAY else None
    except (BadInput, DatabaseError):
        # The page of an error bears the banner too, and is shown also where there is no ledger.
        return None


@register.simple_tag(takes_context=True)
def go(context: Context, name: str, *args: str) -> str:
    """The address of a page with the reader's days; a page that can't know them links without."""
    looked = context.get("looked")
    address = reverse(name, args=args)
    return looked.link(address) if isinstance(looked, Looking) else address


@register.simple_tag(takes_context=True)
def go_people(context: Context, **filters: str) -> str:
    """The list of people narrowed by the filters named, on the reader's days."""
    looked = context.get("looked")
    assert isinstance(looked, Looking), "only pages that look through a lens link into the list"
    return looked.link(reverse("people"), *filters.items())
