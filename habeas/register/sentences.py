"""A claim in plain words of the reader's language: what was said, never that it is so.

A sentence is put together from parts. Each part is a message of its own, so that a language without prepositions for
names can put a comma there instead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext, pgettext_lazy

from habeas.domain import claims as said
from habeas.domain import judgements as judged
from habeas.domain.claims import Claim
from habeas.domain.dates import PartialDate
from habeas.domain.words import Act, Answer, Bound, Change, Exile, Manner, Paper, Span, Status
from habeas.domain.written import write_claim
from habeas.register.sentence_parts import (
    added,
    articles_cited,
    at_place,
    country,
    held_at,
    in_a_row,
    lasting,
    lower_first,
    of_people,
    on_date,
    title,
    until_date,
    upper_first,
)
from habeas.register.telling_agreements import TELLING
from habeas.register.tongue import in_words, meaning, part
from habeas.vocabulary.load import load
from habeas.vocabulary.words import Designation

_INTO: dict[Status, Promise | str] = {
    Status.HELD: "",
    Status.HOUSE_ARREST: pgettext_lazy("part of a sentence", " and put under house arrest"),
    Status.OPEN_INSTITUTION: pgettext_lazy("part of a sentence", " and sent to an open institution"),
    Status.HOME_RESTRICTION: pgettext_lazy("part of a sentence", " and restricted at home"),
    Status.BAIL: pgettext_lazy("part of a sentence", ", on bail"),
    Status.FREE_IN_COUNTRY: "",
    Status.FREE_ABROAD: pgettext_lazy("part of a sentence", ", abroad"),
    Status.DEAD: "",
    Status.UNCERTAIN: "",
    Status.UNKNOWN: "",
}

_KEPT: dict[Paper, Promise] = {
    Paper.PASSPORT: _lazy("Had the passport on leaving"),
    Paper.ALL: _lazy("Had all documents on leaving"),
    Paper.VERDICT: _lazy("Had the court papers on leaving"),
}
_DESIGNATED: dict[Designation, Promise] = {
    Designation.POLITICAL_PRISONER: _lazy("Recognised as a political prisoner"),
    Designation.PRISONER_OF_CONSCIENCE: _lazy("Adopted as a prisoner of conscience"),
    Designation.ARBITRARY_DETENTION: _lazy("Detention found arbitrary"),
}


def sentence(claim: Claim) -> str:
    """One sentence; a kind without words of its own is told by its fields."""
    telling = _TELLING.get(type(claim))
    return telling(claim) if telling else _by_fields(claim)


def when(said_when: PartialDate | None) -> str:
    """The world's date of a claim as it was given; empty where none was."""
    return str(said_when) if said_when else ""


def _detained(claim: said.Detained) -> str:
    parts = {"at": at_place(claim.place), "held_at": held_at(claim.facility), "into": _INTO[claim.into]}
    return _("Detained%(at)s%(held_at)s%(into)s%(on)s.") % {**parts, "on": on_date(claim.when)}


def _transferred(claim: said.Transferred) -> str:
    to = part(pgettext("part of a sentence", " to %(what)s"), title("facilities", claim.facility))
    into = _INTO[claim.into] if claim.into else ""
    return _("Moved%(to)s%(into)s%(on)s.") % {"to": to, "into": into, "on": on_date(claim.when)}


def _charged(claim: said.Charged) -> str:
    return _("Charged under %(articles)s%(on)s.") % {
        "articles": articles_cited(claim.articles),
        "on": on_date(claim.when),
    }


def _sentenced(claim: said.Sentenced) -> str:
    return _("Sentenced%(under)s to %(penalty)s%(term)s%(regime)s%(court)s%(absent)s%(on)s.") % {
        "under": part(pgettext("part of a sentence", " under %(what)s"), articles_cited(claim.articles)),
        "penalty": lower_first(title("penalties", claim.penalty)),
        "term": added(lasting(claim.term)) if claim.term else "",
        "regime": added(title("regimes", claim.regime)),
        "court": part(pgettext("part of a sentence", ", by %(what)s"), claim.court),
        "absent": pgettext("part of a sentence", ", in absence") if claim.absent else "",
        "on": on_date(claim.when),
    }


