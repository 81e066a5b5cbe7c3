"""Agreements and legal acts that editors write in a file: taken whole, once, every mistake told by its line."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from habeas.domain.agreement_words import (
    About,
    Disclosure,
    Eased,
    Form,
    Ground,
    HowKnown,
    Level,
    Licence,
    Order,
    Owed,
    Step,
    Verb,
)
from habeas.domain.claims import KINDS, CommitmentMade, Named
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness
from habeas.intake.agreements import take_agreements
from habeas.intake.sources import NewSource, add_source, usual_nearness
from habeas.ledger.append import append
from habeas.ledger.read import last_number, lines
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Audience
from tests.intake.conftest import Write, catch_up

pytestmark = pytest.mark.database

DEAL = """
- id: a-deal
  note: For the reader of this file.
  claims:
    - {AgreementReported: {title: Ten people and a licence, when: 2026-02-01, parties: [Here, There], disclosure: full}}
    - CommitmentMade:
        {commitment: release, obligor: Here, beneficiary: B, owed: release, number: 10, unit: people, batch: 2026-02-01}
    - CommitmentMade: {commitment: relief, obligor: There, beneficiary: a firm, owed: relief, instrument: gl-1}
      source: press
      speaker: An envoy
      nearness: official
    - {ConditionSet: {commitment: relief, condition: ten-free, order: precedent, on: release}}
- id: gl-1
  claims:
    - {Licensed: {sanctioner: us, when: 2026-02-03, targets: [A firm], open_ended: "yes"}, source: s-press}
