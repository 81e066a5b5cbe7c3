"""A place in a text, found again by its words and what stands around them (W3C TextQuoteSelector).

Nothing is normalised: a quote fits letter for letter or it doesn't fit. A quote that fits in two places names neither.
"""

from __future__ import annotations

from habeas.domain.lines import Quote
from habeas.problems import BadInput

_AROUND = 32


def locate(text: str, quote: Quote) -> tuple[int, int] | None:
    """The start and end of the quoted words; None if they are not there, or if more than one place fits."""
    if not quote.exact:
        return None
    whole = quote.prefix + quote.exact + quote.suffix
    found = text.find(whole)
    if found < 0 or text.find(whole, found + 1) >= 0:
        return None
    start = found + len(quote.prefix)
    return start, start + len(quote.exact)


def quote(text: str, start: int, end: int) -> Quote:
    """A quote that locates exactly this place, with as much around it as that takes and at least a little."""
    if not 0 <= start < end <= len(text):
        raise BadInput(f"There are no characters {start} to {end} in a text of {len(text)}. Mark at least one.")
    around = _AROUND
    while True:
        made = Quote(text[start:end], text[max(0, start - around) : start], text[end : end + around])
        # The whole text fits in one place alone, so that this ends.
        if locate(text, made) == (start, end):
            return made
        around *= 2
