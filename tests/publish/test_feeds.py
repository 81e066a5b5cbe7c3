"""Atom feeds of what data releases changed: whole, in step with the copy, and silent about what was withdrawn."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from habeas.domain.claims import InBatch, Recognised, StageMoved
from habeas.domain.judgements import Retracted
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis
from habeas.ledger.append import append
from habeas.publish.withdraw import withdraw
from habeas.register import project
from tests.publish.conftest import BATCH, made
from tests.register.conftest import MONITOR, agree, day, named, say

pytestmark = pytest.mark.database
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("releases", "recognitions", "corrections")


def feed(out: Path, name: str) -> Any:
    told = feedparser.parse((out / "site" / "feeds" / f"{name}.xml").read_bytes())
    assert not told.bozo, told.get("bozo_exception")
    return told


def recognised_and_published(out: Path) -> None:
    made(out)
    say(Candidate("p-anna", Recognised("viasna", day("2024-05-10")), MONITOR))
    (number,) = append([named("p-ivan", "Ivan Niebyvały")])
    agree()
    made(out)
    append([Candidate("p-ivan", Retracted(number, "misread"), None, "anna")])
    project.catch_up()
    made(out)


def test_the_feeds_tell_what_each_data_release_changed(small: Path, out: Path) -> None:
    recognised_and_published(out)
    (release,) = feed(out, "releases").entries
    assert release.links[0].href == f"../releases/{BATCH}.html"
    assert (out / "site" / "feeds" / release.links[0].href).resolve().is_file()
    (recognition,) = feed(out, "recognitions").entries
    assert recognition.links[0].href == "../people/p-anna.html"
    assert [entry.title for entry in feed(out, "corrections").entries] == ["A claim was taken back"]


def test_a_membership_taken_back_is_told_by_the_stage_s_title_and_never_by_its_key(small: Path, out: Path) -> None:
    say(
        Candidate(BATCH, StageMoved("st-1", 1, "Over the border", day("2024-08-01")), MONITOR),
        named("p-vera", "Vera Vydumanaya"),
        named("p-zoya", "Zoya Vydumanaya"),
    )
    told = [
        Candidate("p-vera", InBatch(BATCH, "st-1"), MONITOR),
        Candidate("p-zoya", InBatch(BATCH, "st-2"), MONITOR),
    ]
    numbers = append(told)
    agree()
    made(out)
    append([Candidate(one.subject, Retracted(line), None, "anna") for one, line in zip(told, numbers, strict=True)])
    agree()
    made(out)
    said = {entry.content[0].value for entry in feed(out, "corrections").entries}
    assert any("Over the border" in one for one in said) and any("one without a name" in one for one in said)
    for file in (out / "site").rglob("*"):
        if file.suffix in (".xml", ".html"):
            assert not re.search(r">[^<]*\bst-[12]\b", file.read_text(encoding="utf-8")), file.name


def test_each_feed_has_what_atom_asks_for(small: Path, out: Path) -> None:
    recognised_and_published(out)
    ids = []
    for name in FEEDS:
        root = ElementTree.fromstring((out / "site" / "feeds" / f"{name}.xml").read_text(encoding="utf-8"))
        assert root.tag == f"{ATOM}feed" and root.find(f"{ATOM}author/{ATOM}name") is not None
        for one in (root, *root.findall(f"{ATOM}entry")):
            found = {part: one.findall(f"{ATOM}{part}") for part in ("id", "title", "updated")}
            assert {part: len(parts) for part, parts in found.items()} == {"id": 1, "title": 1, "updated": 1}
            ids.append(found["id"][0].text)
    assert len(ids) == len(set(ids))


def test_a_withdrawal_takes_the_entries_away_and_adds_none(small: Path, out: Path) -> None:
    recognised_and_published(out)
    withdraw("p-anna", (), basis=Basis.FAMILY, by="anna")
    project.catch_up()
    text = "".join((out / "site" / "feeds" / f"{name}.xml").read_text(encoding="utf-8") for name in FEEDS)
    assert "p-anna" not in text and "ithdraw" not in text
    assert len(feed(out, "releases").entries) == 1 and feed(out, "recognitions").entries == []
