"""Turning pages: which one the address asks for, and where the others are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.http import HttpRequest

from habeas.pages.looking import asked
from habeas.problems import BadInput

_LONGEST = 6
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Turns:
    """The page one is on, how many there are, and the addresses of its neighbours."""

    page: int
    pages: int
    back: str
    on: str


def number_of_page(request: HttpRequest) -> int:
    text = asked(request, "page")
    if not text:
        return 1
    if not (text.isascii() and text.isdecimal()) or len(text) > _LONGEST or not int(text):
        raise BadInput("`page` is a number from 1. Leave it out to begin at the first.")
    return int(text)


def turns(address: str, page: int, pages: int) -> Turns:
    joint = "&" if "?" in address else "?"
    back = address if page == 2 else f"{address}{joint}page={page - 1}"
    return Turns(page, pages, back if page > 1 else "", f"{address}{joint}page={page + 1}" if page < pages else "")


def leaf(rows: Sequence[T], page: int, size: int) -> tuple[Sequence[T], int, int]:
    """The rows of a page, its number within bounds, and how many pages there are."""
    pages = max(1, -(-len(rows) // size))
    page = min(page, pages)
    return rows[(page - 1) * size : page * size], page, pages
