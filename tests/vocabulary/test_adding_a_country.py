"""A person of another country adds a folder, and is told in plain words what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from habeas.vocabulary.load import VocabularyError, load

SOURCES = """
- key: zz-gazette
  address: https://example.org/gazette
  publisher: Gazette of Zedland
"""
PLACES = """
- {key: zz, kind: country, country: zz, names: {en: Zedland}, source: zz-gazette}
- {key: zz.port, kind: city, names: {en: Port Zed}, source: zz-gazette}
"""
FACILITIES = """
- key: zz.fort
  code: F1
  names: {en: Fort One, es: Fuerte Uno}
  kind: prison
  place: zz.port
  from: 2001
  source: zz-gazette
"""


class Country:
    """An invented country's folder, written file by file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "zz"
        self.folder.mkdir()
        self.write("sources.yml", SOURCES)
        self.write("places.yml", PLACES)
        self.write("facilities.yml", FACILITIES)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def complaint(self) -> str:
        load.cache_clear()
        with pytest.raises(VocabularyError) as error:
            load(extra=self.folder)
        return str(error.value)


@pytest.fixture
def country(tmp_path: Path) -> Country:
    return Country(tmp_path)


def test_a_folder_of_another_country_is_read_beside_ours(country: Country) -> None:
    country.write("codes.yml", "- {key: zz.pc, cited: Penal Code, names: {en: Penal Code}, source: zz-gazette}\n")
    country.write("articles.yml", "- {key: zz.pc.12, names: {en: sedition}, parts: [{part: 2}], source: zz-gazette}\n")
    country.write(
        "definitions.yml",
        """
- key: zz_count
  names: {en: Held in Zedland}
  version: "1"
  owner: Gazette
  statuses: [held]
  recognised_by: [viasna]
  recognised_as: [political_prisoner]
  unit: people
  text: {en: People held.}
  source: zz-gazette
""",
    )
    vocabulary = load(extra=country.folder)
    assert vocabulary.facility("zz.fort").country == "zz"
    assert vocabulary.facility("zz.fort").name("es") == "Fuerte Uno"
    assert vocabulary.article("zz.pc.12.2").code == "zz.pc"
    assert vocabulary.definition("zz_count").owner == "Gazette"
    assert "by.ik1" in vocabulary.facilities and "zz.fort" not in load().facilities


def test_a_folder_of_countries_is_read_too_and_changes_the_fingerprint(country: Country) -> None:
    added = load(extra=country.folder.parent)
    assert "zz.fort" in added.facilities
    assert added.fingerprint != load().fingerprint


def test_one_changed_letter_changes_the_fingerprint(country: Country) -> None:
    first = load(extra=country.folder).fingerprint
    country.write("facilities.yml", FACILITIES.replace("Fort One", "Fort Ono"))
    load.cache_clear()
    assert load(extra=country.folder).fingerprint != first


def test_a_folder_without_sources_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"no folder with a sources\.yml"):
        load(extra=tmp_path)


@pytest.mark.parametrize(
    ("wrong", "right", "says"),
    [
        ("source: zz-gazette", "source: zz-gazete", ["the source `zz-gazete`", "Did you mean zz-gazette"]),
        ("source: zz-gazette", "note: none", ["the row has no source", "Add `source: KEY`"]),
        ("kind: prison", "kind: prizon", ["`kind: prizon` is not known", "Did you mean prison"]),
        ("kind: prison", "knid: prison", ["`kind` is missing"]),
        ("code: F1", "cod: F1", ["the field `cod` is not known here", "Did you mean code"]),
        ("from: 2001", "from: 2001-02-30", ["`from`", "2001-02-30"]),
        ("from: 2001", "from: 2001\n  to: 1999", ["ends (1999) before it begins (2001)"]),
        ("key: zz.fort", "key: fort", ["lacks its country", "begin with `zz.`"]),
        ("key: zz.fort", "key: zz.Fort!", ["is no key"]),
        ("place: zz.port", "place: zz.prot", ["the place `zz.prot`, which is not there", "zz.port"]),
        ("kind: prison", "kind: prison\n  regimes: [by.genral]", ["the regime `by.genral`", "by.general"]),
        ("names: {en: Fort One, es: Fuerte Uno}", "names: Fort One", ["`names` is missing or empty"]),
        ("es: Fuerte Uno", "Spanish: Fuerte Uno", ["`Spanish` is no language"]),
        ("code: F1", "code: F1\n  code: F2", ["the field `code` stands twice"]),
        ("kind: prison", "kind: prison\n  sex: women", ["`sex: women` is not known", "female"]),
    ],
)
def test_a_wrong_row_is_named_with_file_row_and_advice(
    country: Country, wrong: str, right: str, says: list[str]
) -> None:
    assert wrong in FACILITIES
    country.write("facilities.yml", FACILITIES.replace(wrong, right))
    complaint = country.complaint()
    assert "zz/facilities.yml, row 1, line 2" in complaint
    for words in says:
        assert words in complaint


