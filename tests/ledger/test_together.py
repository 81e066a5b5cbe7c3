"""Many processes at once, and one killed at any moment: nothing acknowledged is lost, and the chain never forks."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from habeas.domain.claims import Named
from habeas.ledger.read import lines
from habeas.ledger.verify import verify

pytestmark = pytest.mark.database

PROCESSES = 8
SCRIPT = str(Path(__file__).with_name("appender.py"))


def start(surroundings: dict[str, str], alias: str, *, times: int, size: int) -> subprocess.Popen[str]:
    command = [sys.executable, SCRIPT, alias, str(times), str(size)]
    return subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def acknowledged(alias: str, output: str, size: int) -> dict[int, str]:
    """The lines that a process was told it has: number to name. A half-printed answer was told to nobody."""
    found: dict[int, str] = {}
    for answer in output.splitlines(keepends=True):
        if answer.endswith("\n"):
            first, last, said = (int(part) for part in answer.split())
            assert last - first == size - 1, "lines of one batch stand together"
            found.update({first + place: f"{alias} {said} {place}" for place in range(size)})
    return found


def names() -> dict[int, str]:
    return {line.number: line.claim.text for line in lines() if isinstance(line.claim, Named)}


def test_eight_processes_appending_at_once_lose_nothing_and_never_fork(surroundings: dict[str, str]) -> None:
    connection.close()
    running = {f"w{place}": start(surroundings, f"w{place}", times=25, size=3) for place in range(PROCESSES)}
    told: dict[int, str] = {}
    for alias, process in running.items():
        output, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        mine = acknowledged(alias, output, 3)
        assert len(mine) == 75
        assert not told.keys() & mine.keys(), "no number is given twice"
        told.update(mine)
    assert names() == told
    assert sorted(told) == list(range(2, 2 + PROCESSES * 75))
    assert verify().sound


def kill_in_the_middle(surroundings: dict[str, str], alias: str, size: int) -> None:
    process = start(surroundings, alias, times=0, size=size)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(random.uniform(0, 0.15))
    process.kill()
    output = first + process.stdout.read()
    process.wait(timeout=30)
    process.stdout.close()
    assert process.stderr is not None
    process.stderr.close()
    told = acknowledged(alias, output, size)
    kept = names()
    assert told, "it appended before it was killed"
    assert {number: kept.get(number) for number in told} == told
    assert len([text for text in kept.values() if text.startswith(f"{alias} ")]) % size == 0, "batches are whole"
    report = verify()
    assert report.sound, report.first


def test_a_process_killed_in_the_middle_loses_nothing_that_it_acknowledged(surroundings: dict[str, str]) -> None:
    for turn in range(5):
        kill_in_the_middle(surroundings, f"k{turn}", size=random.choice([1, 7, 400]))


@pytest.mark.proof
def test_fifty_kills_lose_nothing(surroundings: dict[str, str]) -> None:
    for turn in range(50):
        kill_in_the_middle(surroundings, f"k{turn}", size=random.choice([1, 7, 400]))
