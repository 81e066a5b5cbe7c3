"""Keys and passwords are changed by who holds them, and guessing them is slowed by address as well."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from habeas.desk import by_address
from habeas.desk.models import Factor, Tries
from tests.desk.conftest import PASSWORD, an_account, browser, come_in
from tests.desk.test_door import FRONT, digits, gives_password


def changes_password(client: Client, old: str = PASSWORD, new: str = "brown bittern by water") -> int:
    return client.post("/desk/keys", {"old": old, "password": new}).status_code


def test_a_changed_password_ends_every_session_at_once_and_the_old_one_opens_nothing(desk: Path) -> None:
    here, there = come_in("reviewer", alias="anna"), come_in("reviewer", alias="anna")
    an_account("reviewer", alias="anna", password=PASSWORD)
    assert changes_password(here) == 302
    assert [one.get(FRONT).status_code for one in (here, there)] == [302, 302]
    assert gives_password(browser()) == 403
    assert gives_password(browser(), password="brown bittern by water") == 302


def test_a_password_is_changed_by_who_knows_it_and_to_a_good_one(desk: Path) -> None:
    client = come_in("reviewer", alias="anna")
    an_account("reviewer", alias="anna", password=PASSWORD)
    assert changes_password(client, new="short") == 400
    assert changes_password(client, old="wrong wrong wrong") == 400
    assert client.get(FRONT).status_code == 200
    for _ in range(4):
        changes_password(client, old="wrong wrong wrong")
    assert "Too many tries" in client.post("/desk/keys", {"old": PASSWORD, "password": "x"}).content.decode()
    assert gives_password(browser()) == 302


@pytest.mark.parametrize("address", ["/desk/keys/new", "/desk/keys"])
def test_a_browser_left_open_changes_no_keys(anna: Client, address: str) -> None:
    session = anna.session
    session["since"] -= 11 * 60
    session.save()
    answer = anna.post(address, {"factor": "1", "digits": digits()})
    assert answer.headers["Location"].startswith("/desk/sign-in?next=")
    assert "only shortly after signing in" in anna.get(answer.headers["Location"]).content.decode()
    assert Factor.objects.count() == 1


def asks_from(client: Client, address: str, alias: str, **headers: str) -> int:
    form = {"alias": alias, "password": "wrong wrong wrong"}
    return client.post("/desk/sign-in", form, REMOTE_ADDR=address, **headers).status_code


def test_one_address_that_tries_many_aliases_has_to_wait_and_others_need_not(desk: Path) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    client = browser()
    tried = [asks_from(client, "192.0.2.7", f"nobody-{n}") for n in range(by_address.FREE + 1)]
    assert tried == [403] * by_address.FREE + [429]
    assert asks_from(client, "192.0.2.8", "nobody-at-all") == 403
    assert asks_from(client, "192.0.2.7", "nobody-at-all") == 429
    kept = (desk / "desk.db").read_bytes() + (desk / "access.log").read_bytes()
    assert b"192.0.2" not in kept and Tries.objects.filter(failed__gt=0).count() < by_address.FREE + 2


def test_the_address_is_that_which_a_web_server_here_saw_and_not_one_that_was_made_up(desk: Path) -> None:
    client = browser()
    for n in range(by_address.FREE):
        asks_from(client, "127.0.0.1", f"nobody-{n}", HTTP_X_FORWARDED_FOR=f"198.51.100.{n}, 203.0.113.9")
    asks = {"HTTP_X_FORWARDED_FOR": "198.51.100.200, 203.0.113.9"}
    assert asks_from(client, "127.0.0.1", "nobody-x", **asks) == 429
    assert asks_from(client, "127.0.0.1", "nobody-y") == 403


def test_this_machine_itself_is_not_kept_waiting_by_address(desk: Path) -> None:
    """A hidden service, or a web server that says nothing, asks from here for everybody."""
    client = browser()
    tried = {asks_from(client, "127.0.0.1", f"nobody-{n}") for n in range(by_address.FREE + 2)}
    assert tried == {403}


def test_passkeys_are_offered_only_where_a_browser_makes_them(anna: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for host, offered in (("localhost", True), ("127.0.0.1", False), ("[::1]:8000", False)):
        page = anna.get("/desk/keys/new", headers={"host": host}).content.decode()
        assert ("data-passkey" in page) is offered, host
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["desk.example.org"])
    monkeypatch.setattr(settings, "SESSION_COOKIE_SECURE", True)
    assert '"id": "desk.example.org"' in rp_of(anna)
    monkeypatch.setattr(settings, "PASSKEY_HOST", "example.org")
    assert '"id": "example.org"' in rp_of(anna)
    monkeypatch.setattr(settings, "PASSKEY_HOST", "other.example")
    assert '"id": "desk.example.org"' in rp_of(anna)


def rp_of(client: Client) -> str:
    page = client.get("/desk/keys/new", headers={"host": "desk.example.org:8443"}).content.decode()
    found = re.search(r'data-passkey="([^"]+)"', page)
    assert found
    return unescape(found[1])


def test_a_wrong_code_is_told_in_the_form_and_what_was_typed_stays_but_the_password(desk: Path) -> None:
    answer = browser().post("/desk/invitation", {"code": "abcde-fghij", "password": PASSWORD})
    page = answer.content.decode()
    assert answer.status_code == 400 and "opens nothing" in page and 'value="abcde-fghij"' in page
    assert PASSWORD not in page
