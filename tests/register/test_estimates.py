"""Stays and windows are made of what the register knows of turns and recognitions, and of nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from habeas.domain.claims import Captured, Detained, Named, Recognised, Released
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Act
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Audience, Lens
from tests.register.conftest import MONITOR, day, say

pytestmark = pytest.mark.database


def draft(on: str) -> Lens:
    return queries.lens(on, None, Audience.DRAFT)


SOURCE = Candidate("s-monitor", Captured("Monitor", "Notes"))


def life(number: int, arrested: str, recognised: str, released: str = "", act: Act = Act.PARDON) -> list[Candidate]:
    person = f"p-{number:010d}"
    lines = [
        Candidate(person, Named(f"Invented Number{number}", "en"), MONITOR),
        Candidate(person, Detained(day(arrested)), MONITOR),
    ]
    if recognised:
        lines.append(Candidate(person, Recognised("viasna", day(recognised)), Evidence("s-monitor", "Viasna")))
    if released:
        lines.append(Candidate(person, Released(day(released), act=act), MONITOR))
    return lines


@pytest.fixture
def lives(live: Path) -> None:
    told = [SOURCE]
    for number in range(8):
        told += life(number, "2022-01-01", "2022-02-01", f"2023-0{number + 1}-01")
    told += life(20, "2022-01-01", "2022-02-01")
    told += life(21, "2022-01-01", "", "2023-01-01")
    told += life(22, "2022-01-01", "2023-06-01", "2023-01-01")
    told += life(23, "2022-01-01", "2022-02-01", "2023-05", Act.TERM_SERVED)
    say(*told)


def test_stays_are_watched_from_the_recognition_and_until_the_day_that_is_looked_at(lives: None) -> None:
    answer = queries.how_long(["viasna"], draft("2024-01-01"))
    assert (answer.found.stays, answer.found.releases) == (10, 9)
    assert (answer.unrecognised, answer.recognised_late) == (1, 1)
    assert answer.found.since == 31.0
    shares = {point.day: point.share for point in answer.found.held}
    assert shares[365.0] == pytest.approx(0.9)
    assert shares[730.0] == pytest.approx(0.1)
    ways = {way: points[-1].share for way, points in answer.found.ways}
    assert ways["pardon"] == pytest.approx(0.8) and ways["term_served"] == pytest.approx(0.1)


def test_a_look_at_an_earlier_day_knows_no_later_release(lives: None) -> None:
    answer = queries.how_long(["viasna"], draft("2023-03-15"))
    assert answer.found.releases == 3


def test_too_few_stays_are_no_curve(lives: None) -> None:
    with pytest.raises(BadInput, match="fewer than 5"):
        queries.how_long(["amnesty"], draft("2024-01-01"))
    with pytest.raises(BadInput, match="no recogniser"):
        queries.how_long(["nobody"], draft("2024-01-01"))


def test_windows_hold_what_fell_into_them_and_say_what_has_no_day(lives: None) -> None:
    answer = queries.came_around(date(2023, 4, 1), 60, ["viasna"], draft("2024-01-01"))
    told = dict(answer.found.series)
    assert (told["freed"].before, told["freed"].after) == (2, 2)
    assert (told["detained"].before, told["detained"].after) == (0, 0)
    assert dict(answer.undated)["freed"] == 1
    with pytest.raises(BadInput, match="1 to 730 days"):
        queries.came_around(date(2023, 4, 1), 0, [], draft("2024-01-01"))
    with pytest.raises(BadInput, match="reach beyond"):
        queries.came_around(date(2023, 12, 20), 60, [], draft("2024-01-01"))
