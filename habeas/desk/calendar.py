"""What falls due as a calendar file for an editor: ids and no names, since calendars are synchronised and shared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.http import HttpResponse

from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.desk.tasks import WHY, days_asked
from habeas.pages.looking import asked
from habeas.register import queries
from habeas.register.due import STALE, WITHIN, Task, TasksAnswer


@needs(Right.READ)
def calendar(request: DeskRequest) -> HttpResponse:
    within, stale = days_asked(request, "within", WITHIN), days_asked(request, "stale", STALE)
    answer = queries.tasks(desk_lens(request.editor, asked(request, "on")), within, stale)
    response = HttpResponse("\r\n".join(_lines(answer)) + "\r\n", content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="tasks-{answer.as_of.on}.ics"'
    return response


def _lines(answer: TasksAnswer) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Habeas//tasks//EN")
    stamp = f"{answer.as_of.known:%Y%m%dT%H%M%SZ}"
    for one in answer.tasks:
        yield from _event(one, stamp)
    yield "END:VCALENDAR"


def _event(one: Task, stamp: str) -> Iterator[str]:
    """The whole day. The id stays as long as the task does, so that reading the file again doubles nothing."""
    yield "BEGIN:VEVENT"
    yield f"UID:{one.due}-{one.person}-{_day(one.day)}@habeas"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(one.day)}"
    if one.day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(one.day + timedelta(days=1))}"
    yield _folded(f"SUMMARY:{one.person}: {_text(str(WHY[one.due]))}")
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of a calendar hold 75 bytes; what is longer goes on in the next, after a blank."""
    parts, part = [], ""
    for sign in line:
        if len((part + sign).encode()) > 73:
            parts.append(part)
            part = ""
        part += sign
    return "\r\n ".join([*parts, part])
