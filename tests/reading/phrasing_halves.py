"""How well the two halves of the wide banks are read: `python -m tests.reading.phrasing_halves`, totals alone.

The half is told by the text itself. Failures of the unseen half are never printed: it stays a measure.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict

import yaml

from habeas.reading.read import read
from tests.reading.test_phrasing import DAY, FOLDER, HEADINGS, same, told, wanted_of

HALVES = ("seen", "unseen")


def half_of(text: str) -> str:
    return HALVES[int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2]


def totals() -> dict[tuple[str, str, str], list[int]]:
    """Right, false and missed by half, language and heading."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for path in sorted(FOLDER.glob("*_wide_*.yml")):
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            reading = read(case["text"], published=DAY, lang=path.stem[:2])
            for heading in (one for one in HEADINGS if one in case):
                have, want = told(reading, heading), wanted_of(case, heading)
                met = {one for one in want if any(same(each, one) for each in have)}
                false = {each for each in have if not any(same(each, one) for one in want)}
                tally = found[(half_of(case["text"]), path.stem[:2], heading)]
                tally[0] += len(met)
                tally[1] += len(false)
                tally[2] += len(want - met)
    return found


if __name__ == "__main__":
    for (half, language, heading), (right, false, missed) in sorted(totals().items()):
        precision, recall = right / max(1, right + false), right / max(1, right + missed)
        print(f"{half:7} {language} {heading:9} precision {precision:.3f} recall {recall:.3f}")
