"""Lines of the ledger as a page shows them: the claim in words, who said it, and from which source."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from habeas.domain.claims import (
    Born,
    Captured,
    Claim,
    HealthReported,
    Kept,
    LookedAgain,
    Related,
    RowPrinted,
    SnapshotTaken,
    TimeProofMissing,
    TimeProved,
    Wish,
)
from habeas.domain.judgements import (
    Accepted,
    BeyondReach,
    Cleared,
    Erased,
    ErasureAsked,
    NewPerson,
    NotAPerson,
    NotSamePerson,
    ProposalDecided,
    Rejected,
    Restricted,
    Retracted,
    Unsure,
    Withheld,
)
from habeas.domain.lines import Line
from habeas.domain.words import Certainty, Kind, Nearness
from habeas.domain.written import write_claim
from habeas.ledger import read
from habeas.register.answers import Audience, ClaimShown, Lens, SourceShown, Standing
from habeas.register.releases import is_copy
from habeas.register.sentences import sentence, when
from habeas.register.stages import with_words
from habeas.register.standing import Lines

_OF_THE_DESK = (
    Accepted,
    BeyondReach,
    Cleared,
    Erased,
    ErasureAsked,
    NewPerson,
    NotAPerson,
    NotSamePerson,
    ProposalDecided,
    Rejected,
    Restricted,
    Retracted,
    Unsure,
    Wish,
    Withheld,
)
"""What editors say among themselves; its effects are seen and it is no claim about the world."""


def said_of_the_world(claim: Claim) -> bool:
    """Whether it says something of the world, and isn't about the ledger or among editors."""
    return claim.ABOUT != "ledger" and not isinstance(claim, _OF_THE_DESK)


_NEVER_PUBLIC = (HealthReported, Kept, LookedAgain, Related, SnapshotTaken, TimeProofMissing, TimeProved, *_OF_THE_DESK)


def claims(
    lines: Lines, lens: Lens, *, because: Collection[int] = (), against: Collection[int] = ()
) -> tuple[ClaimShown, ...]:
    """The claims told until the lens's line, with those retracted since, as the lens's audience may see them."""
    standing = {line.number for line in lines.standing(lens.known, lens.audience)}
    hidden = _OF_THE_DESK if lens.audience is Audience.DESK else _NEVER_PUBLIC
    told = [line for line in lines.seen_by(lens.audience, lens.known) if not isinstance(line.claim, hidden)]
    from_where = sources_of(told, lens)
    set_aside = set(against) - set(because)
    unquoted = not may_quote(lens)

    def shown(line: Line) -> ClaimShown:
        if line.number not in standing:
            return _shown(line, Standing.RETRACTED, from_where, lens, unquoted=unquoted)
        aside = line.number in set_aside
        standing_as = Standing.SET_ASIDE if aside else Standing.SHOWN
        return _shown(line, standing_as, from_where, lens, unquoted=unquoted)

    return tuple(map(shown, told))


def may_quote(lens: Lens) -> bool:
    """A quote about one person, or in an agreement, can name another who wishes not to be.

    That is looked for when a public copy is made, where all names are at hand; a live register's own pages quote
    nothing in public.
    """
    return lens.audience is not Audience.PUBLIC or is_copy() or read.kind_now() is Kind.REPLAY


def sources_of(lines: Iterable[Line], lens: Lens) -> dict[str, SourceShown]:
    """The sources on which lines rest, as they stood for the lens."""
    return sources_with({line.evidence.source for line in lines if line.evidence}, lens)


def sources_with(ids: Collection[str], lens: Lens) -> dict[str, SourceShown]:
    told = list(read.lines(subjects=ids, upto=lens.known)) if ids else []
    lines = Lines.of([*told, *read.judging([line.number for line in told])])
    standing = lines.standing(lens.known, lens.audience)
    return {line.subject: source_shown(line) for line in standing if isinstance(line.claim, Captured)}


def source_shown(line: Line) -> SourceShown:
    claim = line.claim
    assert isinstance(claim, Captured), "a source is what a Captured line says"
    published = when(claim.published)
    return SourceShown(line.subject, claim.publisher, claim.title, claim.address, published, claim.sha256, claim.origin)


def _shown(
    line: Line, standing: Standing, sources: Mapping[str, SourceShown], lens: Lens, *, unquoted: bool
) -> ClaimShown:
    claim, evidence = line.claim, line.evidence
    public = lens.audience is not Audience.DESK
    if public and isinstance(claim, Born):
        claim = _year_alone(claim)
    if unquoted and isinstance(claim, RowPrinted):
        claim = replace(claim, text="")
    fields = tuple((name, _field(value)) for name, value in write_claim(claim).items() if value not in ("", None))
    return ClaimShown(
        number=line.number,
        kind=claim.KIND,
        subject=line.subject,
        sentence=sentence(with_words(claim, lens)),
        fields=fields,
        when=when(getattr(claim, "when", None)),
        speaker=evidence.speaker if evidence else "",
        printed="" if evidence is None or unquoted or (public and isinstance(claim, Born)) else evidence.printed,
        language=evidence.language if evidence else "",
        nearness=evidence.nearness if evidence else Nearness.UNSTATED,
        certainty=evidence.certainty if evidence else Certainty.STATED,
        source=sources.get(evidence.source) if evidence else None,
        recorded=line.moment,
        editor="" if public else line.editor,
        standing=standing,
    )


def _year_alone(claim: Born) -> Born:
    """In public a day of birth is its year."""
    year = claim.when.first.year
    same = claim.when.last.year == year
    written = str(year) if same else f"{year}/{claim.when.last.year}"
    return Born(type(claim.when).parse(written))


def _field(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
