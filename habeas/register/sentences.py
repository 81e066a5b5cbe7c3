"""A claim in plain English: what was said, never that it is so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from habeas.domain import claims as said
from habeas.domain import judgements as judged
from habeas.domain.claims import Claim
from habeas.domain.dates import PartialDate, Term
from habeas.domain.words import Act, Answer, Bound, Change, Exile, Manner, Paper, Span, Status
from habeas.domain.written import write_claim
from habeas.register.telling_agreements import TELLING
from habeas.register.tongue import in_words, part_in_words, spoken
from habeas.vocabulary.load import load
from habeas.vocabulary.words import Designation

_INTO = {
    Status.HELD: "",
    Status.HOUSE_ARREST: " and put under house arrest",
    Status.OPEN_INSTITUTION: " and sent to an open institution",
    Status.HOME_RESTRICTION: " and restricted at home",
    Status.BAIL: ", on bail",
    Status.FREE_IN_COUNTRY: "",
    Status.FREE_ABROAD: ", abroad",
    Status.DEAD: "",
    Status.UNCERTAIN: "",
    Status.UNKNOWN: "",
}

_KEPT = {
    Paper.PASSPORT: "Had the passport on leaving",
    Paper.ALL: "Had all documents on leaving",
    Paper.VERDICT: "Had the court papers on leaving",
}
_DESIGNATED = {
    Designation.POLITICAL_PRISONER: "Recognised as a political prisoner",
    Designation.PRISONER_OF_CONSCIENCE: "Adopted as a prisoner of conscience",
    Designation.ARBITRARY_DETENTION: "Detention found arbitrary",
}


def sentence(claim: Claim) -> str:
    """One sentence; a kind without words of its own is told by its fields."""
    telling = _TELLING.get(type(claim))
    return telling(claim) if telling else _by_fields(claim)


def title(kind: str, key: str) -> str:
    """The name of a key of the vocabulary in the reader's language; the key itself where it isn't there."""
    entry = getattr(load(), kind).get(key)
    if entry is None:
        return key
    return str(entry.name(spoken()))


def when(said_when: PartialDate | None) -> str:
    """The world's date of a claim as it was given; empty where none was."""
    return str(said_when) if said_when else ""


def _detained(claim: said.Detained) -> str:
    return f"Detained{_at(claim.place)}{_held_at(claim.facility)}{_INTO[claim.into]}{_on(claim.when)}."


def _transferred(claim: said.Transferred) -> str:
    to = f" to {title('facilities', claim.facility)}" if claim.facility else ""
    into = _INTO[claim.into] if claim.into else ""
    return f"Moved{to}{into}{_on(claim.when)}."


def _charged(claim: said.Charged) -> str:
    return f"Charged under {_articles(claim.articles)}{_on(claim.when)}."


def _sentenced(claim: said.Sentenced) -> str:
    term = f", {_lasting(claim.term)}" if claim.term else ""
    absent = ", in absence" if claim.absent else ""
    under = f" under {_articles(claim.articles)}" if claim.articles else ""
    regime = f", {title('regimes', claim.regime)}" if claim.regime else ""
    court = f", by {claim.court}" if claim.court else ""
    penalty = _lower(title("penalties", claim.penalty))
    return f"Sentenced{under} to {penalty}{term}{regime}{court}{absent}{_on(claim.when)}."


def _sentence_changed(claim: said.SentenceChanged) -> str:
    did = {
        Change.UPHELD: "Sentence upheld",
        Change.REDUCED: "Sentence cut",
        Change.ADDED: "Sentenced to a further term",
        Change.REPLACED: "Sentence replaced",
        Change.REGIME: "Regime changed",
    }[claim.change]
    penalty = f", {_lower(title('penalties', claim.penalty))}" if claim.penalty else ""
    term = f", {_lasting(claim.term)}" if claim.term else ""
    under = f" under {_articles(claim.articles)}" if claim.articles else ""
    return f"{did}{penalty}{term}{under}{_on(claim.when)}."


def _released(claim: said.Released) -> str:
    act = "" if claim.act is Act.UNKNOWN else f", {claim.act.meaning}"
    manner = "" if claim.manner is Manner.UNKNOWN else f", {claim.manner.meaning}"
    exile = "" if claim.exile is Exile.UNKNOWN else f", {claim.exile.meaning}"
    where = ", ".join(filter(None, (title("places", claim.place), _country(claim.country))))
    came = f", came out in {where}" if where else ""
    return f"Released{_on(claim.when)}{act}{manner}{came}{exile}{_INTO[claim.into]}."


