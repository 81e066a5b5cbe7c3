"""Every kind of page of the desk by WCAG 2.2 AA, signed in as an administrator, on a phone and a desk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from habeas.desk.urls import urlpatterns
from scripts.take_pictures import chromium_at, serving
from tests.accessible import SCREENS, Screen, findings, names_of, too_wide
from tests.cli.conftest import ROOT, run
from tests.desk import release_day as day
from tests.desk import release_walk as walk
from tests.intake.conftest import PEOPLE, YANKA

pytestmark = pytest.mark.browser

NO_PAGES = {
    "sign_out",
    "decide",
    "undo",
    "retract",
    "ask_model",
    "decide_text",
    "part",
    "join",
    "work",
    "disagree",
    "decide_change",
    "calendar",
    "decide_export",
    "export_file",
    "show_again",
}
"""Forms are posted there, or a file is given."""

_PEOPLE = "from habeas.cli.opening import open_register; open_register(); "
_PEOPLE += "from tests.desk.ground import four_people; four_people(); "
_PEOPLE += "from tests.desk.conftest import an_account; from tests.desk.release_walk import PASSWORD; "
_PEOPLE += "[an_account('reader', alias=one, password=PASSWORD) for one in ('old-one', 'new-one')]; "
_PEOPLE += "from habeas.desk.models import Factor; Factor.objects.filter(account__alias='new-one').delete()"


@dataclass(frozen=True)
class Desk:
    address: str
    page: Page
    listing: str
    text: str
    waiting: str

    def kinds(self) -> dict[str, str]:
        lists, release, person = f"/desk/lists/{self.listing}", f"/desk/releases/{day.DAY}", f"/desk/people/{YANKA}"
        return {
            **{
                "front": "/desk/",
                "keys": "/desk/keys",
                "new_factor": "/desk/keys/new",
                "accounts": "/desk/accounts",
            },
            "exports": "/desk/exports",
            "keep_back": f"{person}/keep-back",
            "beyond": f"{release}/beyond",
            **{"waiting": "/desk/waiting", "waiting_group": self.waiting, "agree": f"{self.waiting}/agree"},
            **{"lists": "/desk/lists", "new_list": "/desk/lists/new", "bench": f"{lists}?row=1"},
            **{"likely": f"{lists}/likely", "list": f"{lists}/versions"},
            **{"releases": "/desk/releases", "new_release": "/desk/releases/new", "release": release},
            **{"side_by_side": f"{release}/lists", "left_over": f"{release}/left-over"},
            **{"people": "/desk/people", "person": person},
            **{"say_what": f"/desk/say/{YANKA}", "say": f"/desk/say/{YANKA}/SeenHeld"},
            **{"texts": "/desk/texts", "text": self.text, "tasks": "/desk/tasks"},
            **{"snapshots": "/desk/snapshots"},
        }


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_at(chromium) as browser:
        yield browser


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An administrator's, with a release, a list of it, a text, and what waits because of them."""
    home = tmp_path_factory.mktemp("desk") / "home"
    run(home, "init")
    code = walk._code(run(home, "account", "invite", "--role", "administrator", "--alias", "anna").out)
    kept = {key: value for key, value in os.environ.items() if key != "HABEAS_DATABASE"}
    environment = {**kept, "HABEAS_HOME": str(home), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", _PEOPLE], check=True, env=environment, cwd=ROOT)
    with serving(home) as address:
        page = walk.come_in(browser, address, code)
        page.set_default_timeout(15_000)
        walk.announce(page, address)
        names = [names[0] for _, names in PEOPLE.values()]
        listing = walk.take(page, address, ("The mediators", "official"), "\n".join(names))
        yield Desk(address, page, listing, put_a_text(page, address, names[0]), first_waiting(page, address))


def put_a_text(page: Page, address: str, name: str) -> str:
    page.goto(f"{address}/desk/texts")
    walk._new_source(page, "A channel", "press")
    page.fill("textarea[name=pasted]", f"У пятніцу на волю выйшлі сем палітвязняў. Сярод вызваленых — {name}.")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("h1")).to_have_text("A channel")
    return page.url.removeprefix(address)


