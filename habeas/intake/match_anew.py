"""A list taken before its people came in: rows that nobody decided are matched anew with who is in the register now.

The lines of before stay; what is said now is said beside them, and only what wasn't said yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from habeas.domain.aliases import MATCHER
from habeas.domain.judgements import SamePerson, Unsure
from habeas.domain.lines import Candidate, Line
from habeas.intake.files.rows import Row
from habeas.intake.listings import Listing, Printed
from habeas.intake.mentions import joined_already, judge
from habeas.intake.standing import Fate, Standing, judgements, standings
from habeas.linkage.one_list import Progress, link
from habeas.names.people import Asked
from habeas.register.queries import names_of_people


def asked_of(row: Row) -> Asked:
    """What a row asks of the register."""
    return Asked(row.name, str(row.birth or ""), str(row.gender or ""), row.patronymic)


def matched_anew(listing: Listing, rows: Sequence[Row], progress: Progress | None = None) -> list[Candidate]:
    """What the register of today says of the latest version's open rows, beyond what was said of them."""
    printed = listing.printed(listing.latest)
    open = _open_rows(printed, rows)
    if not open:
        return []
    # The whole list is asked, as when it was taken first: two rows that fit one person stay unclear, both.
    people = [row for row in rows if not row.nobody]
    mine = frozenset(open.values())
    known = [one for one in names_of_people() if one[0] not in mine]
    answers = link([asked_of(row) for row in people], known, progress)
    taken = joined_already([one.subject for one in printed if one.subject not in mine])
    said = judgements(mine)
    return [
        one
        for row, answer in zip(people, answers, strict=True)
        if (subject := open.get(row.number))
        for one in _unsaid(judge(subject, answer, taken), said[subject])
    ]


def _open_rows(printed: Sequence[Printed], rows: Iterable[Row]) -> dict[int, str]:
    """The mention of each row that isn't matched and of which no editor has said anything."""
    read = {(row.number, row.text) for row in rows if not row.nobody}
    standing = standings([one.subject for one in printed])
    return {
        one.row: one.subject for one in printed if (one.row, one.text) in read and _undecided(standing[one.subject])
    }


def _undecided(now: Standing) -> bool:
    by_hand = now.touched is not None and now.touched.by not in ("", MATCHER)
    return now.fate in (Fate.ABSENT, Fate.UNCLEAR) and not by_hand


def _unsaid(judged: Iterable[Candidate], said: Sequence[Line]) -> Iterator[Candidate]:
    stands = {(type(line.claim), getattr(line.claim, "other", "")) for line in said}
    for one in judged:
        assert isinstance(one.claim, (SamePerson, Unsure)), "the matcher says nothing else"
        if (type(one.claim), one.claim.other) not in stands:
            yield one
