"""Figures of a release, each by its speakers, and where speakers who count the same people differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _

from habeas.domain.claims import BatchAnnounced, BatchCounted
from habeas.domain.lines import Line
from habeas.domain.words import Counted
from habeas.register.answers import Conflict, SourceShown
from habeas.register.answers_batches import Figure
from habeas.register.tongue import meaning, meaning_of


def figures_of(told_of: Iterable[Line], sources: Mapping[str, SourceShown]) -> Iterator[Figure]:
    """One for each speaker, thing counted and number, with all lines that say so."""
    told: dict[tuple[str, Counted, str, int], list[Line]] = defaultdict(list)
    for line in told_of:
        claim = line.claim
        if isinstance(claim, BatchCounted):
            told[claim.speaker, claim.counted, claim.note or claim.counted.meaning, claim.number].append(line)
        elif isinstance(claim, BatchAnnounced) and claim.number is not None:
            by = claim.announcer or (line.evidence.speaker if line.evidence else "")
            told[by, Counted.ANNOUNCED, Counted.ANNOUNCED.meaning, claim.number].append(line)
    for (speaker, counted, what, number), lines in told.items():
        first = lines[0].evidence
        because = tuple(line.number for line in lines)
        yield Figure(speaker, counted, what, number, because, sources.get(first.source) if first else None)


def counting(figures: Iterable[Figure], counted: Counted) -> tuple[Figure, ...]:
    return tuple(one for one in figures if one.counted is counted)


def figures_that_differ(figures: Iterable[Figure]) -> Iterator[Conflict]:
    """Speakers who count the same people and come to another number; we put none of them first."""
    told: dict[tuple[Counted, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        told[figure.counted, _of_whom(figure)].append(figure)
    for (counted, _whom), said in told.items():
        if len({figure.number for figure in said}) > 1:
            because = tuple(sorted({number for figure in said for number in figure.because}))
            told_by = "; ".join(map(_figure_told, said))
            why = _("The figures differ: %(figures)s. All are shown.") % {"figures": told_by}
            yield Conflict(meaning(counted), because, (), why)


def _figure_told(figure: Figure) -> str:
    what = figure.what.rstrip(".")
    told = {"speaker": figure.speaker, "number": figure.number, "what": meaning_of(what)}
    return _("%(speaker)s says %(number)s (%(what)s)") % told


def _of_whom(figure: Figure) -> str:
    """Some figures count all of a release; of those that count a part, the note says which, up to a semicolon."""
    part = figure.counted in (Counted.CROSSED, Counted.CITIZENS)
    return figure.what.partition(";")[0].rstrip(". ").casefold() if part else ""
