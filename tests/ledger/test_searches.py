"""The log of searches holds no search, and forgets."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from habeas.ledger import searches


def test_a_search_is_an_alias_an_hour_and_an_outcome_for_ninety_days(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for moment in (datetime(2026, 1, 1, 5, tzinfo=UTC), datetime(2026, 3, 1, 5, 59, tzinfo=UTC)):
        monkeypatch.setattr(searches, "now", lambda moment=moment: moment)
        searches.record_search("anna", found=True)
    monkeypatch.setattr(searches, "now", lambda: datetime(2026, 4, 10, tzinfo=UTC))
    searches.record_search("boris", found=False)
    assert (empty / "searches.log").read_text() == "2026-03-01T05 anna found\n2026-04-10T00 boris nothing\n"


def test_what_is_old_goes_though_nobody_searches(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert searches.forget_searches() == 0
    for written in (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 4, 10, tzinfo=UTC)):
        with (empty / "searches.log").open("a") as log:
            log.write(f"{written:%Y-%m-%dT%H} anna found\n")
    monkeypatch.setattr(searches, "now", lambda: datetime(2026, 4, 10, tzinfo=UTC))
    assert searches.forget_searches() == 1
    assert (empty / "searches.log").read_text() == "2026-04-10T00 anna found\n"
