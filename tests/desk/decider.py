"""A process of its own that decides rows of a list, and says after each what became of it.

Arguments: an alias, the list, and rows with rulings, such as 7:new or 8:same:p-aaaaaaaaaa.
"""

from __future__ import annotations

import json
import os
import sys

import django
from django.conf import settings

settings.configure(
    INSTALLED_APPS=["habeas.ledger", "habeas.register"],
    USE_TZ=True,
    DATABASES={"default": json.loads(os.environ["LEDGER_DATABASE"])},
)
django.setup()

from habeas.intake.decide import DecidedMeanwhile, Ruling, decide  # noqa: E402 - Django has to be set up first


def main(alias: str, listing: str, shown: int, rulings: list[str]) -> None:
    for said in rulings:
        row, word, other = (*said.split(":"), "")[:3]
        try:
            done = decide(listing, int(row), Ruling(word), by=alias, other=other, shown=shown)
            print(row, "written", *done.written, flush=True)
        except DecidedMeanwhile:
            print(row, "refused", flush=True)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
