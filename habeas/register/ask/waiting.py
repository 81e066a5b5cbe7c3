"""What waits for a second pair of eyes, in groups that one can judge together, and what the public would see then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from habeas.domain.aliases import same_editor
from habeas.domain.claims import BatchAnnounced, Captured, ListTaken, RowPrinted
from habeas.domain.judgements import Retracted
from habeas.domain.lines import Line
from habeas.domain.words import Status
from habeas.ledger import read
from habeas.register.answers import Audience, Lens
from habeas.register.answers_people import PersonRow
from habeas.register.ask.people import rows_of
from habeas.register.lenses import lens
from habeas.register.sentences import sentence
from habeas.register.tables import known
from habeas.register.waiting import authors, waiting_lines


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A line that waits, in words; `group` is the list, person or other subject under which it is told.

    `author` is who can't be the second pair of eyes on it: its editor, or who brought in what the machine judged.
    """

    number: int
    kind: str
    subject: str
    group: str
    sentence: str
    speaker: str
    printed: str
    source: str
    editor: str
    recorded: datetime
    author: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A person whose public status would become another; no status stands for not being there."""

    id: str
    name: str
    now: Status | None
    then: Status | None


@dataclass(frozen=True, slots=True)
class WaitingGroup:
    """Lines about one list, person, release or source; `kind` says which, `people` whom they touch."""

    key: str
    kind: str
    title: str
    lines: tuple[WaitingLine, ...]
    changes: tuple[Changed, ...] = ()

    def others(self, alias: str) -> tuple[WaitingLine, ...]:
        """Those that this editor could accept."""
        return tuple(line for line in self.lines if not same_editor(line.author, alias))


def waiting() -> tuple[WaitingLine, ...]:
    return tuple(line for group in waiting_groups() for line in group.lines)


def waiting_groups() -> tuple[WaitingGroup, ...]:
    """Without what they would change, which takes longer; the group whose first line is the oldest comes first."""
    now = lens(None, None, Audience.DESK)
    lines = waiting_lines()
    homes = _homes(lines, now)
    told: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        told[homes[line.subject]].append(line)
    titles = _titles(told, now)
    by_line = authors(lines)
    return tuple(_group(key, own, titles.get(key, key), by_line) for key, own in told.items())


def waiting_group(key: str) -> WaitingGroup | None:
    """One group with what its acceptance would change in public."""
    found = next((group for group in waiting_groups() if group.key == key), None)
    return replace(found, changes=_changes(found)) if found else None


def _homes(lines: Sequence[Line], now: Lens) -> dict[str, str]:
    """Subject to group: a row of a list to the list, another mention to the person, all else to itself."""
    subjects = {line.subject for line in lines}
    homes = {subject: subject for subject in subjects}
    for line in lines:
        if line.claim.ABOUT in ("person", "line"):
            homes[line.subject] = next(iter(_persons(line.subject, now)), line.subject)
    printed = read.lines(subjects=subjects, kinds=[RowPrinted.KIND])
    return homes | {line.subject: line.claim.listing for line in printed if isinstance(line.claim, RowPrinted)}


def _persons(subject: str, now: Lens) -> list[str]:
    return [person for (person,) in known("register_member", "person", now, "subject = %s", subject)]


def _titles(groups: Iterable[str], now: Lens) -> Mapping[str, str]:
    keys = list(groups)
    titles: dict[str, str] = {}
    for line in read.lines(subjects=keys, kinds=[BatchAnnounced.KIND, Captured.KIND, ListTaken.KIND]):
        claim = line.claim
        if isinstance(claim, BatchAnnounced):
            titles[line.subject] = claim.title
        elif isinstance(claim, Captured):
            titles[line.subject] = f"{claim.publisher} {claim.title}".strip()
        elif isinstance(claim, ListTaken):
            titles[line.subject] = f"{claim.source}, {claim.event}"
    return titles | {id: row.name for id, row in rows_of(keys, now).items() if row.name}


def _group(key: str, lines: Sequence[Line], title: str, by_line: Mapping[int, str]) -> WaitingGroup:
    about = {line.claim.ABOUT for line in lines} - {"line", "any"}
    kind = "list" if key.startswith("l-") else next(iter(sorted(about)), "line")
    return WaitingGroup(key, kind, title, tuple(_shown(line, key, by_line[line.number]) for line in lines))


def _shown(line: Line, group: str, author: str) -> WaitingLine:
    evidence = line.evidence
    return WaitingLine(
        number=line.number,
        kind=line.claim.KIND,
        subject=line.subject,
        group=group,
        sentence=_words(line),
        speaker=evidence.speaker if evidence else "",
        printed=evidence.printed if evidence else "",
        source=evidence.source if evidence else "",
        editor=line.editor,
        recorded=line.moment,
        author=author,
    )


def _words(line: Line) -> str:
    """A retraction is told together with what it takes back."""
    claim = line.claim
    if isinstance(claim, Retracted):
        taken = next(iter(read.lines(numbers=[claim.line])), None)
        said = f": {sentence(taken.claim)}" if taken else ""
        return f"{sentence(claim)} ({claim.line}{said})"
    return sentence(claim)


def _changes(group: WaitingGroup) -> tuple[Changed, ...]:
    draft, public = lens(None, None, Audience.DRAFT), lens(None, None, Audience.PUBLIC)
    ids = {person for line in group.lines for through in (draft, public) for person in _persons(line.subject, through)}
    then, now = rows_of(ids, draft), rows_of(ids, public)
    told = [_changed(id, now.get(id), then.get(id)) for id in sorted(ids)]
    return tuple(one for one in told if one.now is not one.then)


def _changed(id: str, now: PersonRow | None, then: PersonRow | None) -> Changed:
    name = next((row.name for row in (then, now) if row), "")
    return Changed(id, name, now.status if now else None, then.status if then else None)
