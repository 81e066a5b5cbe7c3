"""Attacks on signing in and on forms: what is learnt by work done, by another origin, by a field too many."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import cbor2
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from webauthn.helpers import bytes_to_base64url

from habeas.desk import accounts, authenticators
from habeas.desk.models import Account, Factor
from habeas.desk.roles import Role
from habeas.desk.router import DESK
from habeas.domain.judgements import Accepted, Restricted
from habeas.domain.lines import Candidate
from habeas.intake import accepting
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.register import project
from tests.desk.conftest import PASSWORD, an_account, browser, come_in
from tests.desk.ground import four_people
from tests.desk.test_door import FRONT, digits
from tests.desk.test_matrix import patterns
from tests.intake.conftest import MARYIA, SERGEI


@contextmanager
def work() -> Iterator[list[str]]:
    """What is done, in kinds and in order: passwords compared and made, and statements of the desk's database."""
    done: list[str] = []

    def counted(name: str) -> object:
        real = getattr(Argon2PasswordHasher, name)

        def called(self: Argon2PasswordHasher, *given: object, **named: object) -> object:
            done.append(f"argon2 {name} {self.time_cost} {self.memory_cost}")
            return real(self, *given, **named)

        return called

    with (
        patch.object(Argon2PasswordHasher, "verify", counted("verify")),
        patch.object(Argon2PasswordHasher, "encode", counted("encode")),
        CaptureQueriesContext(connections[DESK]) as asked,
    ):
        yield done
    # Savepoints are numbered; of the others the kind and the first table tell enough.
    statements = [query["sql"].split() for query in asked.captured_queries]
    done += [" ".join(words[:1] if "SAVEPOINT" in words else words[:3]) for words in statements]


def of_sign_in(alias: str, password: str = "wrong wrong wrong") -> list[str]:
    client = browser()
    with work() as done:
        assert client.post("/desk/sign-in", {"alias": alias, "password": password}).status_code == 403
    return done


@pytest.mark.parametrize("alias", ["anna", "Anna", "closed-one", "invited-one", "passwordless", "x" * 300, "", "аnna"])
def test_a_refused_password_costs_the_same_work_whoever_is_meant(desk: Path, alias: str) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    an_account("reader", alias="closed-one", password=PASSWORD)
    an_account("reader", alias="passwordless")
    accounts.close("closed-one")
    accounts.invite(Role.READER, alias="invited-one")
    nobody = of_sign_in("nobody-here")
    assert [one for one in nobody if one.startswith("argon2 verify")] and of_sign_in(alias) == nobody


def test_a_code_that_opens_nothing_costs_the_same_whatever_it_is_like(desk: Path) -> None:
    _, code = accounts.invite(Role.READER, alias="invited-one")
    told = set()
    for guess in ("", "x", code[:-1], code[:-1] + "?", "invited-one", "a" * 5000):
        with work() as done:
            answer = browser().post("/desk/invitation", {"code": guess, "password": PASSWORD})
        told.add((answer.status_code, len(done), b"opens nothing" in answer.content))
    assert len(told) == 1 and told.pop()[0] == 400


def test_a_field_too_many_gives_nothing(desk: Path) -> None:
    alias, code = accounts.invite(Role.READER, alias="new-one")
    more = {"role": "administrator", "groups": "minors", "is_open": "1", "alias": "anna", "pk": "1", "whole": "1"}
    client = browser()
    client.post("/desk/invitation", {"code": code, "password": PASSWORD, **more})
    made = Account.objects.get()
    assert (made.alias, made.role, made.groups) == (alias, "reader", [])
    assert client.get(FRONT).status_code == 302
    boris = come_in("contributor", alias="boris")
    for address in ("/desk/keys", "/desk/accounts", "/desk/exports"):
        boris.post(address, {**more, "old": "x", "password": "y", "by": "anna", "asker": "anna", "decider": "anna"})
    account = Account.objects.get(alias="boris")
    assert (account.role, account.groups) == ("contributor", [])


