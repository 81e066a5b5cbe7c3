"""Many manners of telling one thing, a sentence or two each: most are read, and nothing is read into them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from habeas.reading.read import Reading, read
from habeas.reading.who.people import same_surname

FOLDER = Path(__file__).parent / "phrasing"
DAY = date(2025, 7, 2)
KINDS = {"freed": ("Released",), "held": ("SeenHeld", "RefusedToLeave"), "detained": ("Detained",), "died": ("Died",)}
HEADINGS = ("freed", "held", "detained", "died", "terms", "counts", "said")
LEAST = 0.9

Case = dict[str, Any]


def _cases() -> Iterator[tuple[str, Case]]:
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            yield path.stem[:2], case


def told(found: Reading, heading: str) -> set[str]:
    if heading == "terms":
        return {
            f"{one.who} {one.fields['term']}"
            for one in found.proposals
            if one.kind == "Sentenced" and "term" in one.fields
        }
    if heading == "counts":
        return {f"{one.number} {one.of}" for one in found.counts}
    if heading == "said":
        return {one.speaker for one in found.sayings}
    return {one.who for one in found.proposals if one.kind in KINDS[heading]}


def wanted_of(case: Case, heading: str) -> set[str]:
    given = case[heading]
    if heading == "terms":
        return {f"{who} {term}" for who, term in given.items()}
    return {f"{number} {of}" for number, of in given} if heading == "counts" else set(given)


def same(have: str, wanted: str) -> bool:
    """The same words at the end, one surname in two cases, or a body called by one of its words."""
    if wanted[0].islower() and wanted[:5] in have.lower():
        return True
    if have.endswith(wanted):
        return True
    alone = len(wanted.split()) == 1 and not wanted[-1].isdigit() and have.split()[-1][:1].isupper()
    return alone and same_surname(have.split()[-1].lower(), wanted.lower())


@cache
def outcome() -> tuple[int, list[str], list[str]]:
    """How many tellings were read, those missed, and those read into a sentence that doesn't tell them."""
    right, missed, false = 0, [], []
    for language, case in _cases():
        found = read(case["text"], published=DAY, lang=language)
        for heading in HEADINGS:
            if heading not in case:
                continue
            have, wanted = told(found, heading), wanted_of(case, heading)
            met = {one for one in wanted if any(same(each, one) for each in have)}
            right += len(met)
            missed += [f"{heading} {one}: {case['text'][:90]}" for one in sorted(wanted - met)]
            others = {each for each in have if not any(same(each, one) for one in wanted)}
            false += [f"{heading} {one}: {case['text'][:90]}" for one in sorted(others)]
    return right, missed, false


def test_most_manners_of_telling_are_read() -> None:
    right, missed, _ = outcome()
    assert right / (right + len(missed)) >= LEAST, "\n".join(missed)


def test_little_is_read_into_them() -> None:
    right, _, false = outcome()
    assert len(false) <= 0.05 * right, "\n".join(false)


def test_nobody_is_freed_who_was_not() -> None:
    assert [one for one in outcome()[2] if one.startswith("freed")] == []
