"""Instruments and sanctioners: what stands on a day, by which chain, and to which promises and releases it is tied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from habeas.domain.agreement_words import HowKnown, Licence
from habeas.domain.chains import Chain, chain_of, chain_stands, chains, joints, runs, spans
from habeas.domain.claims import KINDS, InstrumentNamed, ReliefEndForeseen
from habeas.domain.instruments import Instrument, instruments_in, stands
from habeas.domain.lines import Line
from habeas.domain.listing import listed
from habeas.domain.promises import told
from habeas.domain.words import Answer
from habeas.ledger import read
from habeas.register.answers import Lens
from habeas.register.answers_agreements import (
    EndShown,
    InstrumentAnswer,
    InstrumentRow,
    RunShown,
    SanctionerAnswer,
    TargetShown,
)
from habeas.register.lenses import as_of
from habeas.register.sentence_parts import title
from habeas.register.sentences import when
from habeas.register.showing import claims, sources_with
from habeas.register.standing import Lines
from habeas.register.ties import links_with, reports_of

T = TypeVar("T")
_KINDS = sorted(kind for kind, made in KINDS.items() if made.ABOUT == "instrument")
_UNIONS = {"eu": _("European Union"), "un": _("United Nations")}


def instruments(lens: Lens) -> tuple[InstrumentRow, ...]:
    """All that were known, by their beginning."""
    all = known_instruments(lens)
    rows = [row(one, chain, lens) for chain in chains(all) for one in chain.members]
    return tuple(sorted(rows, key=_place))


def instrument(id: str, lens: Lens) -> InstrumentAnswer | None:
    """None for one of which the lens shows no line, not even that another replaced it."""
    all = known_instruments(lens)
    if id not in all:
        return None
    one, chain = all[id], chain_of(id, all)
    lines = [line for member in chain.ids for line in standing([member], lens).standing(lens.known, lens.audience)]
    own = [line for line in lines if line.subject == id]
    names = [name for _number, name in told(own, InstrumentNamed)]
    return InstrumentAnswer(
        id=id,
        title=one.title,
        number=next((name.number for name in names if name.number), ""),
        sanctioner=one.sanctioner,
        sanctioner_title=sanctioner_title(one.sanctioner),
        verb=one.verb,
        licence=_first(own, "licence", Licence.UNKNOWN),
        begins=when(one.begins),
        until=when(one.until),
        open_ended=_first(own, "open_ended", Answer.UNKNOWN),
        renewable=_first(own, "renewable", Answer.UNKNOWN),
        targets=_targets(one.targets, one.sanctioner, all, lens),
        scope=_texts(own, "scope"),
        stays_closed=_texts(own, "stays_closed"),
        duties=_texts(own, "duties"),
        text=next(iter(sources_with([name.text for name in names if name.text], lens).values()), None),
        stands=stands(one, lens.on),
        chain_stands=chain_stands(chain, lens.on),
        chain=tuple(row(each, chain, lens) for each in chain.members),
        joints=joints(chain),
        runs=tuple(RunShown(run.first, run.end, run.verdict, run.standing, run.verbs) for run in runs(chain)),
        ended_by=tuple((when(end.when), end.by, end.line) for end in one.ends),
        ends=tuple(_end(number, end) for number, end in told(own, ReliefEndForeseen)),
        links=links_with(lens, instruments=chain.ids, titles={each.id: each.title for each in all.values()}),
        reports=reports_of(chain.ids, lens),
        claims=claims(standing(chain.ids, lens), lens),
        as_of=as_of(lens),
    )


def sanctioner(key: str, lens: Lens) -> SanctionerAnswer | None:
    all = known_instruments(lens)
    own = [one for one in all.values() if one.sanctioner == key]
    if not own:
        return None
    targets = dict.fromkeys(target for one in own for target in one.targets)
    found = [row(one, chain, lens) for chain in chains(all) for one in chain.members if one.sanctioner == key]
    rows = tuple(sorted(found, key=_place))
    return SanctionerAnswer(key, sanctioner_title(key), rows, _targets(targets, key, all, lens), as_of(lens))


def known_instruments(lens: Lens) -> dict[str, Instrument]:
    """Folded from the lines that stand for the lens."""
    lines = list(read.lines(kinds=_KINDS, upto=lens.known))
    whole = Lines.of([*lines, *read.judging([line.number for line in lines])])
    return instruments_in(whole.standing(lens.known, lens.audience))


def row(one: Instrument, chain: Chain, lens: Lens) -> InstrumentRow:
    first = one.begins.first if one.begins else None
    last = one.until.last if one.until else min((end.when.last for end in one.ends), default=None)
    return InstrumentRow(
        one.id,
        one.title,
        one.sanctioner,
        one.verb,
        when(one.begins),
        when(one.until),
        first,
        last,
        one.targets,
        stands(one, lens.on),
        spans(one, chain),
        tuple(act.line for act in one.acts) or one.because,
    )


def sanctioner_title(key: str) -> str:
    return str(_UNIONS[key]) if key in _UNIONS else title("places", key)


def standing(subjects: Iterable[str], lens: Lens) -> Lines:
    """All lines of these subjects with what judges them; the lens decides later which of them stand."""
    lines = list(read.lines(subjects=list(subjects), upto=lens.known))
    return Lines.of([*lines, *read.judging([line.number for line in lines])])


def _targets(
    names: Iterable[str], sanctioner: str, all: Mapping[str, Instrument], lens: Lens
) -> tuple[TargetShown, ...]:
    return tuple(TargetShown(name, listed(name, sanctioner, all.values(), lens.on)) for name in names)


def _end(number: int, end: ReliefEndForeseen) -> EndShown:
    return EndShown("", end.trigger, end.notice, end.wind_down, end.discretionary, HowKnown.STATED, number)


def _texts(lines: Iterable[Line], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for line in lines if (text := getattr(line.claim, field, ""))))


def _first(lines: Iterable[Line], field: str, unknown: T) -> T:
    """What the first line says that says anything of it."""
    found = (getattr(line.claim, field, unknown) for line in lines)
    return next((value for value in found if value is not unknown), unknown)


def _place(row: InstrumentRow) -> tuple[date, str]:
    return row.first or row.last or date.max, row.id
