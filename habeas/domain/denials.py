"""Denials: somebody says that a reported arrest, release or death did not happen, and the rule says who is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from habeas.domain.happenings import Disagreement, Happening, Kind, Report
from habeas.domain.lines import Origin
from habeas.domain.voices import prefer, side, why


def weigh_denials(
    happened: list[Happening], told: Sequence[Report], origins: Mapping[str, Origin]
) -> tuple[list[Happening], list[Report], list[Disagreement]]:
    """What stands after denials are weighed: the happenings, the observations, and what was set aside and why."""
    standing = list(happened)
    seen = [report for report in told if report.kind in (Kind.SEEN, Kind.STILL)]
    if not seen:
        return standing, seen, []
    odd: list[Disagreement] = []
    for happening in happened:
        denials = _denials(happening, seen, standing)
        if denials:
            _weigh(happening, denials, standing, seen, origins, odd)
        elif narrowed := _narrowed(happening, seen):
            standing[standing.index(happening)] = narrowed
    return standing, seen, odd


def _denials(happening: Happening, seen: Sequence[Report], standing: Sequence[Happening]) -> list[Report]:
    if happening.kind is Kind.DEATH:
        return [report for report in seen if report.first > happening.last]
    return [
        report
        for report in seen
        if report.kind is Kind.STILL
        and report.confines is not happening.confines
        and happening.last <= report.last
        and not _turned_since(happening, report, standing)
    ]


def _turned_since(happening: Happening, denial: Report, standing: Sequence[Happening]) -> bool:
    """Whether the opposite was reported between: an arrest after the release explains that a person is held again.

    On the very day of the denial it does not: refusing to leave and being jailed again for it are one event.
    """
    return any(
        other.kind is not happening.kind and happening.first <= other.first and other.last < denial.first
        for other in standing
        if other is not happening
    )


def _weigh(
    happening: Happening,
    denials: list[Report],
    standing: list[Happening],
    seen: list[Report],
    origins: Mapping[str, Origin],
    odd: list[Disagreement],
) -> None:
    said = side((report.line for report in happening.reports), origins)
    denied = side((report.line for report in denials), origins)
    place = standing.index(happening)
    about = _ABOUT[happening.kind]
    winner = prefer(said, denied)
    if winner is said:
        for report in denials:
            seen.remove(report)
        standing[place] = replace(happening, against=tuple(sorted({*happening.against, *denied.lines})))
        odd.append(Disagreement(about, said.lines, denied.lines, why(said, denied)))
    elif winner is denied:
        del standing[place]
        for report in denials:
            seen[seen.index(report)] = replace(report, against=said.lines)
        odd.append(Disagreement(about, denied.lines, said.lines, why(denied, said)))
    else:
        for report in denials:
            seen.remove(report)
        both = tuple(sorted({*said.lines, *denied.lines}))
        standing[place] = replace(happening, denied=True, because=both)
        odd.append(Disagreement(about, both, (), "Nothing in the rule puts one side first."))


def _narrowed(happening: Happening, seen: Sequence[Report]) -> Happening | None:
    """An event dated to a span lies after the last day on which the person was still seen before it."""
    if happening.first == happening.last or happening.kind is Kind.DEATH:
        return None
    before = [r.first for r in seen if r.confines is not happening.confines and r.last <= happening.last]
    after = [r.last for r in seen if r.confines is happening.confines and r.first >= happening.first]
    first = max([happening.first, *(day for day in before if day <= happening.last)])
    last = min([happening.last, *(day for day in after if day >= happening.first)])
    return replace(happening, first=first, last=last) if first <= last else None


_ABOUT = {Kind.ENTRY: "whether the arrest happened", Kind.EXIT: "whether the release happened", Kind.DEATH: "the death"}
