"""Rows of a list whose words tell of a day that hasn't come: the row stands, those words are a problem of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from habeas.domain.ahead import days_ahead
from habeas.domain.claims import Born
from habeas.intake.files.rows import Reading, Row
from habeas.problems import Problem


def come_so_far(reading: Reading, today: date) -> Reading:
    """The same rows without what they tell of days ahead, which is named among the problems."""
    problems: list[Problem] = []
    rows = tuple(_come(row, today, problems) for row in reading.rows)
    return replace(reading, rows=rows, problems=(*reading.problems, *problems)) if problems else reading


def _come(row: Row, today: date, problems: list[Problem]) -> Row:
    born = [day for _, day in days_ahead(Born(row.birth), today)] if row.birth else []
    told = [(one, day) for one in row.beside for _, day in days_ahead(one.claim, today)]
    for day in (*born, *(day for _, day in told)):
        problems.append(
            Problem(f"row {row.number}", f"{day} hasn't come: today is {today}.", "The row was taken without it.")
        )
    if not (born or told):
        return row
    gone = {id(one) for one, _ in told}
    beside = tuple(one for one in row.beside if id(one) not in gone)
    return replace(row, birth=None if born else row.birth, beside=beside)
