"""Who comes in at the door: by invitation, with two factors, not for long, and nobody by guessing."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pyotp
import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from habeas.desk import accounts, signed
from habeas.desk.models import Account, Factor, Invitation, Session, Tries
from habeas.desk.roles import Right, Role
from habeas.ledger.access import entries, verify_access
from habeas.problems import BadInput
from tests.desk.conftest import PASSWORD, SECRET, SignedIn, an_account, browser

FRONT = "/desk/"
BEFORE_THE_DOOR = {"sign_in", "second_factor", "sign_out", "invitation", "new_factor"}


def digits(secret: str = SECRET) -> str:
    return pyotp.TOTP(secret).at(timezone.now())


def gives_password(client: Client, alias: str = "anna", password: str = PASSWORD) -> int:
    return client.post("/desk/sign-in", {"alias": alias, "password": password}).status_code


def views(resolver: URLResolver | None = None) -> list[URLPattern]:
    found: list[URLPattern] = []
    for one in (resolver or get_resolver()).url_patterns:
        found += views(one) if isinstance(one, URLResolver) else [one]
    return found


def test_every_page_of_the_desk_stands_behind_the_door() -> None:
    desk = {one.name: one.callback for one in views() if one.callback.__module__.startswith("habeas.desk")}
    assert len(desk) > 7
    assert all(hasattr(view, "right") for view in desk.values())
    assert {name for name, view in desk.items() if view.right is None} == BEFORE_THE_DOOR


def test_no_public_page_knows_a_session() -> None:
    public = [one for one in views() if one.callback.__module__.startswith("habeas.pages")]
    assert len(public) > 8
    assert not [one for one in public if hasattr(one.callback, "right")]


def test_public_pages_set_no_cookie_even_for_who_is_signed_in(anna: Client) -> None:
    assert anna.get(FRONT).status_code == 200
    for address in ("/", "/people", "/search", "/method"):
        assert not anna.get(address).cookies
    anna.cookies["desk"] = "x"
    assert not anna.get("/").cookies


def test_an_invitation_makes_an_account_that_has_to_take_a_second_factor(desk: Path) -> None:
    alias, code = accounts.invite(Role.CONTRIBUTOR, groups=["minors"])
    client = browser()
    made = client.post("/desk/invitation", {"code": code.upper(), "password": PASSWORD})
    assert made.headers["Location"] == reverse("desk:new_factor")
    assert client.get(FRONT).status_code == 302
    page = client.get("/desk/keys/new").content.decode()
    secret = re.search(r'class="code">([A-Z2-7 ]+)<', page)
    assert secret and "<svg" in page
    came = client.post("/desk/keys/new", {"digits": digits(secret[1].replace(" ", ""))})
    assert came.headers["Location"] == FRONT
    assert alias in client.get(FRONT).content.decode()
    account = Account.objects.get(alias=alias)
    assert account.groups == ["minors"] and account.password.startswith("argon2$")


def test_a_code_works_once_and_not_for_ever(desk: Path) -> None:
    _, code = accounts.invite(Role.READER)
    accounts.redeem(code, PASSWORD)
    with pytest.raises(BadInput, match="opens nothing"):
        accounts.redeem(code, PASSWORD)
    _, late = accounts.invite(Role.READER)
    Invitation.objects.update(ends=timezone.now() - timedelta(seconds=1))
    with pytest.raises(BadInput, match="opens nothing"):
        accounts.redeem(late, PASSWORD)
    assert late not in str(list(Invitation.objects.values()))


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012345", "anna anna anna"])
def test_a_weak_password_is_refused_with_a_reason_and_the_code_stays_good(desk: Path, password: str) -> None:
    _, code = accounts.invite(Role.READER, alias="anna")
    with pytest.raises(BadInput):
        accounts.redeem(code, password)
    assert accounts.redeem(code, PASSWORD).alias == "anna"


@pytest.mark.parametrize("alias", ["Anna Vydumanaya", "анна", "a", "x" * 31, "-a", "a/b"])
def test_an_alias_is_no_name(desk: Path, alias: str) -> None:
    with pytest.raises(BadInput, match="never a name"):
        accounts.invite(Role.READER, alias=alias)


def test_password_and_digits_together_open_the_desk_and_one_of_them_does_not(desk: Path) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    client = browser()
    assert gives_password(client) == 302
    assert client.get(FRONT).status_code == 302
    assert client.post("/desk/second-factor", {"digits": "000000"}).status_code == 403
    assert client.get(FRONT).status_code == 302
    assert client.post("/desk/second-factor", {"digits": digits()}).headers["Location"] == FRONT
    assert client.get(FRONT).status_code == 200


def test_digits_work_once(desk: Path) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    shown = digits()
    for expected in (302, 403):
        client = browser()
        gives_password(client)
        assert client.post("/desk/second-factor", {"digits": shown}).status_code == expected


def test_a_password_alone_adds_no_key_to_an_account_that_has_one(desk: Path) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    client = browser()
    gives_password(client)
    assert client.get("/desk/keys/new").headers["Location"] == reverse("desk:sign_in")
    assert Factor.objects.count() == 1


def test_who_is_unknown_is_answered_like_who_mistypes(desk: Path) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    answers = []
    for alias in ("anna", "nobody-here"):
        client = browser()
        answer = client.post("/desk/sign-in", {"alias": alias, "password": "wrong wrong wrong"})
        body = re.sub(r'value="[A-Za-z0-9]{64}"', "", answer.content.decode())
        answers.append((answer.status_code, body, sorted(answer.headers)))
    assert answers[0] == answers[1]


def test_a_password_is_compared_even_where_there_is_no_account(desk: Path) -> None:
    with patch("habeas.desk.accounts.check_password", return_value=False) as compared:
        accounts.with_password("nobody-here", "x")
    assert compared.call_count == 1


@pytest.mark.parametrize("alias", ["anna", "nobody-here"])
def test_guessing_is_slowed_alike_for_accounts_and_for_none(desk: Path, alias: str) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    client = browser()
    assert [gives_password(client, alias, "wrong wrong wrong") for _ in range(6)] == [403] * 5 + [429]
    assert gives_password(client, alias) == 429
    Tries.objects.update(until=timezone.now())
    assert gives_password(client, alias) == (302 if alias == "anna" else 403)


def test_digits_can_not_be_guessed_by_trying(desk: Path) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    client = browser()
    gives_password(client)
    tried = [client.post("/desk/second-factor", {"digits": f"{n:06}"}).status_code for n in range(6)]
    assert tried[-1] == 429
    assert client.post("/desk/second-factor", {"digits": digits()}).status_code == 429


def test_a_session_that_somebody_planted_is_not_the_one_that_comes_in(desk: Path) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    client = browser()
    client.get("/desk/sign-in")
    keys = [client.cookies["desk"].value]
    gives_password(client)
    keys.append(client.cookies["desk"].value)
    client.post("/desk/second-factor", {"digits": digits()})
    keys.append(client.cookies["desk"].value)
    assert len(set(keys)) == 3
    planted = browser()
    for key in keys[:2]:
        planted.cookies["desk"] = key
        assert planted.get(FRONT).status_code == 302


def test_the_cookie_is_for_this_site_and_no_script(desk: Path) -> None:
    cookie = browser().get("/desk/sign-in").cookies["desk"]
    assert cookie["httponly"] and cookie["samesite"] == "Strict" and not cookie["expires"]


@pytest.mark.parametrize(("key", "after"), [("seen", signed.IDLE), ("since", signed.LONGEST)])
def test_a_session_ends_by_itself(anna: Client, key: str, after: int) -> None:
    session = anna.session
    session[key] -= after + 1
    session.save()
    assert anna.get(FRONT).status_code == 302


def test_sessions_of_one_or_of_all_end_at_once(anna: Client, boris: Client, signed_in: SignedIn) -> None:
    admin = signed_in("administrator", alias="admin")
    admin.post("/desk/accounts", {"deed": "end", "alias": "boris"})
    assert (anna.get(FRONT).status_code, boris.get(FRONT).status_code) == (200, 302)
    admin.post("/desk/accounts", {"deed": "end"})
    assert (anna.get(FRONT).status_code, admin.get(FRONT).status_code) == (302, 302)
    assert Session.objects.filter(account__isnull=False).count() == 0


def test_a_closed_account_is_out_at_once_and_stays_out(desk: Path, boris: Client) -> None:
    an_account("contributor", alias="boris", password=PASSWORD)
    accounts.close("boris")
    assert boris.get(FRONT).status_code == 302
    assert gives_password(browser(), "boris") == 403
    with pytest.raises(BadInput, match="There is an account boris"):
        accounts.invite(Role.READER, alias="boris")


def test_lost_keys_are_replaced_by_a_new_code_and_the_old_ones_end(desk: Path) -> None:
    an_account("contributor", alias="boris", password=PASSWORD)
    code = accounts.reset("boris")
    assert gives_password(browser(), "boris") == 403 and not Factor.objects.exists()
    assert accounts.redeem(code, PASSWORD + "!").role == "contributor"


def test_the_last_key_stays(anna: Client) -> None:
    factor = Factor.objects.get()
    answer = anna.post("/desk/keys", {"factor": factor.pk})
    assert answer.status_code == 400 and "only second factor" in answer.content.decode()
    assert Factor.objects.exists()


def test_a_role_reaches_its_rights_and_those_below(boris: Client, signed_in: SignedIn) -> None:
    assert boris.get("/desk/accounts").status_code == 403
    assert signed_in("administrator").get("/desk/accounts").status_code == 200
    assert Role.READER.rights == {Right.READ}
    assert Role.ADMINISTRATOR.rights == set(Right)
    ladder = [role.rights for role in Role]
    assert all(less < more for less, more in pairwise(ladder))


def test_a_refusal_stands_in_the_log_of_access(boris: Client) -> None:
    boris.get("/desk/accounts")
    assert [(entry.event, entry.alias) for entry in entries()] == [("refused", "boris")]
    assert verify_access() == ""


def test_what_was_typed_as_an_alias_is_kept_nowhere(desk: Path) -> None:
    typed = "hanna-the-typist"
    gives_password(browser(), typed)
    assert typed.encode() not in (desk / "desk.db").read_bytes() + (desk / "access.log").read_bytes()
    assert "unknown" in {entry.alias for entry in entries()}


def test_a_role_that_is_changed_holds_from_the_next_page_on(boris: Client) -> None:
    accounts.change("boris", role=Role.ADMINISTRATOR)
    assert boris.get("/desk/accounts").status_code == 200


def test_a_form_from_elsewhere_is_not_taken(desk: Path) -> None:
    client = browser(checks=True)
    answer = client.post("/desk/sign-in", {"alias": "anna", "password": PASSWORD})
    assert answer.status_code == 403 and "came from elsewhere" in answer.content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil"])
def test_signing_in_leads_to_no_other_site(desk: Path, elsewhere: str) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    client = browser()
    client.post("/desk/sign-in", {"alias": "anna", "password": PASSWORD, "next": elsewhere})
    assert client.post("/desk/second-factor", {"digits": digits()}).headers["Location"] == FRONT


def test_after_signing_in_one_is_where_one_was_going(desk: Path) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    client = browser()
    sent = client.get("/desk/keys").headers["Location"]
    assert sent == "/desk/sign-in?next=%2Fdesk%2Fkeys"
    page = client.get(sent).content.decode()
    assert 'name="next" value="/desk/keys"' in page
    client.post("/desk/sign-in", {"alias": "anna", "password": PASSWORD, "next": "/desk/keys"})
    assert client.post("/desk/second-factor", {"digits": digits()}).headers["Location"] == "/desk/keys"


def test_a_page_of_the_desk_is_kept_by_no_browser_and_runs_nothing_from_elsewhere(anna: Client) -> None:
    answer = anna.get("/desk/keys")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    scripted = anna.get("/desk/keys/new").headers["Content-Security-Policy"]
    assert "script-src 'self'" in scripted and "unsafe" not in scripted


def test_a_role_that_was_taken_away_is_gone_from_the_next_page_on(signed_in: SignedIn) -> None:
    once = signed_in("administrator", alias="once")
    assert once.get("/desk/accounts").status_code == 200
    accounts.change("once", role=Role.READER)
    assert once.get("/desk/accounts").status_code == 403


def test_what_an_administrator_mistypes_is_told_on_the_page_of_accounts(signed_in: SignedIn) -> None:
    admin = signed_in("administrator", alias="admin")
    answer = admin.post("/desk/accounts", {"deed": "invite", "role": "reviewer", "alias": "Anna V", "groups": "minors"})
    page = answer.content.decode()
    assert answer.status_code == 400 and "never a name" in page and 'value="Anna V"' in page
    assert '<option value="reviewer" selected>' in page


@pytest.mark.parametrize(("language", "word"), [("be", "адміністратар"), ("ru", "администратор")])
def test_roles_are_told_in_the_language_of_the_page(signed_in: SignedIn, language: str, word: str) -> None:
    admin = signed_in("administrator", alias="admin")
    page = admin.get(f"/{language}/desk/accounts").content.decode()
    assert word in page.lower() and "sees the desk" not in page
    refused = signed_in("reader", alias="rita").get(f"/{language}/desk/accounts").content.decode()
    assert "Your role" not in refused
