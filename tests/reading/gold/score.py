"""What was read beside what a person found: right, false and missed, by kind. FORMAT.md says what counts as right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from habeas.reading.claims.proposals import Proposal
from habeas.reading.read import Reading, read
from habeas.reading.who.people import Person
from habeas.reading.words.hedges import Told
from tests.reading.gold.gold import Entry, Gold

P = TypeVar("P")
_HELD = ("SeenHeld", "RefusedToLeave", "Transferred")
_NOT_TOLD = (Told.DOUBTED, Told.UNREAL, Told.NEGATED)
_NOT_OF_FREEDOM = ("Sentenced", "Detained", "Died")
SCORED = ("people", "counts", "releases", "sentences", "not_released", "detentions", "deaths", "said", "relief")


@dataclass
class Tally:
    """Right, false and missed; `told` are lines for whoever wants to see which."""

    right: int = 0
    false: int = 0
    missed: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class Score:
    """Tallies by kind, and what is counted beside them."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    days: Tally = field(default_factory=Tally)
    dates: Tally = field(default_factory=Tally)
    wrongly_freed: list[str] = field(default_factory=list)


def score(golds: Iterable[Gold]) -> Score:
    total = Score()
    for gold in golds:
        _score_one(gold, read(gold.text, published=date.fromisoformat(gold.published), lang=gold.language), total)
    return total


def _score_one(gold: Gold, found: Reading, total: Score) -> None:
    whom = _whom(gold, found)
    _pair(
        total,
        gold,
        "people",
        gold.of("people"),
        list(enumerate(found.people)),
        lambda e, p: whom.get(p[0]) == e["name"],
        _person,
    )
    counts = list({(one.number, one.of): one for one in found.counts}.values())
    _pair(
        total, gold, "counts", gold.of("counts"), counts,
        lambda e, c: int(e["number"]) == c.number and e["of"] == c.of, lambda c: f"{c.number} {c.of}",
    )  # fmt: skip
    for kind, wanted in (("releases", "Released"), ("detentions", "Detained"), ("deaths", "Died")):
        proposed = [one for one in found.proposals if one.kind == wanted]
        pairs = _pair(
            total, gold, kind, gold.of(kind), proposed, lambda e, p: whom.get(p.person) == e["who"], _proposal
        )
        for entry, one in pairs:
            if "when" in entry:
                right = one.fields.get("when") == entry["when"]
                total.days.right += right
                total.days.missed += not right
                if not right:
                    total.days.told.append(
                        f"{gold.name}: {entry['who']} {kind} {entry['when']}, read {one.fields.get('when')}"
                    )
    _pair(
        total, gold, "sentences", gold.of("sentences"), [one for one in found.proposals if one.kind == "Sentenced"],
        lambda e, p: whom.get(p.person) == e["who"] and e.get("term", "") == (p.fields.get("term") or ""), _proposal,
    )  # fmt: skip
    count_kept(gold, found, whom, total)
    _pair(
        total,
        gold,
        "said",
        gold.of("said"),
        list(found.sayings),
        lambda e, s: _same_saying(gold, e, s, whom),
        lambda s: f"{s.speaker}: {gold.text[s.start : s.end][:50]}",
    )
    eased = [one for one in found.proposals if one.kind == "ReliefReported"]
    _pair(
        total,
        gold,
        "relief",
        gold.of("relief"),
        eased,
        lambda e, p: _overlap(gold, e["words"], p.start, p.end),
        _proposal,
    )
    _dates(gold, found, total)


def count_kept(gold: Gold, found: Reading, whom: dict[int | None, str], total: Score) -> None:
    freed = {entry["who"] for entry in gold.of("releases")}
    kept = {entry["who"] for entry in gold.of("not_released")} - freed
    for one in found.proposals:
        if one.kind == "Released" and whom.get(one.person) in kept:
            total.wrongly_freed.append(f"{gold.name}: {one.who}: {one.quote.exact[:80]}")
    held = [
        one for one in found.proposals
        if one.kind in _HELD
        or (one.person is not None and one.told in _NOT_TOLD and one.kind not in _NOT_OF_FREEDOM)
    ]  # fmt: skip
    first = list({one.person: one for one in held}.values())
    _pair(
        total,
        gold,
        "not_released",
        gold.of("not_released"),
        first,
        lambda e, p: whom.get(p.person) == e["who"],
        _proposal,
    )


