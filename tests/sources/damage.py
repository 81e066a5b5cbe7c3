"""An invented list as large as one likes, in the Treasury's layout, to be cut, turned and hurt."""

from __future__ import annotations

import random


def table(rows: int, *, seed: int = 1) -> list[list[str]]:
    """Rows of an invented list in the Treasury's layout; the names are numbers in words."""
    drawn = random.Random(seed)
    kinds = ("individual", "", "vessel", "aircraft")
    made = []
    for number in range(1, rows + 1):
        programme = "] [".join(drawn.sample(["DEMO", "DEMO-EO2", "EXAMPLE"], drawn.randint(1, 2)))
        remarks = f"DOB {drawn.randint(1, 28)} Feb 19{drawn.randint(40, 99)}; nationality Nowhere {number}."
        row = [str(number * 7), f"PATTERN {number}, Éva", drawn.choice(kinds), programme, *[""] * 7, remarks]
        made.append(row)
    return made


def printed(rows: list[list[str]]) -> bytes:
    """The file as the Treasury prints it."""
    lines = []
    for number, name, kind, programme, *rest, remarks in rows:
        cells = [number, f'"{name}"', f'"{kind}"' if kind else "-0- ", f'"{programme}"']
        cells += [f'"{cell}"' if cell else "-0- " for cell in rest]
        lines.append(",".join([*cells, f'"{remarks}"']))
    return ("\r\n".join(lines) + "\r\n\x1a").encode()
