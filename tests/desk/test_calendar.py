"""The calendar file of what falls due: for editors alone, with ids and no names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from habeas.domain.claims import Tried
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence
from habeas.ledger.append import append
from habeas.register import queries
from habeas.register.answers import Audience
from tests.desk.ground import four_people
from tests.intake.conftest import YANKA

pytestmark = pytest.mark.database


def calendar(anna: Client, more: str = "") -> str:
    four_people()
    append([Candidate(YANKA, Tried(PartialDate.parse("2026-03-20"), "A court"), Evidence("s-press", "Zerkalo"))])
    response = anna.get(f"/desk/tasks.ics?on=2026-03-10{more}")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return response.content.decode()


def test_what_falls_due_is_a_calendar_file_that_names_nobody(desk: Path, anna: Client) -> None:
    text = calendar(anna)
    tasks = queries.tasks(queries.lens("2026-03-10", None, Audience.DESK)).tasks
    assert tasks and text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == len(tasks)
    assert re.search(rf"UID:court-{YANKA}-20260320@habeas\r\n", text)
    assert "DTSTART;VALUE=DATE:20260320\r\nDTEND;VALUE=DATE:20260321\r\n" in text
    for one in tasks:
        assert one.person in text
        assert all(word not in text for word in one.name.split())
    assert "court" in text and "A court" not in text


def test_no_line_of_the_calendar_is_longer_than_it_may_be(desk: Path, anna: Client) -> None:
    text = calendar(anna, "&stale=1")
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_nobody_else_gets_the_calendar(desk: Path) -> None:
    response = Client(headers={"host": "localhost"}).get("/desk/tasks.ics")
    assert response.status_code in (302, 403) and b"VEVENT" not in response.content
