"""Wishes of every sort, on every ground, each closing secret strings; and none of these in anything public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from django.test import Client

from habeas.archive.store import keep
from habeas.domain.claims import KINDS, Captured, Detained, InBatch, ListTaken, Named, Related, RowPrinted, Wish
from habeas.domain.judgements import SamePerson, Withheld
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Basis, Kin, Wished
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.publish.allowed import ALLOWED
from habeas.register import project
from tests.desk.test_matrix import words
from tests.publish.canaries import Canaries, found
from tests.publish.conftest import BATCH, made
from tests.register.conftest import MONITOR, agree, day, named

pytestmark = pytest.mark.database

LIST = "l-wished"
WHOLE = (Wished.NOTHING_PUBLIC, Wished.NO_NAME_IN_RELEASE)
ASKED = ("/search?q={}", "/people?q={}", "/api/v1/find?name={}", "/api/reconcile/suggest/entity?prefix={}")
CLOSABLE = sorted(
    kind
    for kind, made in KINDS.items()
    if made.ABOUT == "person" and kind in ALLOWED and kind not in ("RowPrinted", "InBatch", "SamePerson", "Retracted")
)
"""What a wish may close and the copy would else tell."""


def wish(subject: str, wished: Wished, basis: Basis, *fields: str) -> Candidate:
    return Candidate(subject, Wish(wished, basis, day("2027-01-01"), fields), None, "anna")


def all_of(flock: Canaries, subject: str) -> Iterator[Candidate]:
    """A line of every kind that a person can have in public, with strings of the flock in every field."""
    for kind in CLOSABLE:
        given = {"other": f"p-{flock.word()}"} if kind == "Unsure" else {}
        yield Candidate(subject, flock.claim(kind, **given), flock.evidence("s-monitor"))


def who_wishes_not_to_be_shown(flock: Canaries) -> Iterator[str]:
    """Of each wish and ground one, on a mention that is joined to another, with kin and namesakes who speak of them."""
    for place, (wished, basis) in enumerate((one, ground) for one in WHOLE for ground in Basis):
        subject, row, kin, name = f"p-{flock.word()}", f"p-{flock.word()}", f"p-kin{place}", flock.name()
        append([named(subject, name), *all_of(flock, subject), *all_of(flock, row)])
        printed = flock.name()
        append([Candidate(row, RowPrinted(LIST, place + 1, printed), flock.evidence("s-list"))])
        append([Candidate(row, Named(printed), flock.evidence("s-list")), Candidate(row, SamePerson(subject))])
        append([Candidate(one, InBatch(BATCH, flock.word()), MONITOR) for one in (subject, row)])
        says = Evidence("s-monitor", "Monitor", f"Kin of {name}, it says", "en")
        append([Candidate(kin, Named(f"Kin {place}", "en"), says), Candidate(kin, Related(subject, Kin.SPOUSE), says)])
        append([wish(subject, wished, basis)])
        yield subject


def who_wishes_one_thing_untold(flock: Canaries) -> None:
    """Of each kind one, told on the person and on a row joined to them, and told again by a quote and by the row."""
    grounds = list(Basis)
    for place, kind in enumerate(CLOSABLE):
        subject, row, number = f"p-one{place}", f"p-row{place}", 100 + place
        secret = flock.claim(kind, **({"other": "p-anna"} if kind == "Unsure" else {}))
        append([Candidate(one, secret, flock.evidence("s-press")) for one in (subject, row)])
        told = next((one for one in vars_of(secret) if flock.mark in one.lower()), "no word of it")
        if kind != "Named":
            append([named(subject, f"Numbered {place}")])
        says = Evidence("s-monitor", "Monitor", f"Held, {told}, it says", "en")
        append([Candidate(subject, Detained(day("2024-05-01")), says) for _ in range(kind != "Detained")])
        append([Candidate(row, RowPrinted(LIST, number, f"Numbered {place}, {told}"), MONITOR)])
        append([Candidate(row, SamePerson(subject)), wish(subject, Wished.NOT_THESE, grounds[place % 5], kind)])


def vars_of(claim: object) -> list[str]:
    values = [getattr(claim, name) for name in claim.__dataclass_fields__]  # type: ignore[attr-defined]
    flat = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
    return [one for one in flat if type(one) is str]


@pytest.fixture
def wished(small: Path) -> Canaries:
    flock = Canaries("zukvarz")
    append([Candidate("s-list", Captured("Lister", "A list", published=day("2024-08-02")), None, "boris")])
    append([Candidate("s-press", Captured("Press", "News", published=day("2024-08-02")), None, "boris")])
    append([Candidate(LIST, ListTaken("s-list", BATCH, "", 1, 200), MONITOR, "boris")])
    hidden = list(who_wishes_not_to_be_shown(flock))
    who_wishes_one_thing_untold(flock)
    keep(f"A document with {flock.name()}".encode())
    assert len(hidden) == len(WHOLE) * len(Basis) and len(flock.made) > 500
    project.catch_up()
    return flock


def test_nothing_that_a_wish_closes_is_in_any_byte_of_the_copy(wished: Canaries, out: Path) -> None:
    made(out)
    assert found(out, wished) == []
    people = (out / "data.sqlite").read_bytes()
    assert b"Numbered 3" in people and b"Kin 3" in people


def test_a_later_wish_that_hides_more_shows_nothing_of_the_first(small: Path, out: Path) -> None:
    flock = Canaries("zukvarz")
    append(
        [Candidate("p-anna", flock.claim("WorkedAs"), MONITOR), Candidate("p-ivan", flock.claim("Detained"), MONITOR)]
    )
    append([Candidate("p-ivan", flock.claim("Named"), MONITOR), wish("p-ivan", WHOLE[0], Basis.FAMILY)])
    append([wish("p-anna", Wished.NOT_THESE, Basis.FAMILY, "WorkedAs")])
    append([wish("p-anna", Wished.NOT_THESE, Basis.PERSON, "HasNationality")])
    append([wish("p-ivan", Wished.NOT_THESE, Basis.PERSON, "Tried")])
    made(out)
    assert found(out, flock) == []


@pytest.mark.parametrize("basis", [Basis.SECURITY, Basis.THIRD_PARTY, Basis.COURT])
def test_no_wish_to_be_named_ends_what_others_are_endangered_by(small: Path, out: Path, basis: Basis) -> None:
    flock = Canaries("zukvarz")
    append([Candidate("p-ivan", flock.claim("Named"), MONITOR), Candidate("p-ivan", Withheld(0, basis), None, "anna")])
    append([wish("p-ivan", Wished.MAY_BE_NAMED, Basis.PERSON)])
    made(out)
    assert found(out, flock) == []


def test_what_a_wish_closes_is_there_once_the_person_wishes_it_told(wished: Canaries, out: Path) -> None:
    append([wish(f"p-one{place}", Wished.MAY_BE_NAMED, Basis.PERSON) for place in range(len(CLOSABLE))])
    made(out)
    assert found(out, wished) != []


def test_no_public_address_of_the_register_itself_tells_what_a_wish_closes(wished: Canaries) -> None:
    agree()
    client = Client(headers={"host": "localhost"})
    assert b"Numbered 3" in client.get("/people").content
    assert [address for address in addresses() if wished.mark in words(client.get(address)).lower()] == []


def test_who_asks_for_what_a_wish_closes_is_answered_as_for_a_word_that_nobody_wrote(wished: Canaries) -> None:
    agree()
    client = Client(headers={"host": "localhost"})

    def answer(asked: str, word: str) -> str:
        page = client.get(asked.format(quote(word))).content.decode()
        told = reduce(lambda text, form: text.replace(form, "-"), (word, quote(word), quote_plus(word)), page)
        return re.sub(r"known[=a-z\": ]+[0-9T%A.:+-]+|[0-9:]{5} UTC", "", told)

    names = sorted({line.claim.text for line in read.lines(kinds=["Named"]) if isinstance(line.claim, Named)})
    closed = [name for name in names if wished.mark in name.lower()]
    assert len(closed) > 20
    for asked in ASKED:
        unknown = answer(asked, "Zzyqwo Zzyqwa")
        assert [name for name in closed[:12] if answer(asked, name) != unknown] == [], asked


def addresses() -> list[str]:
    people = ["p-kin0", "p-kin3", *(f"p-one{place}" for place in range(len(CLOSABLE))), "p-row0", "p-row5"]
    sources = ["s-monitor", "s-list", "s-press"]
    ids = [f"people/{one}" for one in people] + [f"sources/{one}" for one in sources] + [f"releases/{BATCH}"]
    bare = ["people", "releases", "sources"]
    return [
        *(f"/{one}" for one in (*ids, *bare, "people.csv", "names", "counts", "letters", "changes", "balance")),
        *(f"/api/v1/{one}" for one in (*ids, *bare)),
    ]
