"""Every address and every command, by every role, on records that the role may and may not see.

Addresses come from the resolver and commands from the command itself, so that a new one is tested by being there.
"""

from __future__ import annotations

import contextvars
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from habeas.cli import run
from habeas.cli.commands import habeas
from habeas.desk.models import Account
from habeas.desk.roles import Right, Role
from habeas.domain.claims import (
    BatchAnnounced,
    Captured,
    Claim,
    Detained,
    InBatch,
    ListTaken,
    Named,
    Released,
    RowPrinted,
)
from habeas.domain.judgements import Rejected, Restricted, Withheld
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Basis, Manner, Nearness
from habeas.intake.accepting import accept
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.register import project
from tests.cli.test_reference import forms
from tests.desk.conftest import browser, come_in
from tests.register.conftest import day

BATCH, LIST, SOURCE = "2026-02-01", "l-aaaaaaaaaa", "s-monitor"
SAID = Evidence(SOURCE, "Monitor", nearness=Nearness.MONITOR)
MARKS = {
    "public": "Publicova",
    "waiting": "Waitingova",
    "rejected": "Rejectova",
    "withheld": "Withheldova",
    "restricted": "Restrictova",
    "embargoed": "Embargova",
}
PERSONS = {kind: f"p-{kind[:4]}aaaaaa" for kind in MARKS}
GROUP = "minors"
AT_THE_DESK = set(MARKS) - {"restricted"}


def about(kind: str) -> Iterator[Candidate]:
    name, person = f"Maryia {MARKS[kind]}", PERSONS[kind]
    told: list[Claim] = [Named(name, "en"), Detained(day("2024-05-01"), f"{MARKS[kind]}grad")]
    if kind == "embargoed":
        told += [RowPrinted(LIST, 1, name), InBatch(BATCH), Released(day(BATCH), manner=Manner.HANDED_OVER)]
    for claim in told:
        yield Candidate(person, claim, Evidence(SOURCE, "Monitor", f"of {name}", "en", Nearness.MONITOR), "boris")


def records(kinds: set[str]) -> None:
    append(
        [
            Candidate(SOURCE, Captured("Monitor", "Notes", published=day("2024-05-02")), None, "boris"),
            Candidate(BATCH, BatchAnnounced("A release", day(BATCH), "Monitor", 1), SAID, "boris"),
            Candidate(LIST, ListTaken(SOURCE, BATCH, "", 1, 1), SAID, "boris"),
        ]
    )
    append([one for kind in ("public", "withheld", "restricted", "embargoed") if kind in kinds for one in about(kind)])
    accept(["all"], by="second")
    for kind, judgement in (("withheld", Withheld(0, Basis.FAMILY)), ("restricted", Restricted(0, GROUP))):
        if kind in kinds:
            append([Candidate(PERSONS[kind], judgement, None, "boris")])
    append([one for kind in ("waiting", "rejected") if kind in kinds for one in about(kind)])
    if "rejected" in kinds:
        lines = [line.number for line in read.lines(subjects=[PERSONS["rejected"]])]
        append([Candidate(PERSONS["rejected"], Rejected(line, "no"), None, "second") for line in lines])
    project.catch_up()


@pytest.fixture
def all_kinds(desk: Path) -> Path:
    records(set(MARKS))
    return desk


def browsers() -> dict[str, Client]:
    found = {"anonymous": browser()}
    found |= {str(role): come_in(str(role)) for role in Role}
    return found | {"of the group": come_in("administrator", alias="insider", groups=[GROUP])}


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        here = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, here)
        else:
            yield here, one


def addresses() -> list[tuple[str, URLPattern]]:
    """Each pattern with every record in each of its places."""
    lines = [str(line.number) for line in read.lines()]
    every = {
        "int": lines,
        "str": [*PERSONS.values(), BATCH, LIST, SOURCE, "other"],
        "path": ["other"],
    }
    found = []
    for route, pattern in patterns(get_resolver()):
        made = [f"/{route}"]
        for place in re.findall(r"<[^>]+>", route):
            kind, name = place.strip("<>").split(":")
            values = ["Named", "Released"] if name == "kind" else every[kind]
            made = [one.replace(place, value) for one in made for value in values]
        found += [(one, pattern) for one in made]
    return found


def words(answer: HttpResponse) -> str:
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return whole.decode(errors="replace") + repr(sorted(answer.headers.items()))


def told(answer: HttpResponse) -> set[str]:
    """Whose name or id is in the answer. The address asked for may hold the id that was typed."""
    text = words(answer)
    return {kind for kind, mark in MARKS.items() if mark in text}


