"""What an account may do. A role is a bundle of rights; each holds all rights of those before it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Right(Enum):
    """What a page of the desk asks for."""

    READ = "read"
    """See what the public doesn't see yet, within one's groups."""
    CONTRIBUTE = "contribute"
    """Write: take lists, decide on rows, say and take back claims, withhold."""
    REVIEW = "review"
    """Be the second pair of eyes: accept and reject what others wrote, show again what was withheld."""
    EXPORT = "export"
    """Let tables out of the desk that somebody else asked for."""
    PUBLISH = "publish"
    """Make public copies and withdraw from them."""
    ADMINISTER = "administer"
    """Invite and close accounts, end sessions, lock the desk."""


class Role(Enum):
    """What somebody was invited as."""

    READER = "reader"
    """Sees and changes nothing."""
    CONTRIBUTOR = "contributor"
    """Writes."""
    REVIEWER = "reviewer"
    """Is the second pair of eyes."""
    PUBLISHER = "publisher"
    """Makes public copies as well."""
    ADMINISTRATOR = "administrator"
    """Keeps the accounts and the lock as well."""

    def __str__(self) -> str:
        return self.value

    @property
    def rights(self) -> frozenset[Right]:
        return _RIGHTS[self]

    @property
    def title(self) -> Promise:
        return _TOLD[self][0]

    @property
    def meaning(self) -> Promise:
        return _TOLD[self][1]


_TOLD: dict[Role, tuple[Promise, Promise]] = {
    Role.READER: (pgettext_lazy("role", "reader"), _("sees the desk and changes nothing")),
    Role.CONTRIBUTOR: (
        pgettext_lazy("role", "contributor"), _("writes; nothing of it is public until another accepts it")
    ),
    Role.REVIEWER: (
        pgettext_lazy("role", "reviewer"), _("accepts and rejects what others wrote, and lets tables out")
    ),
    Role.PUBLISHER: (pgettext_lazy("role", "publisher"), _("makes public copies as well")),
    Role.ADMINISTRATOR: (
        pgettext_lazy("role", "administrator"), _("invites and closes accounts and locks the desk as well")
    ),
}  # fmt: skip

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
