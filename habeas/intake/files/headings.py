"""Lines that head others: what happened to those under them, or whose citizens they are, until the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from habeas.domain.claims import HasNationality
from habeas.intake.files.contents import Spot
from habeas.intake.files.given_names import has_given_name
from habeas.intake.files.name_parts import bare_of, name_and_details
from habeas.intake.files.places_told import citizenship_in
from habeas.intake.files.release_words import freed_by, not_freed, says_anything, together
from habeas.intake.files.remarks import why_nobody
from habeas.intake.files.rows import Beside, Freed, Row
from habeas.intake.files.visible import shortened

_PEOPLE = re.compile(
    r"^\W*(women|men|женщины|мужчины|жанчыны|мужчыны|жінки|чоловіки|kobiety|mężczyźni|moterys|vyrai)\b\W*\d*\W*$",
    re.IGNORECASE,
)
_MOST = 120
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """What the last heading says of those under it."""

    text: str = ""
    freed: Freed = field(default_factory=Freed)
    denies: bool = False
    nation: str = ""

    def then(self, text: str) -> Heading:
        """Under a heading that only says men or women, or whose citizens, the one above goes on to hold."""
        if _PEOPLE.match(text):
            return self
        freed, nation = freed_by(text), nation_of(text)
        if nation and not not_freed(text):
            told = replace(freed, place="", stage="", country="")
            return replace(self, freed=together(told, self.freed) if says_anything(told) else self.freed, nation=nation)
        return Heading(text, freed if says_anything(freed) else Freed(), not_freed(text))


def nation_of(text: str) -> str:
    """Whose citizens a heading says that those under it are."""
    bare = name_and_details(bare_of(text))[0]
    if len(bare.split()) > _MOST_WORDS:
        return ""
    return citizenship_in(bare, told=text.rstrip(" *_").endswith(":") and len(bare.split()) < 3)


def is_heading(printed: str) -> bool:
    """Whether a line heads others: it ends so, or tells of a release and names nobody whom we'd know by given name."""
    bare = bare_of(printed)
    if printed.rstrip(" *_").endswith(":"):
        return not has_given_name(name_and_details(bare)[0]) or len(bare.split()) > 5
    told = says_anything(freed_by(bare)) or not_freed(bare) or bool(_PEOPLE.match(bare)) or bool(nation_of(bare))
    told = told and not why_nobody(bare, bare).startswith("a total")
    return told and len(bare) < _MOST and not has_given_name(bare)


def _why_not(heading: Heading) -> str:
    return f"stands under “{shortened(heading.text, 60)}”, so it isn't said to be free"


def placed(row: Row, number: int, spot: Spot, heading: Heading) -> Row:
    """The row where it stands, under its heading: nobody is taken for free who stands under “still held”."""
    row = replace(row, number=number, spot=spot)
    if row.nobody:
        return row
    if heading.denies:
        return replace(row, nobody=_why_not(heading))
    beside = row.beside
    if heading.nation and not any(isinstance(one.claim, HasNationality) for one in beside):
        beside = (*beside, Beside(HasNationality(heading.nation), ""))
    return replace(row, freed=together(row.freed, heading.freed), beside=beside)