def may_see(role: str, desk: bool) -> set[str]:
    if not desk:
        return {"public"}
    return set() if role == "anonymous" else set(MARKS) if role == "of the group" else AT_THE_DESK


@pytest.mark.parametrize("role", ["anonymous", *map(str, Role), "of the group"])
def test_no_address_shows_a_role_what_it_may_not_see(all_kinds: Path, role: str) -> None:
    client = browsers()[role]
    asked = addresses()
    assert len(asked) > 150
    for address, pattern in asked:
        answer = client.get(address)
        assert answer.status_code < 500, address
        desk = pattern.callback.__module__.startswith("habeas.desk")
        assert told(answer) <= may_see(role, desk), address
        if not desk:
            assert not answer.cookies
    log = (all_kinds / "access.log").read_text() if (all_kinds / "access.log").exists() else ""
    assert not [mark for mark in (*MARKS.values(), *PERSONS.values()) if mark in log]


def test_the_matrix_can_fail(all_kinds: Path) -> None:
    """Each kind of record but one is seen somewhere by somebody, so that absence means something."""
    insider = browsers()["of the group"]
    assert {kind for address, _ in addresses() for kind in told(insider.get(address))} == set(MARKS)


@pytest.mark.parametrize("role", ["anonymous", *map(str, Role)])
def test_a_search_finds_for_a_role_what_it_may_see(all_kinds: Path, role: str) -> None:
    client = browsers()[role]
    for kind, mark in MARKS.items():
        public = words(client.post("/search", {"name": f"Maryia {mark}"}))
        assert (f"/people/{PERSONS[kind]}" in public) is (kind == "public")
        at_desk = words(client.post("/desk/people", {"name": f"Maryia {mark}"}))
        assert (PERSONS[kind] in at_desk) <= (kind in may_see(role, desk=True)), (role, kind)
    searched = (all_kinds / "searches.log").read_text() if (all_kinds / "searches.log").exists() else ""
    assert not [mark for mark in MARKS.values() if mark in searched]


@pytest.mark.parametrize("role", ["anonymous", *map(str, Role)])
def test_a_role_writes_nothing_where_it_has_no_right_to(all_kinds: Path, role: str) -> None:
    client = browsers()[role]
    rights = frozenset() if role == "anonymous" else Role(role).rights
    before, accounts = read.last_number(), Account.objects.count()
    form = {"line": "5", "reason": "r", "other": PERSONS["public"], "deed": "invite", "role": "reader", "upto": "99"}
    tried = 0
    for address, pattern in addresses():
        right = getattr(pattern.callback, "right", None)
        if right is not None and right not in rights:
            tried += 1
            assert client.post(address, form).status_code == 403, address
    assert (read.last_number(), Account.objects.count()) == (before, accounts)
    assert tried or Right.ADMINISTER in rights


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_address_outside_the_desk_writes_whatever_is_sent_to_it(all_kinds: Path, method: str) -> None:
    """The API and the reconciliation service among them: nothing of a list that is sent there is taken or accepted."""
    client = come_in("administrator")
    before = read.last_number()
    form = {"queries": '{"q0": {"query": "Maryia"}}', "line": "5", "upto": "99", "name": "Maryia", "ids": "5"}
    tried = 0
    for address, pattern in addresses():
        if not pattern.callback.__module__.startswith("habeas.desk"):
            tried += 1
            answer = getattr(client, method)(address, form if method == "post" else "")
            assert answer.status_code < 500 and not answer.cookies, address
            assert told(answer) <= {"public"}, address
    assert tried > 100 and read.last_number() == before


@pytest.mark.parametrize("hidden", sorted(set(MARKS) - {"public", "embargoed"}))
def test_what_is_hidden_is_not_counted_on_any_public_page(desk: Path, hidden: str) -> None:
    """The pages are the same, to the byte, as those of a register that never held it."""
    records({"public"})
    client = browser()
    pages = ["/", "/people", "/people.csv", "/releases", f"/releases/{BATCH}", "/sources", f"/sources/{SOURCE}"]
    pages += [f"/people?q={word}" for word in ("Maryia", MARKS[hidden], PERSONS[hidden])]
    pages += [
        f"/api/v1/people?q={MARKS[hidden]}",
        "/api/v1/counts?by=facility",
        f"/api/v1/find?name=Maryia {MARKS[hidden]}",
    ]
    pages += [f"/counts?by={kind}" for kind in ("facility", "region", "status", "held-for")]
    pages += [f"/api/reconcile/suggest/entity?prefix={MARKS[hidden][:5]}"]
    pages += ["/definitions", "/search", f"/people/{PERSONS['public']}"]
    without = {page: _same(client, page) for page in pages}
    append(list(about(hidden)))
    numbers = [line.number for line in read.lines(subjects=[PERSONS[hidden]])]
    if hidden in ("withheld", "restricted"):
        judgement = Withheld(0, Basis.FAMILY) if hidden == "withheld" else Restricted(0, GROUP)
        append([Candidate(PERSONS[hidden], judgement, None, "boris")])
        accept(["all"], by="second")
    if hidden == "rejected":
        append([Candidate(PERSONS[hidden], Rejected(number, "no"), None, "second") for number in numbers])
    project.catch_up()
    for page in pages:
        assert _same(client, page) == without[page], page


