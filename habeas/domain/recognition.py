"""Recognition as acts: who recognised whom, from when, under which rule-set, and whether it was taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.domain.claims import Recognised, RecognitionWithdrawn
from habeas.domain.dates import FOREVER
from habeas.domain.lines import Line


@dataclass(frozen=True, slots=True)
class RecognitionSpell:
    """A half-open run of days in which a recogniser counts the person as a political prisoner.

    A recognition dated to a span holds from the span's last day for certain; `possible_from` is its first day.
    """

    recogniser: str
    possible_from: date
    first: date
    end: date
    former: bool
    rulesets: tuple[str, ...]
    criteria: tuple[str, ...]
    because: tuple[int, ...]


def recognition_spells(lines: Sequence[Line]) -> tuple[RecognitionSpell, ...]:
    """Spells by recogniser, from the live lines of one person; only a withdrawal by the same body ends one."""
    acts: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if isinstance(line.claim, (Recognised, RecognitionWithdrawn)):
            acts[line.claim.recogniser].append(line)
    return tuple(spell for recogniser in sorted(acts) for spell in _spells(recogniser, acts[recogniser]))


def _spells(recogniser: str, acts: Sequence[Line]) -> list[RecognitionSpell]:
    spells: list[RecognitionSpell] = []
    standing: list[Line] = []
    for line in sorted(acts, key=_by_date):
        if isinstance(line.claim, Recognised):
            standing.append(line)
        elif isinstance(line.claim, RecognitionWithdrawn) and standing:
            spells.append(_spell(recogniser, standing, line.claim.when.last, (line.number,)))
            standing = []
    if standing:
        spells.append(_spell(recogniser, standing, FOREVER, ()))
    return spells


def _by_date(line: Line) -> tuple[date, date, bool]:
    claim = line.claim
    assert isinstance(claim, (Recognised, RecognitionWithdrawn)), "only acts of recognition are sorted"
    return claim.when.first, claim.when.last, isinstance(claim, RecognitionWithdrawn)


def _spell(recogniser: str, standing: list[Line], end: date, ended: tuple[int, ...]) -> RecognitionSpell:
    claims = [line.claim for line in standing if isinstance(line.claim, Recognised)]
    return RecognitionSpell(
        recogniser=recogniser,
        possible_from=min(claim.when.first for claim in claims),
        first=min(claim.when.last for claim in claims),
        end=end,
        former=all(claim.former for claim in claims),
        rulesets=tuple(sorted({claim.ruleset for claim in claims if claim.ruleset})),
        criteria=tuple(sorted({criterion for claim in claims for criterion in claim.criteria})),
        because=tuple(sorted((*(line.number for line in standing), *ended))),
    )
