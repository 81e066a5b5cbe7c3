"""The day of a release, walked through the desk in Chromium by two editors; each step can be pictured.

The register of the day before is invented (release_day.py). Boris contributes, Anna reviews.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pyotp
from playwright.sync_api import Browser, Locator, Page, expect

from tests.cli.conftest import ROOT, run
from tests.desk import release_day as day

PASSWORD = "green heron over reeds"
Step = Callable[[Page, str], None]
"""Called after each step of the story, with the page and a short name."""

_REGISTER = "from habeas.cli.opening import open_register; open_register(); "
_REGISTER += "from tests.desk.release_day import put_in_custody; put_in_custody()"


def the_day_before(home: Path) -> dict[str, str]:
    """A home with the register, all of it accepted; the codes of two invitations by alias."""
    for arguments in (("init",), ("account", "invite", "--role", "contributor", "--alias", "boris")):
        done = run(home, *arguments)
        assert done.code == 0, done.err
    codes = {"boris": _code(done.out)}
    codes["anna"] = _code(run(home, "account", "invite", "--role", "reviewer", "--alias", "anna").out)
    kept = {key: value for key, value in os.environ.items() if key != "HABEAS_DATABASE"}
    environment = {**kept, "HABEAS_HOME": str(home), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", _REGISTER], check=True, env=environment, cwd=ROOT)
    accepted = run(home, "accept", "all", "--by", "clara")
    assert accepted.code == 0, accepted.err
    return codes


def come_in(browser: Browser, address: str, code: str) -> Page:
    """Through the door: the code, a password, and the digits of an authenticator."""
    page = browser.new_context(viewport={"width": 1180, "height": 860}).new_page()
    page.goto(f"{address}/desk/invitation")
    page.fill("input[name=code]", code)
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="Go on").click()
    secret = page.locator("p.code").inner_text().replace(" ", "")
    page.fill("input[name=digits]", pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Add the app").click()
    expect(page.locator("h1")).not_to_have_text("Add a second factor")
    return page


def announce(page: Page, address: str) -> None:
    page.goto(f"{address}/desk/releases/new")
    _new_source(page, "The state agency", "official")
    page.fill("input[name=batch_day]", day.DAY)
    page.fill("input[name=batch_title]", "A release to two countries")
    page.fill("input[name=announced]", str(day.ANNOUNCED))
    page.get_by_role("button", name="Put it on record").click()
    expect(page.locator("h1")).to_have_text("A release to two countries")


def take(page: Page, address: str, source: tuple[str, str], given: Path | str) -> str:
    """The list's id, once its bench is open."""
    page.goto(f"{address}/desk/lists/new")
    _new_source(page, *source)
    page.select_option("select[name=batch]", day.DAY)
    if isinstance(given, Path):
        page.set_input_files("input[name=file]", given)
    else:
        page.fill("textarea[name=pasted]", given)
    page.get_by_role("button", name="Take it").click()
    expect(page.locator("#sum")).to_be_visible()
    return page.url.split("/lists/")[1].split("?")[0]


def accept_likely(page: Page) -> int:
    """How many rows were joined by one confirmation."""
    page.get_by_role("link", name="Accept the likely ones").click()
    said = page.get_by_role("button", name="Yes:").inner_text()
    page.get_by_role("button", name="Yes:").click()
    expect(page.locator("#sum")).to_be_visible()
    return int(re.findall(r"[0-9]+", said)[0])


def settle(page: Page, who: Mapping[str, str]) -> list[str]:
    """Decide by keys whatever still asks, by what the printed name means; the names that became new people.

    `who` gives for a printed name the id of the person, or the name under which a foreigner is looked for, or nothing
    for somebody new.
    """
    new: list[str] = []
    page.get_by_role("link", name=re.compile("still asks? for you")).click()
    expect(page).to_have_url(re.compile("show=open"))
    while (row := page.locator(".row.unclear[aria-current], .row.absent[aria-current]")).count():
        printed, number = row.locator(".printed").inner_text(), row.get_attribute("id")
        meant = who[printed]
        if not meant:
            new.append(printed)
            page.keyboard.press("n")
        else:
            if not meant.startswith("p-"):
                _look_for(page, meant)
            choice = _choice(page, meant)
            page.keyboard.press(str(choice))
            page.keyboard.press("s")
        expect(page.locator(f"#{number}.unclear, #{number}.absent")).to_have_count(0)
    return new


