"""Belarusian in Latin letters: told from its neighbours, turned, read, and led back to the printed words."""

from datetime import date

import pytest

from habeas.domain.locate import locate
from habeas.reading.lacinka import in_cyrillic, is_lacinka
from habeas.reading.read import read
from habeas.reading.words.languages import guess

LATIN = """U Miensku ŭ piatnicu na volu vyjšli dzieviać palitviaźniaŭ, paviedamlaje centr «Jasień».
Siarod vyzvalenych — nastaŭnica Alena Nibyła, asudžanaja na čatyry hady kałonii, i elektryk Janka Vydumany.

«Tadora Śniehałuha siarod ich niama», — skazała pravaabaronca Łarysa Imšar."""
CYRILLIC = """У Менску ў пятніцу на волю выйшлі дзевяць палітвязняў, паведамляе цэнтр «Ясень».
Сярод вызваленых — настаўніца Алена Нібыла, асуджаная на чатыры гады калоніі, і электрык Янка Выдуманы.

«Тадора Снегалуга сярод іх няма», — сказала праваабаронца Ларыса Імшар."""
DAY = date(2025, 3, 22)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("žyćcio", "жыццё"), ("kachańnie", "каханне"), ("kolkaść", "колькасць"), ("piśmo", "пісьмо"),
        ("hościam", "госцям"), ("śviata", "свята"), ("źniavoleńnia", "зняволення"), ("abjekt", "аб'ект"),
        ("Jaŭhien", "Яўген"), ("Iryna", "Ірына"), ("Łukašenka", "Лукашэнка"), ("vialikaja", "вялікая"),
        ("dźvie", "дзве"), ("BIEŁARUŚ", "БЕЛАРУСЬ"), ("Chadzić", "Хадзіць"),
    ],
)  # fmt: skip
def test_words_are_turned_as_they_are_spelled(latin: str, cyrillic: str) -> None:
    assert in_cyrillic(latin).cyrillic == cyrillic


def test_it_is_told_from_its_neighbours() -> None:
    assert is_lacinka(LATIN) and guess(LATIN) != "be"
    for other in (
        "Wśród zwolnionych w sobotę są więźniowie polityczni, w tym Roman Gałuza.",
        "Tarp išleistų yra šeši Lietuvos piliečiai, jų šeimos laukė prie sienos.",
        "Among those freed was Alaksandr Ščarbina, once of the Kryvičy museum.",
        CYRILLIC,
    ):
        assert not is_lacinka(other)


def test_it_is_read_as_its_cyrillic_form_is() -> None:
    latin, cyrillic = read(LATIN, published=DAY), read(CYRILLIC, published=DAY)
    assert latin.language == "be"
    assert [one.kind for one in latin.proposals] == [one.kind for one in cyrillic.proposals]
    assert [one.fields.get("when") for one in latin.proposals] == [one.fields.get("when") for one in cyrillic.proposals]
    assert {one.who for one in latin.proposals if one.kind == "Released"} == {"Alena Nibyła", "Janka Vydumany"}
    assert {one.who for one in latin.proposals if one.kind == "SeenHeld"} == {"Tadora Śniehałuha"}


def test_every_quote_stands_in_the_printed_text() -> None:
    reading = read(LATIN, published=DAY)
    assert reading.proposals
    for one in reading.proposals:
        assert locate(LATIN, one.quote) == (one.start, one.end)
        assert LATIN[one.start : one.end] == one.quote.exact
    words = {str(value) for one in reading.proposals for value in (one.who, one.speaker, *one.fields.values())}
    assert not any(letter in word for word in words for letter in "абвгдежзійклмнопрстуўфхцчшыэюя")
    assert {person.name for person in reading.people} >= {"Alena Nibyła", "Łarysa Imšar"}
