"""How templates write days, statuses, doubtful numbers, notes and links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from django import template
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.template.context import Context
from django.urls import ResolverMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _

from habeas.domain.dates import FOREVER
from habeas.domain.relief import Lag
from habeas.domain.verdicts import Verdict
from habeas.domain.words import Answer, Kind, NameForm, Status
from habeas.example import ENDS
from habeas.ledger import read
from habeas.pages.axis import Tick
from habeas.pages.looking import Looking
from habeas.pages.notes import Note, Notes
from habeas.pages.noting import Noting
from habeas.pages.wording import ANSWERS, OUTCOME, STATUS, TONGUES
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import ClaimShown
from habeas.register.answers_agreements import Amount
from habeas.register.answers_batches import Bounds, MemberShown
from habeas.register.answers_people import PersonRow
from habeas.register.promised import PEOPLE
from habeas.register.releases import DataRelease
from habeas.register.tongue import (
    as_said,
    code_cited,
    day_in_words,
    in_words,
    short_day_in_words,
    short_month_in_words,
    spoken,
)
from habeas.vocabulary.load import load

register = template.Library()
_MOST_NOTES = 12
_FORMS = {str(form): form.meaning for form in NameForm}


@register.filter
def day(when: date | datetime | None) -> str:
    if when is None:
        return ""
    return _("open") if when == FOREVER else day_in_words(when)


@register.filter
def short_day(when: date | None) -> str:
    """For narrow columns."""
    if when is None:
        return ""
    return _("open") if when == FOREVER else short_day_in_words(when)


@register.filter
def dated(text: str) -> str:
    return as_said(text)


@register.filter
def moment(when: datetime) -> str:
    """The end of a day is called so, since nobody means its last microsecond."""
    if when.time() >= time(23, 59, 59):
        return _("the end of %(day)s (UTC)") % {"day": day(when)}
    return f"{day(when)}, {when:%H:%M} UTC"


@register.filter
def word(status: Status) -> str:
    return str(STATUS[status])


@register.filter
def words(statuses: Iterable[Status]) -> str:
    return _(", or ").join(str(STATUS[status]) for status in statuses)


@register.filter
def said(meaning: str) -> str:
    """The explanation, or the code, of one of the domain's closed words, in the reader's language."""
    return pgettext("a closed word", str(meaning)) if meaning else ""


@register.filter
def counted_by(member: MemberShown) -> list[tuple[str, list[str]]]:
    """Who counts the member among the release, each with how their lists print the name."""
    printed: dict[str, list[str]] = {speaker: [] for speaker in member.speakers}
    for one in member.rows:
        printed.setdefault(one.speaker, []).append(one.text)
    return list(printed.items())


@register.filter
def total_of(tallied: Iterable[tuple[int, object]]) -> int:
    return sum(number for number, _word in tallied)


@register.filter
def outcome(member: MemberShown) -> str:
    return str(OUTCOME.get(member.outcome, member.outcome))


@register.filter
def tongue(code: str) -> str:
    return str(TONGUES.get(code, code))


@register.filter
def form(code: str) -> str:
    """Nothing for a full name, which is what one expects."""
    return "" if code in ("", "full") else said(_FORMS[code])


@register.filter
def called(key: str, kind: str) -> str:
    """The name of a key of the vocabulary in the reader's language, or the key where it isn't there."""
    entry = getattr(load(), kind).get(key)
    return str(entry.name(spoken())) if entry else key


@register.filter
def finding(recogniser: str) -> str:
    """What this body's recognition says; a detention found arbitrary is not a political prisoner recognised."""
    found = load().recognisers.get(recogniser)
    return said(found.designates.meaning) if found else _("recognised")


@register.filter
def article(key: str) -> str:
    """An article as it is cited: its code, number and part."""
    found = load().articles.get(key)
    if found is None:
        return key
    part = _(", part %(part)s") % {"part": found.part} if found.part else ""
    return _("%(code)s, article %(number)s") % {"code": code_cited(found.code), "number": found.number} + part


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
def whole_percent(share: float) -> str:
    """A share of many as a whole number of a hundred."""
    return f"{round(share * 100)} %"


@register.filter
def bounds(number: Bounds) -> SafeString:
    return between(number.low, number.high)


@register.simple_tag
def between(low: int, high: int) -> SafeString:
    """One number where there is no doubt, else both ends."""
    if low == high:
        return format_html("{}", low)
    return format_html('{}<span class="to">–<span class="aside"> {} </span></span>{}', low, _("to"), high)


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
    more = _(" and %(number)s more") % {"number": len(found) - _MOST_NOTES} if len(found) > _MOST_NOTES else ""
    return (
        format_html('<span class="notes"><span class="aside">{} </span>{}{}</span>', _("notes"), links, more)
        if found
        else SafeString("")
    )


@register.simple_tag(takes_context=True)
def noted(context: Context, found: Iterable[Note], *, whose: bool = False) -> SafeString:
    """Claims one below the other; those of the same page that can't be true beside one are linked from it."""

    def contradicted(note: Note) -> SafeString:
        return rests_on(context["notes"], note.against)

    return Noting(lambda kind, id: go(context, kind, id), contradicted, whose).written(found)


