"""The commands about agreements and instruments, as a person and as a program would use them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Habeas, run


def test_an_agreement_answers_in_words_and_in_json(example: Path) -> None:
    asked = ("agreement", "belarus-us-2025-12", "--on", "2025-12-16")
    words = run(example, *asked)
    assert words.code == 0
    for part in ("Relief on potash", "dealings are licensed", "presidency of Belarus", "undisclosed", "ofac-gl-13"):
        assert part in words.out
    answer = run(example, *asked, "--json").json
    assert {"id", "kept", "decided_by", "commitments", "conditions", "orders", "links", "as_of"} <= answer.keys()
    (relief,) = [one for one in answer["commitments"] if one["key"] == "relief-potash"]
    assert (relief["step"], relief["lag"]["days"]) == ("licensed", [2, 2])


def test_the_second_clock_takes_away_what_was_not_yet_told(example: Path) -> None:
    early = run(
        example, "agreement", "belarus-us-2025-12", "--on", "2025-12-14", "--known", "2025-12-14", "--json"
    ).json
    (relief,) = [one for one in early["commitments"] if one["key"] == "relief-potash"]
    assert relief["step"] == "announced" and relief["instruments"] == []
    absent = run(example, "instrument", "ofac-gl-13", "--known", "2025-12-14")
    assert absent.code == 2 and "No instrument “ofac-gl-13” was known" in absent.err and "ofac-gl-11" in absent.err


def test_an_instrument_shows_its_chain_and_where_it_is_unknown(example: Path) -> None:
    words = run(example, "instrument", "ofac-gl-2").out
    assert "From 2018-05-01 until before 2021-04-19: relief stands: unknown" in words
    answer = run(example, "instrument", "ofac-gl-2", "--json").json
    assert [one["id"] for one in answer["chain"]][:2] == ["ofac-gl-2", "ofac-gl-2a"]
    assert answer["chain_stands"]["answer"] == "no"


def test_lists_are_shown_and_empty_ones_say_what_to_do(example: Path, habeas: Habeas) -> None:
    assert "cuba-us-2025-01" in run(example, "agreements").out
    assert len(run(example, "instruments", "--json").json) == 22
    habeas("init")
    assert "habeas agreement take FILE" in habeas("agreements").out
    assert "habeas agreement take FILE" in habeas("instruments").out
    assert "No agreement “x” was known" in habeas("agreement", "x").err


def test_a_file_is_taken_by_command(habeas: Habeas, tmp_path: Path) -> None:
    habeas("init")
    habeas("source", "add", "--key", "press", "--publisher", "The press")
    told = "{AgreementReported: {title: A deal, when: 2026-02, parties: [A, B]}}"
    (tmp_path / "deal.yml").write_text(f"- id: a-deal\n  claims:\n    - {told}\n", encoding="utf-8")
    done = habeas("agreement", "take", "deal.yml", "--source", "press", "--by", "anna")
    assert (done.code, done.out) == (0, "a-deal. Lines written: 1; claims that stood so already: 0.\n")
    assert habeas("agreement", "take", "deal.yml", "--source", "press", "--json").json["written"] == []
    assert "A deal" in habeas("agreement", "a-deal").out
    refused = habeas("agreement", "take", "deal.yml")
    assert refused.code == 2 and "deal.yml:3" in refused.err