def deny(page: Page, address: str, person: str) -> None:
    """The family says that the cell was never left."""
    page.goto(f"{address}/desk/say/{person}/SeenHeld")
    _new_source(page, "The family", "subject")
    page.fill("textarea[name=printed]", "Ён у камеры, мы атрымалі ліст.")
    page.fill("input[name=f_when]", "2025-12-14")
    page.select_option("select[name=f_still]", "yes")
    page.get_by_role("button", name="Say it").click()
    expect(page.locator("h1")).to_have_text(day.denied().names[0])


def count_verified(page: Page, address: str, number: int) -> None:
    """The monitor has asked one by one."""
    page.goto(f"{address}/desk/say/{day.DAY}/BatchCounted")
    _new_source(page, "A monitor", "monitor")
    page.fill("textarea[name=printed]", f"We have spoken to {number} of them.")
    page.select_option("select[name=f_counted]", "verified")
    page.fill("input[name=f_number]", str(number))
    page.fill("input[name=f_speaker]", "A monitor")
    page.get_by_role("button", name="Say it").click()
    expect(page.locator("h1")).to_have_text("A release to two countries")


def accept_everything(page: Page, address: str, step: Step) -> int:
    """How many groups the second editor looked at and accepted."""
    done = 0
    while True:
        page.goto(f"{address}/desk/waiting")
        waiting = page.locator("tbody tr").filter(has=page.locator("td:last-child", has_text=re.compile("[1-9]")))
        if not waiting.count():
            return done
        waiting.first.locator("a").first.click()
        if done == 0:
            step(page, "second-pair-of-eyes")
        page.get_by_role("button", name="Accept all that aren’t mine").click()
        page.get_by_role("button", name="Yes, accept").click()
        expect(page.locator("h1")).to_be_visible()
        done += 1


def truth() -> dict[str, str]:
    """Printed name to person, in each of the three spellings; the foreigners by their name in the first list."""
    told: dict[str, str] = {}
    for one in day.freed():
        be, ru, en = one.names
        told |= {en: one.id, be: one.id, day.misprinted(be): one.id, " ".join(reversed(ru.split())): one.id}
    for be, ru, en in day.FOREIGN:
        told |= {en: "", be: en, ru: en}
    return told


def _new_source(page: Page, publisher: str, nearness: str) -> None:
    known = page.locator("select[name=source] option", has_text=re.compile(f"^{publisher} \\("))
    if known.count():
        page.select_option("select[name=source]", known.first.get_attribute("value"))
    else:
        if not page.locator("input[name=publisher]").is_visible():
            page.locator("summary", has_text="A new source").click()
        page.fill("input[name=publisher]", publisher)
        page.fill("input[name=published]", day.DAY)
    page.select_option("select[name=nearness]", nearness)


def _look_for(page: Page, name: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.locator("#detail legend")).to_contain_text(name)


def _choice(page: Page, meant: str) -> int:
    """The number beside the person."""
    offers = page.locator("#detail .offer")
    if meant.startswith("p-"):
        values = [offer.locator("input").get_attribute("value") for offer in _all(offers)]
        return values.index(meant) + 1
    names = [offer.locator(".name a").inner_text() for offer in _all(offers)]
    return names.index(meant) + 1


def _all(found: Locator) -> list[Locator]:
    return [found.nth(place) for place in range(found.count())]


def _code(out: str) -> str:
    found = re.search(r"[a-z0-9]{5}(?:-[a-z0-9]{5}){4}", out)
    assert found, out
    return found[0]
