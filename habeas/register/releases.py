"""The data releases of a public copy: the only moments of our past of which a copy can be asked.

A copy is a database like the register's, of lines that were let out and with numbers of its own. All there is in it is
for everybody. It is never written to, and never catches up with anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import wraps
from typing import TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections

from habeas.ledger import read

T = TypeVar("T")

COPY = "HABEAS_COPY"
"""The key under which the settings of a connection say that it leads to a public copy."""

FILE = "HABEAS_COPY_FILE"
"""And in which file it lies."""

FINISHED = "HABEASFINISHED_COPY"
"""And that the copy will not change while the connection lasts."""

_END_OF_DAY = time(23, 59, 59, 999_999, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DataRelease:
    """A numbered release; `upto` is the last line of the copy that it holds, `day` that of its latest line."""

    number: int
    day: date
    upto: int

    @property
    def name(self) -> str:
        """What `known` calls it; a day can have several."""
        return f"r{self.number}"

    @property
    def moment(self) -> datetime:
        return datetime.combine(self.day, _END_OF_DAY)


def is_copy() -> bool:
    """Whether what is asked is a public copy and not the register itself."""
    return bool(connection.settings_dict.get(COPY))


def of_a_copy(ask: Callable[[], T]) -> Callable[[], T]:
    """Asked once for each connection to a copy, which never changes; of the register itself each time."""

    @wraps(ask)
    def asked() -> T:
        if not connection.settings_dict.get(FINISHED):
            return ask()
        kept: dict[str, T] = connections[DEFAULT_DB_ALIAS].__dict__.setdefault("habeas_kept", {})
        if ask.__qualname__ not in kept:
            kept[ask.__qualname__] = ask()
        return kept[ask.__qualname__]

    return asked


@of_a_copy
def data_releases() -> tuple[DataRelease, ...]:
    """All of a copy, the first in front; none for the register itself."""
    if not is_copy():
        return ()
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, day, upto FROM public_release ORDER BY number")
        return tuple(DataRelease(number, date.fromordinal(day), upto) for number, day, upto in cursor.fetchall())


def latest() -> DataRelease:
    return data_releases()[-1]


def released_on(day: date) -> DataRelease | None:
    """The last release of that day."""
    return next((one for one in reversed(data_releases()) if one.day == day), None)


def release_numbered(number: int) -> DataRelease | None:
    return next((one for one in data_releases() if one.number == number), None)


def release_known_at(line: int, moment: datetime) -> DataRelease | None:
    """The release through which one looks; none where the register itself is asked.

    One from which everything was withdrawn holds no more lines than the one before, and is the same but for its day.
    """
    return next((one for one in data_releases() if one.upto >= line and one.moment == moment), None)


def release_with(line: int) -> DataRelease:
    """The release in which a line of the copy first went out."""
    return next(one for one in data_releases() if line <= one.upto)


def moment_of(line: int) -> datetime:
    """When a line came to be known: of a copy the day of the release, else when it was written."""
    return release_with(line).moment if is_copy() else read.moment_of(line)