@register.simple_tag
def replay_ends() -> date | None:
    """The day on which the worked example ends, where this register is one; it stays one when live lines follow."""
    try:
        return date.fromisoformat(ENDS) if read.kind() is Kind.REPLAY else None
    except (BadInput, DatabaseError):
        # The page of an error bears the banner too, and is shown also where there is no ledger.
        return None


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that the site speaks, and the address of this very page in it."""

    code: str
    name: str
    address: str


@register.simple_tag(takes_context=True)
def tongues(context: Context) -> list[Tongue]:
    """Nothing on a page that stands at no address of its own, such as that of an error."""
    request = context.get("request")
    if not isinstance(request, HttpRequest) or request.resolver_match is None:
        return []
    asked = request.META.get("QUERY_STRING", "") if request.method == "GET" else ""
    query = f"?{asked}" if asked else ""
    return [Tongue(code, name, _in(code, request.resolver_match) + query) for code, name in settings.LANGUAGES]


def _in(language: str, match: ResolverMatch) -> str:
    with override(language):
        args = match.args or tuple(match.kwargs.values())
        return _address(match.view_name, args, language)


@register.simple_tag(takes_context=True)
def go(context: Context, name: str, *args: str) -> str:
    """The address of a page with the reader's days; a page that can't know them links without."""
    looked = context.get("looked")
    address = _address(name, args, get_language() or "")
    return looked.link(address) if isinstance(looked, Looking) else address


@lru_cache(maxsize=4096)
def _address(name: str, args: tuple[str, ...], language: str) -> str:
    """A page asks for the same few addresses again and again, and finding one takes as long as a row of a table."""
    return reverse(name, args=args)


@register.simple_tag(takes_context=True)
def go_people(context: Context, **filters: str) -> str:
    """The list of people narrowed by the filters named, on the reader's days."""
    looked = context.get("looked")
    assert isinstance(looked, Looking), "only pages that look through a lens link into the list"
    return looked.link(reverse("people"), *filters.items())


@register.simple_tag
def verdict(told: Verdict) -> SafeString:
    """Yes, no or unknown, by shape and word."""
    return format_html(
        '<span class="status verdict"><svg class="mark" viewBox="0 0 16 16" aria-hidden="true">'
        '<use href="#answer-{}"/></svg>{}</span>',
        told.answer.value,
        ANSWERS[told.answer],
    )


@register.filter
def answer_word(answer: Answer) -> str:
    return str(ANSWERS[answer])


@register.filter
def amount(one: Amount) -> str:
    """A number with its doubt and its unit."""
    unit = pgettext("a unit", "people") if one.unit == PEOPLE else one.unit
    if one.low is None:
        return _("at most %(number)s %(unit)s") % {"number": one.high, "unit": unit}
    if one.high is None:
        return _("at least %(number)s %(unit)s") % {"number": one.low, "unit": unit}
    return f"{one.low if one.low == one.high else f'{one.low}–{one.high}'} {unit}"


@register.simple_tag
def lag(told: Lag) -> str:
    """The days from the first announcement to the first legal act, and whether the list followed."""
    said = in_words(told.announced) if told.announced else _("never")
    law = in_words(told.in_law) if told.in_law else _("no legal act known")
    off = in_words(told.delisted) if told.delisted else _("not taken off a list, as far as we know")
    return _("announced: %(said)s; in law: %(law)s; list: %(off)s") % {"said": said, "law": law, "off": off}


@register.simple_tag
def note_on(notes: Notes, line: int) -> SafeString:
    return rests_on(notes, (line,))


@register.filter
def tick_label(tick: Tick) -> str:
    """A year, a month of it, or a day of that, short."""
    if tick.by == "year":
        return str(tick.day.year)
    return short_day_in_words(tick.day) if tick.by == "day" else short_month_in_words(tick.day)


@register.simple_tag(takes_context=True)
def narrowed_to(context: Context, name: str, key: str) -> str:
    """The list of people narrowed by this one filter."""
    return go_people(context, **{name: key})


@register.simple_tag(takes_context=True)
def stage_called(context: Context, batch: str, stage: str) -> str:
    """What a stage of a release is called, as the page's days have it."""
    looked = context.get("looked")
    assert isinstance(looked, Looking), "only pages that look through a lens tell of stages"
    return queries.stage_title(batch, stage, looked.lens)


@register.simple_tag
def data_releases() -> list[DataRelease]:
    """Of a public copy, the latest first: the only moments as of which it can be asked."""
    return [*reversed(queries.data_releases())]


@register.simple_tag(takes_context=True)
def named_list(context: Context, rows: Iterable[PersonRow]) -> SafeString:
    """Names alone, each leading to its page; made here, since a template takes ten times as long over a long list."""
    nameless, doubt = _("Nameless in public"), _("(uncertain)")
    looked = context.get("looked")
    assert isinstance(looked, Looking), "only pages that look through a lens list people"
    pattern = reverse("person", args=["-"]).removesuffix("-")
    shown = ((looked.link(f"{pattern}{row.id}"), row.name or nameless, "" if row.low else f" {doubt}") for row in rows)
    return format_html('<ul class="columns">{}</ul>', format_html_join("\n", '<li><a href="{}">{}</a>{}</li>', shown))


@register.filter
def of_kind(claims: Iterable[ClaimShown], kind: str) -> list[ClaimShown]:
    return [one for one in claims if one.kind == kind]
