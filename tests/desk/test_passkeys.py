"""Passkeys walked in Chromium with a virtual authenticator: made, used, and refused where they are another's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from scripts.take_pictures import chromium_at, serving
from tests.cli.conftest import run
from tests.desk import release_walk as walk

pytestmark = pytest.mark.browser

_KEY = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
_KEY |= {"isUserVerified": True, "automaticPresenceSimulation": True}


@dataclass
class Device:
    """A browser with a key of its own, at the desk under the name localhost, which passkeys are bound to."""

    page: Page
    site: str
    session: CDPSession
    key: str

    def credentials(self) -> list[str]:
        found = self.session.send("WebAuthn.getCredentials", {"authenticatorId": self.key})
        return [str(one["credentialId"]) for one in found["credentials"]]

    def redeem(self, code: str) -> None:
        self.page.goto(f"{self.site}/desk/invitation")
        self.page.fill("input[name=code]", code)
        self.page.fill("input[name=password]", walk.PASSWORD)
        self.page.get_by_role("button", name="Go on").click()
        self.page.fill("input[name=label]", "small key")
        self.page.get_by_role("button", name="Make a passkey").click()
        expect(self.page.locator("h1")).to_have_text("The desk")

    def sign_out(self) -> None:
        self.page.get_by_role("button", name="Sign out").click()
        expect(self.page.locator("h1")).to_have_text("Sign in")

    def give_password(self, alias: str) -> None:
        self.page.goto(f"{self.site}/desk/sign-in")
        self.page.fill("input[name=alias]", alias)
        self.page.fill("input[name=password]", walk.PASSWORD)
        self.page.get_by_role("button", name="Go on").click()
        expect(self.page.locator("h1")).to_have_text("The second factor")

    def use_passkey(self) -> None:
        self.page.get_by_role("button", name="Use a passkey").click()


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with chromium_at(chromium) as browser:
        yield browser


@pytest.fixture(scope="module")
def invited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The desk's address, and codes by alias."""
    home = tmp_path_factory.mktemp("passkeys") / "home"
    run(home, "init")
    aliases = ("anna", "boris", "clara", "dora")
    codes = {
        alias: walk._code(run(home, "account", "invite", "--role", "reader", "--alias", alias).out) for alias in aliases
    }
    with serving(home) as address:
        yield address.replace("127.0.0.1", "localhost"), codes


@contextmanager
def device(browser: Browser, site: str) -> Iterator[Device]:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(15_000)
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": _KEY})
    yield Device(page, site, session, made["authenticatorId"])
    context.close()


def test_a_passkey_is_made_and_opens_the_desk_after_the_password(
    browser: Browser, invited: tuple[str, dict[str, str]]
) -> None:
    site, codes = invited
    with device(browser, site) as anna:
        anna.redeem(codes["anna"])
        assert len(anna.credentials()) == 1
        anna.sign_out()
        anna.give_password("anna")
        anna.use_passkey()
        expect(anna.page.locator("h1")).to_have_text("The desk")
        anna.page.goto(f"{site}/desk/keys")
        expect(anna.page.locator("tbody th")).to_have_text(["Passkey: small key"])


def test_the_passkey_of_another_opens_nothing(browser: Browser, invited: tuple[str, dict[str, str]]) -> None:
    """Both keys lie on one device, so that the browser itself would show either."""
    site, codes = invited
    with device(browser, site) as shared:
        shared.redeem(codes["boris"])
        (of_boris,) = shared.credentials()
        shared.sign_out()
        shared.redeem(codes["clara"])
        assert len(shared.credentials()) == 2
        shared.sign_out()
        shared.give_password("clara")
        _ask_for(shared.page, of_boris)
        shared.use_passkey()
        expect(shared.page.get_by_role("alert")).to_have_text(re.compile("This doesn’t fit"))
        shared.page.goto(f"{site}/desk/")
        expect(shared.page.locator("h1")).to_have_text("Sign in")
        shared.give_password("clara")
        shared.use_passkey()
        expect(shared.page.locator("h1")).to_have_text("The desk")


def test_a_device_without_the_key_is_told_so_and_may_try_another(
    browser: Browser, invited: tuple[str, dict[str, str]]
) -> None:
    site, codes = invited
    with device(browser, site) as dora:
        dora.redeem(codes["dora"])
    with device(browser, site) as strange:
        strange.give_password("dora")
        strange.use_passkey()
        expect(strange.page.get_by_role("alert")).to_have_text(re.compile("The browser got no passkey"))
        expect(strange.page.get_by_role("button", name="Use a passkey")).to_be_enabled()


def _ask_for(page: Page, credential: str) -> None:
    """As a page would that somebody changed on the way."""
    form = page.locator("form[data-passkey]")
    options = json.loads(str(form.get_attribute("data-passkey")))
    id = credential.rstrip("=").replace("+", "-").replace("/", "_")
    options["allowCredentials"] = [{"id": id, "type": "public-key"}]
    form.evaluate("(form, options) => { form.dataset.passkey = options; }", json.dumps(options))
