"""Walk the pages of the worked example in Chromium and write their pictures to docs/pictures.

    python scripts/take_pictures.py

Needs Debian's package chromium; the example is built in a folder of its own that is gone afterwards.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
COMMAND = [sys.executable, "-c", "from habeas.cli import main; main()", "--home"]


@dataclass(frozen=True)
class Picture:
    """A page as it is to be seen; `height` cuts off what is below."""

    name: str
    address: str
    width: int = 1000
    height: int = 1050
    dark: bool = False
    print: bool = False


WANTED = (
    Picture("front", "/?on=2025-12-14"),
    Picture("person", "/people/p-h6llluiv7e?on=2025-09-12"),
    Picture("release", "/releases/2025-12-13"),
    Picture("phone", "/people/p-vucwiucntr?on=2025-12-14&known=2025-12-14", width=390, height=1200),
)


def main() -> None:
    found = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if found is None:
        sys.exit("No Chromium was found: install Debian's package chromium.")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        subprocess.run([*COMMAND, str(home), "demo", "--no-serve"], check=True, cwd=ROOT, env=_environment())
        with serving(home) as address, chromium_at(found) as browser:
            for picture in WANTED:
                print(take(browser, address, picture, PICTURES))


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The address at which the register of that home is served meanwhile."""
    port = _free_port()
    server = subprocess.Popen(
        [*COMMAND, str(home), "serve", "--port", str(port)], cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait()


@contextmanager
def chromium_at(path: str) -> Iterator[Browser]:
    # The browser's own sandbox refuses to run as root, as in a container; nothing but our pages is opened.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def take(browser: Browser, address: str, picture: Picture, folder: Path) -> Path:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, color_scheme="dark" if picture.dark else "light"
    )
    if picture.print:
        page.emulate_media(media="print")
    page.goto(f"{address}{picture.address}")
    written = shoot(page, folder / f"{picture.name}.png")
    page.close()
    return written


def shoot(page: Page, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    return path


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in ("HABEAS_DATABASE", "HABEAS_HOME")}
    return {**kept, "PYTHONPATH": str(ROOT)}


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        if server.poll() is not None:
            raise RuntimeError("The server ended before it answered; its own words stand above.")
        try:
            with urlopen(f"{address}/method", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError("The server didn't answer within half a minute.")


if __name__ == "__main__":
    main()
