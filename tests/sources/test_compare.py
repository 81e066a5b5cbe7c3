"""The difference of two snapshots is exact, and never made of what couldn't be read."""

from __future__ import annotations

import csv
import gzip
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from habeas.problems import BadInput
from habeas.sources.compare import Diff, check_not_cut, compare
from habeas.sources.parcels import parcel
from habeas.sources.read import read_list
from tests.sources.damage import printed, table
from tests.sources.examples import KEYS, main_file, opened, read_bytes

ROWS = table(60)
numbers = some.sets(some.integers(0, len(ROWS) - 1), max_size=12)


def diff_of(old: bytes, new: bytes, key: str = "ofac_sdn_csv") -> Diff:
    return compare(read_bytes(old, key), read_bytes(new, key))


@given(numbers, numbers, numbers, some.integers(1, 11), some.randoms())
def test_every_entry_added_removed_or_edited_is_found_and_no_other(
    added: set[int], removed: set[int], edited: set[int], column: int, drawn: object
) -> None:
    old = [row for at, row in enumerate(ROWS) if at not in added]
    new = [list(row) for at, row in enumerate(ROWS) if at not in removed]
    for row in new:
        if ROWS.index(row) in edited:
            row[column] = "EXAMPLE] [EDITED" if column == 3 else f"{row[column]} edited"
    drawn.shuffle(new)  # type: ignore[attr-defined]
    if not old or not new:
        return
    found = diff_of(printed(old), printed(new))
    before, after = {row[0]: row for row in old}, {row[0]: row for row in new}
    assert {one.key for one in found.listed} == set(after) - set(before)
    assert {one.key for one in found.delisted} == set(before) - set(after)
    assert {one.entry.key for one in found.amended} == {
        key for key in set(before) & set(after) if before[key] != after[key]
    }
    assert not found.unclear


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_same_list_in_another_encoding_differs_in_nothing(key: str, encoding: str) -> None:
    text = main_file(key).read_text(encoding="utf-8").replace('encoding="UTF-8"', f'encoding="{encoding[:6]}"')
    text = text.replace('encoding="utf-8"', f'encoding="{encoding[:6]}"')
    if key == "ftm_entities" and encoding == "utf-16":
        return  # JSON lines are UTF-8 by their definition
    assert diff_of(main_file(key).read_bytes(), text.encode(encoding), key).is_empty


@pytest.mark.parametrize(
    "key", ["ofac_sdn_csv", "uk_list_csv", "eu_journal_csv", "eu_consolidated_csv", "ftm_entities"]
)
def test_rows_in_another_order_differ_in_nothing(key: str) -> None:
    lines = main_file(key).read_bytes().rstrip(b"\x1a").splitlines(keepends=True)
    head = {"uk_list_csv": 2, "eu_journal_csv": 1, "eu_consolidated_csv": 1}.get(key, 0)
    turned = b"".join(lines[:head] + lines[: head - 1 if head else None : -1])
    assert diff_of(main_file(key).read_bytes(), turned, key).is_empty


def test_an_element_in_another_place_differs_in_nothing() -> None:
    text = main_file("uk_list_xml").read_text(encoding="utf-8")
    head, *parts = text.replace("</Designations>", "").split("  <Designation>")
    turned = head + "  <Designation>" + "  <Designation>".join(reversed(parts)) + "</Designations>"
    assert diff_of(text.encode(), turned.encode(), "uk_list_xml").is_empty


def test_a_change_says_the_field_with_what_stood_there_and_what_stands() -> None:
    old = printed(ROWS)
    found = diff_of(old, old.replace(b"PATTERN 3,", b"PATTERN THREE,"))
    (one,) = found.amended
    assert [(change.field, change.before, change.after) for change in one.changes] == [
        ("names", ("PATTERN 3, Éva",), ("PATTERN THREE, Éva",))
    ]


def test_who_moves_to_another_programme_is_amended_and_counted_under_both() -> None:
    old = [list(row) for row in table(30)]
    new = [list(row) for row in old]
    old[4][3], new[4][3] = "DEMO", "OTHER"
    found = diff_of(printed(old), printed(new))
    assert not found.listed and not found.delisted and len(found.amended) == 1
    assert (found.programmes["DEMO"].left, found.programmes["OTHER"].joined) == (1, 1)


def test_a_party_whose_row_cannot_be_read_is_unclear_and_not_delisted() -> None:
    rows = printed(ROWS).splitlines(keepends=True)
    rows[5] = rows[5].replace(b'"PATTERN 6, ', b'"PATTERN 6, "x')
    found = diff_of(printed(ROWS), b"".join(rows))
    assert [one.key for one in found.unclear] == ["42"] and not found.delisted
    assert [row.line for row in found.new.unread] == [6]


def test_a_quote_left_open_swallows_no_party() -> None:
    rows = printed(ROWS).splitlines(keepends=True)
    rows[20] = rows[20].replace(b'"PATTERN 21, \xc3\x89va"', b'"PATTERN 21, \xc3\x89va')
    found = diff_of(printed(ROWS), b"".join(rows))
    assert not found.delisted and found.new.unread


def test_a_list_under_its_floor_is_no_delisting() -> None:
    whole = table(8200)
    with pytest.raises(BadInput, match="looks cut off"):
        check_not_cut(diff_of(printed(whole), printed(whole[:5000])))


def test_a_quarter_of_a_list_does_not_go_at_once() -> None:
    with pytest.raises(BadInput, match="--shrunk"):
        check_not_cut(diff_of(printed(table(100)), printed(table(100)[:70])))
    check_not_cut(diff_of(printed(table(100)), printed(table(100)[:90])))


def test_lists_of_two_sources_are_not_compared() -> None:
    with pytest.raises(BadInput, match="one source"):
        compare(read_list(opened("uk_list_csv")), read_list(opened("uk_list_xml")))


@pytest.mark.parametrize("days", [("2021-11-23", "2021-12-02"), ("2023-10-27", "2023-10-31")])
def test_the_treasurys_own_snapshots_differ_as_plain_sets_of_their_rows_do(days: tuple[str, str]) -> None:
    if "HABEAS_DATA" not in os.environ:
        pytest.skip("HABEAS_DATA is not set: the snapshots are developers' data")
    files = [Path(os.environ["HABEAS_DATA"], "sanctions", f"ofac_sdn_{day}.csv.gz") for day in days]
    old, new = map(plain_rows, files)
    found = compare(*(read_list(parcel(file.name, io.BytesIO(file.read_bytes()))) for file in files))
    assert {one.key for one in found.listed} == set(new) - set(old)
    assert {one.key for one in found.delisted} == set(old) - set(new)
    assert {one.entry.key for one in found.amended} == {key for key in set(old) & set(new) if old[key] != new[key]}
    assert not found.old.unread and not found.new.unread and not found.unclear


def plain_rows(file: Path) -> dict[str, list[str]]:
    """The rows by their number, without any of our code."""
    text = gzip.decompress(file.read_bytes()).decode().rstrip("\x1a")
    return {row[0]: row for row in csv.reader(io.StringIO(text, newline=""))}
