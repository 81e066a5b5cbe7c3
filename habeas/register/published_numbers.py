"""Numbers that others published, as claims: whose, of which day, as they gave them. Never a line of ours."""

from __future__ import annotations

from habeas.domain.claims import FigurePublished
from habeas.domain.words import Span
from habeas.ledger import read
from habeas.register.answers import Lens
from habeas.register.counted import Published
from habeas.register.showing import sources_of
from habeas.register.standing import Lines


def published_numbers(lens: Lens) -> tuple[Published, ...]:
    """All that were known, by the day they tell of."""
    told = list(read.lines(kinds=[FigurePublished.KIND], upto=lens.known))
    whole = Lines.of([*told, *read.judging([line.number for line in told])])
    standing = [line for line in whole.standing(lens.known, lens.audience) if isinstance(line.claim, FigurePublished)]
    sources = sources_of(standing, lens)
    found = []
    for line in standing:
        claim = line.claim
        assert isinstance(claim, FigurePublished), "only these were read"
        found.append(
            Published(
                number=claim.number,
                bound=claim.bound,
                when=str(claim.when),
                first=claim.when.first,
                last=claim.when.last,
                counter=claim.counter,
                what=claim.what,
                recogniser=claim.recogniser,
                so_far=claim.span is Span.SO_FAR,
                because=line.number,
                source=sources.get(line.evidence.source) if line.evidence else None,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.first, one.last, one.counter, one.because)))
