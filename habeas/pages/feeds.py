"""The Atom feeds that a public copy has; the register itself has none."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Feed:
    name: str
    title: Promise

    @property
    def address(self) -> str:
        """Where the file stands in the copy; it is in no language."""
        return f"/{FOLDER}/{self.name}.xml"


FOLDER = "feeds"
FEEDS = (
    Feed("releases", _("Releases of people")),
    Feed("recognitions", _("Recognitions")),
    Feed("corrections", _("Corrections")),
)