def test_all_wrong_rows_are_told_at_once(country: Country) -> None:
    country.write("facilities.yml", FACILITIES.replace("prison", "prizon") + FACILITIES.replace("zz.port", "zz.prot"))
    complaint = country.complaint()
    assert "row 1, line 2 (zz.fort)" in complaint and "row 2, line 10 (zz.fort)" in complaint


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"- key: [unclosed\n", "this is no YAML"),
        (b"just words\n", "the file is no list of rows"),
        (b"", "the file is no list of rows"),
        (b"- just words\n", "the row is no mapping"),
        ("- key: Турма".encode("cp1251"), "not UTF-8"),
        (b"\x00\x01\x02", "this is no YAML"),
        (b"- &a {key: *a}\n", "nested too deep"),
        (b"- {[key]: zz.fort}\n", "the name of a field is no word"),
    ],
)
def test_a_file_that_is_no_list_is_refused_without_a_traceback(country: Country, content: bytes, says: str) -> None:
    (country.folder / "facilities.yml").write_bytes(content)
    complaint = country.complaint()
    assert "zz/facilities.yml" in complaint and says in complaint


def test_a_misnamed_file_is_refused(country: Country) -> None:
    country.write("facility.yml", FACILITIES)
    assert "zz/facility.yml: no such file belongs here. Did you mean facilities.yml" in country.complaint()


def test_two_facilities_of_one_key_may_not_hold_at_once(country: Country) -> None:
    country.write("facilities.yml", FACILITIES + FACILITIES.replace("2001", "2010"))
    assert "overlaps in time with zz/facilities.yml, row 1" in country.complaint()


def test_two_codes_of_one_site_may_follow_each_other_but_not_overlap(country: Country) -> None:
    first = FACILITIES + "  site: zz.hill\n  to: 2010\n"
    second = FACILITIES.replace("zz.fort", "zz.camp").replace("2001", "2010") + "  site: zz.hill\n"
    country.write("facilities.yml", first + second)
    load.cache_clear()
    followed = load(extra=country.folder)
    assert [f.key for f in followed.at_site("zz.hill", date(2015, 1, 1))] == ["zz.camp"]
    country.write("facilities.yml", first + second.replace("2010", "2005"))
    assert "on one site" in country.complaint()


def test_a_key_that_somebody_else_has_is_refused(country: Country) -> None:
    country.write("places.yml", PLACES + "- {key: zz.port, kind: city, names: {en: Other}, source: zz-gazette}\n")
    assert "its key already stands at zz/places.yml, row 2" in country.complaint()


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("statuses: [held, jailed]", "`statuses: jailed` is not known"),
        ("statuses: [held, unknown]", "`statuses` holds unknown"),
        ("recognised_by: [nobody_here]\n  recognised_as: [political_prisoner]", "the recogniser `nobody_here`"),
        ("recognised_by: any", "do not fit together"),
        ("unit: cases", "Known are: episodes"),
    ],
)
def test_a_definition_that_cannot_be_counted_is_refused(country: Country, field: str, says: str) -> None:
    fields = {"statuses": "statuses: [held]", "recognised_by": "recognised_by: none", "unit": "unit: people"}
    fields[field.partition(":")[0]] = field
    lines = ["- key: zz_count", "names: {en: Count}", 'version: "1"', "owner: Zed", "text: {en: People.}"]
    country.write("definitions.yml", "\n  ".join([*lines, *fields.values(), "source: zz-gazette"]) + "\n")
    complaint = country.complaint()
    assert "zz/definitions.yml, row 1" in complaint and says in complaint


def test_languages_and_dates_stay_what_was_written(country: Country) -> None:
    """YAML would otherwise read `no` as false and a month as a date."""
    country.write("facilities.yml", FACILITIES.replace("es: Fuerte Uno", "no: Fort En").replace("2001", "2001-02"))
    load.cache_clear()
    fort = load(extra=country.folder).facility("zz.fort")
    assert fort.name("no") == "Fort En"
    assert fort.begins is not None and not fort.begins.is_day
