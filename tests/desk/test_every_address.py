"""Attacks over all addresses there are: a script that is stored or sent, a record reached by its past, a false file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

from habeas.domain.claims import BatchCounted, Captured, Claim, Detained, ListTaken, Named, RowPrinted, Said, StageMoved
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Counted, Nearness
from habeas.intake.accepting import accept
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.register import project
from tests.desk.conftest import come_in
from tests.desk.sent_names import Forms, names_looked_up, one_by_one
from tests.desk.test_attacks import HARMFUL, SCRIPT
from tests.desk.test_matrix import BATCH, LIST, MARKS, PERSONS, SOURCE, addresses, browsers, may_see, records, told
from tests.register.conftest import day

ATTRIBUTE = '" onmouseover="alert(1)'


def told_by_a_script() -> Iterator[Candidate]:
    said = Evidence(SOURCE, SCRIPT, f"{SCRIPT}{ATTRIBUTE}", "en", Nearness.MONITOR)
    about: list[tuple[str, Claim]] = [
        (PERSONS["public"], Named(f"Maryia {SCRIPT}{ATTRIBUTE}", "en")),
        (PERSONS["public"], Detained(day("2024-05-02"), SCRIPT)),
        (PERSONS["public"], Said(SCRIPT, f"{SCRIPT}{ATTRIBUTE}")),
        (BATCH, BatchCounted(Counted.VERIFIED, 3, SCRIPT, SCRIPT)),
        (BATCH, StageMoved("one", 1, SCRIPT)),
        ("p-scriptrow", RowPrinted(LIST, 2, f"{SCRIPT}{ATTRIBUTE}")),
        (LIST, ListTaken(SOURCE, BATCH, "x", 2, 2)),
    ]
    yield Candidate(
        SOURCE, Captured(SCRIPT, f"{SCRIPT}{ATTRIBUTE}", "javascript:alert(1)", day("2024-05-02")), None, "b"
    )
    for subject, claim in about:
        yield Candidate(subject, claim, said, "b")


@pytest.fixture
def scripted(desk: Path) -> Path:
    records({"public", "embargoed"})
    append(list(told_by_a_script()))
    accept(["all"], by="second")
    project.catch_up()
    return desk


def page(answer: HttpResponse) -> str:
    """What a browser would read as a page; data is sent with its type, which no browser guesses otherwise."""
    if "text/html" not in answer.headers.get("Content-Type", ""):
        assert answer.headers.get("X-Content-Type-Options") == "nosniff" or answer.status_code in (302, 404, 405)
        return ""
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return whole.decode(errors="replace")


def runs(text: str) -> bool:
    return SCRIPT in text or ATTRIBUTE in text or 'href="javascript:' in text


def test_a_script_that_is_stored_runs_on_no_page(scripted: Path) -> None:
    admin, seen = come_in("administrator"), 0
    for address, _ in addresses():
        text = page(admin.get(address))
        assert not runs(text), address
        seen += "&lt;script&gt;" in text
    assert seen > 20, "the script stands as text on the pages that tell of it"


def resolved(address: str) -> str:
    """The pattern that answers an address, whatever record stands in it."""
    found = resolve(address)
    return f"{found.route} {found.func.__module__}"


@dataclass
class Target:
    """An address for a pattern, with the names that it reads and what a form of ours would send there."""

    address: str
    names: set[str] = field(default_factory=set)
    form: dict[str, str] = field(default_factory=dict)


def targets(client: Client) -> dict[str, Target]:
    """One for each pattern that there is: where a page answers, where a form goes, else any."""
    found: dict[str, Target] = {}
    for address, _ in addresses():
        answer = client.get(address)
        if answer.status_code == 200 or resolved(address) not in found:
            found.setdefault(resolved(address), Target(address)).address = address
        for form in Forms(page(answer), address).forms:
            target = found.setdefault(resolved(form.action), Target(form.action))
            target.address, target.names = form.action, target.names | form.sends.keys()
            target.form |= form.sends
    described = {one["name"] for one in parameters(client.get("/api/v1/openapi.json").json())}
    for target in found.values():
        target.names |= described if target.address.startswith("/api/v1") else set()
    return found


def parameters(description: object) -> Iterator[dict[str, str]]:
    """Of every operation that the API describes."""
    if isinstance(description, dict):
        yield from description.get("parameters", ())
        for inner in description.values():
            yield from parameters(inner)


def test_a_script_that_is_sent_in_any_field_of_any_form_or_address_runs_on_no_page(scripted: Path) -> None:
    """Each field alone, in a form that is otherwise as its page shows it; all at once; and as the name of a field."""
    text, known = f"{SCRIPT}{ATTRIBUTE}", set[str]()
    found = targets(come_in("administrator"))
    for target in found.values():
        admin = come_in("administrator")

        def sent(form: dict[str, str], *, target: Target = target, admin: Client = admin) -> set[str]:
            with names_looked_up() as asked:
                for method in ("get", "post"):
                    answer = getattr(admin, method)(target.address, form)
                    assert answer.status_code < 500 and not runs(page(answer)), (method, target.address, form)
            return asked

        target.names |= sent({}) | sent(target.form) | sent({text: text})
        tried: set[str] = set()
        while new := target.names - tried:
            tried |= new
            asked = [sent(form) for form in (*one_by_one(target.form, new, text), dict.fromkeys(tried, text))]
            target.names |= set().union(*asked)
        known |= tried
    assert len(found) > 90
    some = "name on known by prefix queries extend pasted publisher reason group f_when basis verdict deed ruling"
    assert known >= {*some.split(), "find", "source_title", "batch_title", "batch_day"}


@pytest.mark.parametrize("role", ["anonymous", "reader"])
def test_no_moment_of_the_past_shows_what_is_kept_back_now(desk: Path, role: str) -> None:
    """Everybody was shown before some were withheld or restricted: asked about that moment, they aren't."""
    records(set(MARKS))
    before = read.lines(kinds=["Withheld", "Restricted"])
    moment = min(line.moment for line in before).isoformat()
    client, asked = browsers()[role], 0
    for address, pattern in addresses():
        for clocks in ({"known": moment}, {"known": moment, "on": "2026-02-02"}):
            answer = client.get(address, clocks)
            asked += answer.status_code == 200
            assert answer.status_code < 500, address
            desk_page = pattern.callback.__module__.startswith("habeas.desk")
            assert told(answer) <= may_see(role, desk_page), (address, clocks)
    assert asked > 40


@pytest.mark.parametrize("what", sorted(HARMFUL))
def test_a_file_made_to_harm_is_no_text_either(desk: Path, what: str) -> None:
    records({"public"})
    name, made = HARMFUL[what]
    before = read.last_number()
    form = {"file": SimpleUploadedFile(name, made()), "source": "new", "publisher": "Somebody"}
    answer = come_in("contributor").post("/desk/texts", form)
    assert answer.status_code == 400 and b"root:" not in answer.content
    assert read.last_number() == before
