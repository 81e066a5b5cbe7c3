"""Every kind of public page by WCAG 2.2 AA, in three languages, on a phone and a desk, in light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from habeas.pages.urls import urlpatterns
from scripts.take_pictures import chromium_at, serving
from tests.accessible import SCREENS, Screen, findings, names_of, structure, too_wide
from tests.pages.conftest import STEFANOVIC

pytestmark = pytest.mark.browser

KINDS = {
    "front": "/?on=2025-12-14",
    "people": "/people?status=held",
    "person": f"/people/{STEFANOVIC}",
    "search": "/search",
    "names": "/names",
    "names_under": "/names/st",
    "releases": "/releases",
    "release": "/releases/2025-12-13",
    "agreements": "/agreements",
    "agreement": "/agreements/belarus-us-2025-12?on=2025-12-16",
    "instrument": "/instruments/ofac-gl-2",
    "sanctioner": "/sanctioners/us",
    "sources": "/sources",
    "source": "/sources/s-zerk-319",
    "counts": "/counts?by=region",
    "balance": "/balance?from=2025-09-01&to=2025-12-20",
    "recognisers": "/recognisers",
    "pictures": "/pictures",
    "definitions": "/definitions",
    "estimates": "/estimates",
    "changes": "/changes",
    "letters": "/letters",
    "reading_safely": "/reading-safely",
    "trust": "/trust",
    "rules": "/method/1-days",
    "method": "/method",
}
BEHIND_A_LINK = {
    "balance_term": ("balance", "/balance/term?"),
    "comparison": ("recognisers", "/recognisers/comparison?"),
}
FOCUSED = """() => [
  [...document.querySelectorAll('a, button, input, select')].indexOf(document.activeElement),
  getComputedStyle(document.activeElement).outlineStyle,
  document.activeElement.type || '',
]"""
REFUSED = {"nobody": "/people/p-nobody", "unreadable": "/?on=never"}


@pytest.fixture(scope="module")
def site(example: Path) -> Iterator[str]:
    with serving(example) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_at(chromium) as browser:
        yield browser


def test_every_kind_of_page_is_looked_at() -> None:
    assert names_of(urlpatterns) == KINDS.keys() | BEHIND_A_LINK.keys()


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen.language}-{screen.width}")
def test_axe_finds_nothing_on_any_kind_of_page(site: str, browser: Browser, screen: Screen) -> None:
    page = opened(browser, screen)
    found = {}
    for name, address in (KINDS | REFUSED).items():
        page.goto(f"{site}{screen.of(address)}")
        found[name] = findings(page)
        for behind, (first, start) in BEHIND_A_LINK.items():
            if first == name:
                link = page.locator(f"main a[href*='{start}']").first
                page.goto(f"{site}{link.get_attribute('href')}")
                found[behind] = findings(page)
    page.context.close()
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_without_scripts_every_page_stands_on_any_screen_and_asks_nobody_else(
    site: str, browser: Browser, language: str
) -> None:
    screen = Screen(1280, False, language)
    page = opened(browser, screen, scripts=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name, address in (KINDS | REFUSED).items():
        page.set_viewport_size({"width": screen.width, "height": 800})
        page.goto(f"{site}{screen.of(address)}")
        assert structure(page) == [], name
        assert page.locator("html").get_attribute("lang") == language, name
        assert not too_wide(page), name
        page.set_viewport_size({"width": 360, "height": 800})
        assert not too_wide(page), f"{name} on a phone"
    page.context.close()
    assert {url for url in asked if not url.startswith(f"{site}/")} == set()


def test_keys_go_through_a_page_in_the_order_in_which_it_is_read(site: str, browser: Browser) -> None:
    page = opened(browser, Screen(1280, False, "en"), scripts=False)
    page.goto(f"{site}/people")
    told = []
    for _ in range(26):
        page.keyboard.press("Tab")
        told.append(page.evaluate(FOCUSED))
    page.context.close()
    order = [place for place, _, _ in told]
    assert order == sorted(order) and len(set(order)) > 15
    # The browser shows by itself where one is within a field for a date.
    assert [one for one in told if one[1] != "solid" and one[2] != "date"] == []


def opened(browser: Browser, screen: Screen, *, scripts: bool = True) -> Page:
    page = browser.new_context(
        java_script_enabled=scripts,
        viewport={"width": screen.width, "height": 800},
        color_scheme="dark" if screen.dark else "light",
    ).new_page()
    # A page that doesn't answer fails at once.
    page.set_default_timeout(15_000)
    return page