def _same(client: Client, page: str) -> str:
    """Without what tells when and of which version it is, on a day of the world that is given."""
    address, _, query = page.partition("?")
    text = client.get(address, {"on": "2026-02-02", **dict(parse_qsl(query))}).content.decode()
    text = re.sub(r"\d+\.[0-9a-f]{12}\.[\d.]+", "VERSION", text)
    return re.sub(r"\d{1,2}:\d{2} UTC|T\d\d(?::|%3A)[\d.:%A]+?(?:\+|%2B)00(?::|%3A)00", "", text)


@pytest.mark.parametrize("hidden", sorted(set(MARKS) - {"public", "embargoed"}))
def test_who_is_hidden_is_answered_like_who_never_was(all_kinds: Path, hidden: str) -> None:
    """By the body, the status, and every header, an entity tag included; and with as few questions to the database."""
    client = browser()

    def answer(address: str, id: str) -> tuple[object, ...]:
        with CaptureQueriesContext(connection) as asked:
            got = client.get(address.format(id), headers={"if-none-match": '"x"'})
        body = re.sub(r"\d+\.[0-9a-f]{12}\.[\d.]+", "VERSION", words(got).replace(id, "-"))
        body = re.sub(
            r"\d{1,2}:\d{2} UTC|T\d\d(?::|%3A)[\d.:%A]+?(?:\+|%2B)00(?::|%3A)00|W?/?\"[0-9a-f]{16,}\"", "", body
        )
        return got.status_code, body, len(asked.captured_queries)

    for address in ("/people/{}", "/api/v1/people/{}", "/api/reconcile/preview?id={}"):
        assert answer(address, PERSONS[hidden]) == answer(address, "p-nobodyaaaa"), address


ASKING = {
    "find": ["Maryia", "{name}"],
    "person": ["{id}"],
    "count": ["--people"],
    "batch show": [BATCH, "--remaining"],
    "left-over": [BATCH],
    "lists compare": [BATCH],
    "lists versions": [LIST],
    "agreement show": ["{id}"],
    "instrument": ["{id}"],
    "balance": ["2024-04-01", "2026-02-02", "--people"],
}
BARE = ("batches", "sources", "definitions", "agreements", "instruments", "recognisers", "lists sources", "durations")
OF_THE_DESK = ("tasks", "waiting", "verify", "account list", "lock")
NOT_ASKING = frozenset(
    (
        *("init", "serve", "demo", "backup", "restore", "rebuild", "checkpoint", "import", "match", "take", "decide"),
        *("join", "part", "retract", "withhold", "restrict", "clear", "erase", "accept", "reject", "beyond", "publish"),
        *("source add", "batch add", "agreement take", "lists take", "lists accept", "lists reject", "withdraw"),
        *("account invite", "account change", "account reset", "account close", "sign-out", "tidy"),
        *("capture", "archive check", "archive authority", "archive export", "redact", "read", "columns"),
        *("lists diff", "lists changes", "counts check", "undercount", "around"),
    )
)
"""Commands that write, that tell of a file or an archived copy alone, or of numbers and nobody."""


def test_no_command_tells_what_is_restricted_and_none_that_asks_what_is_withheld(
    all_kinds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = {form for form, _ in forms(habeas)}
    new = {*known} - {*ASKING, *BARE, *OF_THE_DESK, *NOT_ASKING}
    assert not new, f"Say here what these commands tell: {new}"
    for form in sorted(known & {*ASKING, *BARE, *OF_THE_DESK}):
        asked = ASKING.get(form, [])
        for kind, mark in MARKS.items() if "{" in "".join(asked) else [("public", "")]:
            filled = [one.format(id=PERSONS[kind], name=mark) for one in asked]
            contextvars.copy_context().run(run, ["--home", str(all_kinds), *form.split(), *filled])
            out = capsys.readouterr().out
            seen = {one for one, each in MARKS.items() if each in out or PERSONS[one] in out}
            assert "restricted" not in seen, form
            assert form in OF_THE_DESK or "withheld" not in seen, form