def test_what_an_editor_writes_bears_their_own_alias_whatever_the_form_says(desk: Path) -> None:
    four_people()
    project.catch_up()
    before = read.last_number()
    boris = come_in("contributor", alias="boris")
    boris.post(f"/desk/people/{MARYIA}/part", {"other": SERGEI, "by": "anna", "editor": "anna", "alias": "anna"})
    written = [line.editor for line in read.lines() if line.number > before]
    assert written and set(written) == {"boris"}


def test_no_other_method_does_what_a_form_does(desk: Path) -> None:
    four_people()
    project.catch_up()
    admin, stranger = come_in("administrator", alias="admin"), browser()
    before, people = read.last_number(), set(Account.objects.values_list("alias", "role", "is_open"))
    form = {"line": "5", "reason": "r", "other": SERGEI, "deed": "close", "alias": "admin", "_method": "POST"}
    override = {"x-http-method-override": "POST", "x-method-override": "DELETE"}
    for route, pattern in patterns(get_resolver()):
        if not pattern.callback.__module__.startswith("habeas.desk"):
            continue
        address = "/" + route.replace("<int:number>", "5").replace("<str:kind>", "Named")
        for place in ("<str:id>", "<str:key>", "<str:subject>", "<str:about>"):
            address = address.replace(place, MARYIA)
        assert admin.get(address, form, headers=override).status_code < 500, address
        for method in ("head", "options", "put", "patch", "delete"):
            answer = getattr(stranger, method)(address, headers=override)
            assert answer.status_code in (200, 302, 403, 405), (method, address)
            assert b"Maryia" not in answer.content
    assert read.last_number() == before
    assert set(Account.objects.values_list("alias", "role", "is_open")) == people


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost@evil.example", "evil.example:80"]
)
def test_another_host_is_answered_by_no_page(desk: Path, host: str) -> None:
    for address in ("/", "/desk/sign-in", "/desk/", "/api/v1/"):
        assert Client(headers={"host": host}).get(address).status_code == 400, address


def test_a_forwarded_host_changes_no_address(desk: Path) -> None:
    headers = {
        "host": "localhost",
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        "forwarded": "host=evil",
    }
    client = Client(headers=headers)
    for address in ("/", "/desk/", "/desk/sign-in", "/api/v1/", "/people"):
        answer = client.get(address)
        assert "evil" not in answer.content.decode() + repr(answer.headers)


@pytest.mark.parametrize(
    "elsewhere",
    [
        *("/\t/evil.example", "/\n//evil.example", "///evil.example", "http:/evil.example", "/%5cevil.example/.."),
        *(
            "\\\\evil.example",
            " //evil.example",
            "/desk//../..//evil.example",
            "data:text/html,x",
            "https:evil.example",
        ),
    ],
)
def test_no_spelling_of_next_leads_to_another_site(desk: Path, elsewhere: str) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    client = browser()
    client.post("/desk/sign-in", {"alias": "anna", "password": PASSWORD, "next": elsewhere})
    led = client.post("/desk/second-factor", {"digits": digits()}).headers["Location"]
    bare = led.replace("\\", "/").replace("\t", "").replace("\n", "").strip()
    assert bare.startswith("/") and not bare.startswith("//")


def test_no_page_of_the_desk_may_be_kept(desk: Path) -> None:
    four_people()
    project.catch_up()
    admin = come_in("administrator", alias="admin")
    for route, pattern in patterns(get_resolver()):
        if pattern.callback.__module__.startswith("habeas.desk") and "<" not in route:
            answer = admin.get(f"/{route}")
            assert answer.headers["Cache-Control"] == "no-store" and "ETag" not in answer.headers, route


def test_digits_older_than_the_last_ones_used_open_nothing(desk: Path) -> None:
    account = an_account("reviewer", alias="anna", password=PASSWORD)
    assert authenticators.fits(account, digits())
    stale = account.factors.get()
    assert not authenticators.fits(account, digits())
    Factor.objects.update(used=0)
    with patch.object(authenticators, "_step_of", return_value=5):
        assert authenticators.fits(account, "first") and not authenticators.fits(account, "the same at once")
    assert stale.used > 5


