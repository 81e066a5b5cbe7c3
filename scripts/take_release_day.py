"""Play the day of a release in Chromium with invented people, and write a picture of each step to docs/pictures.

    python -m scripts.take_release_day

Needs Debian's packages chromium and fonts-dejavu-core; the register is made in a folder that is gone afterwards.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from scripts.take_pictures import PICTURES, chromium_at, serving
from tests.desk import release_walk as walk
from tests.desk.test_release_day import play


def main() -> None:
    found = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if found is None:
        sys.exit("No Chromium was found: install Debian's package chromium.")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        codes = walk.the_day_before(home)
        with serving(home) as address, chromium_at(found) as browser:
            boris, anna = (walk.come_in(browser, address, codes[alias]) for alias in ("boris", "anna"))
            play(address, (boris, anna), Path(folder), _picture)


def _picture(page: Page, name: str) -> None:
    path = PICTURES / f"release-day-{name}.png"
    page.screenshot(path=path)
    # Few colours are on the desk; a palette makes the files a third as large.
    Image.open(path).convert("RGB").quantize(64).save(path, optimize=True)
    print(path.relative_to(PICTURES.parent.parent))


if __name__ == "__main__":
    main()
