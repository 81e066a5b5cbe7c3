"""The example in a ledger: both clocks asked about the two men on whom reports went wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from habeas.domain.claims import Captured, Named, RefusedToLeave, Released, SameOrigin, SeenHeld
from habeas.domain.dates import day_of
from habeas.domain.lines import Candidate, Evidence, Line
from habeas.domain.origins import origins
from habeas.domain.spells import Spell
from habeas.domain.timeline import Timeline, fold
from habeas.domain.words import Kind, Nearness, Status
from habeas.example import ENDS
from habeas.example.build import build, candidates, everything
from habeas.example.invented import candidates as invented
from habeas.ledger import read
from tests.example.conftest import READINGS

Lines = tuple[Line, ...]

FREED_ON = date(2025, 12, 14)
FREE = (Status.FREE_ABROAD, Status.FREE_IN_COUNTRY)


def test_stefanovic_was_held_on_14_december_by_what_is_known_today(lines: Lines) -> None:
    timeline = _timeline(lines, "Valiantsin Stefanovic")
    assert _on(timeline, FREED_ON).status is Status.HELD
    (conflict,) = [one for one in timeline.conflicts if one.about == "whether the release happened"]
    assert {type(line.claim) for line in lines if line.number in conflict.shown} == {SeenHeld}
    assert {type(line.claim) for line in lines if line.number in conflict.against} == {Released}
    assert len({line.evidence.source for line in lines if line.number in conflict.against and line.evidence}) >= 3


def test_stefanovic_was_free_by_what_was_known_at_the_end_of_14_december(lines: Lines) -> None:
    timeline = _timeline(lines, "Valiantsin Stefanovic", known=FREED_ON)
    spell = _on(timeline, FREED_ON)
    assert spell.status in FREE
    sayers = {line.evidence.source for line in lines if line.number in spell.because and line.evidence}
    assert sayers >= {"s-tvn24", "s-wpol", "s-kommersant-123"}


def test_the_correction_was_known_a_day_later(lines: Lines) -> None:
    timeline = _timeline(lines, "Valiantsin Stefanovic", known=date(2025, 12, 15))
    assert _on(timeline, FREED_ON).status is Status.HELD


def test_a_rewrite_of_the_false_report_on_16_december_flips_nothing(lines: Lines) -> None:
    stefanovic = _who(lines, "Valiantsin Stefanovic")
    moment = datetime(2025, 12, 16, 12, tzinfo=UTC)
    more: tuple[Candidate, ...] = (
        Candidate("s-rewrite", Captured("A rewrite", published=day_of(date(2025, 12, 16)))),
        Candidate("s-rewrite", SameOrigin("s-tvn24")),
        Candidate(
            stefanovic,
            Released(day_of(date(2025, 12, 13))),
            Evidence("s-rewrite", speaker="A rewrite", nearness=Nearness.PRESS),
        ),
    )
    first = lines[-1].number + 1
    added = tuple(Line(n, moment, one.subject, one.claim, one.evidence) for n, one in enumerate(more, first))
    assert _on(_timeline((*lines, *added), "Valiantsin Stefanovic"), date(2025, 12, 17)).status is Status.HELD


def test_stefanovic_went_abroad_on_19_march(lines: Lines) -> None:
    timeline = _timeline(lines, "Valiantsin Stefanovic")
    assert _on(timeline, date(2026, 3, 18)).status is Status.HELD
    assert _on(timeline, date(2026, 3, 19)).status is Status.FREE_ABROAD


def test_statkevich_is_held_on_12_september_though_counted_among_the_52(lines: Lines) -> None:
    for known in (date(2025, 9, 12), date(2026, 3, 19)):
        timeline = _timeline(lines, "Mikalai Statkevich", known=known)
        assert _on(timeline, date(2025, 9, 12)).status is Status.HELD
    shown = {n for one in timeline.conflicts if one.about == "whether the release happened" for n in one.shown}
    assert RefusedToLeave in {type(line.claim) for line in lines if line.number in shown}


def test_statkevich_was_free_from_2015_to_2020_and_is_at_home_again(lines: Lines) -> None:
    timeline = _timeline(lines, "Mikalai Statkevich")
    days = {"2015-08-21": Status.HELD, "2015-08-22": Status.FREE_IN_COUNTRY, "2020-05-30": Status.FREE_IN_COUNTRY}
    days |= {"2020-05-31": Status.HELD, "2026-02-18": Status.HELD, "2026-02-19": Status.FREE_IN_COUNTRY}
    assert {day: _on(timeline, date.fromisoformat(day)).status for day in days} == days


@pytest.mark.parametrize("name", ["Andrzej Poczobut", "Eduard Babaryka", "Ihar Ilyash"])
def test_three_well_known_people_are_still_held_when_the_example_ends(lines: Lines, name: str) -> None:
    assert _on(_timeline(lines, name), date.fromisoformat(ENDS)).status is Status.HELD


@pytest.mark.parametrize("name", ["Mikalai Dziadok", "Zmitser Dashkevich", "Ihar Alinevich", "Ales Bialiatski"])
def test_an_arrest_after_a_release_is_a_second_stay(lines: Lines, name: str) -> None:
    held = [spell for spell in _timeline(lines, name).spells if spell.status is Status.HELD]
    assert len(held) == 2


@pytest.mark.database
def test_the_ledger_is_a_replay_and_says_what_the_files_say(empty: Path) -> None:
    told = everything()
    heard: list[tuple[int, int]] = []
    assert build(lambda done, total: heard.append((done, total))) == len(told)
    assert read.kind() is Kind.REPLAY
    kept = list(read.lines())[1:]
    assert [(line.moment, line.subject, line.claim, line.evidence) for line in kept] == [
        (moment, one.subject, one.claim, one.evidence) for moment, one in told
    ]
    assert heard[-1] == (len(told), len(told))
    stefanovic = _timeline(tuple(kept), "Valiantsin Stefanovic")
    assert _on(stefanovic, FREED_ON).status is Status.HELD
    before = _timeline(tuple(read.lines(upto=read.number_at(_end_of(FREED_ON)))), "Valiantsin Stefanovic")
    assert _on(before, FREED_ON).status in FREE


@pytest.mark.database
def test_the_invented_come_only_when_asked_for(empty: Path) -> None:
    assert build(with_invented=True) == len(everything()) + len(tuple(invented()))
    assert read.last_moment().date().isoformat() == ENDS


@pytest.mark.database
def test_a_mistake_in_a_file_leaves_the_ledger_unbegun(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path) -> object:
        yield from list(candidates(folder))[:3]
        raise KeyError("a mistake in a file")

    monkeypatch.setattr("habeas.example.build.candidates", broken)
    with pytest.raises(KeyError):
        build()
    assert read.last_number() == 0


def _timeline(lines: Lines, name: str, known: date | None = None) -> Timeline:
    heard = [line for line in lines if known is None or line.moment <= _end_of(known)]
    person = _who(lines, name)
    return fold([line for line in heard if line.subject == person], origins(heard), READINGS)


def _who(lines: Lines, name: str) -> str:
    (person,) = {line.subject for line in lines if isinstance(line.claim, Named) and line.claim.text == name}
    return person


def _on(timeline: Timeline, day: date) -> Spell:
    spell = timeline.on(day)
    assert spell is not None
    return spell


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, tzinfo=UTC)
