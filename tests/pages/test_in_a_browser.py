"""A reader's way through the pages in Chromium, without scripts: home, search in four scripts, person, release."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.take_pictures import WANTED, Picture, chromium_at, serving, shoot, take
from tests.pages.conftest import STEFANOVIC

pytestmark = pytest.mark.browser

FOUR_SCRIPTS = {
    "Belarusian": "Валянцін Стэфановіч",
    "Russian": "Стефанович Валентин",
    "Lacinka": "Valancin Stefanovič",
    "English": "Valiantsin Stefanovich",
}
EVERY = (
    *("/", "/people", "/people?status=held", f"/people/{STEFANOVIC}", "/people/p-h6llluiv7e", "/search", "/releases"),
    *("/releases/2025-12-13", "/releases/2025-09-11", "/sources", "/sources/s-zerk-319", "/definitions", "/method"),
    *("/agreements", "/agreements/belarus-us-2025-12?on=2025-12-16", "/instruments/ofac-gl-2", "/sanctioners/us"),
    *("/people/p-nobody", "/?on=never"),
)


@pytest.fixture(scope="module")
def site(example: Path) -> Iterator[str]:
    with serving(example) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_at(chromium) as browser:
        yield browser


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1000, "height": 900})
    yield context
    context.close()


@pytest.mark.parametrize("script", FOUR_SCRIPTS)
def test_a_reader_walks_from_home_by_a_name_to_a_person_and_a_release(
    site: str, without_scripts: BrowserContext, tmp_path: Path, script: str
) -> None:
    page = without_scripts.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/?on=2025-12-14")
    page.fill("#name", FOUR_SCRIPTS[script])
    page.get_by_role("button", name="Search").click()
    page.locator(f'a[href^="/people/{STEFANOVIC}"]').first.click()
    expect(page).to_have_title("A person · Habeas")
    expect(page.locator(".standing .large")).to_have_text("held")
    shoot(page, tmp_path / "person.png")
    page.locator('a[href^="/releases/2026-03-19"]').first.click()
    expect(page.locator(".totals dt").first).to_have_text("Announced")
    shoot(page, tmp_path / "release.png")
    assert all(url.startswith(site) for url in asked)
    assert not any("%D0" in url or "tefanov" in url for url in asked)
    assert min(path.stat().st_size for path in tmp_path.glob("*.png")) > 10_000


def test_asking_as_known_that_day_turns_the_answer(site: str, without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto(f"{site}/people/{STEFANOVIC}")
    for name in ("on", "known"):
        page.fill(f'input[name="{name}"]', "2025-12-14")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".standing .large")).to_have_text("free abroad")
    expect(page.locator(".as-of")).to_contain_text("as known at the end of 14 December 2025 (UTC)")


@pytest.mark.parametrize(("width", "dark"), [(390, False), (390, True), (1200, False)])
def test_no_page_is_wider_than_the_screen_or_refused_by_its_own_rules(
    site: str, browser: Browser, width: int, dark: bool
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for address in EVERY:
        page.goto(f"{site}{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert _paper(page) == ("rgb(22, 24, 26)" if dark else "rgb(251, 250, 247)"), address
    page.close()
    assert [words for words in said if "404" not in words and "400" not in words] == []


def test_keys_alone_reach_the_content_and_show_where_one_is(site: str, without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto(f"{site}/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the content"
    page.keyboard.press("Tab")
    assert page.locator(":focus-visible").evaluate("link => getComputedStyle(link).outlineStyle") == "solid"


def test_in_print_the_address_of_each_source_stands_beside_it(site: str, browser: Browser) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(f"{site}/people/{STEFANOVIC}")
    assert not page.locator("nav").first.is_visible()
    assert not page.locator(".days form").is_visible()
    after = page.locator("a.out").first.evaluate("link => getComputedStyle(link, '::after').content")
    assert "https://" in after
    page.close()


def test_the_pictures_of_the_readme_can_be_taken(site: str, browser: Browser, tmp_path: Path) -> None:
    sizes = [take(browser, site, picture, tmp_path).stat().st_size for picture in WANTED]
    printed = take(browser, site, Picture("printed", f"/people/{STEFANOVIC}", print=True), tmp_path)
    assert all(10_000 < size < 300_000 for size in [*sizes, printed.stat().st_size])


def _paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))