def first_waiting(page: Page, address: str) -> str:
    page.goto(f"{address}/desk/waiting")
    return str(page.locator("tbody a").first.get_attribute("href"))


def test_every_kind_of_page_of_the_desk_is_looked_at() -> None:
    kinds = Desk("", None, "", "", "").kinds()  # type: ignore[arg-type]
    assert names_of(urlpatterns) == kinds.keys() | NO_PAGES | {"sign_in", "second_factor", "invitation", "snapshot"}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen.language}-{screen.width}")
def test_axe_finds_nothing_at_the_desk(desk: Desk, browser: Browser, screen: Screen) -> None:
    looked = {name: look(desk.page, desk.address, address, screen) for name, address in desk.kinds().items()}
    stranger = browser.new_page()
    for name in ("sign-in", "invitation"):
        looked[name] = look(stranger, desk.address, f"/desk/{name}", screen)
    stranger.close()
    assert [f"{name}: {one}" for name, found in looked.items() for one in found] == []


FORMS = ("/desk/lists/new", "/desk/releases/new", "/desk/texts", f"/desk/say/{YANKA}/SeenHeld")
SEND = """() => {
  const form = [...document.querySelectorAll('main form[method=post]')].at(-1);
  form.noValidate = true;
  form.requestSubmit();
}"""


@pytest.mark.parametrize("address", FORMS)
def test_axe_finds_nothing_on_a_form_that_was_sent_back(desk: Desk, address: str) -> None:
    desk.page.goto(f"{desk.address}/be{address}")
    with desk.page.expect_navigation() as sent:
        desk.page.evaluate(SEND)
    assert sent.value is not None and sent.value.status == 400
    expect(desk.page.locator("[role=alert]")).to_have_count(1)
    assert [*findings(desk.page), *too_wide(desk.page)] == []


OLD, NEW = "old-one", "new-one"


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen.language}-{screen.width}")
def test_axe_finds_nothing_on_the_forms_before_the_door_when_they_are_sent_back(
    desk: Desk, browser: Browser, screen: Screen
) -> None:
    """Each filled wrongly by somebody with an account of their own; the last asks for the first factor of a new one."""
    stranger = browser.new_page()
    for alias, address in ((OLD, "/desk/sign-in"), (OLD, "/desk/second-factor"), (NEW, "/desk/keys/new")):
        stranger.context.clear_cookies()
        if not address.endswith("sign-in"):
            give_password(stranger, desk.address, alias)
        look(stranger, desk.address, address, screen)
        for field in ("alias", "password", "digits"):
            for one in stranger.locator(f"main input[name={field}]").all():
                one.fill("000000")
        assert sent_back(stranger, screen) == [], address
    look(stranger, desk.address, "/desk/invitation", screen)
    assert sent_back(stranger, screen) == []
    stranger.close()


def give_password(page: Page, site: str, alias: str) -> None:
    page.goto(f"{site}/desk/sign-in")
    page.fill("input[name=alias]", alias)
    page.fill("input[name=password]", walk.PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(lambda url: "sign-in" not in url)


def sent_back(page: Page, screen: Screen) -> list[str]:
    with page.expect_navigation() as sent:
        page.evaluate(SEND)
    assert sent.value is not None and sent.value.status in (400, 403)
    expect(page.locator("[role=alert]")).to_have_count(1)
    return [*findings(page), *too_wide(page)]


def look(page: Page, site: str, address: str, screen: Screen) -> list[str]:
    page.set_viewport_size({"width": screen.width, "height": 860})
    page.emulate_media(color_scheme="dark" if screen.dark else "light")
    answer = page.goto(f"{site}{screen.of(address)}")
    assert answer is not None and answer.status == 200, address
    return [*findings(page), *too_wide(page)]
