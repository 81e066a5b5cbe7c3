"""The register's questions over HTTP, as the pages ask them: read-only, each through the two clocks, for the public."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Body, NinjaAPI, Schema
from pydantic import BeforeValidator, ConfigDict, Field

from habeas.api import answers as api_answers
from habeas.api.answers import BalanceEnd, BalanceTerm, Problem, leaf
from habeas.api.asked import (
    FROM,
    Around,
    Article,
    BalancedKey,
    Batch,
    By,
    CountedAs,
    Days,
    DefinitionKey,
    Every,
    Facility,
    From,
    Id,
    Known,
    Number,
    On,
    PerPage,
    Recogniser,
    StatusKey,
    To,
    Whose,
    address,
    around_day,
    asked_days,
    day,
    identified,
    lens,
    plain,
)
from habeas.api.estimates import CameAround, Durations, Missed, around_told, durations_told, missed_told
from habeas.api.failing import Absent, estimated, handled_by
from habeas.api.strict import strict
from habeas.api.writing import told
from habeas.domain.words import Kind
from habeas.ledger import read
from habeas.register import queries
from habeas.register.answers import Lens, SourceAnswer
from habeas.register.answers_agreements import AgreementAnswer, InstrumentAnswer
from habeas.register.answers_batches import BatchAnswer
from habeas.register.answers_people import Filters, PersonAnswer, Redirect
from habeas.register.counted import BalanceAnswer, EndShown, GroupedAnswer, ListsAnswer, OnlyOn
from habeas.register.lenses import as_of
from habeas.register.releases import is_copy

_ABOUT = (
    "The open register of political imprisonment, for machines. It never says that a thing is true: every answer names"
    " the claims that it rests on, both clocks through which it looks, and the version of the data. Nothing is written,"
    " no cookie is set, and nobody is logged. A name is searched by POST alone, so that it stands in no address."
)
api = NinjaAPI(
    title="Habeas",
    version="1",
    description=_ABOUT,
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
)
api.add_decorator(strict, mode="view")
handled_by(api)


_MORE_STAYS = "Ask of a later day, or when the register tells more arrests and releases by their days."
_MORE_SHARED = "Ask when these lists share more people; of other lists, habeas undercount TABLE.csv estimates it."
_MORE_OBSERVED = "Ask of a day with more observed on both sides of it, or of fewer `days`."


def _responses(made: Any, *, absent: bool = False, estimated: bool = False) -> dict[int, Any]:
    return {200: made, 400: Problem, **({404: Problem} if absent else {}), **({409: Problem} if estimated else {})}


def _number(value: object) -> object:
    """A number, and no text that looks like one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("a whole number is asked for")
    return value


