"""How fast the public server answers: 500 prebuilt pages and 50 computed ones a second, on one core.

    python benchmarks/publish_serving.py COPY [PYTHON]

The computed ones ask for people on days that nobody asked about before. PYTHON is the interpreter of an environment of
its own that has Datasette, which is asked for rows of the same database in the same run; without it that part is left
out, and says so.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
SECONDS = 10
PREBUILT, COMPUTED = 500, 50
AT_MOST = 0.050
SERVER_CORE, OWN_CORE = "0", 1
REFUSED = float("inf")
"""A server may say that it is asked too much, or fail at it; such an answer counts as one that never came."""


def main() -> None:
    copy, datasette = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    if (os.cpu_count() or 1) > OWN_CORE and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {OWN_CORE})
    print(
        "The server has one core; what asks has another, and asks at an even rate whatever became of earlier questions."
    )
    people = sorted(path.stem for path in (copy / "site" / "people").glob("*.html"))
    command = [sys.executable, "-c", "from habeas.cli import main; main()"]
    with _served([*command, "serve", "--public", str(copy), "--port"]) as port:
        _say("habeas, prebuilt and computed", asyncio.run(_load(port, list(_both(people)))))
    if not datasette:
        print("Datasette was left out: give the interpreter of an environment that has it.")
        return
    with _served([datasette, "-m", "datasette", "serve", "--immutable", str(copy / "data.sqlite"), "--port"]) as port:
        paths = [
            f"/data/register_name/{random.randrange(1, len(people))}" for _ in range((PREBUILT + COMPUTED) * SECONDS)
        ]
        _say("Datasette, a row", asyncio.run(_load(port, paths)))


def _both(people: Sequence[str]) -> Iterator[str]:
    for place in range((PREBUILT + COMPUTED) * SECONDS):
        one = random.choice(people)
        if place % ((PREBUILT + COMPUTED) // COMPUTED):
            yield f"/people/{one}.html"
        else:
            yield f"/people/{one}?on={date(2021, 1, 1) + timedelta(days=random.randrange(1500))}"


@contextmanager
def _served(command: Sequence[str]) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pinned = ["taskset", "-c", SERVER_CORE] if shutil.which("taskset") else []
    server = subprocess.Popen([*pinned, *command, str(port)], cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ})
    try:
        for _ in range(300):
            try:
                urlopen(f"http://127.0.0.1:{port}/").read()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


async def _load(port: int, paths: Sequence[str]) -> list[float]:
    """Requests sent off at an even rate, whatever became of those before; each one's seconds."""
    begin, gap = time.perf_counter() + 0.5, 1 / (PREBUILT + COMPUTED)

    async def one(place: int, path: str) -> float:
        due = begin + place * gap
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        if answer.startswith(b"HTTP/1.1 5") or not answer:
            return REFUSED
        assert answer.startswith(b"HTTP/1.1 200"), (path, answer[:100])
        return time.perf_counter() - due

    return list(await asyncio.gather(*(one(place, path) for place, path in enumerate(paths))))


def _say(what: str, seconds: list[float]) -> None:
    seconds.sort()
    middle, slow = seconds[len(seconds) // 2], seconds[int(len(seconds) * 0.99)]
    refused = seconds.count(REFUSED)
    late = f"  refused {refused:,} of {len(seconds):,}" if refused else ""
    late += f"  too slow: at most {AT_MOST * 1000:.0f} ms are asked" if slow > AT_MOST else ""
    print(
        f"{what}: {len(seconds) / SECONDS:,.0f} a second, middle {middle * 1000:.1f} ms, p99 {slow * 1000:.1f} ms{late}"
    )


if __name__ == "__main__":
    main()