def _sentence_changed(claim: said.SentenceChanged) -> str:
    did = {
        Change.UPHELD: _("Sentence upheld"),
        Change.REDUCED: _("Sentence cut"),
        Change.ADDED: _("Sentenced to a further term"),
        Change.REPLACED: _("Sentence replaced"),
        Change.REGIME: _("Regime changed"),
    }[claim.change]
    penalty = added(lower_first(title("penalties", claim.penalty)))
    term = added(lasting(claim.term)) if claim.term else ""
    under = part(pgettext("part of a sentence", " under %(what)s"), articles_cited(claim.articles))
    return f"{did}{penalty}{term}{under}{on_date(claim.when)}."


def _released(claim: said.Released) -> str:
    where = ", ".join(filter(None, (title("places", claim.place), country(claim.country))))
    return _("Released%(on)s%(act)s%(manner)s%(came)s%(exile)s%(into)s.") % {
        "on": on_date(claim.when),
        "act": "" if claim.act is Act.UNKNOWN else added(meaning(claim.act)),
        "manner": "" if claim.manner is Manner.UNKNOWN else added(meaning(claim.manner)),
        "came": part(pgettext("part of a sentence", ", came out in %(what)s"), where),
        "exile": "" if claim.exile is Exile.UNKNOWN else added(meaning(claim.exile)),
        "into": _INTO[claim.into],
    }


def _seen_held(claim: said.SeenHeld) -> str:
    parts = {"held_at": held_at(claim.facility), "on": on_date(claim.when)}
    return (_("Still held%(held_at)s%(on)s.") if claim.still else _("Held%(held_at)s%(on)s.")) % parts


def _seen_free(claim: said.SeenFree) -> str:
    told = _("Free without a break until then%(on)s.") if claim.still else _("Free%(on)s.")
    return told % {"on": on_date(claim.when)}


def _recognised(claim: said.Recognised) -> str:
    recogniser = load().recognisers.get(claim.recogniser)
    criteria = in_a_row(title("criteria", one) for one in claim.criteria)
    return _("%(did)s by %(by)s%(former)s%(rules)s%(criteria)s%(on)s.") % {
        "did": _DESIGNATED[recogniser.designates] if recogniser else _("Recognised"),
        "by": title("recognisers", claim.recogniser),
        "former": pgettext("part of a sentence", ", when no longer held") if claim.former else "",
        "rules": part(pgettext("part of a sentence", ", under %(what)s"), title("rulesets", claim.ruleset)),
        "criteria": part(pgettext("part of a sentence", ", on %(what)s"), criteria),
        "on": on_date(claim.when),
    }


def _case_assessed(claim: said.CaseAssessed) -> str:
    return _("Case assessed by %(by)s%(on)s: %(finding)s%(categories)s.") % {
        "by": title("recognisers", claim.assessor),
        "on": on_date(claim.when),
        "finding": claim.finding.rstrip("."),
        "categories": f" ({in_a_row(claim.categories)})" if claim.categories else "",
    }


def _died(claim: said.Died) -> str:
    told = {
        Answer.YES: _("Died in custody%(on)s."),
        Answer.NO: _("Died out of custody%(on)s."),
        Answer.UNKNOWN: _("Died%(on)s."),
    }[claim.in_custody]
    return told % {"on": on_date(claim.when)}


def _named(claim: said.Named) -> str:
    patronymic = part(pgettext("part of a sentence", ", patronymic %(what)s"), claim.patronymic)
    return _("Called %(name)s%(patronymic)s.") % {"name": claim.text, "patronymic": patronymic}