def _seen_held(claim: said.SeenHeld) -> str:
    where = _held_at(claim.facility)
    return f"Still held{where}{_on(claim.when)}." if claim.still else f"Held{where}{_on(claim.when)}."


def _seen_free(claim: said.SeenFree) -> str:
    return f"Free without a break until then{_on(claim.when)}." if claim.still else f"Free{_on(claim.when)}."


def _recognised(claim: said.Recognised) -> str:
    criteria = f", on {_list(title('criteria', one) for one in claim.criteria)}" if claim.criteria else ""
    rules = f", under {title('rulesets', claim.ruleset)}" if claim.ruleset else ""
    by = title("recognisers", claim.recogniser)
    recogniser = load().recognisers.get(claim.recogniser)
    did = _DESIGNATED[recogniser.designates] if recogniser else "Recognised"
    former = ", when no longer held" if claim.former else ""
    return f"{did} by {by}{former}{rules}{criteria}{_on(claim.when)}."


def _case_assessed(claim: said.CaseAssessed) -> str:
    categories = f" ({_list(claim.categories)})" if claim.categories else ""
    return f"Case assessed by {title('recognisers', claim.assessor)}{_on(claim.when)}: {claim.finding}{categories}."


def _died(claim: said.Died) -> str:
    where = {Answer.YES: " in custody", Answer.NO: " out of custody", Answer.UNKNOWN: ""}[claim.in_custody]
    return f"Died{where}{_on(claim.when)}."


def _named(claim: said.Named) -> str:
    patronymic = f", patronymic {claim.patronymic}" if claim.patronymic else ""
    return f"Called {claim.text}{patronymic}."


def _in_batch(claim: said.InBatch) -> str:
    nameless = ", without a name" if claim.nameless else ""
    stage = f", stage {claim.stage}" if claim.stage else ""
    return f"Counted among the release {claim.batch}{stage}{nameless}."


def _batch_announced(claim: said.BatchAnnounced) -> str:
    number = f", {claim.number} people" if claim.number is not None else ""
    by = f" by {claim.announcer}" if claim.announcer else ""
    return f"Announced{by}: {claim.title}{number}{_on(claim.when)}."


def _batch_counted(claim: said.BatchCounted) -> str:
    note = f" ({claim.note})" if claim.note else ""
    return f"{claim.speaker} counts {claim.number}: {claim.counted.meaning}{note}."


def _stage_moved(claim: said.StageMoved) -> str:
    number = f", {claim.number} people" if claim.number is not None else ""
    where = ", ".join(filter(None, (claim.place, _country(claim.country))))
    return f"Stage {claim.order}: {claim.title}{number}{f', {where}' if where else ''}{_on(claim.when)}."


def _figure_published(claim: said.FigurePublished) -> str:
    number = (
        claim.number if claim.bound is Bound.EXACTLY else f"{claim.bound.meaning.removeprefix('as ')}: {claim.number}"
    )
    so_far = " so far" if claim.span is Span.SO_FAR else ""
    what = f" ({claim.what})" if claim.what else ""
    return f"{claim.counter} counts {number}{so_far}{what}{_on(claim.when)}."


def _captured(claim: said.Captured) -> str:
    published = f", {in_words(claim.published)}" if claim.published else ""
    return f"Published by {claim.publisher}{f': {claim.title}' if claim.title else ''}{published}."


def _same_person(claim: judged.SamePerson) -> str:
    sure = f", with probability {claim.probability:.3f}" if claim.probability is not None else ""
    why = f": {'; '.join(claim.reasons)}" if claim.reasons else ""
    return f"Judged one person with {claim.other}{sure}{why}."


def _row_printed(claim: said.RowPrinted) -> str:
    return f"Row {claim.row} of the list {claim.listing}."


