"""Pages that a new day leaves as they are: each says of which day it is, and says the same as it would today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from habeas.domain.claims import (
    BatchAnnounced,
    Captured,
    Detained,
    InBatch,
    Named,
    Recognised,
    RecognitionWithdrawn,
    Released,
    Sentenced,
    StageMoved,
)
from habeas.domain.dates import Term
from habeas.domain.judgements import Retracted, SamePerson
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Kind
from habeas.ledger.append import append, begin
from habeas.publish.keys import Keys
from habeas.publish.layout import DATA, SITE
from habeas.publish.publish import publish
from habeas.register import project, queries
from habeas.register.answers_people import Filters, PersonAnswer
from habeas.register.asking import asking
from tests.publish.conftest import everything
from tests.register.conftest import MONITOR, day

ELSEWHERE = Evidence("s-press", "Press")
DAYS = ("2024-03-01", "2024-05-10", "2024-09-01", "2025-02-01", "2026-02-01")


@pytest.fixture
def register(empty: Path) -> Path:
    begin(Kind.REPLAY)
    return empty


def told(on: str, *candidates: Candidate) -> list[int]:
    numbers = append(candidates, moment=datetime.fromisoformat(f"{on}T12:00").replace(tzinfo=UTC))
    project.catch_up()
    return numbers


def lived(out: Path) -> None:
    """Five releases; of each person something else turns, with a line or with the calendar alone."""
    told(
        DAYS[0],
        Candidate("s-monitor", Captured("Monitor", "Notes")),
        Candidate("s-press", Captured("Press", "Paper")),
        *(Candidate(one, Named(f"Vydumany {one}"), MONITOR) for one in ("p-still", "p-term", "p-year", "p-rec")),
        *(Candidate(one, Detained(day("2024-01-01")), MONITOR) for one in ("p-still", "p-term", "p-rec")),
        Candidate("p-year", Detained(day("2024")), MONITOR),
        Candidate("p-term", Sentenced(day("2024-02-01"), "imprisonment", Term(0, 6)), MONITOR),
        Candidate("p-rec", Recognised("viasna", day("2024-02")), MONITOR),
        Candidate("p-press", Named("Vydumanaya Press"), ELSEWHERE),
        Candidate("p-press", Detained(day("2024-01-05")), ELSEWHERE),
    )
    publish(out, editor="anna")
    told(
        DAYS[1],
        Candidate("r-1", BatchAnnounced("A release", day("2024-05-09"), "Monitor", 1), MONITOR),
        Candidate("p-free", Named("Freed Vydumany"), MONITOR),
        Candidate("p-free", Detained(day("2024-01-02")), MONITOR),
        Candidate("p-free", Released(day("2024-05-09")), MONITOR),
        Candidate("p-free", InBatch("r-1", "st-1"), MONITOR),
    )
    publish(out, editor="anna")
    (number,) = told(DAYS[2], Candidate("r-1", StageMoved("st-1", 1, "Over the border"), MONITOR))
    told(DAYS[2], Candidate("p-rec", RecognitionWithdrawn("viasna", day("2024-08-30"), "no longer"), MONITOR))
    publish(out, editor="anna")
    told(
        DAYS[3],
        Candidate("r-1", Retracted(number, "wrong")),
        Candidate("s-press", Captured("Press", "Paper, second edition")),
    )
    publish(out, editor="anna")
    told(DAYS[4], Candidate("p-new", Named("New Vydumany"), MONITOR), Candidate("p-twin", Named("Vydumany p-still")))
    told(DAYS[4], Candidate("p-twin", SamePerson("p-new")))
    publish(out, editor="anna")


def settled(out: Path) -> Iterator[tuple[str, str]]:
    """Each person, and the day of which their page is."""
    with asking(out / DATA):
        keys = Keys("", "")
        for row in queries.people(Filters(), 1, queries.lens(None, None)).rows:
            yield row.id, keys.person(row.id)[1].isoformat()


def test_each_page_is_of_the_release_since_which_nothing_on_it_changed(register: Path, out: Path) -> None:
    lived(out)
    of = dict(settled(out))
    assert of["p-still"] == DAYS[0], "what others went through says nothing of this one"
    assert of["p-term"] == DAYS[2], "a term that ended in August needs no line"
    assert of["p-year"] == DAYS[3], "“in 2024” is over with December"
    assert of["p-rec"] == DAYS[2] and of["p-free"] == of["p-press"] == DAYS[3] and of["p-new"] == DAYS[4]


def test_what_a_page_says_of_its_day_is_what_it_would_say_today(register: Path, out: Path) -> None:
    lived(out)
    people = dict(settled(out))
    assert len(people) == 7
    with asking(out / DATA):
        now = queries.lens(None, None)
        for one, on in people.items():
            latest, then = queries.person(one, now), queries.person(one, queries.lens(on, on))
            assert isinstance(latest, PersonAnswer) and isinstance(then, PersonAnswer)
            assert replace(then, as_of=latest.as_of) == latest, (one, on)


def test_a_new_day_leaves_pages_as_they_are_and_a_fresh_folder_gives_the_same(
    register: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from habeas.publish import page_maker

    lived(out)
    kept = everything(out)
    page = kept[f"{SITE}/people/p-still.html"].decode()
    assert "1 March 2024" in page and "Nothing newer was published" in page and "1 February 2026" not in page
    assert re.search(r'href="\.\./changes\.html">The latest data release', page)
    assert "1 February 2026" in kept[f"{SITE}/people.html"].decode()
    seen: list[str] = []
    usual = page_maker.rendered
    monkeypatch.setattr(page_maker, "rendered", lambda address: seen.append(address) or usual(address))  # type: ignore[func-returns-value]
    told("2026-03-01", Candidate("p-other", Named("Other Vydumany"), Evidence("s-other", "Another")))
    publish(out, editor="anna")
    assert "/people/p-other" in seen and "/people" in seen
    assert not [one for one in seen if re.search("people/p-(?!other)|sources/s-(?!other)", one)]
    fresh = out.with_name("fresh")
    publish(fresh, editor="anna")
    assert everything(fresh) == everything(out)


def test_a_component_is_projected_anew_only_where_it_changed(
    register: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from habeas.publish import copying

    seen: list[str] = []
    usual = copying.projected
    monkeypatch.setattr(copying, "projected", lambda told, some, *rest: seen.extend(some) or usual(told, some, *rest))  # type: ignore[func-returns-value]
    lived(out)
    assert "p-still" in seen
    seen.clear()
    told("2026-03-01", Candidate("p-term", Named("Term Vydumany"), MONITOR))
    publish(out, editor="anna")
    assert seen == ["p-term"]
    seen.clear()
    told("2026-03-02", Candidate("s-press", Captured("Press", "Paper", origin="one voice")))
    publish(out, editor="anna")
    assert "p-press" in seen and "p-still" not in seen
