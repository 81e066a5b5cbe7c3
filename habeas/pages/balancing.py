"""Why one count became another, term by term; each term opens to the people in it and the claims behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from habeas.domain.words import Act, Status
from habeas.pages.counting import AS_OF_HEAD, as_csv, as_of_cells, chosen
from habeas.pages.looking import Looking, asked, looking
from habeas.pages.notes import Note, Notes
from habeas.pages.page import page, show
from habeas.pages.turning import number_of_page, turns
from habeas.pages.wording import STATUS
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.counted import BalanceAnswer, EndShown, TermPerson, TermShown
from habeas.register.lenses import as_of, known_text
from habeas.register.tongue import meaning_of

TERMS: dict[str, Promise] = {
    "detained": _("newly detained"),
    "returned": _("detained again, after having been free"),
    "recognised": _("newly recognised while in custody"),
    "learned_late": _("learned late: counted on the first day already"),
    "doubt_ended": _("was in doubt, and counts for certain"),
    "reclassified_in": _("moved from a restriction that doesn’t count"),
    "freed": _("freed"),
    "died": _("died"),
    "reclassified_out": _("no longer counted without being free"),
    "corrected": _("corrected: not counted on the first day, as was learned since"),
    "in_doubt": _("now in doubt"),
    "left": _("no longer counted; claims differ on how"),
    "together": _("for reasons of few people each, put together"),
}
_KINDS: dict[str, Promise] = {
    "person": _("the person was not known of, or is somebody else"),
    "custody": _("custody"),
    "recognition": _("recognition"),
    "alone": _("nothing but the recognition is known"),
    "untold": _("no claim says by which act"),
    "told": _("first told of in custody; no claim says since when"),
    "in_custody": _("in custody"),
    "together": _("kinds not told apart"),
}
_ACTS = {str(act): act.meaning for act in Act}
_STATUSES = {str(status): STATUS[status] for status in Status}
_PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A term with its number at each end, signed, and the addresses of its people; empty where it isn't."""

    words: str
    certain: str
    possible: str
    certain_link: str
    possible_link: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person in a term with the notes behind it."""

    person: TermPerson
    notes: tuple[Note, ...]


@page
def balance(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    earlier, later = looks(request, looked)
    key = chosen(request)
    answer = queries.public_balance(key, earlier, later)
    return show(
        request,
        "balance",
        looked,
        answer=answer,
        lines=list(_lines(answer, _kept(request, key, earlier, later))),
        definitions=queries.definitions(),
        beyond=queries.beyond([earlier, later]),
        asked_from=earlier.on,
        asked_to=later.on,
        known_from=asked(request, "known_from"),
        known_to=asked(request, "known_to"),
        csv=_link("balance_as_csv", _kept(request, key, earlier, later)),
        same=_link("balance", _pinned(key, earlier, later)),
    )


@page
def balance_as_csv(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    earlier, later = looks(request, looked)
    key = chosen(request)
    answer = queries.public_balance(key, earlier, later)
    head = ("end", "term", "kind", "sign", "number", "from", "known_from", *AS_OF_HEAD)
    name = f"balance-{answer.definition.key}-{earlier.on}-{later.on}"
    again = _link("balance_as_csv", _pinned(key, earlier, later))
    return as_csv(head, _rows(answer), name, again, queries.beyond([earlier, later]))


@page
def balance_term(request: HttpRequest) -> HttpResponse:
    """The people of one term, a page at a time."""
    looked = looking(request)
    earlier, later = looks(request, looked)
    key, number = chosen(request), number_of_page(request)
    term, kind, end = (asked(request, name) for name in ("term", "kind", "end"))
    if term not in TERMS or end not in ("certain", "possible"):
        raise Http404
    sign = -1 if asked(request, "sign") == "-1" else 1
    wanted = (term, kind, sign, end == "certain")
    total, people = queries.term_people(key, earlier, later, wanted, ((number - 1) * _PER_PAGE, number * _PER_PAGE))
    claims = queries.claims_behind({line for one in people for line in one.because}, later)
    notes = Notes(claims)
    kept = _kept(request, key, earlier, later)
    which = (("term", term), ("kind", kind), ("end", end), ("sign", str(sign)))
    here = _link("balance_term", (*kept, *which))
    return show(
        request,
        "balance_term",
        looked,
        words=_words(term, kind),
        end=end,
        total=total,
        earlier=earlier,
        later=later,
        people=[Somebody(one, notes.on(one.because)) for one in people],
        turns=turns(here, number, max(1, -(-total // _PER_PAGE))),
        back=_link("balance", kept),
        of_from=as_of(earlier),
        of_to=as_of(later),
        same=_link("balance_term", (*_pinned(key, earlier, later), *which)),
    )


def looks(request: HttpRequest, looked: Looking) -> tuple[Lens, Lens]:
    """The two looks of the address: a month up to the day that one looks at, where it names no other days."""
    first, last = asked(request, "from"), asked(request, "to")
    known_from, known_to = asked(request, "known_from"), asked(request, "known_to")
    to = last or looked.lens.on.isoformat()
    begins = first or (date.fromisoformat(to[:10]) - timedelta(days=30) if _is_day(to) else looked.lens.on).isoformat()
    known = looked.known or None
    names = ("from", "known_from" if known_from else "known"), ("to", "known_to" if known_to else "known")
    one, other = ((begins, known_from or known), (to, known_to or known))
    return queries.lens(*one, names=names[0]), queries.lens(*other, names=names[1])


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text[:10]).year > 1
    except ValueError:
        return False


def _kept(request: HttpRequest, key: str, earlier: Lens, later: Lens) -> tuple[tuple[str, str], ...]:
    names = ("on", "known", "known_from", "known_to")
    said = tuple((name, asked(request, name)) for name in names)
    return (("definition", key), ("from", earlier.on.isoformat()), ("to", later.on.isoformat()), *said)


def _pinned(key: str, earlier: Lens, later: Lens) -> tuple[tuple[str, str], ...]:
    return (
        ("definition", key),
        ("from", earlier.on.isoformat()),
        ("to", later.on.isoformat()),
        ("known_from", known_text(earlier)),
        ("known_to", known_text(later)),
        ("on", later.on.isoformat()),
    )


def _link(name: str, said: tuple[tuple[str, str], ...]) -> str:
    return f"{reverse(name)}?{urlencode([(each, text) for each, text in said if text])}"


def _words(term: str, kind: str) -> str:
    more = meaning_of(_ACTS.get(kind, "")) if term == "freed" else _STATUSES.get(kind)
    more = more or _KINDS.get(kind, kind)
    return f"{TERMS[term]} ({more})" if kind else str(TERMS[term])


def _lines(answer: BalanceAnswer, kept: tuple[tuple[str, str], ...]) -> Iterator[Line]:
    certain, possible = (_by_name(end) for end in (answer.certain, answer.possible))
    for name in dict.fromkeys([*certain, *possible]):
        term, kind, sign = name
        more = (("term", term), ("kind", kind), ("sign", str(sign)))
        first, second = (_link("balance_term", (*kept, *more, ("end", end))) for end in ("certain", "possible"))
        yield Line(_words(term, kind), _signed(certain.get(name)), _signed(possible.get(name)), first, second)


def _by_name(end: EndShown) -> dict[tuple[str, str, int], TermShown]:
    return {(one.term, one.kind, one.sign): one for one in end.terms}


def _signed(one: TermShown | None) -> str:
    return f"{'+' if one.sign > 0 else '−'}{one.number}" if one else ""


def _rows(answer: BalanceAnswer) -> Iterator[tuple[str, ...]]:
    since = (answer.of_from.on.isoformat(), answer.of_from.known.isoformat())
    beside = (*since, *as_of_cells(answer.definition, answer.of_to))
    for name, end in (("certain", answer.certain), ("possible", answer.possible)):
        yield (name, "before", "", "", str(end.before), *beside)
        for one in end.terms:
            yield (name, one.term, one.kind, "in" if one.sign > 0 else "out", str(one.number), *beside)
        yield (name, "after", "", "", str(end.after), *beside)