def test_who_leaves_a_group_sees_nothing_of_it_from_the_next_page_on(desk: Path) -> None:
    four_people()
    append([Candidate(SERGEI, Restricted(0, "minors"), None, "boris")])
    project.catch_up()
    insider = come_in("reviewer", alias="insider", groups=["minors"])
    assert insider.get(f"/desk/people/{SERGEI}").status_code == 200
    accounts.change("insider", groups=[])
    assert insider.get(f"/desk/people/{SERGEI}").status_code == 404


def test_two_who_accept_at_once_accept_once(desk: Path) -> None:
    four_people()
    project.catch_up()
    wanted = [line.number for line in read.lines(subjects=[MARYIA])]
    real, came = accepting.append_if_still, []

    def another_is_quicker(candidates: list[Candidate], seen: int) -> list[int] | None:
        if not came:
            came.append(1)
            append([Candidate(MARYIA, Accepted(number), None, "quick") for number in wanted])
        return real(candidates, seen)

    with patch.object(accepting, "append_if_still", another_is_quicker):
        done = accepting.accept_numbers(wanted, by="slow")
    accepted = [line.claim.line for line in read.lines(kinds=["Accepted"]) if isinstance(line.claim, Accepted)]
    assert not done.lines and sorted(accepted) == sorted(wanted)


@pytest.mark.parametrize("alias", ["ANNA", "аnna", "annа", "ａｎｎａ"])
def test_an_alias_that_looks_like_another_signs_nobody_in_and_takes_no_account(desk: Path, alias: str) -> None:
    an_account("reviewer", alias="anna", password=PASSWORD)
    came = browser().post("/desk/sign-in", {"alias": alias, "password": PASSWORD}).status_code
    assert came == (302 if alias == "ANNA" else 403)
    admin = come_in("administrator", alias="admin")
    assert admin.post("/desk/accounts", {"deed": "invite", "role": "reader", "alias": alias}).status_code == 400


class Passkey:
    """A key in software that signs for whichever origin it is told, as no honest browser would."""

    def __init__(self, account: Account) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        numbers = self._key.public_key().public_numbers()
        told = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        Factor.objects.create(
            account=account, kind="passkey", label="k", secret=cbor2.dumps(told), credential=b"credential-1", used=0
        )

    def answer(self, challenge: str, origin: str, rp: str = "localhost", count: int = 1) -> str:
        said = json.dumps({"type": "webauthn.get", "challenge": challenge, "origin": origin}).encode()
        data = hashlib.sha256(rp.encode()).digest() + b"\x05" + struct.pack(">I", count)
        signature = self._key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        parts = {"clientDataJSON": said, "authenticatorData": data, "signature": signature}
        key = bytes_to_base64url(b"credential-1")
        response = {name: bytes_to_base64url(part) for name, part in parts.items()}
        return json.dumps({"id": key, "rawId": key, "type": "public-key", "response": response})


def asked(client: Client) -> str:
    client.get("/desk/second-factor")
    return str(client.session["challenge"])


def test_a_passkey_answers_for_this_origin_this_challenge_and_once(desk: Path) -> None:
    key = Passkey(an_account("reviewer", alias="anna", password=PASSWORD))
    client = browser()
    client.post("/desk/sign-in", {"alias": "anna", "password": PASSWORD})
    here = "http://localhost"

    def tried(answer: str) -> int:
        return client.post("/desk/second-factor", {"passkey": answer}).status_code

    assert tried(key.answer(asked(client), "https://evil.example")) == 403
    assert tried(key.answer(asked(client), here, rp="evil.example")) == 403
    old = asked(client)
    asked(client)
    assert tried(key.answer(old, here)) == 403
    once = key.answer(asked(client), here)
    assert tried(once) == 302
    again = browser()
    again.post("/desk/sign-in", {"alias": "anna", "password": PASSWORD})
    asked(again)
    assert again.post("/desk/second-factor", {"passkey": once}).status_code == 403
