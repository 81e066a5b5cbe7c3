"""Two full lists of 15,000 entries compared: exact against plain set arithmetic in the same run, with time and memory.

The lists are invented, in the Treasury's layout; with HABEAS_DATA the Treasury's own snapshots are compared as well.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENTRIES = 15_000
MOST_SECONDS = 5.0
MOST_MEGABYTES = 300


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder) / "old.csv", Path(folder) / "new.csv"
        _invent(old, new)
        _compare("invented", old, new)
    if data := os.environ.get("HABEAS_DATA"):
        days = [("2021-11-23", "2021-12-02"), ("2023-10-27", "2023-10-31"), ("2021-12-02", "2023-10-27")]
        for pair in days:
            files = [Path(data, "sanctions", f"ofac_sdn_{day}.csv.gz") for day in pair]
            _compare(" to ".join(pair), *files)


def _invent(old: Path, new: Path) -> None:
    drawn = random.Random(15)
    rows = [_row(number, drawn) for number in range(ENTRIES + 300)]
    after = [list(row) for row in rows if drawn.random() > 0.01]
    for row in after:
        if drawn.random() < 0.02:
            row[11] += " Amended."
    drawn.shuffle(after)
    _write(old, rows[:ENTRIES])
    _write(new, after)


def _row(number: int, drawn: random.Random) -> list[str]:
    remark = f"DOB {drawn.randint(1, 28)} Mar 19{drawn.randint(30, 99)}; POB Nowhere {number}; nationality Nowhere; "
    return [str(number + 1), f"PATTERN {number}, Example", "individual", "DEMO", *["-0- "] * 7, remark + "word " * 40]


def _write(file: Path, rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


def _compare(what: str, old: Path, new: Path) -> None:
    seconds, megabytes, told = _run(old, new)
    before, after = _plain(old), _plain(new)
    expected = {
        "listed": set(after) - set(before),
        "delisted": set(before) - set(after),
        "amended": {key for key in set(before) & set(after) if before[key] != after[key]},
    }
    exact = all({one["key"] for one in told[part]} == keys for part, keys in expected.items())
    counts = ", ".join(f"{len(keys)} {part}" for part, keys in expected.items())
    print(f"{what}: {len(before)} and {len(after)} entries, {counts}: {'exact' if exact else 'NOT EXACT'}")
    print(f"  {seconds:.1f} s, {megabytes} MB at most, the command as a whole")
    within = seconds < MOST_SECONDS and megabytes < MOST_MEGABYTES
    if not (exact and within):
        sys.exit(f"Asked for: exact, {MOST_SECONDS} s, {MOST_MEGABYTES} MB.")


def _run(old: Path, new: Path) -> tuple[float, int, dict[str, list[dict[str, str]]]]:
    began = time.perf_counter()
    command = [
        sys.executable,
        "-c",
        "from habeas.cli import main; main()",
        "lists",
        "diff",
        str(old),
        str(new),
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, check=True)
    seconds = time.perf_counter() - began
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, json.loads(done.stdout)


def _plain(file: Path) -> dict[str, list[str]]:
    """Rows by their number, with none of our code; a cell's outer blanks and “-0-” say nothing."""
    data = file.read_bytes()
    text = (gzip.decompress(data) if file.suffix == ".gz" else data).decode().rstrip("\x1a")
    rows = csv.reader(io.StringIO(text, newline=""))
    return {row[0]: ["" if cell.strip() == "-0-" else cell.strip() for cell in row] for row in rows if row}


if __name__ == "__main__":
    main()
