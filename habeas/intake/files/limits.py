"""How much of a file is read at most. A list of names is small; what is larger is a mistake or an attack."""

from __future__ import annotations

import os

from habeas.problems import BadInput

MOST_BYTES = 50_000_000
"""Of a file as it comes."""
MOST_UNPACKED = 300_000_000
"""Of what a packed file (XLSX, ODS, DOCX) says that it holds."""
MOST_TIMES = 200
"""How many times its size a packed file may unpack to, beyond the first few megabytes."""
MOST_ROWS = 200_000
MOST_CELLS = 2_000_000
MOST_PAGES = 500
LONGEST_CELL = 5_000
"""Characters of one cell or line that are read; the archived bytes keep the rest."""
MOST_MEMORY = 1_500_000_000
"""Bytes of memory that the process reading a file may ask for."""

_SECONDS = 8
_VARIABLE = "HABEAS_READING_SECONDS"


def most_seconds() -> int:
    """How long the reading of one file may take; the setting is for slow machines and long documents."""
    said = os.environ.get(_VARIABLE, "")
    if said and (not said.isdecimal() or not 1 <= int(said) <= 3600):
        raise BadInput(f"{_VARIABLE} is “{said[:20]}”. Write a number of seconds from 1 to 3600.")
    return int(said or _SECONDS)
