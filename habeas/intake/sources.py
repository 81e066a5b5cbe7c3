"""Sources that lists and claims rest on: adding one, finding one by its key, and how near it stands to events."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.archive.store import keep
from habeas.delimited import read_bytes
from habeas.domain.claims import Captured
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate
from habeas.domain.words import Nearness
from habeas.intake.live import live
from habeas.intake.mint import new_source
from habeas.ledger.append import append
from habeas.ledger.read import lines
from habeas.problems import BadInput, known_are
from habeas.register.queries import resting_on

_KEY = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}\Z")
_LOOKED_AT = 400
"""Of so many people, batches and the like the lines tell how near a source stands; of a register all would be read."""


@dataclass(frozen=True, slots=True)
class NewSource:
    """What an editor says of a source; the key is theirs to choose, and drawn by lot without one."""

    publisher: str
    title: str = ""
    address: str = ""
    published: str = ""
    origin: str = ""
    key: str = ""
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """The id under which something stands in the ledger, whether a line was written, and what to know besides."""

    id: str
    changed: bool
    note: str = ""


def add_source(new: NewSource, *, editor: str) -> Added:
    """Put a source on record, with its bytes if a file is given. Said again as it is, it changes nothing."""
    if not new.publisher.strip():
        raise BadInput("A source has a publisher. Say who published it with --publisher.")
    id = source_id(new.key) if new.key else new_source()
    published = PartialDate.parse(new.published) if new.published else None
    data = read_bytes(new.file) if new.file else None
    claim = Captured(new.publisher.strip(), new.title, new.address, published, "", new.origin)
    held = captured().get(id)
    if data is not None:
        claim = replace(claim, sha256=keep(data))
    elif held:
        claim = replace(claim, sha256=held.sha256)
    if held and (other := _said_otherwise(held, claim)):
        raise BadInput(
            f"{id} is on record already with another {other}. Choose another --key, or take the first line back with:"
            " habeas retract"
        )
    if held == claim:
        return Added(id, changed=False)
    append([Candidate(id, claim, editor=editor)])
    return Added(id, changed=True)


def _said_otherwise(held: Captured, said: Captured) -> str:
    """Which of its words a source that is on record would lose: what was attributed to it would be somebody else's."""
    for name in ("publisher", "title", "address", "published", "origin"):
        before, now = getattr(held, name), getattr(said, name)
        if before and now and before != now:
            return name
    return ""


def captured() -> dict[str, Captured]:
    """Every source by its id, as it was last told of."""
    return {line.subject: line.claim for line in live(Captured) if isinstance(line.claim, Captured)}


def known_source(key: str) -> tuple[str, Captured]:
    """The source of that key, with or without the s- before it; BadInput lists the known ones."""
    known = captured()
    for id in (key, f"s-{key}"):
        if id in known:
            return id, known[id]
    raise BadInput(
        f"There is no source “{key[:80]}”. {known_are('source', key, known)}"
        " Add it with: habeas source add --key KEY --publisher …"
    )


def archived_source(key: str) -> tuple[str, Captured]:
    """The same, of one whose bytes are archived."""
    id, said = known_source(key)
    if not said.sha256:
        raise BadInput(f"No bytes are archived of {id}, so there is nothing to read. Put its text on record first.")
    return id, said


def usual_nearness(source: str) -> Nearness:
    """How near this source stood in most of what it has said so far; whom it quotes may stand nearer than it does."""
    own = {line.claim.publisher for line in live(Captured, subjects=[source]) if isinstance(line.claim, Captured)}
    seen = Counter(
        line.evidence.nearness
        for line in lines(subjects=resting_on(source, _LOOKED_AT))
        if line.evidence
        and line.evidence.source == source
        and line.evidence.speaker in own
        and line.evidence.nearness is not Nearness.UNSTATED
    )
    return seen.most_common(1)[0][0] if seen else Nearness.UNSTATED


def source_id(key: str) -> str:
    """The id that a key chosen by an editor makes."""
    if not _KEY.match(key):
        raise BadInput(f"“{key[:80]}” can't be a key. Use small Latin letters, digits, points and -, up to 60.")
    return key if key.startswith("s-") else f"s-{key}"


def nearness_word(text: str) -> Nearness | None:
    """The word an editor gave for how near a source stood; None for none."""
    if not text:
        return None
    for word in Nearness:
        if text == str(word):
            return word
    raise BadInput(f"“{text[:40]}” isn't how near a source stands. Say one of: {', '.join(map(str, Nearness))}.")
