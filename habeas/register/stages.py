"""What the stages of releases are called, so that no reader is shown the key under which a source keeps one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from django.utils.translation import gettext as _

from habeas.domain.claims import Claim, InBatch, StageMoved
from habeas.ledger import read
from habeas.register.answers import Audience, Lens
from habeas.register.project import generation
from habeas.register.standing import Lines

Titles = Mapping[tuple[str, str], str]


def stage_title(batch: str, stage: str, lens: Lens) -> str:
    """As was told last of the stage. The key of one of which nothing else was told is for editors."""
    if not stage:
        return ""
    untold = stage if lens.audience is Audience.DESK else _("one without a name")
    return _titles(generation(), read.last_number(), lens.known, lens).get((batch, stage)) or untold


def with_words(claim: Claim, lens: Lens) -> Claim:
    """The claim as a sentence tells it."""
    if isinstance(claim, InBatch) and claim.stage:
        return replace(claim, stage=stage_title(claim.batch, claim.stage, lens))
    return claim


@lru_cache(maxsize=4)
def _titles(generation: int, upto: int, known: int, lens: Lens) -> Titles:
    told = list(read.lines(kinds=[StageMoved.KIND], upto=known))
    lines = Lines.of([*told, *read.judging([line.number for line in told])])
    standing = lines.standing(known, lens.audience)
    return {
        (line.subject, line.claim.stage): line.claim.title for line in standing if isinstance(line.claim, StageMoved)
    }
