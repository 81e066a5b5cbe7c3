"""What an account may do. A role is a bundle of rights; each holds all rights of those before it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from habeas.domain.words import Word


class Right(Enum):
    """What a page of the desk asks for."""

    READ = "read"
    """See what the public doesn't see yet, within one's groups."""
    CONTRIBUTE = "contribute"
    """Write: take lists, decide on rows, say and take back claims, withhold."""
    REVIEW = "review"
    """Be the second pair of eyes: accept and reject what others wrote, show again what was withheld."""
    EXPORT = "export"
    """Take tables out of the desk."""
    PUBLISH = "publish"
    """Make public copies and withdraw from them."""
    ADMINISTER = "administer"
    """Invite and close accounts, end sessions, lock the desk."""


class Role(Word):
    """What somebody was invited as."""

    READER = "reader", "sees the desk and changes nothing"
    CONTRIBUTOR = "contributor", "writes; nothing of it is public until another accepts it"
    REVIEWER = "reviewer", "accepts and rejects what others wrote, and takes tables out"
    PUBLISHER = "publisher", "makes public copies as well"
    ADMINISTRATOR = "administrator", "invites and closes accounts and locks the desk as well"

    @property
    def rights(self) -> frozenset[Right]:
        return _RIGHTS[self]


_LADDER = (
    (Role.READER, {Right.READ}),
    (Role.CONTRIBUTOR, {Right.CONTRIBUTE}),
    (Role.REVIEWER, {Right.REVIEW, Right.EXPORT}),
    (Role.PUBLISHER, {Right.PUBLISH}),
    (Role.ADMINISTRATOR, {Right.ADMINISTER}),
)
_RIGHTS = {
    role: frozenset(right for _, more in _LADDER[: place + 1] for right in more)
    for place, (role, _) in enumerate(_LADDER)
}


@dataclass(frozen=True, slots=True)
class Editor:
    """Whoever is signed in, by alias; never by a person's name."""

    alias: str
    role: Role
    groups: frozenset[str]
    rights: frozenset[Right]

    def may(self, right: Right) -> bool:
        return right in self.rights
