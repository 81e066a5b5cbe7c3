"""A mistake in a hand-written file is told with its file and line, and with what to do."""

from __future__ import annotations

import pytest

from habeas.example.build import candidates
from habeas.problems import BadInput
from tests.example.conftest import Write

DETAINED = "{Detained: {when: 2024-05-01}, source: s-a}"


def test_a_good_small_example_is_read(write: Write) -> None:
    told = [candidate for _, candidate in candidates(write())]
    assert [one.claim.KIND for one in told] == ["Captured", "Detained"]


@pytest.mark.parametrize(
    ("person", "where", "what"),
    [
        ("- {Detained: {when: 2024-02-30}, source: s-a}", "people.yml:3", "2024-02-30"),
        ("- {Detained: {when: 2024-05-01}, source: s-b}", "people.yml:3", "no source “s-b”"),
        ("- {Detained: {when: 2024-05-01}}", "people.yml:3", "“source”"),
        ("- {Detaned: {when: 2024-05-01}, source: s-a}", "people.yml:3", "“Detaned”"),
        ("- {Detained: {when: 2024-05-01, town: Minsk}, source: s-a}", "people.yml:3", "“town”"),
        ("- {Detained: {when: 2024-05-01}, source: s-a, nearness: close}", "people.yml:3", "“close”"),
        ("- {Detained: 2024-05-01, source: s-a}", "people.yml:3", "no fields"),
        ("- {source: s-a}", "people.yml:3", "one kind of claim"),
        ("- {Delisted: {sanctioner: us, when: 2024, targets: [x]}, source: s-a}", "people.yml:3", "a person"),
        (f"- {DETAINED[:-1]}, source: s-a}}", "people.yml:3", "stands twice"),
    ],
)
def test_a_claim_that_does_not_fit_is_told_by_line(write: Write, person: str, where: str, what: str) -> None:
    text = f"- id: p-aaaaaaaaaa\n  claims:\n    {person}\n"
    with pytest.raises(BadInput) as told:
        list(candidates(write(people=text)))
    assert str(told.value).startswith(where) and what in str(told.value)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("{be: Янка, ru: Янка}", "one language"),
        ("{source: s-a}", "one language"),
        ("{fr: Jean, source: s-a}", "“fr”"),
        ("{be: '', source: s-a}", "“be”"),
    ],
)
def test_a_name_that_does_not_fit_is_told_by_line(write: Write, name: str, what: str) -> None:
    text = f"- id: p-aaaaaaaaaa\n  names:\n    - {name}\n  claims:\n    - {DETAINED}\n"
    with pytest.raises(BadInput) as told:
        list(candidates(write(people=text)))
    assert "people.yml:3" in str(told.value) and what in str(told.value)


def test_two_entries_of_one_id_are_refused(write: Write) -> None:
    entry = f"- id: p-aaaaaaaaaa\n  claims:\n    - {DETAINED}\n"
    with pytest.raises(BadInput, match=r"people\.yml:4: .*people\.yml:1"):
        list(candidates(write(people=entry * 2)))


def test_a_person_of_whom_no_source_has_a_day_is_refused(write: Write) -> None:
    source = "- {id: s-a, publisher: A, address: 'https://a.example'}\n"
    with pytest.raises(BadInput, match=r"people\.yml:1: .*published"):
        list(candidates(write(sources=source)))


@pytest.mark.parametrize(
    ("sources", "what"),
    [
        ("- {id: s-a, publisher: A}\n", "“address”"),
        ("- {id: s-a, publisher: A, address: 'https://a.example', published: May}\n", "May"),
        ("- {id: s-a, publisher: A, address: 'https://a.example', url: x}\n", "“url”"),
        ("- {id: s-a, publisher: A, address: 'https://a.example'}\n" * 2, "stands twice"),
        ("id: s-a\n", "no list of entries"),
        ("- [\n", "not readable YAML"),
        ("", "no list of entries"),
    ],
)
def test_a_source_that_does_not_fit_is_told(write: Write, sources: str, what: str) -> None:
    with pytest.raises(BadInput) as told:
        list(candidates(write(sources=sources)))
    assert "sources.yml" in str(told.value) and what in str(told.value)


def test_a_file_that_is_no_text_is_told(write: Write) -> None:
    folder = write()
    (folder / "batches.yml").write_bytes(b"\xff\xfe\x00\x01\x02")
    with pytest.raises(BadInput, match=r"batches\.yml"):
        list(candidates(folder))


def test_a_date_stays_as_it_is_printed_and_no_is_not_false(write: Write) -> None:
    text = "- id: p-aaaaaaaaaa\n  claims:\n    - {Released: {when: 2024-05, country: no}, source: s-a}\n"
    claim = next(one.claim for _, one in candidates(write(people=text)) if one.claim.KIND == "Released")
    assert (str(getattr(claim, "when", "")), getattr(claim, "country", "")) == ("2024-05", "no")