"""


def test_a_file_is_taken_and_answers_at_once(held: Path, write: Write) -> None:
    taken = take_agreements(write(DEAL, "deal.yml"), source="list", editor="anna")
    assert (taken.subjects, len(taken.written), taken.known, taken.loose) == (("a-deal", "gl-1"), 5, 0, ())
    catch_up()
    answer = queries.agreement("a-deal", queries.lens("2026-02-04", None, Audience.DRAFT))
    assert answer is not None
    assert [str(one.step or "") for one in answer.commitments] == ["", "licensed"]
    assert queries.agreement("a-deal", queries.lens("2026-02-04", None)) is None, "a second editor has to agree first"
    (made,) = [line for line in lines(numbers=taken.written) if getattr(line.claim, "commitment", "") == "relief"][:1]
    assert isinstance(made.claim, CommitmentMade) and made.evidence is not None
    assert (made.evidence.source, made.evidence.speaker, made.editor) == ("s-press", "An envoy", "anna")


def test_the_same_file_again_changes_nothing_and_a_longer_one_adds_what_is_new(held: Path, write: Write) -> None:
    take_agreements(write(DEAL, "deal.yml"), source="list", editor="anna")
    before = last_number()
    again = take_agreements(write(DEAL, "deal.yml"), source="list", editor="boris")
    assert (again.written, again.known, last_number()) == ((), 5, before)
    more = DEAL.replace(
        "- id: gl-1", "    - {Fulfilled: {commitment: relief, assessor: B, when: 2026-02-05, level: '2'}}\n- id: gl-1"
    )
    assert len(take_agreements(write(more, "deal.yml"), source="list", editor="boris").written) == 1


def test_in_a_fresh_register_the_envoy_s_nearness_is_not_the_monitor_s_and_the_file_is_taken_once(
    live: Path, write: Write
) -> None:
    for publisher in ("Press", "List"):
        add_source(NewSource(publisher, key=publisher.lower()), editor="anna")
    taken = take_agreements(write(DEAL, "deal.yml"), source="list", editor="anna")
    assert take_agreements(write(DEAL, "deal.yml"), source="list", editor="anna").written == ()
    assert (len(taken.written), usual_nearness("s-press")) == (5, Nearness.UNSTATED)


def test_a_source_that_came_nearer_since_says_nothing_anew(live: Path, write: Write) -> None:
    for publisher in ("Press", "List"):
        add_source(NewSource(publisher, key=publisher.lower()), editor="anna")
    take_agreements(write(DEAL, "deal.yml"), source="list", editor="anna")
    append([Candidate("p-aaaaaaaaaa", Named("Anna"), Evidence("s-list", "List", nearness=Nearness.MONITOR))])
    assert usual_nearness("s-list") is Nearness.MONITOR
    assert take_agreements(write(DEAL, "deal.yml"), source="list", editor="anna").written == ()


def test_what_is_named_and_not_on_record_is_told(held: Path, write: Write) -> None:
    alone = DEAL.partition("- id: gl-1")[0]
    assert take_agreements(write(alone, "deal.yml"), source="list", editor="anna").loose == ("gl-1",)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("source: press", "source: nobody", "no source “nobody”"),
        ("unit: people, ", "", "without a unit"),
        ("condition: ten-free", "condicion: ten-free", "“condicion”"),
        ("owed: relief", "owed: releif", "“releif”"),
        ("commitment: relief, condition", "commitment: releif, condition", "no commitment “releif”"),
        ("id: gl-1", "id: 2026-02-01", "id of a batch"),
        ("id: gl-1", "id: p-eeeeeeeeee", "can't be an id"),
        ("Licensed:", "Detained:", "Detained"),
        (
            'Licensed: {sanctioner: us, when: 2026-02-03, targets: [A firm], open_ended: "yes"}',
            "Released: {when: 2026-02-03}",
            "said of a person",
        ),
        ("when: 2026-02-03", "when: 2026-02-31", "2026-02-31"),
        ("  note: For the reader of this file.", "  remark: x", "“remark”"),
        ("id: gl-1", "id: a-deal", "id of a agreement"),
        ("- id: a-deal", "id: a-deal", "YAML"),
        (
            "- id: gl-1\n  claims:\n",
            "- id: gl-1\n  claims:\n    - {Listed: {sanctioner: us, when: 2024, targets: [A firm]}}\n",
            "Give each legal act an id of its own",
        ),
    ],
)
def test_a_mistake_is_told_by_its_line_and_nothing_is_written(
    held: Path, write: Write, old: str, new: str, what: str
) -> None:
    assert old in DEAL
    before = last_number()
    with pytest.raises(BadInput) as told:
        take_agreements(write(DEAL.replace(old, new, 1), "deal.yml"), source="list", editor="anna")
    assert str(told.value).startswith("deal.yml") and what in str(told.value)
    assert last_number() == before


def test_a_file_that_is_not_there_or_endless_is_refused(held: Path, write: Write, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        take_agreements(tmp_path / "none.yml", editor="anna")
    with pytest.raises(BadInput, match=r"deep\.yml"):
        take_agreements(write("- " + "[" * 5000 + "]" * 5000, "deep.yml"), editor="anna")


DOCS = Path(__file__).parents[2] / "docs"


def test_every_kind_and_field_and_word_of_the_file_is_documented() -> None:
    page = (DOCS / "reference" / "agreement-file.md").read_text(encoding="utf-8")
    for kind, made in KINDS.items():
        if made.ABOUT in ("agreement", "instrument"):
            (row,) = [line for line in page.splitlines() if line.startswith(f"| `{kind}` |")]
            for field in fields(made):  # type: ignore[arg-type]
                assert f"`{field.name}`" in row, f"{kind}.{field.name}"
    for closed in (Form, Disclosure, Owed, Order, HowKnown, Level, About, Eased, Licence, Verb, Ground):
        for word in closed:
            assert f"| `{word}` | {word.meaning} |" in page, word


def test_every_step_is_explained() -> None:
    page = (DOCS / "explanation" / "agreements.md").read_text(encoding="utf-8")
    for step in Step:
        assert f"| `{step}` |" in page, step


def test_the_files_of_the_how_to_are_taken_as_they_stand(held: Path, write: Write) -> None:
    page = (DOCS / "how-to" / "follow-an-agreement.md").read_text(encoding="utf-8")
    files = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    for key in ("gazette", "monitor-report"):
        add_source(NewSource("A publisher", key=key), editor="anna")
    for number, text in enumerate(files):
        assert take_agreements(write(text, f"{number}.yml"), editor="anna").written
    catch_up()
    lens = queries.lens("2026-02-04", None, Audience.DRAFT)
    answer = queries.agreement("here-and-there-2026", lens)
    assert answer is not None and len(files) == 3
    assert [str(one.step) for one in answer.commitments if one.step] == ["licensed"]
    assert answer.order_conflicts
