"""An agreement: four questions answered first, then what each side owes and has done, beside the legal acts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from habeas.domain.agreement_words import Ground
from habeas.domain.dates import PartialDate
from habeas.domain.words import Answer
from habeas.pages.around import around
from habeas.pages.axis import Axis, Event, draw, events
from habeas.pages.looking import Looking, identified, looking
from habeas.pages.notes import Notes
from habeas.pages.page import page, show
from habeas.register import queries
from habeas.register.answers_agreements import AgreementAnswer, CommitmentShown, InstrumentRow, LinkShown

_WIDE, _NARROW = 760, 340


@dataclass(frozen=True, slots=True)
class Side:
    """What one party owes."""

    obligor: str
    commitments: tuple[CommitmentShown, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """What a desk officer asks first, each as the parts of the answer that bear on it."""

    relief: tuple[tuple[CommitmentShown, tuple[InstrumentRow, ...]], ...]
    overdue: tuple[CommitmentShown, ...]
    may_be_overdue: tuple[CommitmentShown, ...]
    no_day: tuple[CommitmentShown, ...]
    ended: tuple[CommitmentShown, ...]


@page
def agreement(request: HttpRequest, id: str) -> HttpResponse:
    looked = looking(request)
    answer = queries.agreement(identified(id), looked.lens)
    if answer is None:
        raise Http404
    titles = {one.key: one.title for one in answer.commitments}
    return show(
        request,
        "agreement",
        looked,
        answer=answer,
        notes=Notes(answer.claims),
        sides=_sides(answer),
        asked=_questions(answer),
        deciding=[titles.get(key, "") for key in answer.decided_by],
        conditions=[(one, titles.get(one.commitment, one.commitment)) for one in answer.conditions],
        ends=[(one, titles.get(one.commitment, one.commitment)) for one in answer.ends],
        known_acts=[one.id for one in answer.instruments],
        ties=_ties(answer),
        releases=events(answer.releases),
        reports=_reports(answer),
        wide=_drawn(answer, looked, _WIDE),
        narrow=_drawn(answer, looked, _NARROW),
        around=around(answer.when, looked),
    )


def _sides(answer: AgreementAnswer) -> list[Side]:
    owing = dict.fromkeys([*answer.parties, *(one.obligor for one in answer.commitments)])
    found = [(who, tuple(one for one in answer.commitments if one.obligor == who)) for who in owing]
    return [Side(who, owed) for who, owed in found if owed]


def _questions(answer: AgreementAnswer) -> Questions:
    open_still = [one for one in answer.commitments if one.overdue.answer is not Answer.NO]
    acts = {one.id: one for one in answer.instruments}
    relief = [one for one in answer.commitments if one.step is not None]
    return Questions(
        relief=tuple((one, _standing(one, acts.values(), answer)) for one in relief),
        overdue=tuple(one for one in open_still if one.overdue.answer is Answer.YES),
        may_be_overdue=tuple(
            one
            for one in open_still
            if one.overdue.answer is Answer.UNKNOWN and one.overdue.ground is not Ground.NO_DAY_TOLD
        ),
        no_day=tuple(one for one in open_still if one.overdue.ground is Ground.NO_DAY_TOLD),
        ended=tuple(one for one in answer.commitments if one.reversed and one.reversed.answer is Answer.YES),
    )


def _standing(
    one: CommitmentShown, acts: Iterable[InstrumentRow], answer: AgreementAnswer
) -> tuple[InstrumentRow, ...]:
    """Of the acts tied to this promise, those that stand or may stand on the day."""
    named = {link.instrument for link in answer.links if link.commitment == one.key} | set(one.instruments)
    return tuple(act for act in acts if act.id in named and act.stands.answer is not Answer.NO)


def _ties(answer: AgreementAnswer) -> list[LinkShown]:
    return [link for link in answer.links if link.batch or link.instrument]


def _reports(answer: AgreementAnswer) -> tuple[Event, ...]:
    found = []
    for number, one in enumerate(answer.reports, 1):
        when = PartialDate.parse(one.when)
        found.append(Event(number, one.speaker, when.first, when.last))
    return tuple(found)


def _drawn(answer: AgreementAnswer, looked: Looking, width: int) -> Axis | None:
    marks = [
        (_("Releases"), False, events(answer.releases)),
        (_("Relief announced or reported"), True, _reports(answer)),
    ]
    return draw(answer.instruments, marks, looked.lens.on, width=width)
