"""Whether numbers that others printed add up: a stock, what came and went, and the next stock, with their doubt.

A part or a total may be a plain number, a range (10..12), or be given as about, at least, more than or at most so
many. A sum that does not come out is a mismatch; if another speaker's parts of the same total do come out, or a remark
beside the total names a speaker who says otherwise, it is a conflict between speakers; and a sum that comes out only
within the doubt of the words leaves a residual, which is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf, isinf

from habeas.domain.words import Word
from habeas.problems import BadInput

_NUMBER = r"\d{1,3}(?:[ ,'’\u00a0\u202f]\d{3})+(?!\d)|\d+"
_DOUBT = (
    r"about|around|some|nearly|roughly|ca\.?|~|≈"
    r"|at least|no fewer than|more than|over|at most|up to|fewer than|>=|<=|>|<|≥|≤"
)
_TERM = re.compile(
    rf"\s*(?P<sign>[+\-−])?\s*(?P<doubt>{_DOUBT})?\s*(?P<low>{_NUMBER})(?:\s*(?:\.\.|–|to)\s*(?P<high>{_NUMBER}))?\s*",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    rf"(?P<sign>(?<![\w.)])[\-−](?=\d))?(?P<doubt>{_DOUBT})?\s*(?P<low>{_NUMBER})(?:\s*(?:\.\.|–|to)\s*(?P<high>{_NUMBER}))?",
    re.IGNORECASE,
)
_DATES = re.compile(r"(\d{4}-\d{2}-\d{2})\s*(?:\.\.|/|–|to)\s*(\d{4}-\d{2}-\d{2})")
_REMARK = re.compile(r"\(([^)]*)\)")
_ANOTHER_SAYS = re.compile(r"^\s*but\b|\bper [A-ZА-ЯЁЎІ]|\baccording to\b|\bsays?\b", re.IGNORECASE)
_BOUNDS: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("at least", "no fewer than", ">=", "≥"), (0, inf)),
    **dict.fromkeys(("more than", "over", ">"), (1, inf)),
    **dict.fromkeys(("at most", "up to", "<=", "≤"), (-inf, 0)),
    **dict.fromkeys(("fewer than", "<"), (-inf, -1)),
}
_ABOUT = 0.01
_ABOUT_AT_MOST = 0.05
"""About 1,110 reaches one percent to either side, or half of its last digit that isn't nought if that is more: 50 for
about 1,000. About 100 can be rounded to anything, and reaches five percent."""


class Verdict(Word):
    """What comes of a sum that somebody printed."""

    HOLDS = "holds", "the parts come to the total"
    MISMATCH = "mismatch", "the parts do not come to the total"
    CONFLICT = "conflict", "speakers contradict each other about the total or its parts"
    RESIDUAL = "residual", "the parts come to the total only within the doubt of the words"


@dataclass(frozen=True, slots=True)
class Printed:
    """A row as somebody collected it: who printed what, the parts, the total, and where."""

    key: str
    organisation: str
    what: str
    parts: str
    total: str
    source: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """A number with its doubt; `named` is the number that was said, None where a range or a bound was."""

    low: float
    high: float
    named: int | None = None

    def __add__(self, other: Range) -> Range:
        both = self.named is not None and other.named is not None
        named = (self.named or 0) + (other.named or 0) if both else None
        return Range(self.low + other.low, self.high + other.high, named)

    def __neg__(self) -> Range:
        return Range(-self.high, -self.low, None if self.named is None else -self.named)

    def meets(self, other: Range) -> bool:
        return self.low <= other.high and other.low <= self.high

    def less(self, other: Range) -> int:
        """How far this stands from the other: by the numbers said, else by what lies between the ranges."""
        if self.named is not None and other.named is not None:
            return self.named - other.named
        if self.meets(other):
            return 0
        return int(self.low - other.high if self.low > other.high else self.high - other.low)


@dataclass(frozen=True, slots=True)
class Checked:
    """`difference` is the total as printed less what the parts come to. An end of the sum is None where it is open."""

    printed: Printed
    low: int | None
    high: int | None
    total: int
    difference: int
    verdict: Verdict
    why: str


def check(rows: Sequence[Printed]) -> tuple[Checked, ...]:
    """Every row judged by itself, then beside the others of the same event: ids that differ in a last letter."""
    alone = [_alone(row) for row in rows]
    return tuple(_beside(one, alone) for one in alone)


def _alone(row: Printed) -> Checked:
    sums = _sum(row)
    totals = list(_totals(row))
    off = max((total.less(sums) for total in totals), key=abs)
    printed = _as_printed(row)
    verdict = _verdict(row, sums, totals, off)
    low, high = (int(end) if not isinf(end) else None for end in (sums.low, sums.high))
    return Checked(row, low, high, printed, off, verdict, _why(verdict, row, sums, off))


def _verdict(row: Printed, sums: Range, totals: Sequence[Range], off: int) -> Verdict:
    if not all(total.meets(sums) for total in totals):
        return Verdict.MISMATCH
    if _another_speaker(row):
        return Verdict.CONFLICT
    return Verdict.RESIDUAL if off else Verdict.HOLDS


def _why(verdict: Verdict, row: Printed, sums: Range, off: int) -> str:
    come = f"The parts come to {_text(sums)}"
    if verdict is Verdict.MISMATCH:
        return f"{come}, printed is {row.total}: {abs(off)} {'more' if off > 0 else 'fewer'}{_stale(row)}."
    if verdict is Verdict.CONFLICT:
        return f"{come}, and another speaker says otherwise: {_another_speaker(row)}."
    if verdict is Verdict.RESIDUAL:
        return f"{come}, printed is {row.total}: {abs(off)} are left to the doubt of the words."
    return f"{come}."


def _beside(one: Checked, all_of_them: Sequence[Checked]) -> Checked:
    """Another speaker's parts of the same total that do come out make a mismatch a conflict between the two."""
    if one.verdict is not Verdict.MISMATCH:
        return one
    for other in all_of_them:
        same = _event(other.printed.key) == _event(one.printed.key) and other.total == one.total
        if same and other is not one and other.verdict is Verdict.HOLDS:
            said = f"{one.why} {other.printed.organisation} gives {other.printed.parts} for the same {one.total}."
            return replace(one, verdict=Verdict.CONFLICT, why=said)
    return one


