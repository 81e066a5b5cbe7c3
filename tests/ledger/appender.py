"""A process of its own that appends to the ledger named in its environment, and says each number once it is sure.

Arguments: an alias, how many appends (nought: until killed), and how many lines in each.
"""

from __future__ import annotations

import json
import os
import sys

import django
from django.conf import settings

settings.configure(
    INSTALLED_APPS=["habeas.ledger"], USE_TZ=True, DATABASES={"default": json.loads(os.environ["LEDGER_DATABASE"])}
)
django.setup()

from habeas.ledger.append import append  # noqa: E402 - Django has to be set up first
from tests.ledger.people import named  # noqa: E402


def main(alias: str, times: int, size: int) -> None:
    said = 0
    while times == 0 or said < times:
        said += 1
        numbers = append([named(f"{alias} {said} {place}", subject=f"p-{alias}") for place in range(size)])
        print(numbers[0], numbers[-1], said, flush=True)


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
