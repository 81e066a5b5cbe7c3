"""Things that belong together when a chain of joins links them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Joins:
    """Groups of ids under joins; the order of joining changes nothing."""

    def __init__(self, members: Iterable[str] = ()) -> None:
        self._up: dict[str, str] = {member: member for member in members}

    def add(self, member: str) -> None:
        self._up.setdefault(member, member)

    def join(self, one: str, other: str) -> None:
        self.add(one)
        self.add(other)
        top, below = sorted((self.top(one), self.top(other)))
        self._up[below] = top

    def top(self, member: str) -> str:
        """The member that stands for the group."""
        while (up := self._up[member]) != member:
            self._up[member] = self._up[up]
            member = up
        return member

    def groups(self) -> tuple[frozenset[str], ...]:
        gathered: dict[str, list[str]] = defaultdict(list)
        for member in self._up:
            gathered[self.top(member)].append(member)
        return tuple(frozenset(gathered[top]) for top in sorted(gathered))
