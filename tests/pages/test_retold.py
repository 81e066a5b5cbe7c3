"""What inner rings say in English is said in the reader's language, with what was filled in left as it is."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client
from django.utils.translation import override

from habeas.domain.dates import PartialDate
from habeas.names.levels import GivenLevel, SurnameLevel
from habeas.names.reasons import patterns
from habeas.pages.retold import SENTENCES, retold
from habeas.problems import BadInput
from scripts.translations import sentences


def refusal(text: str) -> str:
    with pytest.raises(BadInput) as caught:
        PartialDate.parse(text)
    return str(caught.value)


def test_the_patterns_are_those_of_the_code() -> None:
    assert SENTENCES.read_bytes() == sentences(), "run python -m scripts.translations"


@pytest.mark.parametrize("language", ["be", "ru"])
def test_an_error_is_retold_and_keeps_what_was_written(language: str) -> None:
    said = refusal("2025-13-77")
    with override(language):
        told = retold(said)
    assert told != said
    assert "2025-13-77" in told


def test_in_english_nothing_changes() -> None:
    with override("en"):
        assert retold(refusal("yesterday")) == refusal("yesterday")


def test_a_sentence_that_is_not_known_stays() -> None:
    with override("be"):
        assert retold("Nobody ever said this sentence here.") == "Nobody ever said this sentence here."


def test_a_reason_made_of_two_is_retold_whole() -> None:
    with override("ru"):
        told = retold("surname is spelled the same: Kavaliou; 3 people in the register bear it or one as near")
    assert told == "фамилия написана так же: Kavaliou; в реестре её или столь же близкую носят: 3"


def test_every_likeness_has_its_sentence() -> None:
    assert len(list(patterns())) >= len(SurnameLevel) + len(GivenLevel)


def test_a_page_refuses_in_the_language_of_its_address(reader: Client) -> None:
    asked = {"on": "yesterday"}
    body = {code: unescape(reader.get(f"{code}/people", asked).content.decode()) for code in ("", "/be", "/ru")}
    assert "can't be read" in body[""]
    assert "не чытаецца" in body["/be"]
    assert "не читается" in body["/ru"]
