"""Agreements through a lens: what was promised, what was done by whose word, what is overdue, and what is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from habeas.domain.chains import chain_of
from habeas.domain.claims import ReliefReported
from habeas.domain.fulfilment import Ledgers, state
from habeas.domain.instruments import Instrument
from habeas.domain.orders import Telling, disagreements, tellings
from habeas.domain.promises import Agreement, told
from habeas.domain.words import Answer
from habeas.register.answers import Lens
from habeas.register.answers_agreements import (
    AgreementAnswer,
    AgreementRow,
    InstrumentRow,
    LinkShown,
    OrderShown,
    ReleaseMark,
)
from habeas.register.ask.instruments import known_instruments, row, standing
from habeas.register.freed import Released, released
from habeas.register.lenses import as_of
from habeas.register.promised import Shelf, commitment_shown, conditions_shown, ends_shown
from habeas.register.sentences import when
from habeas.register.showing import claims, may_quote, sources_of, sources_with
from habeas.register.ties import known_agreements, links_of, links_with, report, title_of


def agreements(lens: Lens) -> tuple[AgreementRow, ...]:
    """All that were known, by date."""
    all = known_instruments(lens)
    rows = [_row(one, _at(all, _releases(one, lens), lens)) for one in known_agreements(lens).values()]
    return tuple(sorted(rows, key=lambda each: (each.when, each.id)))


def agreement(id: str, lens: Lens) -> AgreementAnswer | None:
    """None for one that nobody reported, as far as the lens shows."""
    one = known_agreements(lens).get(id)
    if one is None:
        return None
    releases, all = _releases(one, lens), known_instruments(lens)
    at = _at(all, releases, lens)
    judged = state(one, at)
    shelf = Shelf(one, at, sources_of(one.lines, lens), may_quote(lens))
    orders = tellings(one.lines)
    shown = _instruments(one, at, lens)
    first = one.reports[0][1]
    return AgreementAnswer(
        id=id,
        title=first.title,
        when=when(first.when),
        parties=_each(report.parties for _, report in one.reports),
        mediators=_each(report.mediators for _, report in one.reports),
        form=first.form,
        disclosure=one.disclosure,
        disclosed_by=_each(report.disclosed_by for _, report in one.reports),
        kept_back_by=_each(report.kept_back_by for _, report in one.reports),
        texts=tuple(sources_with(_each(report.texts for _, report in one.reports), lens).values()),
        kept=judged.kept,
        decided_by=judged.decided_by,
        commitments=tuple(commitment_shown(progress, shelf) for progress in judged.progress),
        conditions=conditions_shown(shelf),
        ends=ends_shown(shelf),
        orders=tuple(_order(telling, one) for telling in orders),
        order_conflicts=tuple(_differs(one, orders)),
        reports=tuple(report(number, said) for number, said in told(one.lines, ReliefReported)),
        links=tuple(links_of(one, {each.id: each.title for each in all.values()})),
        instruments=shown,
        releases=tuple(_mark(batch, found) for batch, found in releases.items()),
        claims=claims(standing([id, *(each.id for each in shown)], lens), lens),
        as_of=as_of(lens),
    )


def ties_of_release(batch: str, lens: Lens) -> tuple[LinkShown, ...]:
    """What a release is tied to: the promise, the agreement, and the instruments that hang on it."""
    return links_with(lens, batch=batch, titles={one.id: one.title for one in known_instruments(lens).values()})


def _row(one: Agreement, at: Ledgers) -> AgreementRow:
    judged = state(one, at)
    first = one.reports[0][1]
    done = sum(progress.done.answer is Answer.YES for progress in judged.progress)
    parties = _each(report.parties for _, report in one.reports)
    return AgreementRow(
        one.id, title_of(one), when(first.when), parties, one.disclosure, len(one.commitments), done, judged.kept
    )


def _releases(one: Agreement, lens: Lens) -> dict[str, Released]:
    wanted = [commitment.batches for commitment in one.commitments]
    wanted += [(condition.batch,) for found in one.conditions.values() for _, condition in found if condition.batch]
    found = {batch: released(batch, lens) for batch in _each(wanted)}
    return {batch: each for batch, each in found.items() if each}


def _at(all: Mapping[str, Instrument], releases: Mapping[str, Released], lens: Lens) -> Ledgers:
    return Ledgers(all, {batch: each.freed for batch, each in releases.items()}, lens.on)


def _instruments(one: Agreement, at: Ledgers, lens: Lens) -> tuple[InstrumentRow, ...]:
    """Those that promises name, and all that renew or replace them."""
    named = _each(commitment.instruments for commitment in one.commitments)
    chains = {id: chain_of(id, at.instruments) for id in named if id in at.instruments}
    found = {one.id: row(one, chain, lens) for chain in chains.values() for one in chain.members}
    return tuple(found.values())


def _mark(batch: str, found: Released) -> ReleaseMark:
    return ReleaseMark(batch, found.title, str(found.when), found.when.first, found.when.last)


def _order(telling: Telling, one: Agreement) -> OrderShown:
    steps = tuple(tuple(_step(step, one) for step in steps) for steps in telling.steps)
    return OrderShown(telling.teller, steps, telling.gist, telling.line)


def _differs(one: Agreement, orders: Iterable[Telling]) -> Iterable[tuple[str, str, tuple[int, int]]]:
    for found in disagreements(tuple(orders)):
        yield _step(found.one, one), _step(found.other, one), found.tellings


def _step(key: str, one: Agreement) -> str:
    promise = one.commitment(key)
    return (promise.made[0][1].title or key) if promise else key


def _each(values: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in values for value in group if value))
