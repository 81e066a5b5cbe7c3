"""Quotes, rows, remarks, texts and titles that name a restricted person: masked for every editor outside the group."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from habeas.domain.claims import KINDS, Captured, Detained, Named, RowPrinted
from habeas.domain.lines import Candidate, Evidence, Quote
from habeas.domain.words import Nearness
from habeas.intake.accepting import accept
from habeas.intake.sources import NewSource, add_source
from habeas.intake.take import take
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.ledger.kept_words import MARK
from habeas.ledger.sight import seeing_everything
from habeas.register import project
from habeas.register.restrictions import looking_as
from habeas.register.showing import said_of_the_world
from tests.desk.conftest import browser, come_in
from tests.desk.test_matrix import BATCH, GROUP, LIST, MARKS, PERSONS, SOURCE, addresses, records, words
from tests.publish.canaries import NOT_SAID_BY_HAND, Canaries
from tests.register.conftest import day

HERS, OTHER = PERSONS["restricted"], "p-otheraaaaa"
NAMES = (MARKS["restricted"], "Рэстрыктав")
SENTENCE = "A cell mate of Maryia Restrictova said so"
QUOTE = "Both women were moved to the hospital at night"
LINES = (
    "1. Вольга Паўлоўская",
    "2. Марыя Рэстрыктава, 2009 г.н., Брэст",
    "3. Ірына Кавалёва (сястра Рэстрыктавай)",
    "4. Пётр Рэстрыктаў",
)
TEXT = (
    "У пятніцу вызвалілі Вольгу Паўлоўскую. Марыю Рэстрыктаву перавялі ў бальніцу. Ёй 16 гадоў.\n"
    "Пра гэта напісала «Вясна».\n"
)


class Telling(Canaries):
    """Every text of every kind of claim is a sentence that names her."""

    def word(self) -> str:
        return SENTENCE

    def _value(self, hint: Any, name: str) -> Any:
        return SENTENCE if hint is str and name == "text" else super()._value(hint, name)


def naming_her() -> list[Candidate]:
    """About others whom everybody at the desk may see, in every kind and field."""
    about = {"person": PERSONS["public"], "batch": BATCH, "source": SOURCE, "agreement": "deal", "instrument": "act"}
    said = Evidence(SOURCE, SENTENCE, SENTENCE, "en", Nearness.PRESS, locator=Quote(SENTENCE, "she is", "her"))
    flock, found = Telling("x"), []
    for kind, made in sorted(KINDS.items()):
        given = {"listing": LIST, "row": 7, "batch": BATCH} if kind in ("RowPrinted", "InBatch", "ListTaken") else {}
        claim = None if kind in NOT_SAID_BY_HAND else flock.claim(kind, **_known(made, given))
        if claim is not None and said_of_the_world(claim) and kind not in ("Captured", "ListTaken", "SnapshotTaken"):
            found.append(Candidate(about.get(made.ABOUT, PERSONS["public"]), claim, said, "boris"))
    return found


def _known(made: type, given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name in made.__dataclass_fields__}


@pytest.fixture
def told(desk: Path, tmp_path: Path) -> Path:
    records({"public", "embargoed", "restricted"})
    both = Evidence(SOURCE, "Monitor", QUOTE, "en", Nearness.MONITOR)
    with seeing_everything():
        append([Candidate(HERS, Named("Марыя Рэстрыктава", "be"), both, "boris")])
        append([Candidate(PERSONS["public"], Detained(day("2024-06-01"), "Brest"), both, "boris")])
        append(naming_her())
        told_of = Evidence(SOURCE, SENTENCE, SENTENCE, "en", Nearness.MONITOR)
        append(
            [
                Candidate(OTHER, claim, told_of, "boris")
                for claim in (Named("Volha X", "en"), Detained(day("2024-05-01"), SENTENCE))
            ]
        )
        append([Candidate("p-rowofhersaa", RowPrinted(LIST, 2, "RESTRICTOVA M."), both, "boris")])
        append([Candidate("s-about", Captured(SENTENCE, SENTENCE, "https://example.org/restrictova-moved"), None, "b")])
        accept(["all"], by="second")
        (tmp_path / "list.txt").write_text("\n".join(LINES), "utf-8")
        take(tmp_path / "list.txt", source=SOURCE, event=BATCH, editor="boris")
        (tmp_path / "report.txt").write_text(TEXT, "utf-8")
        text = tmp_path / "report.txt"
        add_source(NewSource("A channel", "", "", "2026-02-01", "", "s-report", text), editor="boris")
        project.catch_up()
    return desk


def named(text: str) -> list[str]:
    return [name for name in NAMES if name in text]


def every_address(client: Client) -> dict[str, str]:
    others = [f"/desk/lists/{id}" for id in _lists()] + [f"/desk/lists/{id}/versions" for id in _lists()]
    rows = [f"{one}?row={row}" for one in others for row in range(1, 5)]
    texts = ["/desk/texts/s-report", "/desk/texts/s-about", "/desk/people/p-rowofhersaa"]
    alike = [PERSONS[kind] for kind in ("waiting", "rejected", "withheld", "embargoed")] + ["/other", "retract"]
    desk = (
        address
        for address, one in addresses()
        if one.callback.__module__.startswith("habeas.desk") and not any(each in address for each in alike)
    )
    asked = dict.fromkeys([*desk, *others, *rows, *texts])
    return {address: words(client.get(address)) for address in asked}


def _lists() -> list[str]:
    return sorted({line.subject for line in read.lines(kinds=["ListTaken"])})


@pytest.mark.parametrize("role", ["reader", "contributor", "administrator"])
def test_no_address_of_the_desk_names_a_restricted_person_in_words_about_others(told: Path, role: str) -> None:
    shown = every_address(come_in(role))
    assert not {address: named(text) for address, text in shown.items() if named(text)}
    assert not [address for address, text in shown.items() if QUOTE in text]
    assert sum(MARK in text for text in shown.values()) > 10


def test_the_group_reads_them_and_is_told_of_no_mark(told: Path) -> None:
    shown = every_address(come_in("administrator", alias="insider", groups=[GROUP]))
    assert sum(bool(named(text)) for text in shown.values()) > 10
    assert not [address for address, text in shown.items() if MARK in text]
    assert [address for address, text in shown.items() if QUOTE in text]


def test_nobody_outside_finds_a_word_by_asking_for_it(told: Path) -> None:
    client = come_in("contributor", alias="boris")
    for name in ("Maryia Restrictova", "Марыя Рэстрыктава", "Restrictova"):
        for answer in (
            client.post("/desk/people", {"name": name}),
            client.post(f"/desk/lists/{LIST}", {"row": "2", "find": name}),
        ):
            assert HERS not in words(answer) and "p-rowofhersaa" not in words(answer)


@pytest.mark.parametrize(
    ("what", "field"), [("rows", "list"), ("person", "person"), ("people", ""), ("left-over", "about")]
)
@pytest.mark.parametrize("groups", [[], [GROUP]])
def test_no_table_that_leaves_the_desk_names_them(told: Path, what: str, field: str, groups: list[str]) -> None:
    """Whoever asks: what is restricted is in none."""
    from habeas.desk.models import Export

    asker = come_in("publisher", alias="anna", groups=groups)
    second = come_in("publisher", alias="clara")
    about = {"list": LIST, "person": OTHER, "about": BATCH, "": ""}[field]
    assert asker.post("/desk/exports", {"what": what, field or "about": about, "reason": "x"}).status_code == 302
    key = Export.objects.latest("pk").key
    assert second.post(f"/desk/exports/{key}/decide", {"verdict": "let"}).status_code == 302
    answer = asker.get(f"/desk/exports/{key}/file")
    assert answer.status_code == 200 and not named(words(answer)) and QUOTE not in words(answer)


def test_a_masked_row_is_decided_by_nobody_outside_the_group(told: Path) -> None:
    before = read.last_number()
    answer = come_in("contributor", alias="boris").post(
        f"/desk/lists/{LIST}/decide", {"row": "2", "ruling": "new", "shown": str(before)}
    )
    assert answer.status_code == 409 and "kept to a group" in words(answer)
    assert read.last_number() == before


def test_a_list_taken_anew_by_somebody_outside_finds_its_masked_rows_again(told: Path, tmp_path: Path) -> None:
    mentions = {line.subject for line in read.lines(kinds=["RowPrinted"])}
    with looking_as([]):
        take(tmp_path / "list.txt", source=SOURCE, event=BATCH, editor="clara")
        (tmp_path / "list.txt").write_text("\n".join([*LINES, "5. Новы Чалавек"]), "utf-8")
        take(tmp_path / "list.txt", source=SOURCE, event=BATCH, editor="clara")
    new = {line.subject for line in read.lines(kinds=["RowPrinted"])} - mentions
    assert len(new) == 1


def test_a_namesake_of_the_surname_alone_stays_in_sight(told: Path) -> None:
    listing = next(id for id in _lists() if id != LIST) if len(_lists()) > 1 else LIST
    page = words(come_in("reader").get(f"/desk/lists/{listing}"))
    assert "Пётр Рэстрыктаў" in page


def test_a_text_is_black_where_it_speaks_of_them_and_proposes_nothing_there(told: Path) -> None:
    page = words(come_in("contributor").get("/desk/texts/s-report"))
    assert "Вольгу Паўлоўскую" in page and "бальніцу" not in page and "blacked out" in page
    whole = words(come_in("contributor", alias="insider", groups=[GROUP]).get("/desk/texts/s-report"))
    assert "бальніцу" in whole and "blacked out" not in whole


def test_nothing_changes_for_the_public_pages(told: Path) -> None:
    client = browser()
    assert not [one for one, _ in addresses() if not one.startswith("/desk") and MARK in words(client.get(one))]
