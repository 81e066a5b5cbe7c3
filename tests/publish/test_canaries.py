"""Secret strings in every field of every kind of record, and none of them in any byte of what is published."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.archive.store import keep
from habeas.domain.claims import KINDS, InBatch, Named
from habeas.domain.judgements import Accepted, Retracted, Withheld
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis
from habeas.ledger.append import append
from habeas.publish.allowed import ALLOWED, KEPT_BACK
from habeas.publish.withdraw import withdraw
from habeas.register import project
from tests.publish.canaries import NOT_SAID_BY_HAND, Canaries, found
from tests.publish.conftest import BATCH, made
from tests.register.conftest import MONITOR, named, say

pytestmark = pytest.mark.database

SAID = sorted(kind for kind in KINDS if kind not in NOT_SAID_BY_HAND)
HIDES = ("NotAPerson", "Wish")
"""Kinds that keep their subject from the public by themselves."""
ABOUT = {"batch": "b-{}", "source": "s-{}", "list": "l-{}", "agreement": "a-{}", "instrument": "i-{}", "ledger": "x-{}"}


def everything_about(flock: Canaries, subject: str, source: str) -> Iterator[Candidate]:
    """A line of every kind with canaries in every field, about a subject that is one itself."""
    for kind in SAID:
        if KINDS[kind].ABOUT != "line" and kind not in HIDES:
            given = {"other": f"p-{flock.word()}"} if kind in ("SamePerson", "NotSamePerson", "SameOrigin") else {}
            yield Candidate(subject, flock.claim(kind, **given), flock.evidence(source), flock.word())


def withheld_of_every_sort(flock: Canaries) -> None:
    """People, batches, sources, lists, agreements and instruments withheld whole, each with lines of every kind."""
    for sort in ("person", *ABOUT):
        subject = ABOUT.get(sort, "p-{}").format(flock.word())
        append(list(everything_about(flock, subject, "s-monitor")))
        append([Candidate(subject, Withheld(0, Basis.SECURITY), None, flock.word())])


def hidden_by_themselves(flock: Canaries) -> None:
    for kind in HIDES:
        subject = f"p-{flock.word()}"
        append(list(everything_about(flock, subject, "s-monitor")))
        append([Candidate(subject, flock.claim(kind), MONITOR, flock.word())])


def withheld_line_by_line(flock: Canaries) -> None:
    """What is said of somebody public, each line of it withheld by itself."""
    for number in append(list(everything_about(flock, "p-ivan", "s-monitor"))):
        append([Candidate("p-ivan", Withheld(number, Basis.FAMILY), None, flock.word())])


def kept_back_of_somebody_public(flock: Canaries) -> None:
    """Fields and kinds that the list of what is allowed doesn't let out, of a person whom everybody sees."""
    for kind in (kind for kind in SAID if kind in KEPT_BACK and KINDS[kind].ABOUT == "person"):
        append([Candidate("p-anna", flock.claim(kind), flock.evidence("s-monitor"), flock.word())])
    for kind, fields in ALLOWED.items():
        if fields.stays and KINDS[kind].ABOUT == "person":
            bare = Canaries("")
            given = {name: "" for name in (*fields.goes, *fields.keys) if isinstance(_said(kind, bare, name), str)}
            given |= {"text": "Hanna Vydumanaya"} if "text" in given else {}
            append([Candidate("p-anna", flock.claim(kind, **given), MONITOR, flock.word())])
    (number,) = append([named("p-anna", "Anna Vydumanaya")])
    append([Candidate("p-anna", Retracted(number, flock.word()), None, flock.word())])
    append([Candidate("p-anna", Accepted(number), None, flock.word())])


def linked_to_what_is_withheld(flock: Canaries) -> None:
    """Lines about somebody public that rest on, or name, what is withheld; and quotes that speak of it."""
    source, batch, hidden = f"s-{flock.word()}", f"b-{flock.word()}", f"p-{flock.word()}"
    name = flock.name()
    append([Candidate(source, flock.claim("Captured"), None), Candidate(source, Withheld(0, Basis.THIRD_PARTY))])
    append([Candidate(batch, flock.claim("BatchAnnounced"), MONITOR), Candidate(batch, Withheld(0, Basis.SECURITY))])
    append([named(hidden, name), Candidate(hidden, InBatch(BATCH), MONITOR)])
    append([Candidate(hidden, Withheld(0, Basis.FAMILY))])
    append(list(everything_about(flock, "p-ivan", source)))
    append([Candidate("p-ivan", InBatch(batch), MONITOR)])
    speaking = type(MONITOR)("s-monitor", "Monitor", f"Together with {name}, it says.", "en")
    append([Candidate("p-ivan", Named("I. Nebyvaly"), speaking)])
    append([Candidate(BATCH, flock.claim("BatchCounted", speaker="Monitor", note=f"With {name} among them"), MONITOR)])


def _said(kind: str, bare: Canaries, name: str) -> object:
    return getattr(bare.claim(kind), name)


def test_none_of_five_hundred_canaries_is_in_any_byte_of_the_copy(small: Path, out: Path) -> None:
    flock = Canaries("zukvarz")
    withheld_of_every_sort(flock)
    hidden_by_themselves(flock)
    withheld_line_by_line(flock)
    kept_back_of_somebody_public(flock)
    linked_to_what_is_withheld(flock)
    keep(f"The bytes of a source, with {flock.name()}".encode())
    project.catch_up()
    made(out)
    assert len(flock.made) > 500
    assert found(out, flock) == []


def test_the_same_strings_are_found_where_they_are_let_out(small: Path, out: Path) -> None:
    flock = Canaries("zukvarz")
    say(named("p-new", flock.name()))
    made(out)
    where = {one.partition(":")[0] for one in found(out, flock)}
    assert {"data.sqlite", "releases/1/data.sqlite.gz opened"} <= where


def test_one_withdrawal_takes_every_string_out_of_every_release(small: Path, out: Path) -> None:
    flock = Canaries("zukvarz")
    made(out)
    subject = f"p-{flock.word()}"
    say(*everything_about(flock, subject, "s-monitor"), Candidate(subject, InBatch(BATCH), MONITOR))
    made(out)
    say(named("p-late", "Someone Else"))
    made(out)
    assert found(out, flock) != []
    withdraw(subject, (), basis=Basis.FAMILY, by="anna")
    assert found(out, flock) == []


def test_one_field_withdrawn_takes_its_strings_out(small: Path, out: Path) -> None:
    flock = Canaries("zukvarz")
    say(Candidate("p-anna", flock.claim("WorkedAs"), MONITOR), Candidate("p-anna", flock.claim("Released"), MONITOR))
    made(out)
    kept = flock.mark
    withdraw("p-anna", ("WorkedAs", "Released"), basis=Basis.PERSON, by="anna")
    assert kept and found(out, flock) == []


def test_the_search_opens_what_is_compressed_and_knows_other_spellings(tmp_path: Path) -> None:
    flock = Canaries("zukvarz")
    word = flock.word()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("b.gz", gzip.compress(f"Mr. {word.title()}".encode()))
    (tmp_path / "cyrillic.txt").write_text("зукварз", encoding="utf-8")
    (tmp_path / "wide.txt").write_bytes(word.encode("utf-16-le"))
    import hashlib

    (tmp_path / "hashed.txt").write_text(f"x{hashlib.sha256(word.encode()).hexdigest()}")
    where = {one.partition(": ")[0] for one in found(tmp_path, flock)}
    assert {"a.zip", "cyrillic.txt", "wide.txt", "hashed.txt"} <= where
