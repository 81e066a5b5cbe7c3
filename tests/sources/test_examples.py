"""Each source reads its own example to exactly what stands beside it, and is told by what the file holds."""

from __future__ import annotations

import json
import os

import pytest

from habeas.sources.manifests import HERE, manifests
from habeas.sources.read import read_list
from tests.sources.examples import KEYS, main_file, opened, read_bytes, told

# HABEAS_GOLDEN=1 writes what is read now; look at the difference before it is kept.
WRITES = bool(os.environ.get("HABEAS_GOLDEN"))


@pytest.mark.parametrize("key", KEYS)
def test_an_example_is_read_to_what_is_expected(key: str) -> None:
    found = told(read_list(opened(key)))
    expected = HERE / key / "expected.json"
    if WRITES:
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", KEYS)
def test_a_source_is_told_by_what_the_file_holds(key: str) -> None:
    assert read_list(opened(key)).source.key == key


@pytest.mark.parametrize("key", KEYS)
def test_a_mark_or_an_end_mark_changes_nothing(key: str) -> None:
    data = main_file(key).read_bytes()
    plain = read_bytes(data.rstrip(b"\x1a")).entries
    assert read_bytes(b"\xef\xbb\xbf" + data + b"\x1a").entries == plain


def test_every_source_says_whose_it_is_and_how_few_rows_are_too_few() -> None:
    for source in manifests().values():
        assert source.title and source.publisher and source.address and source.programmes and source.format
        assert source.floor >= 100


def test_the_day_of_an_amendment_is_never_a_day_of_listing() -> None:
    for key in KEYS:
        days = {str(day) for entry in read_list(opened(key)).entries.values() for day in entry.listed}
        assert not days & {"2025-11-05", "2024-02-01", "2025-02-27", "2021-06-21/2022-03-09"}, key


def test_minus_nought_minus_is_nothing() -> None:
    entry = read_list(opened("ofac_sdn_csv")).entries["101"]
    assert "-0-" not in str(entry)


def test_several_rows_of_one_party_are_put_together_and_told() -> None:
    read = read_list(opened("uk_list_csv"))
    assert len(read.entries["BEL0000"].names) == 3
    assert read.merged == {"BEL0000": 1} and read.rows == 4


def test_a_party_under_two_programmes_is_one() -> None:
    header, first, *_ = main_file("uk_list_csv").read_text(encoding="utf-8").splitlines()[1:]
    other = first.replace("The Republic of Belarus", "The Global Human Rights")
    read = read_bytes("\r\n".join([header, first, other, ""]).encode())
    (entry,) = read.entries.values()
    assert len(entry.programmes) == 2 and read.merged.total() == 1


def test_a_list_in_windows_1252_is_read_with_its_letters() -> None:
    text = '7,"MÜLLER-ÉTIENNE, José","individual","DEMO",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        assert read_bytes(text.encode(encoding), "ofac_sdn_csv").entries["7"].name == "MÜLLER-ÉTIENNE, José"


def test_a_list_without_keys_keeps_a_party_under_its_name_and_kind() -> None:
    header = "celex,recordId,programKey,birthDate,schema,name\n"
    one = read_bytes((header + "32006R0765,,EU-BLR,1962,Person,Ivan PRYKLADAU\n").encode())
    other = read_bytes((header + "32006R0765,,EU-BLR,1962,Person,Ivan  Prykladau\n").encode())
    assert list(one.entries) == list(other.entries)
