"""What ties promises, releases and instruments to each other, found from any of the three."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from habeas.domain.claims import KINDS, AgreementReported, ReliefReported
from habeas.domain.links import links
from habeas.domain.promises import Agreement, agreement, told
from habeas.ledger import read
from habeas.register.answers import Lens
from habeas.register.answers_agreements import LinkShown, ReportShown
from habeas.register.sentences import when
from habeas.register.standing import Lines

_KINDS = sorted(kind for kind, made in KINDS.items() if made.ABOUT == "agreement")


def known_agreements(lens: Lens) -> dict[str, Agreement]:
    """Every agreement that somebody reported, gathered from the lines that stand for the lens."""
    lines = list(read.lines(kinds=_KINDS, upto=lens.known))
    whole = Lines.of([*lines, *read.judging([line.number for line in lines])])
    standing = whole.standing(lens.known, lens.audience)
    ids = dict.fromkeys(line.subject for line in standing if isinstance(line.claim, AgreementReported))
    return {id: agreement(id, standing) for id in ids}


def links_of(one: Agreement, titles: Mapping[str, str]) -> Iterator[LinkShown]:
    name = title_of(one)
    for link in links(one):
        promise = one.commitment(link.commitment)
        assert promise is not None, "only promises that were told of are tied"
        yield LinkShown(
            one.id,
            name,
            link.commitment,
            promise.made[0][1].title or link.commitment,
            link.batch,
            link.instrument,
            titles.get(link.instrument, ""),
            link.stated,
            link.because,
        )


def links_with(
    lens: Lens, *, instruments: Collection[str] = (), batch: str = "", titles: Mapping[str, str] | None = None
) -> tuple[LinkShown, ...]:
    """The ties of one of these instruments, or of that release."""
    found = (link for one in known_agreements(lens).values() for link in links_of(one, titles or {}))
    return tuple(link for link in found if link.instrument in instruments or (batch and link.batch == batch))


def reports_of(instruments: Collection[str], lens: Lens) -> tuple[ReportShown, ...]:
    found = (pair for one in known_agreements(lens).values() for pair in told(one.lines, ReliefReported))
    return tuple(report(number, one) for number, one in found if one.instrument in instruments)


def report(number: int, one: ReliefReported) -> ReportShown:
    return ReportShown(
        one.speaker, str(one.eased), one.gist, one.targets, when(one.when), one.instrument, one.commitment, number
    )


def title_of(one: Agreement) -> str:
    return one.reports[0][1].title if one.reports else one.id