def _row_printed(claim: said.RowPrinted) -> str:
    """The number of a row is nought in a public copy."""
    if not claim.row:
        return _("Printed on the list %(listing)s.") % {"listing": claim.listing}
    return _("Row %(row)s of the list %(listing)s.") % {"row": claim.row, "listing": claim.listing}


def _list_taken(claim: said.ListTaken) -> str:
    """How many rows a list has is nought in a public copy."""
    if not claim.rows:
        return _("A list of names.")
    return _("A list of %(rows)s rows, version %(version)s.") % {"rows": claim.rows, "version": claim.version}


def _in_batch(claim: said.InBatch) -> str:
    return _("Counted among the release %(batch)s%(stage)s%(nameless)s.") % {
        "batch": claim.batch,
        "stage": part(pgettext("part of a sentence", ", stage %(what)s"), claim.stage),
        "nameless": pgettext("part of a sentence", ", without a name") if claim.nameless else "",
    }


def _batch_announced(claim: said.BatchAnnounced) -> str:
    return _("Announced%(by)s: %(title)s%(number)s%(on)s.") % {
        "by": part(pgettext("part of a sentence", " by %(what)s"), claim.announcer),
        "title": claim.title,
        "number": of_people(claim.number),
        "on": on_date(claim.when),
    }


def _batch_counted(claim: said.BatchCounted) -> str:
    return _("%(speaker)s counts %(number)s: %(what)s%(note)s.") % {
        "speaker": claim.speaker,
        "number": claim.number,
        "what": meaning(claim.counted),
        "note": f" ({claim.note})" if claim.note else "",
    }


def _stage_moved(claim: said.StageMoved) -> str:
    where = ", ".join(filter(None, (claim.place, country(claim.country))))
    return _("Stage %(order)s: %(title)s%(number)s%(where)s%(on)s.") % {
        "order": claim.order,
        "title": claim.title,
        "number": of_people(claim.number),
        "where": added(where),
        "on": on_date(claim.when),
    }


def _figure_published(claim: said.FigurePublished) -> str:
    bound = "" if claim.bound is Bound.EXACTLY else f"{meaning(claim.bound).removeprefix('as ')}: "
    return _("%(counter)s counts %(number)s%(so_far)s%(what)s%(on)s.") % {
        "counter": claim.counter,
        "number": f"{bound}{claim.number}",
        "so_far": pgettext("part of a sentence", " so far") if claim.span is Span.SO_FAR else "",
        "what": f" ({claim.what})" if claim.what else "",
        "on": on_date(claim.when),
    }


def _captured(claim: said.Captured) -> str:
    return _("Published by %(publisher)s%(title)s%(published)s.") % {
        "publisher": claim.publisher,
        "title": f": {claim.title}" if claim.title else "",
        "published": added(in_words(claim.published)) if claim.published else "",
    }


def _same_person(claim: judged.SamePerson) -> str:
    sure = "" if claim.probability is None else f"{claim.probability:.3f}"
    return _("Judged one person with %(other)s%(sure)s%(why)s.") % {
        "other": claim.other,
        "sure": part(pgettext("part of a sentence", ", with probability %(what)s"), sure),
        "why": f": {'; '.join(claim.reasons)}" if claim.reasons else "",
    }


def _said(claim: said.Said) -> str:
    return _("%(speaker)s said%(to)s%(on)s: %(gist)s") % {
        "speaker": claim.speaker,
        "to": part(pgettext("to whom something is said", " to %(what)s"), claim.to),
        "on": on_date(claim.when),
        "gist": claim.gist,
    }


def _dated(told: Promise) -> Callable[[Any], str]:
    """A sentence that says nothing but what happened, where and when."""
    return lambda claim: str(told) % {"at": at_place(getattr(claim, "place", "")), "on": on_date(claim.when)}