def _whom(gold: Gold, found: Reading) -> dict[int | None, str]:
    """Each person read, by the annotated name that one of their mentions covers."""
    told: dict[int | None, str] = {}
    for number, person in enumerate(found.people):
        for entry in gold.of("people"):
            if entry["name"] not in told.values() and _covers(gold.text, person, entry["name"]):
                told[number] = entry["name"]
                break
    return told


def _covers(text: str, person: Person, name: str) -> bool:
    places = [found.start() for found in re.finditer(re.escape(name), text)]
    return any(one.start < place + len(name) and place < one.end for place in places for one in person.mentions)


def _pair(
    total: Score, gold: Gold, kind: str, wanted: Sequence[Entry], found: Sequence[P],
    fits: Callable[[Entry, P], bool], told: Callable[[P], str],
) -> list[tuple[Entry, P]]:  # fmt: skip
    tally, left, pairs = total.kinds[kind], list(found), []
    for entry in wanted:
        one = next((each for each in left if fits(entry, each)), None)
        if one is None:
            tally.missed += 1
            tally.told.append(f"{gold.name} missed: {entry}")
        else:
            left.remove(one)
            pairs.append((entry, one))
            tally.right += 1
    tally.false += len(left)
    tally.told += [f"{gold.name} false: {told(one)}" for one in left]
    return pairs


def _same_saying(gold: Gold, entry: Entry, saying: object, whom: dict[int | None, str]) -> bool:
    start, end, person, speaker = saying.start, saying.end, saying.person, saying.speaker  # type: ignore[attr-defined]
    sentence = saying.sentence  # type: ignore[attr-defined]
    if not (_overlap(gold, entry["words"], start, end) or _overlap(gold, entry["words"], sentence.start, sentence.end)):
        return False
    if person is not None and person in whom and whom[person] == entry["speaker"]:
        return True
    if _weighty(entry["speaker"]) & _weighty(speaker):
        return True
    return person is None and apposed(gold.text[sentence.start : sentence.end], entry["speaker"], speaker)


def apposed(sentence: str, one: str, other: str) -> bool:
    """Two names of one speaker, side by side: “the intelligence service, HUR, said”, “the state agency «Belta»”. Two
    that are only neighbours (“Reuters, Belta and TASS”, “denied by the ministry, Viasna said”) aren't one."""
    first, second = re.escape(one.strip(_MARKS)), re.escape(other.strip(_MARKS))
    common = any(word.islower() and len(word) > 3 for word in f"{one} {other}".split())
    beside = _BESIDE if common else _IN_BRACKETS
    return any(re.search(beside.format(*pair), sentence) for pair in ((first, second), (second, first)))


_MARKS = "«»“”\"'()"
_IN_BRACKETS = r"{0}[»”\"]?\s\({1}\)"
_BESIDE = _IN_BRACKETS + r"|{0}[»”\"]?(?:\s[«“\"]?{1}\b|,\s[«“\"]?{1}[»”\"]?,)"
_LIGHT = frozenset(
    "the a an his her their two of in for and из его ее её их два яго яе іх дзяржаўных государственных".replace(
        "\n", " "
    ).split(" ")
)


def _weighty(words: str) -> set[str]:
    """The words of a speaker without their endings."""
    return {word[:5] for word in re.findall(r"[\w']+", words.lower()) if word not in _LIGHT}


def _overlap(gold: Gold, words: str, start: int, end: int) -> bool:
    place = gold.text.find(words)
    return place >= 0 and start < place + len(words) and place < end


def _dates(gold: Gold, found: Reading, total: Score) -> None:
    for entry in gold.of("dates"):
        read_as = {str(one.when) for one in found.dates if _overlap(gold, entry["words"], one.start, one.end)}
        right = entry["is"] in read_as
        total.dates.right += right
        total.dates.missed += not right
        if not right:
            total.dates.told.append(
                f"{gold.name}: “{entry['words']}” is {entry['is']}, read {', '.join(read_as) or 'as none'}"
            )


def _person(numbered: tuple[int, Person]) -> str:
    return numbered[1].name


def _proposal(one: Proposal) -> str:
    told = one.fields.get("term") or one.fields.get("when") or ""
    return f"{one.kind} {one.who} {told} {one.told.value}: {one.quote.exact[:70]!r}"
