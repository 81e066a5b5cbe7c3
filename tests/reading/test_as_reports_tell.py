"""Sentences built as real reports build them, with invented people: each is read whole, and nothing else into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from habeas.reading.read import Reading, read
from tests.reading.test_phrasing import DAY, HEADINGS, Case, same, told, wanted_of

FOLDER = Path(__file__).parent / "reports"


def _cases() -> Iterator[tuple[str, Case]]:
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            yield path.stem[:2], case


def days(found: Reading) -> dict[str, str]:
    """The day of each release, nothing where none is told."""
    freed = (one for one in found.proposals if one.kind == "Released")
    return {one.who.split()[-1]: str(one.fields.get("when", "")) for one in freed}


@pytest.mark.parametrize(("language", "case"), [pytest.param(*one, id=one[1]["text"][:60]) for one in _cases()])
def test_a_report_is_read_whole_and_nothing_else_into_it(language: str, case: Case) -> None:
    found = read(case["text"], published=DAY, lang=language)
    for heading in HEADINGS:
        if heading in case:
            have, wanted = told(found, heading), wanted_of(case, heading)
            missed = {one for one in wanted if not any(same(each, one) for each in have)}
            others = {each for each in have if not any(same(each, one) for one in wanted)}
            assert (heading, missed, others) == (heading, set(), set())
    if "days" in case:
        assert days(found) == case["days"]
