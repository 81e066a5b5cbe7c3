"""What a command shows: plain values as JSON, tables for people, and progress where somebody watches."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from enum import Enum

import click
import orjson
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from habeas.domain.written import Plain

_WIDE = 160
"""Wide enough for a table in a file or a pipe, where no terminal says how wide it is."""


def show_json(value: object) -> None:
    click.echo(orjson.dumps(plain(value), option=orjson.OPT_INDENT_2).decode())


def plain(value: object) -> Plain:
    """A value in the words of JSON: dates as their text, words as their codes, facts by the names of their fields."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return str(value)


def say(line: str = "") -> None:
    """A line of text; what others wrote is never read as markup."""
    click.echo(line)


def note(line: str) -> None:
    """A word to whoever sits there, beside what a program may read."""
    click.echo(line, err=True)


def counted(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"


def show_table(heads: Sequence[str], rows: Sequence[Sequence[object]], title: str = "") -> None:
    table = Table(
        title=Text(title) if title else None, title_justify="left", box=None, pad_edge=False, header_style="bold"
    )
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    _console().print(table)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on the terminal's side channel; where nobody watches, nothing."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def bounds(low: int, high: int) -> str:
    """A number with its doubt."""
    return str(low) if low == high else f"{low} to {high}"


def _console() -> Console:
    terminal = sys.stdout.isatty()
    return Console(markup=False, emoji=False, highlight=False, width=None if terminal else _WIDE)