def _event(key: str) -> str:
    return re.sub(r"(?<=\d)[a-z]$", "", key)


def _sum(row: Printed) -> Range:
    """What the parts come to. Two dates, among the parts or in what is counted, are the days from one to the other."""
    if days := _DATES.search(row.parts) or (None if _PRINTED.search(row.parts) else _DATES.search(row.what)):
        number = _days(days[1], days[2], row)
        return Range(number, number)
    total, place = Range(0, 0, 0), 0
    while place < len(row.parts):
        found = _TERM.match(row.parts, place)
        if not found or (place and not found["sign"]):
            raise BadInput(
                f"{row.where}: the parts can't be read from “{row.parts[place : place + 30]}” on. Write whole numbers"
                " with + and - between them, such as 182-12+34, thousands as 1,200; or two dates with .. between."
            )
        part = _range(found)
        total = total + (-part if found["sign"] in ("-", "−") else part)
        place = found.end()
    if not row.parts.strip():
        raise BadInput(f"{row.where}: there are no parts. Write numbers with + and - between them, such as 182-12+34.")
    return total


def _days(first: str, last: str, row: Printed) -> int:
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        raise BadInput(f"{row.where}: “{first}” or “{last}” is no day of the calendar. Mend it.") from None


def _totals(row: Printed) -> Iterator[Range]:
    """The total as printed; several wordings of it have a slash between them, remarks stand in brackets."""
    said = [list(_PRINTED.finditer(one)) for one in _REMARK.sub("", row.total).split("/")]
    told = [found for found in said if found]
    if not told:
        raise BadInput(f"{row.where}: no number was printed: “{row.total[:60]}”. Write the total, such as 204.")
    if any(len(found) > 1 for found in told) or "%" in row.total:
        # The first of several would be taken for the total: 12 of 15, 10-12, 12.5 and a date are other things.
        raise BadInput(
            f"{row.where}: the total can't be told from “{row.total[:60]}”. Write one whole number such as 204 or"
            " 1,200, or a range as 10..12; another wording after a slash, and remarks in brackets."
        )
    yield from (_range(found[0]) for found in told)


def _as_printed(row: Printed) -> int:
    """The number of the total's first wording, whatever is said about it."""
    found = _PRINTED.search(_REMARK.sub("", row.total))
    assert found, "a total without a number was refused before"
    return -_number(found["low"]) if found["sign"] else _number(found["low"])


def _range(found: re.Match[str]) -> Range:
    low = _number(found["low"])
    if found.re is _PRINTED and found["sign"]:
        return Range(-low, -low, -low)
    word = (found["doubt"] or "").casefold()
    if found["high"]:
        return Range(low, _number(found["high"]))
    if not word:
        return Range(low, low, low)
    if word in _BOUNDS:
        least, most = _BOUNDS[word]
        return Range(low + least, low + most)
    reach = min(max(low * _ABOUT, _last_digit(low) / 2), low * _ABOUT_AT_MOST)
    return Range(low - reach, low + reach, low)


def _last_digit(number: int) -> int:
    """The worth of the last digit that isn't nought: 10 for 1,110."""
    worth = 1
    while number and number % (worth * 10) == 0:
        worth *= 10
    return worth


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _another_speaker(row: Printed) -> str:
    return next((remark for remark in _REMARK.findall(row.total) if _ANOTHER_SAYS.search(remark)), "")


def _stale(row: Printed) -> str:
    """A total equal to the first of its parts was most likely not brought up to date."""
    first = _TERM.match(row.parts)
    same = first and first["sign"] not in ("-", "−") and _number(first["low"]) == _as_printed(row)
    return "; it is the first of the parts, as if not brought up to date" if same else ""


def _text(sums: Range) -> str:
    if isinf(sums.low) and isinf(sums.high):
        return "any number"
    if isinf(sums.low) or isinf(sums.high):
        return f"{int(sums.low)} or more" if isinf(sums.high) else f"{int(sums.high)} or fewer"
    low, high = int(sums.low), int(sums.high)
    return str(low) if low == high else f"{low} to {high}"


def summary(checked: Iterable[Checked]) -> dict[Verdict, int]:
    found = dict.fromkeys(Verdict, 0)
    for one in checked:
        found[one.verdict] += 1
    return found
