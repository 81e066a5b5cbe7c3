"""13 December 2025 in Chromium, with invented people: three lists, two editors, and numbers that lead back to rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.take_pictures import chromium_at, serving
from tests.cli.conftest import run
from tests.desk import release_day as day
from tests.desk import release_walk as walk

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_at(chromium) as browser:
        yield browser


def test_the_day_of_the_release_from_three_lists_to_numbers_that_stand(browser: Browser, tmp_path: Path) -> None:
    home = tmp_path / "home"
    codes = walk.the_day_before(home)
    with serving(home) as address:
        boris, anna = (walk.come_in(browser, address, codes[alias]) for alias in ("boris", "anna"))
        play(address, (boris, anna), tmp_path)
        no_page_is_wider_than_a_phone(anna, address)
        told = run(home, "lists", "compare", day.DAY, "--json").json
        assert [figure["number"] for figure in told["totals"]["announced"]] == [day.ANNOUNCED]
        for editor in ("boris", "anna"):
            assert run(home, "beyond", day.DAY, "--by", editor).code == 0
        the_public_numbers_stand(anna, address)
        assert run(home, "verify").code == 0


def no_page_is_wider_than_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    person = f"/desk/people/{day.denied().id}"
    pages = ("/desk/lists", "/desk/lists/new", f"/desk/releases/{day.DAY}", f"/desk/releases/{day.DAY}/lists", person)
    for path in (*pages, f"/desk/say/{day.denied().id}/Released", f"/desk/releases/{day.DAY}/left-over", "/desk/tasks"):
        page.goto(f"{address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def nothing(page: Page, name: str) -> None:
    """No picture is taken."""


def play(address: str, editors: tuple[Page, Page], folder: Path, step: walk.Step = nothing) -> None:
    boris, anna = editors
    who = walk.truth()

    walk.announce(boris, address)
    step(boris, "announced")

    mediators = walk.take(boris, address, ("The mediators", "official"), day.workbook(folder))
    expect(boris.locator(".sum")).to_contain_text(f"{day.BY_MEDIATORS} =")
    step(boris, "first-list")
    assert boris.locator("#detail .offer").count() >= 2, "two namesakes, and the list doesn't say which"
    new = walk.settle(boris, who)
    assert sorted(new) == sorted(names[2] for names in day.FOREIGN)
    expect(boris.locator(".sum")).to_contain_text(f"104 ✓ in the register + {day.FOREIGNERS} ◆ new person")

    monitor = walk.take(boris, address, ("A monitor", "monitor"), day.pdf(folder))
    assert walk.accept_likely(boris) >= 1
    walk.settle(boris, who)
    expect(boris.locator(".sum")).to_contain_text(f"{day.BY_MONITOR} = {day.BY_MONITOR} ✓ in the register")
    step(boris, "second-list")

    outlet = walk.take(boris, address, ("An outlet", "press"), day.message())
    step(boris, "third-list")
    two_at_once(address, outlet, editors, step)
    walk.settle(boris, who)
    expect(boris.locator(".sum")).to_contain_text(f"{day.BY_OUTLET} = {day.BY_OUTLET} ✓ in the register")

    walk.deny(boris, address, day.denied().id)
    step(boris, "a-denial")
    walk.count_verified(boris, address, day.VERIFIED)
    assert anna.goto(f"{address}/releases/{day.DAY}").status == 404, "nothing is public before another has looked"
    walk.accept_everything(anna, address, step)
    assert anna.goto(f"{address}/releases/{day.DAY}").status == 200

    the_numbers_stand(anna, address, {"The mediators": mediators, "A monitor": monitor, "An outlet": outlet}, step)


def two_at_once(address: str, listing: str, editors: tuple[Page, Page], step: walk.Step) -> None:
    """Anna decides a row that Boris looks at, and takes it back; he sees both without doing anything."""
    boris, anna = editors
    row = "row-7"
    boris.goto(f"{address}/desk/lists/{listing}?row=3")
    anna.goto(f"{address}/desk/lists/{listing}?row=7")
    anna.keyboard.press("u")
    expect(anna.locator(f"#{row} .by")).to_have_text("anna")
    expect(boris.locator(".news")).to_contain_text("anna decided row 7", timeout=15_000)
    expect(boris.locator(f"#{row} .by")).to_have_text("anna")
    step(boris, "two-editors")
    anna.keyboard.press("z")
    expect(anna.locator("#news")).to_contain_text("Undone")
    expect(anna.locator(".row[aria-current]")).to_have_count(1)


def the_numbers_stand(page: Page, address: str, lists: dict[str, str], step: walk.Step) -> None:
    page.goto(f"{address}/desk/releases/{day.DAY}/lists?on=2025-12-14")
    totals = " ".join(page.locator(".six").inner_text().split())
    assert f"{day.ANNOUNCED} The state agency" in totals
    named = {"The mediators": day.BY_MEDIATORS, "A monitor": day.BY_MONITOR, "An outlet": day.BY_OUTLET}
    for publisher, number in named.items():
        assert f"{number} {publisher}" in totals
        rows = page.locator(f'tbody a[href^="/desk/lists/{lists[publisher]}?row="]')
        assert rows.count() == number, "each of the named leads back to a row of its list"
    freed = day.FREED + day.FOREIGNERS
    assert f"verified {day.VERIFIED} A monitor" in totals
    assert f"matched {freed} this register" in totals
    told = " ".join(page.locator("p.sum").first.inner_text().split())
    assert f"{freed} = {day.FREED} in this register + {day.FOREIGNERS} new to this register" in told
    assert page.locator("tbody tr", has_text="new to the register").count() == day.FOREIGNERS
    assert f"ours {freed - 1} this register" in totals
    assert page.locator("tbody tr").count() == freed
    assert page.locator("tbody .freedom", has_text="denied").count() == 1
    step(page, "side-by-side")
    denied = page.locator("tbody tr", has_text=day.denied().names[0])
    expect(denied).to_contain_text("denied by The family")
    denied.locator('a[href*="?row="]').first.click()
    expect(page.locator(".row[aria-current] .printed")).to_have_text(day.denied().names[2])

    page.goto(f"{address}/desk/releases/{day.DAY}/left-over?on=2025-12-14")
    said = " ".join(page.locator("main").inner_text().split())
    assert "Missing 1 " in said and day.denied().names[0] in said
    assert f"New {day.FOREIGNERS} " in said
    assert f"Remaining {day.PEOPLE - day.FREED + 1} " in said
    step(page, "left-over")


def the_public_numbers_stand(page: Page, address: str) -> None:
    """What a reader sees once both editors have said that those freed are beyond reach."""
    page.goto(f"{address}/releases/{day.DAY}?on=2025-12-14")
    totals = " ".join(page.locator(".totals").inner_text().split())
    freed = day.FREED + day.FOREIGNERS
    assert f"{day.ANNOUNCED} The state agency" in totals and f"{day.VERIFIED} A monitor" in totals
    for number, publisher in (
        (day.BY_MEDIATORS, "The mediators"),
        (day.BY_MONITOR, "A monitor"),
        (day.BY_OUTLET, "An outlet"),
    ):
        assert f"{number} {publisher}" in totals
    assert f"{freed} this register" in totals and f"{freed - 1} this register" in totals
    told = " ".join(page.locator("#members").inner_text().split())
    assert f"{freed} = {day.FREED} in this register + {day.FOREIGNERS} new to this register" in told
    assert f"{day.PEOPLE - day.FREED + 1} people" in page.locator("main").inner_text()
    named = {"The mediators": 0, "A monitor": 0, "An outlet": 0}
    rows = 0
    while True:
        for cell in page.locator(".members tbody td:last-child").all_inner_texts():
            rows += 1
            for part in cell.split(";"):
                publisher, _, printed = part.strip().partition("“")
                assert printed.endswith("”"), cell
                named[publisher.strip()] += 1
        further = page.locator(".turns a[rel=next]")
        if not further.count():
            break
        further.first.click()
    assert rows == freed
    assert named == {"The mediators": day.BY_MEDIATORS, "A monitor": day.BY_MONITOR, "An outlet": day.BY_OUTLET}
