"""How long a reader on a slow line waits for each kind of public page, beside Datasette's page of the same people.

    python benchmarks/slow_line.py [--datasette PYTHON]

The worked example is published and served from this machine; Chromium's line is held to 250 kbit/s with 300 ms there
and back, as 2G gives, scripts off, nothing kept between pages. PYTHON is the interpreter of an environment of its own
that has Datasette; without it that part is left out, and says so. Needs Debian's package chromium.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).parents[1]))
from scripts.take_pictures import COMMAND, ROOT, _environment, _free_port, chromium_at

KINDS = ("", "people", "people/{person}", "search", "names", "releases", "releases/2025-12-13", "sources", "counts")
_BYTES_A_SECOND = 250_000 / 8
_THERE_AND_BACK_MS = 300
_TIMES = 3


def main() -> None:
    datasette = _options().datasette
    found = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if found is None:
        sys.exit("No Chromium was found: install Debian's package chromium.")
    with tempfile.TemporaryDirectory() as folder, chromium_at(found) as browser:
        home, copy = Path(folder) / "home", Path(folder) / "copy"
        for command in (["demo", "--no-serve"], ["publish", str(copy), "--by", "anna"]):
            subprocess.run(
                [*COMMAND, str(home), *command], check=True, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL
            )
        person = min(path.stem for path in (copy / "site" / "people").glob("p-*.html"))
        with _serving([*COMMAND, str(home), "serve", "--public", str(copy), "--port"]) as site:
            for kind in KINDS:
                _tell(browser, f"{site}/{kind.format(person=person)}", f"/{kind}")
        if not datasette:
            print("Datasette was left out: name an interpreter that has it with --datasette.")
            return
        command = [datasette, "-m", "datasette", "serve", "--immutable", str(copy / "data.sqlite"), "--port"]
        with _serving(command) as site:
            _tell(browser, f"{site}/data/people?_size=50", "Datasette, fifty people")


def _tell(browser: Browser, address: str, name: str) -> None:
    waited = [_seconds(browser, address) for _ in range(_TIMES)]
    seconds, came = statistics.median(one for one, _ in waited), max(one for _, one in waited)
    print(f"{name:32} {seconds:5.1f} s  {came:7,} bytes", flush=True)


def _seconds(browser: Browser, address: str) -> tuple[float, int]:
    """Until everything of the page is there, and the bytes that came."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    line = context.new_cdp_session(page)
    came: list[int] = []
    line.on("Network.loadingFinished", lambda told: came.append(int(told["encodedDataLength"])))
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": _THERE_AND_BACK_MS,
            "downloadThroughput": _BYTES_A_SECOND,
            "uploadThroughput": _BYTES_A_SECOND,
        },
    )
    began = time.perf_counter()
    page.goto(address, wait_until="load")
    waited = time.perf_counter() - began
    context.close()
    return waited, sum(came)


@contextmanager
def _serving(command: list[str]) -> Iterator[str]:
    port = _free_port()
    server = subprocess.Popen(
        [*command, str(port)], cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("The server didn't answer within half a minute.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--datasette", default="", metavar="PYTHON", help="of an environment that has Datasette")
    return parser.parse_args()


if __name__ == "__main__":
    main()
