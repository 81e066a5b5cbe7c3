"""Pages of words: reading safely, trust, letters to institutions alone, and the method as it is tested."""

from __future__ import annotations

import pytest
from django.test import Client

from habeas.pages.texts import chapters
from habeas.vocabulary.load import load
from habeas.vocabulary.words import FacilityKind


@pytest.mark.parametrize("address", ["/reading-safely", "/trust", "/letters", "/changes", "/be/letters", "/ru/trust"])
def test_each_stands_at_its_address_and_takes_nothing_from_a_reader(reader: Client, address: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 200
    assert "<form" not in answer.content.decode()


def test_letters_go_to_institutions_and_never_to_homes_or_open_ones(reader: Client) -> None:
    page = reader.get("/letters").content.decode()
    facilities = load().facilities.values()
    assert "Антошкіна, 3" in page
    for one in facilities:
        if one.kind in (FacilityKind.OPEN_INSTITUTION, FacilityKind.POLICE_DETENTION, FacilityKind.HOSPITAL):
            assert one.name() not in page
    assert not [one.key for one in facilities if one.letters and one.kind is FacilityKind.OPEN_INSTITUTION]


def test_every_tested_rule_can_be_read_on_the_site(reader: Client) -> None:
    assert len(chapters()) >= 4
    for chapter in chapters():
        page = reader.get(f"/method/{chapter.key}").content.decode()
        assert f'href="/method/{chapter.key}"' in reader.get("/method").content.decode()
        for rule in chapter.rules:
            assert f"<h2>{rule.sentence}</h2>" in page
    assert reader.get("/method/nothing").status_code == 404
