"""A public copy in a browser: from a memory stick and from a server, without scripts and with ours, on a phone."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from scripts.take_pictures import COMMAND, ROOT, _environment, _free_port, _wait_for, chromium_at
from tests.cli.conftest import example as example
from tests.pages.conftest import STEFANOVIC

pytestmark = pytest.mark.browser

_LINK = re.compile(r'(?:href|src)="([^"]*)"')
_LOADED = re.compile(r'(?:src|<link rel="(?:stylesheet|icon)" href)="([^"#?]+)"')
_PLACE = re.compile(r' id="([^"]*)"')
KINDS = (
    *("index", "people", f"people/{STEFANOVIC}", "search", "names", "names/st", "releases", "releases/2025-12-13"),
    *("sources", "sources/s-zerk-319", "definitions", "method"),
)


@pytest.fixture(scope="module")
def copy(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public") / "copy"
    subprocess.run(
        [*COMMAND, str(example), "publish", str(folder), "--by", "anna"],
        check=True,
        cwd=ROOT,
        env=_environment(),
        stdout=subprocess.DEVNULL,
    )
    return folder


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_at(chromium) as browser:
        yield browser


@contextmanager
def served(copy: Path, nowhere: Path) -> Iterator[str]:
    """The copy's own server, with a home folder that isn't there."""
    port = _free_port()
    command = [*COMMAND, str(nowhere), "serve", "--public", str(copy), "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait()


def test_every_link_of_the_worked_example_leads_to_a_file_and_a_place_in_it(copy: Path) -> None:
    site = copy / "site"
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    places = {path: set(_PLACE.findall(page)) for path, page in pages.items()}
    there = {path.as_posix() for path in copy.rglob("*") if path.is_file()}
    followed = 0
    for path, page in pages.items():
        for link in set(map(unescape, _LINK.findall(page))):
            file, _, place = link.partition("#")
            target = Path(normpath(path.parent / unquote(file))) if file else path
            assert target.as_posix() in there, (path.name, link)
            assert not place or place in places[target], (path.name, link)
            followed += 1
    assert followed > 20_000


def test_no_page_of_the_worked_example_is_heavy_for_a_slow_line(copy: Path) -> None:
    """With all that it loads, unpacked; at 250 kbit/s a hundred thousand bytes take some three seconds."""
    site = copy / "site"
    for path in set(site.rglob("*.html")) - {site / "404.html"}:
        loaded = {normpath(path.parent / link) for link in _LOADED.findall(path.read_text(encoding="utf-8"))}
        assert 1 <= len(loaded) <= 4, path.name
        assert path.stat().st_size + sum(Path(one).stat().st_size for one in loaded) < 100_000, path.name


def watched(page: Page) -> tuple[list[str], list[str]]:
    """Addresses that were asked for, and what the browser complained of."""
    asked: list[str] = []
    said: list[str] = []

    def ask(request: Request) -> None:
        asked.append(request.url)

    page.on("request", ask)
    page.on("console", lambda message: said.append(message.text))
    return asked, said


@pytest.mark.parametrize("scripts", [False, True])
def test_every_kind_of_page_opens_from_a_memory_stick_and_asks_for_nothing_elsewhere(
    copy: Path, browser: Browser, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    page = context.new_page()
    asked, said = watched(page)
    for language in ("", "be/", "ru/"):
        for kind in KINDS:
            page.goto((copy / "site" / f"{language}{kind}.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, (language, kind)
            styled = page.evaluate("getComputedStyle(document.querySelector('main')).paddingLeft")
            assert styled == "20px", "the style was not loaded"
    assert {url for url in asked if not url.startswith((copy / "site").as_uri())} == set()
    assert said == []
    context.close()


def test_a_name_in_any_script_is_found_from_a_memory_stick_and_stands_in_no_address(
    copy: Path, browser: Browser
) -> None:
    page = browser.new_page()
    asked, said = watched(page)
    page.goto((copy / "site" / "ru" / "search.html").as_uri())
    for name in ("Стефанович", "Стэфановіч", "Stefanovič", "Stefanovich"):
        page.fill("#typed", name)
        expect(page.locator(f'#found a[href$="{STEFANOVIC}.html"]')).to_be_visible()
    assert not [url for url in asked if "tefanov" in url.lower() or "%D1" in url]
    assert said == []
    page.close()


def test_names_are_leafed_through_without_a_script(copy: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((copy / "site" / "search.html").as_uri())
    assert not page.locator("#typed").is_visible()
    page.get_by_role("link", name="Leaf through").click()
    page.locator(".sounds a", has_text="St").first.click()
    page.locator(f'a[href$="{STEFANOVIC}.html"]').first.click()
    expect(page.locator("h1")).to_contain_text("Stefanovic")
    context.close()


def test_the_server_of_a_copy_answers_other_days_and_names_and_needs_no_home(
    copy: Path, browser: Browser, tmp_path: Path
) -> None:
    with served(copy, tmp_path / "no-home") as site:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        asked, said = watched(page)
        page.goto(f"{site}/people/{STEFANOVIC}")
        page.fill('input[name="on"]', "2025-12-14")
        page.get_by_role("button", name="Show").click()
        expect(page.locator(".standing .large")).to_have_text("held")
        page.goto(f"{site}/")
        page.fill("#name", "Стэфановіч Валянцін")
        page.get_by_role("button", name="Search").click()
        page.locator(f'a[href^="/people/{STEFANOVIC}"]').first.click()
        expect(page).to_have_title("A person · Habeas")
        answer = context.request.get(f"{site}/be/people.html")
        assert answer.ok and answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert context.request.get(f"{site}/people/p-nobody").status == 404
        assert context.request.get(f"{site}/desk/").status == 404
        assert context.request.get(f"{site}/?known=2025-01-01").status == 400
        assert context.request.get(f"{site}/%2e%2e/manifest.json").status == 404
        assert context.cookies() == []
        assert all(url.startswith(site) for url in asked)
        assert [words for words in said if "404" not in words and "400" not in words] == []
        context.close()
    assert not (tmp_path / "no-home").exists()
