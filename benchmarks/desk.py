"""How long an editor waits at the workbench: a list of 250 rows against a register of 10,000 people.

    python benchmarks/desk.py [--people 10000] [--rows 250] [--browser]

The time is the server's, from the request to the whole answer, in one process on SQLite in a temporary folder; beside
it what the processor needed, which other work on the machine doesn't lengthen. With --browser it is also that of
Chromium, from the key to the row that shows what was decided.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

sys.path.insert(0, str(Path(__file__).parent))

from ground import database, timed
from names_people import invent
from names_speed import surnames

BATCH = "2026-02-01"
MOST = 0.200
ASKED = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=250)
    parser.add_argument("--browser", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, database("", Path(folder)):
        listing = _ground(asked.people, asked.rows, Path(folder))
        print(f"{asked.people:,} people, a list of {asked.rows} rows, SQLite, one process")
        print(f"{'':<36}{'slowest':>12}{'middle':>12}{'processor':>12}")
        for what, told in _measured(listing):
            slowest, middle = max(told)[0], statistics.median(wall for wall, _ in told)
            late = "  too slow" if slowest > MOST and not what.startswith("first") else ""
            shown = (slowest, middle, statistics.median(used for _, used in told))
            print(f"{what:<36}" + "".join(f"{each * 1000:>9,.0f} ms" for each in shown) + late, flush=True)
        if asked.browser:
            _in_a_browser(listing)


def _ground(people: int, rows: int, folder: Path) -> str:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from habeas.desk.ready import make_desk
    from habeas.domain.claims import BatchAnnounced, Captured, Detained, Named
    from habeas.domain.dates import PartialDate
    from habeas.domain.lines import Candidate, Evidence
    from habeas.intake.take import take
    from habeas.ledger.append import Kind, append, begin
    from habeas.register.project import rebuild

    make_desk()
    begin(Kind.LIVE)
    known = [replace(one, id=f"p-{one.id}") for one in islice(invent(random.Random(3), surnames()), people)]
    said = Evidence("s-press", "Press")
    lines = [Candidate("s-press", Captured("Press")), Candidate("s-list", Captured("A monitor"))]
    lines += [Candidate(BATCH, BatchAnnounced("A release", PartialDate.parse(BATCH), "Press", rows), said)]
    for one in known:
        lines += [Candidate(one.id, Named(name), said) for name in (one.be_cyr, one.ru_lat)]
        lines += [Candidate(one.id, Detained(PartialDate.parse("2024-05-01")), said)]
    append(lines)
    rebuild()
    path = folder / "list.txt"
    path.write_text("\n".join(one.ru_cyr for one in known[:rows]), encoding="utf-8")
    return take(path, source="s-list", event=BATCH, editor="anna").listing


def _client() -> Any:
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.cookies["desk"] = _session()
    return client


def _session() -> str:
    """Somebody who came all the way in."""
    from habeas.desk.models import Account
    from habeas.desk.sessions import SessionStore

    account, _ = Account.objects.get_or_create(alias="boris", defaults={"role": "contributor", "groups": []})
    session, now = SessionStore(), int(time.time())
    session.update({"account": account.pk, "whole": True, "since": now, "seen": now})
    session.save()
    return str(session.session_key)


def _clocked(work: Callable[[], object]) -> tuple[float, float]:
    """By the clock on the wall, and by the processor's."""
    used = time.process_time()
    wall = timed(work)
    return wall, time.process_time() - used


def _measured(listing: str) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    from habeas.ledger.read import last_number

    client, bench = _client(), f"/desk/lists/{listing}"
    parts = {"accept": "application/json"}

    def page() -> None:
        assert client.get(bench, {"row": 1}).status_code == 200

    yield "first page of the process", [_clocked(page)]
    yield "a page of all rows", [_clocked(page) for _ in range(20)]
    rows = _open_rows(listing)
    luck = random.Random(7)

    def row() -> None:
        assert client.get(bench, {"row": luck.choice(rows)[0], "since": last_number()}, headers=parts).json()["detail"]

    yield "a row in focus", [_clocked(row) for _ in range(ASKED)]

    def verdict(row: int, ruling: str, other: str = "") -> Callable[[], None]:
        said = {"row": row, "ruling": ruling, "other": other, "shown": last_number()}
        address = f"{bench}/decide?since={last_number()}"

        def send() -> None:
            assert client.post(address, said, headers=parts).json()["rows"]

        return send

    yield "same", [_clocked(verdict(row, "same", other)) for row, other in rows[:ASKED]]
    yield "different", [_clocked(verdict(row, "different", other)) for row, other in rows[ASKED // 2 : ASKED]]
    yield "new person", [_clocked(verdict(row, "new")) for row, _ in rows[: ASKED // 2]]
    yield "unsure", [_clocked(verdict(row, "unsure")) for row, _ in rows[: ASKED // 2]]
    yield "not a person", [_clocked(verdict(row, "not-a-person")) for row, _ in rows[: ASKED // 2]]

    def undo() -> None:
        assert client.post(f"{bench}/undo?since={last_number()}", {"row": 1}, headers=parts).json()["rows"]

    yield "undo", [_clocked(undo) for _ in range(ASKED // 2)]

    def plain() -> None:
        said = {"row": rows[0][0], "ruling": "new", "shown": last_number()}
        assert client.post(f"{bench}/decide", said, follow=True).status_code == 200

    yield "a verdict and the page, no script", [_clocked(plain) for _ in range(10)]
    yield "side by side", [_clocked(lambda: client.get(f"/desk/releases/{BATCH}/lists")) for _ in range(5)]


def _open_rows(listing: str) -> list[tuple[int, str]]:
    """Unclear rows with whom they may mean."""
    from habeas.desk.board import board
    from habeas.intake.standing import Fate

    rows = [(row.row, row.meant[0].id) for row in board(listing).rows if row.fate is Fate.UNCLEAR]
    assert len(rows) >= ASKED, "a list with so few rows measures nothing"
    return rows


def _in_a_browser(listing: str) -> None:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium was found: install Debian's package chromium.")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with _serving() as address, sync_playwright() as playwright:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": "desk", "value": _session(), "url": address}])
        page = context.new_page()
        page.goto(f"{address}/desk/lists/{listing}?row={_open_rows(listing)[0][0]}")
        seconds = [page.evaluate(_PRESS, key) / 1000 for key in ("s", "n") * 15]
        browser.close()
    slowest, middle = max(seconds) * 1000, statistics.median(seconds) * 1000
    print(f"{'in Chromium, from key to row':<36}{slowest:>9,.0f} ms{middle:>9,.0f} ms")


_PRESS = """async (key) => {
  const line = () => document.getElementById("sum").innerHTML + document.getElementById("detail").innerHTML;
  const before = line(), start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  while (line() === before && performance.now() - start < 5000) await new Promise(requestAnimationFrame);
  const took = performance.now() - start;
  await new Promise((done) => setTimeout(done, 30));
  return took;
}"""


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _serving() -> Iterator[str]:
    from habeas.project.wsgi import application

    server = make_server("127.0.0.1", 0, application, handler_class=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


if __name__ == "__main__":
    main()
