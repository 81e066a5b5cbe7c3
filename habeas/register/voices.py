"""Origin groups as they stood at each line: which sources were one voice by what had been said of them until then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from habeas.domain.acceptance import Acceptance
from habeas.domain.claims import Captured, SameOrigin
from habeas.domain.joining import Joins
from habeas.domain.lines import Line, Origin
from habeas.domain.origins import origins
from habeas.domain.retraction import retracted
from habeas.register.answers import Audience

Versions = list[tuple[int, Mapping[str, Origin]]]


class Voices:
    """The lines about sources, by groups that share an origin at any time; read lazily, since most are never asked."""

    def __init__(self, lines: Iterable[Line], judging: Iterable[Line] = ()) -> None:
        self._judging = tuple(judging)
        joins = Joins()
        told: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            joins.add(line.subject)
            told[line.subject].append(line)
            if isinstance(line.claim, SameOrigin):
                joins.join(line.subject, line.claim.other)
            elif isinstance(line.claim, Captured) and line.claim.origin:
                joins.join(line.subject, f"origin:{line.claim.origin}")
        self._groups = {source: group for group in joins.groups() for source in group}
        self._told = told
        self._versions: dict[tuple[str, bool], Versions] = {}

    def together(self, source: str) -> frozenset[str]:
        """The sources that share an origin with this one, and itself."""
        return self._groups.get(source, frozenset({source}))

    def at(self, known: int, sources: Iterable[str], audience: Audience = Audience.DESK) -> dict[str, Origin]:
        """The origins of these sources by line `known`; the public's by what two editors agreed on."""
        found: dict[str, Origin] = {}
        for source in self._groups.keys() & set(sources):
            for number, told in self._of(source, audience is Audience.PUBLIC):
                if number <= known and source in told:
                    found[source] = told[source]
        return found

    def changes(self, sources: Iterable[str]) -> set[int]:
        """The lines at which the origin of one of these sources became another."""
        numbers: set[int] = set()
        for source in self._groups.keys() & set(sources):
            for public in (False, True):
                before = None
                for number, told in self._of(source, public):
                    if told.get(source) != before:
                        numbers.add(number)
                        before = told.get(source)
        return numbers

    def _of(self, source: str, public: bool) -> Versions:
        group = self.together(source)
        key = min(group), public
        if key not in self._versions:
            self._versions[key] = self._told_by_line(group, public)
        return self._versions[key]

    def _told_by_line(self, group: frozenset[str], public: bool) -> Versions:
        lines = [line for source in group for line in self._told.get(source, ())]
        about = {line.number for line in lines}
        judging = [line for line in self._judging if getattr(line.claim, "line", 0) in about]
        acceptance = Acceptance([*lines, *self._judging]) if public else None
        versions: Versions = []
        for number in sorted({line.number for line in (*lines, *judging)}):
            told = origins(self._standing(lines, number, acceptance))
            if not versions or versions[-1][1] != told:
                versions.append((number, told))
        return versions

    def _standing(self, lines: Iterable[Line], known: int, acceptance: Acceptance | None) -> list[Line]:
        told = [line for line in lines if line.number <= known]
        if acceptance:
            return [line for line in told if acceptance.agreed(line, known) and not acceptance.taken_back(line, known)]
        gone = retracted(self._judging, known) if self._judging else frozenset()
        return [line for line in told if line.number not in gone]
