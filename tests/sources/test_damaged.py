"""Damaged files are refused or told row by row; a party is never read as gone because its row was hurt."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from habeas.problems import BadInput
from habeas.sources.compare import compare
from habeas.sources.parcels import parcel
from habeas.sources.read import read_list
from tests.sources.damage import printed, table
from tests.sources.examples import KEYS, example, main_file, opened, read_bytes

XML = tuple(key for key in KEYS if main_file(key).suffix == ".xml")


def refused(data: bytes, key: str = "") -> str:
    with pytest.raises(BadInput) as problem:
        read_bytes(data, key)
    assert "Traceback" not in str(problem.value)
    return str(problem.value)


@pytest.mark.parametrize("key", XML)
def test_an_xml_that_is_cut_off_anywhere_is_refused_whole(key: str) -> None:
    data = main_file(key).read_bytes().rstrip()
    for end in range(200, len(data), 97):
        refused(data[:end], key)


@pytest.mark.parametrize("key", ["ofac_sdn_csv", "uk_list_csv", "eu_journal_csv", "eu_consolidated_csv"])
def test_a_table_cut_off_inside_a_row_is_refused(key: str) -> None:
    rows = main_file(key).read_bytes().rstrip(b"\x1a").splitlines(keepends=True)
    last = rows[-1].rstrip()
    for keep in range(1, len(last) - 1, 7):
        try:
            read = read_bytes(b"".join(rows[:-1]) + last[:keep], key)
        except BadInput:
            continue
        raise AssertionError(f"{keep} of {len(last)} bytes of the last row were taken: {read.rows}")


@pytest.mark.parametrize("key", XML)
def test_entities_and_document_types_are_refused(key: str, tmp_path: object) -> None:
    root = main_file(key).read_text(encoding="utf-8")
    at = root.index("?>") + 2
    for inside in ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'):
        assert "document type" in refused((root[:at] + inside + root[at:]).encode(), key)


def test_an_xml_that_is_too_deep_is_refused() -> None:
    deep = b"<sdnList>" + b"<sdnEntry>" * 200 + b"</sdnEntry>" * 200 + b"</sdnList>"
    refused(deep)


def test_a_list_that_holds_fewer_entries_than_it_says_is_cut() -> None:
    text = main_file("ofac_sdn_xml").read_text(encoding="utf-8").replace("Count>3<", "Count>300<")
    assert "says that it holds 300" in refused(text.encode())


def test_a_first_mark_that_promises_utf_16_is_no_traceback() -> None:
    refused(b"\xff\xfe" + printed(table(10)) + b"x", "ofac_sdn_csv")
    assert "UTF-16" in refused(b"\xff\xfe\x1a", "ofac_sdn_csv")


def test_a_column_under_another_known_name_is_read() -> None:
    text = (
        main_file("uk_list_csv")
        .read_text(encoding="utf-8")
        .replace("D.O.B", "DOB")
        .replace("Date Designated", "LISTED-ON")
    )
    read = read_bytes(text.encode(), "uk_list_csv")
    assert read.entries == read_list(opened("uk_list_csv")).entries


def test_a_column_under_an_unknown_name_is_refused_with_what_was_found() -> None:
    text = main_file("uk_list_csv").read_text(encoding="utf-8").replace("D.O.B", "Arrival on earth")
    said = refused(text.encode())
    assert "birth" in said and "Arrival on earth" in said and "manifest.yml" in said


def test_a_new_column_in_a_table_without_a_header_is_refused() -> None:
    data = b"".join(line + b',"new"\r\n' for line in printed(table(30)).rstrip(b"\x1a").splitlines())
    assert "12 columns" in refused(data, "ofac_sdn_csv")


def test_what_is_no_list_is_refused_with_what_it_begins_with() -> None:
    assert "begins like this: given name, surname" in refused(b"given name,surname\nAnna,B\n")
    assert "html" in refused(b"<html><body>Access denied</body></html>")
    assert refused(b"") and refused(b"\x00\x01\x02" * 100) and refused(b"PK\x03\x04broken", "")


def test_a_cut_gzip_and_a_cut_zip_are_refused() -> None:
    packed = gzip.compress(printed(table(50)))
    for cut in (packed[:-20], packed[:200]):
        with pytest.raises(BadInput, match="cut off or damaged"):
            parcel("list.csv.gz", io.BytesIO(cut))
    with pytest.raises(BadInput, match="can't be unpacked"):
        parcel("list.zip", io.BytesIO(zipped()[:-40]))


def test_three_files_in_one_zip_are_one_list() -> None:
    read = read_list(parcel("list.zip", io.BytesIO(zipped())))
    assert read.entries == read_list(opened("ofac_sdn_csv")).entries
    assert read.notes[0] == "Read together with add, alt."


def test_a_row_with_a_stray_cell_or_byte_is_told_with_its_line() -> None:
    rows = printed(table(30)).splitlines(keepends=True)
    rows[3] = rows[3].replace(b",-0- ", b",-0- ,-0- ", 1)
    rows[7] = rows[7].replace(b"Nowhere", b"No\x00where")
    rows[9] = rows[9].replace(b"Nowhere", b"No\xff\xfewhere")
    read = read_bytes(b"".join(rows))
    assert [row.line for row in read.unread] == [4, 8, 10]
    assert len(read.entries) == 27 and read.rows == 30


def test_a_missing_end_mark_is_told() -> None:
    read = read_bytes(printed(table(30)).rstrip(b"\x1a"))
    assert any("0x1A" in note for note in read.notes)


def test_sanctions_of_nobody_are_told() -> None:
    line = b'{"id":"s","schema":"Sanction","properties":{"entity":["nobody"]}}\n'
    read = read_bytes(main_file("ftm_entities").read_bytes() + line)
    assert [row.line for row in read.unread] == [5]


ROWS = table(80)
WHOLE = printed(ROWS)


@settings(max_examples=60)
@given(some.lists(some.tuples(some.integers(0, len(WHOLE) - 1), some.integers(0, 255)), max_size=6))
def test_bytes_of_something_else_hurt_their_own_rows_alone(hurt: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, byte in hurt:
        data[at] = byte
    try:
        read = read_bytes(bytes(data), "ofac_sdn_csv")
    except BadInput:
        return
    touched = {WHOLE.count(b"\n", 0, at) for at, _ in hurt}
    found = compare(read_bytes(WHOLE), read)
    gone = {one.key for one in (*found.delisted, *found.unclear)}
    # A hurt end of a line takes the next row with it; a hurt number is another number.
    near = {ROWS[row + step][0] for row in touched for step in (0, 1) if row + step < len(ROWS)}
    assert gone <= near


@pytest.mark.proof
@settings(max_examples=2000)
@given(some.sampled_from(KEYS), some.data())
def test_no_damage_at_all_brings_a_traceback(key: str, data: some.DataObject) -> None:
    hurt(key, data)


@settings(max_examples=150)
@given(some.sampled_from(KEYS), some.data())
def test_damage_brings_a_refusal_or_a_row_told(key: str, data: some.DataObject) -> None:
    hurt(key, data)


def hurt(key: str, data: some.DataObject) -> None:
    """A piece cut out, put twice, or written over."""
    whole = main_file(key).read_bytes()
    start = data.draw(some.integers(0, len(whole)))
    end = data.draw(some.integers(start, min(len(whole), start + 400)))
    piece = data.draw(
        some.sampled_from([b"", whole[start:end] * 2, b"\x00", b"\xff\xfe", b'"', b"<", b"\x1a", b"\r", b"&x;"])
    )
    for named in ("", key):
        try:
            read = read_bytes(whole[:start] + piece + whole[end:], named)
        except BadInput as problem:
            assert str(problem)
            continue
        assert read.entries and all(one.names and one.key for one in read.entries.values())


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in sorted(example("ofac_sdn_csv").iterdir()):
            packed.writestr(one.name, one.read_bytes())
    return made.getvalue()