_TELLING: dict[type[Claim], Callable[[Any], str]] = {
    said.Named: _named,
    said.Born: _dated(_lazy("Born%(on)s%(at)s.")),
    said.Gendered: lambda claim: _("Gender given as %(gender)s.") % {"gender": meaning(claim.gender)},
    said.HasNationality: lambda claim: _("Citizen of %(country)s.") % {"country": country(claim.country)},
    said.WorkedAs: lambda claim: (
        _("Worked as %(role)s%(where)s.") % {"role": claim.role, "where": added(claim.organisation)}
    ),
    said.Detained: _detained,
    said.Transferred: _transferred,
    said.Charged: _charged,
    said.Tried: lambda claim: (
        _("Tried%(by)s%(on)s.")
        % {"by": part(pgettext("part of a sentence", " by %(what)s"), claim.court), "on": on_date(claim.when)}
    ),
    said.Sentenced: _sentenced,
    said.SentenceChanged: _sentence_changed,
    said.Incommunicado: lambda claim: (
        _("Without contact since %(since)s%(until)s.")
        % {"since": in_words(claim.since), "until": until_date(claim.until)}
    ),
    said.Pardoned: lambda claim: (
        _("Pardoned%(by)s%(on)s.")
        % {"by": part(pgettext("part of a sentence", " by %(what)s"), claim.by), "on": on_date(claim.when)}
    ),
    said.Released: _released,
    said.RefusedToLeave: _dated(_lazy("Refused to leave the country%(at)s%(on)s.")),
    said.TurnedBack: _dated(_lazy("Sent back from the border%(at)s%(on)s.")),
    said.ExpulsionAttempted: _dated(_lazy("An expulsion was attempted%(on)s.")),
    said.PapersLost: lambda claim: f"{upper_first(meaning(claim.paper))}{on_date(claim.when)}.",
    said.PapersKept: lambda claim: f"{_KEPT[claim.paper]}{on_date(claim.when)}.",
    said.NationalityLost: lambda claim: (
        _("Lost the citizenship of %(country)s%(on)s.") % {"country": country(claim.country), "on": on_date(claim.when)}
    ),
    said.RestrictedAfter: lambda claim: (
        _("After release: %(what)s%(on)s.")
        % {"what": lower_first(title("release_terms", claim.restriction)), "on": on_date(claim.when)}
    ),
    said.Died: _died,
    said.SeenHeld: _seen_held,
    said.SeenFree: _seen_free,
    said.Recognised: _recognised,
    said.RecognitionRefused: lambda claim: (
        _("%(by)s declined to recognise the person%(on)s.")
        % {"by": title("recognisers", claim.recogniser), "on": on_date(claim.when)}
    ),
    said.RecognitionWithdrawn: lambda claim: (
        _("%(by)s took its recognition back%(on)s.")
        % {"by": title("recognisers", claim.recogniser), "on": on_date(claim.when)}
    ),
    said.CaseAssessed: _case_assessed,
    said.RowPrinted: _row_printed,
    said.Registered: lambda claim: (
        _("Kept in the register %(register)s as %(key)s.") % {"register": claim.register, "key": claim.key}
    ),
    said.ListTaken: _list_taken,
    said.SnapshotTaken: lambda claim: (
        _("A snapshot of the list %(list)s with %(number)s entries.") % {"list": claim.listing, "number": claim.entries}
    ),
    said.BatchAnnounced: _batch_announced,
    said.BatchCounted: _batch_counted,
    said.StageMoved: _stage_moved,
    said.InBatch: _in_batch,
    said.Captured: _captured,
    said.FigurePublished: _figure_published,
    said.SameOrigin: lambda claim: _("Rests on the same origin as %(other)s.") % {"other": claim.other},
    said.Said: _said,
    judged.SamePerson: _same_person,
    **TELLING,
}


def _by_fields(claim: Claim) -> str:
    told = "; ".join(
        f"{name}: {_plain(value)}" for name, value in write_claim(claim).items() if value not in ("", None)
    )
    return f"{_spaced(claim.KIND)}{f' ({told})' if told else ''}."


def _plain(value: object) -> str:
    return in_a_row(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _spaced(kind: str) -> str:
    """RestrictedAfter as words."""
    return upper_first("".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind).strip())
