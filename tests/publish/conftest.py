"""A small register to publish: people let out, people kept back, and what links them."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.claims import BatchAnnounced, Captured, InBatch
from habeas.domain.judgements import BeyondReach
from habeas.domain.lines import Candidate
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.publish.publish import Published, publish
from tests.ledger.conftest import empty as empty
from tests.ledger.conftest import live as live
from tests.ledger.conftest import template as template
from tests.register.conftest import MONITOR, agree, day, detained, named, released, say

BATCH = "2024-08"


@pytest.fixture
def small(live: Path) -> Path:
    """Two people of one release, held since May 2024 and freed in August."""
    say(
        Candidate("s-monitor", Captured("Monitor", "Notes", "https://monitor.example/1", day("2024-05-02"))),
        named("p-anna", "Hanna Vydumanaya"),
        named("p-anna", "Ганна Выдуманая", "be"),
        detained("p-anna", "2024-05-01"),
        named("p-ivan", "Ivan Nebyvaly"),
        detained("p-ivan", "2024-05-01"),
        Candidate(BATCH, BatchAnnounced("A release", day("2024-08-01"), "Monitor", 2), MONITOR),
        Candidate("p-anna", InBatch(BATCH), MONITOR),
        Candidate("p-ivan", InBatch(BATCH), MONITOR),
        released("p-anna", "2024-08-01"),
        released("p-ivan", "2024-08-01"),
    )
    return live


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "copy"


def made(folder: Path, edition: str = "plain") -> Published:
    """What two editors agreed on, published; who was freed is said to be beyond reach."""
    said = {getattr(line.claim, "line", 0) for line in read.lines(kinds=[BeyondReach.KIND])}
    within = [line for line in read.lines(kinds=[InBatch.KIND]) if line.number not in said]
    append([Candidate(line.subject, BeyondReach(line.number), None, "one") for line in within])
    agree()
    return publish(folder, editor="anna", edition=edition)


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
