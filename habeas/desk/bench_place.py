"""Where an editor stands on a bench, as the address says it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Place:
    """The row in focus, which rows are shown, another name that is looked for."""

    row: int
    only: str = ""
    find: str = ""

    def address(self, listing: str) -> str:
        asks = {"row": str(self.row), "show": self.only}
        told = urlencode({key: text for key, text in asks.items() if text})
        return f"{reverse('desk:bench', args=[listing])}?{told}#row-{self.row}"