_TELLING: dict[type[Claim], Callable[[Any], str]] = {
    said.Named: _named,
    said.Born: lambda claim: f"Born{_on(claim.when)}{_at(claim.place)}.",
    said.Gendered: lambda claim: f"Gender given as {claim.gender.meaning}.",
    said.HasNationality: lambda claim: f"Citizen of {_country(claim.country)}.",
    said.WorkedAs: lambda claim: f"Worked as {claim.role}{f', {claim.organisation}' if claim.organisation else ''}.",
    said.Detained: _detained,
    said.Transferred: _transferred,
    said.Charged: _charged,
    said.Tried: lambda claim: f"Tried{f' by {claim.court}' if claim.court else ''}{_on(claim.when)}.",
    said.Sentenced: _sentenced,
    said.SentenceChanged: _sentence_changed,
    said.Incommunicado: lambda claim: f"Without contact since {in_words(claim.since)}{_until(claim.until)}.",
    said.Pardoned: lambda claim: f"Pardoned{f' by {claim.by}' if claim.by else ''}{_on(claim.when)}.",
    said.Released: _released,
    said.RefusedToLeave: lambda claim: f"Refused to leave the country{_at(claim.place)}{_on(claim.when)}.",
    said.TurnedBack: lambda claim: f"Sent back from the border{_at(claim.place)}{_on(claim.when)}.",
    said.ExpulsionAttempted: lambda claim: f"An expulsion was attempted{_on(claim.when)}.",
    said.PapersLost: lambda claim: f"{_upper(claim.paper.meaning)}{_on(claim.when)}.",
    said.PapersKept: lambda claim: f"{_KEPT[claim.paper]}{_on(claim.when)}.",
    said.NationalityLost: lambda claim: f"Lost the citizenship of {_country(claim.country)}{_on(claim.when)}.",
    said.Died: _died,
    said.SeenHeld: _seen_held,
    said.SeenFree: _seen_free,
    said.Recognised: _recognised,
    said.RecognitionRefused: lambda claim: (
        f"{title('recognisers', claim.recogniser)} declined to recognise the person{_on(claim.when)}."
    ),
    said.RecognitionWithdrawn: lambda claim: (
        f"{title('recognisers', claim.recogniser)} took its recognition back{_on(claim.when)}."
    ),
    said.CaseAssessed: _case_assessed,
    said.RowPrinted: _row_printed,
    said.Registered: lambda claim: f"Kept in the register {claim.register} as {claim.key}.",
    said.ListTaken: lambda claim: f"A list of {claim.rows} rows, version {claim.version}.",
    said.BatchAnnounced: _batch_announced,
    said.BatchCounted: _batch_counted,
    said.StageMoved: _stage_moved,
    said.InBatch: _in_batch,
    said.Captured: _captured,
    said.FigurePublished: _figure_published,
    said.SameOrigin: lambda claim: f"Rests on the same origin as {claim.other}.",
    said.Said: lambda claim: (
        f"{claim.speaker} said{f' to {claim.to}' if claim.to else ''}{_on(claim.when)}: {claim.gist}"
    ),
    judged.SamePerson: _same_person,
    **TELLING,
}


def _by_fields(claim: Claim) -> str:
    told = "; ".join(
        f"{name}: {_plain(value)}" for name, value in write_claim(claim).items() if value not in ("", None)
    )
    return f"{_spaced(claim.KIND)}{f' ({told})' if told else ''}."


def _plain(value: object) -> str:
    return _list(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _spaced(kind: str) -> str:
    """RestrictedAfter as words."""
    return _upper("".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind).strip())


def _on(date: PartialDate | None) -> str:
    if date is None:
        return ""
    if date.is_day:
        return f" on {in_words(date)}"
    first, _, last = date.text.partition("/")
    return f" between {part_in_words(first)} and {part_in_words(last)}" if last else f" in {in_words(date)}"


def _until(date: PartialDate | None) -> str:
    return f" until {in_words(date)}" if date else ""


def _lasting(term: Term) -> str:
    parts = ((term.years, "year"), (term.months, "month"), (term.days, "day"))
    return " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number)


def _at(place: str) -> str:
    return f" in {title('places', place)}" if place else ""


def _held_at(facility: str) -> str:
    return f" at {title('facilities', facility)}" if facility else ""


def _country(code: str) -> str:
    return title("places", code) if code else ""


def _articles(keys: Iterable[str]) -> str:
    """Each as a lawyer cites it, with what it is about: Criminal Code 342-1 (title)."""
    return _list(_article(key) for key in keys)


def _article(key: str) -> str:
    article = load().articles.get(key)
    if article is None:
        return key
    code = load().codes[article.code].cited
    part = f" part {article.part}" if article.part else ""
    return f"article {article.number}{part} of the {code} ({article.name(spoken())})"


def _list(words: Iterable[str]) -> str:
    return ", ".join(words)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
