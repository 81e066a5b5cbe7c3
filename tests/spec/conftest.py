"""The fixture of the drawn tests: claims as a table, and what the status must be on days."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.spec import drawn_counts, drawn_deals
from tests.spec.drawn import status as status_on

Expect = Callable[[str, Mapping[str, str]], None]


@pytest.fixture
def status() -> Expect:
    """`status(table, {"2024-06-15": "uncertain", "2024-06-15 as known 2024-06-20": "held"})`."""

    def expect(table: str, expected: Mapping[str, str]) -> None:
        found = {asked: status_on(table, *asked.split(" as known ")) for asked in expected}
        assert found == dict(expected)

    return expect


@pytest.fixture
def steps() -> Expect:
    """`steps(table, {"2025-12-14": "announced", "2025-12-16, the list": "yes"})`."""

    def expect(table: str, expected: Mapping[str, str]) -> None:
        assert drawn_deals.steps(table, list(expected)) == dict(expected)

    return expect


@pytest.fixture
def deal() -> Expect:
    """`deal(table, {"people freed": "unknown", "everything": "unknown", "what decides": "people freed"})`."""

    def expect(table: str, expected: Mapping[str, str]) -> None:
        assert drawn_deals.state(table, list(expected)) == dict(expected)

    return expect


@pytest.fixture
def counted() -> Expect:
    """`counted(table, {"2024-06-15 held": "1 to 2"})`."""

    def expect(table: str, expected: Mapping[str, str]) -> None:
        assert drawn_counts.counted(table, list(expected)) == dict(expected)

    return expect


@pytest.fixture
def balanced() -> Expect:
    """`balanced(table, {"2024-04-01 to 2024-07-01, held": "3 to 2", "detained": "+1: Dasha", ...})`, every term."""

    def expect(table: str, expected: Mapping[str, str]) -> None:
        assert drawn_counts.balanced(table, list(expected)) == dict(expected)

    return expect


@pytest.fixture
def public() -> Expect:
    """`public(table, {"male": "40", "untold and female": "15 together"})`."""

    def expect(table: str, expected: Mapping[str, str]) -> None:
        assert drawn_counts.public(table, list(expected)) == dict(expected)

    return expect