class Sought(Schema):
    """A name in any script, spelling and order."""

    model_config = ConfigDict(extra="forbid")
    name: Annotated[
        str, Field(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$")
    ]
    limit: Annotated[int, Field(ge=1, le=50), BeforeValidator(_number)] = 10


@api.get("/people", response=_responses(api_answers.People), summary="People on a day, by name")
def people(
    request: HttpRequest,
    on: On,
    known: Known,
    status: StatusKey,
    definition: CountedAs,
    facility: Facility,
    article: Article,
    recogniser: Recogniser,
    batch: Batch,
    page: Number,
    per_page: PerPage,
) -> HttpResponse:
    plain(facility=facility, article=article, recogniser=recogniser, batch=batch)
    filters = Filters(status, facility, article, recogniser, definition, batch)
    found = queries.people(filters, page, lens(on, known), per_page=per_page)
    return told(
        api_answers.People(
            total=found.total,
            page=page,
            pages=found.pages,
            next=address(request, page + 1) if page < found.pages else None,
            as_of=found.as_of,
            rows=found.rows if page <= found.pages else (),
            choices=tuple(api_answers.FilterChoices(*one) for one in found.choices),
        )
    )


@api.get(
    "/people/{str:id}", response=_responses(PersonAnswer, absent=True), summary="A person, with every claim and reason"
)
def person(request: HttpRequest, id: Id, on: On, known: Known) -> HttpResponse:
    """An id that was joined to another answers with a redirect (308) to the one that is shown."""
    answer = queries.person(identified(id), lens(on, known))
    if isinstance(answer, Redirect):
        query = request.META.get("QUERY_STRING", "")
        to = reverse("api:person", args=[answer.to])
        return HttpResponse(status=308, headers={"Location": f"{to}?{query}" if query else to})
    return _or_absent(answer)


@api.get("/releases", response=_responses(api_answers.Releases), summary="Releases of several people")
def releases(request: HttpRequest, on: On, known: Known, page: Number, per_page: PerPage) -> HttpResponse:
    through = lens(on, known)
    return _leaf(request, api_answers.Releases, queries.batches(through), page, per_page, through)


@api.get(
    "/releases/{str:id}",
    response=_responses(BatchAnswer, absent=True),
    summary="A release: six totals, stages, members",
)
def release(request: HttpRequest, id: Id, on: On, known: Known) -> HttpResponse:
    return _or_absent(queries.batch(identified(id), lens(on, known)))


@api.get("/counts", response=_responses(api_answers.Count), summary="How many count on a day under a definition")
def counts(request: HttpRequest, on: On, known: Known, definition: DefinitionKey, by: By) -> HttpResponse:
    key, through = definition or queries.definitions()[0].key, lens(on, known)
    beyond = queries.beyond([through])
    if by:
        return told(_count(queries.public_breakdown(key, by, through), beyond))
    one = queries.count(key, through)
    return told(api_answers.Count(one.low, one.high, one.definition, "", False, 0, (), None, beyond, one.as_of))


@api.get(
    "/counts/over-time", response=_responses(api_answers.OverTime), summary="How many counted on each of many days"
)
def counts_over_time(
    request: HttpRequest, on: On, known: Known, to: To, definition: BalancedKey, every: Every, from_: From = FROM
) -> HttpResponse:
    """At most 400 days: where more are asked for, `every` is larger in the answer."""
    through = lens(on, known)
    last = date.fromisoformat(day("to", to) or through.on.isoformat())
    first = date.fromisoformat(
        day("from", from_) or (last - timedelta(days=min(365, last.toordinal() - 1))).isoformat()
    )
    every, days = asked_days(first, last, every)
    series = queries.series(definition or queries.definitions()[0].key, days, through)
    return told(api_answers.OverTime(series.definition, every, series.days, queries.beyond([through]), series.as_of))


@api.get("/balance", response=_responses(api_answers.Balance), summary="Why a count became another")
def balance(
    request: HttpRequest, known_from: Known, known_to: Known, to: To, definition: BalancedKey, from_: From = FROM
) -> HttpResponse:
    later = lens(to, known_to)
    earlier = lens(
        from_ or (later.on - timedelta(days=min(30, later.on.toordinal() - 1))).isoformat(), known_from or known_to
    )
    key = definition or queries.definitions()[0].key
    return told(_balance(queries.public_balance(key, earlier, later), queries.beyond([earlier, later])))


@api.get("/recognisers", response=_responses(ListsAnswer), summary="The lists of those who recognise, side by side")
def recognisers(request: HttpRequest, on: On, known: Known, definition: BalancedKey) -> HttpResponse:
    """Each counts by its own definition: no number corrects another, and none are added up."""
    return told(queries.public_lists(definition or queries.definitions()[0].key, lens(on, known)))


@api.get(
    "/recognisers/comparison", response=_responses(OnlyOn), summary="Who is on one list and not on another, and why"
)
def comparison(
    request: HttpRequest, on: On, known: Known, definition: BalancedKey, one: Whose, other: Whose
) -> HttpResponse:
    plain(one=one, other=other)
    return told(queries.only_on(definition or queries.definitions()[0].key, one, other, lens(on, known)))


@api.get("/estimates/durations", response=_responses(Durations, estimated=True), summary="How long custody lasts")
def durations(request: HttpRequest, on: On, known: Known) -> HttpResponse:
    """Of people whom a recogniser names a political prisoner, watched from the day of recognition."""
    through = lens(on, known)
    with estimated(_MORE_STAYS):
        return told(durations_told(queries.how_long((), through)))


@api.get("/estimates/undercount", response=_responses(Missed, estimated=True), summary="How many no list holds")
def undercount(request: HttpRequest, on: On, known: Known) -> HttpResponse:
    """Refused, with the reason, where lists hardly overlap, copy each other, or share too few people."""
    through = lens(on, known)
    with estimated(_MORE_SHARED):
        return told(missed_told(queries.overlap((), through)))


@api.get(
    "/estimates/around", response=_responses(CameAround, estimated=True), summary="What came before and after a day"
)
def around(request: HttpRequest, on: On, known: Known, around: Around, days: Days) -> HttpResponse:
    middle, through = around_day(around), lens(on, known)
    with estimated(_MORE_OBSERVED):
        return told(around_told(queries.came_around(middle, days, (), through)))


@api.get("/agreements", response=_responses(api_answers.Agreements), summary="Agreements")
def agreements(request: HttpRequest, on: On, known: Known, page: Number, per_page: PerPage) -> HttpResponse:
    through = lens(on, known)
    return _leaf(request, api_answers.Agreements, queries.agreements(through), page, per_page, through)


@api.get(
    "/agreements/{str:id}",
    response=_responses(AgreementAnswer, absent=True),
    summary="An agreement and what came of it",
)
def agreement(request: HttpRequest, id: Id, on: On, known: Known) -> HttpResponse:
    return _or_absent(queries.agreement(identified(id), lens(on, known)))


@api.get("/instruments", response=_responses(api_answers.Instruments), summary="Legal acts of sanctions")
def instruments(request: HttpRequest, on: On, known: Known, page: Number, per_page: PerPage) -> HttpResponse:
    through = lens(on, known)
    return _leaf(request, api_answers.Instruments, queries.instruments(through), page, per_page, through)


@api.get(
    "/instruments/{str:id}", response=_responses(InstrumentAnswer, absent=True), summary="A legal act, with its chain"
)
def instrument(request: HttpRequest, id: Id, on: On, known: Known) -> HttpResponse:
    return _or_absent(queries.instrument(identified(id), lens(on, known)))


@api.get("/sources", response=_responses(api_answers.Sources), summary="Sources")
def sources(request: HttpRequest, on: On, known: Known, page: Number, per_page: PerPage) -> HttpResponse:
    through = lens(on, known)
    return _leaf(request, api_answers.Sources, queries.sources(through), page, per_page, through)


@api.get("/sources/{str:id}", response=_responses(SourceAnswer, absent=True), summary="A source, with what rests on it")
def source(request: HttpRequest, id: Id, on: On, known: Known) -> HttpResponse:
    return _or_absent(queries.source(identified(id), lens(on, known)))


@api.get("/definitions", response=_responses(api_answers.Definitions), summary="What a count can count")
def definitions(request: HttpRequest) -> HttpResponse:
    return told(api_answers.Definitions(queries.definitions(), queries.version()))


@api.post("/find", response=_responses(api_answers.Findings), summary="Whom a name may mean")
def find(request: HttpRequest, on: On, known: Known, sought: Body[Sought]) -> HttpResponse:
    """Names in any script. The probability is of the name alone; a likeness of names is no identity."""
    through = lens(on, known)
    return told(api_answers.Findings(queries.find(sought.name, through, sought.limit), as_of(through)))


@api.get(
    "/version", response=_responses(api_answers.Version), summary="What answers, and of which days it can be asked"
)
def version(request: HttpRequest) -> HttpResponse:
    now = lens("", "")
    days = tuple(sorted({one.day for one in queries.data_releases()}))
    replay = read.kind() is Kind.REPLAY
    return told(api_answers.Version(queries.version(), replay, is_copy(), days, now.known_at.date()))


def _or_absent(answer: object | None) -> HttpResponse:
    if answer is None:
        raise Absent
    return told(answer)


def _leaf(
    request: HttpRequest, made: Any, rows: tuple[object, ...], page: int, per_page: int, through: Lens
) -> HttpResponse:
    return told(
        leaf(
            made,
            rows,
            page=page,
            per_page=per_page,
            following=lambda number: address(request, number),
            as_of=as_of(through),
        )
    )


def _count(told: GroupedAnswer, beyond: tuple[str, ...]) -> api_answers.Count:
    total = told.total
    beside = (told.by, told.several, told.floor, told.groups, told.others)
    return api_answers.Count(total.low, total.high, total.definition, *beside, beyond, total.as_of)


def _balance(told: BalanceAnswer, beyond: tuple[str, ...]) -> api_answers.Balance:
    ends = _end(told.certain), _end(told.possible)
    return api_answers.Balance(told.definition, told.of_from, told.of_to, *ends, beyond)


def _end(told: EndShown) -> BalanceEnd:
    terms = (BalanceTerm(one.term, one.kind, str(one.meaning), one.sign, one.number) for one in told.terms)
    return BalanceEnd(told.before, tuple(terms), told.after)
