"""Agreements and legal acts as editors write them: a YAML file of entries, each claim with its source, into the ledger.

The form is that of the worked example's own files. Taken again, a file adds what is new in it and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.domain.agreement_words import Verb
from habeas.domain.claims import Captured, Claim, CommitmentMade, ConditionSet, Verified
from habeas.domain.instruments import VERBS
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness
from habeas.domain.written import Plain, read_evidence
from habeas.intake.live import append_if_still, live, taken_back
from habeas.intake.sources import captured, usual_nearness
from habeas.intake.yaml_rows import Row, one_claim, read
from habeas.ledger.read import last_number, lines
from habeas.problems import BadInput, known_are

_KEY = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}\Z")
_BESIDE = ("source", "speaker", "printed", "language", "nearness", "certainty")
_ABOUT = ("agreement", "instrument")
_TRIES = 5


@dataclass(frozen=True, slots=True)
class TakenAgreements:
    """What a file brought: which subjects, how many lines, how many claims stood so already, and what hangs loose."""

    subjects: tuple[str, ...]
    written: tuple[int, ...]
    known: int
    loose: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    row: Row
    subject: str
    claim: Claim
    evidence: Evidence


def take_agreements(path: Path, *, source: str = "", editor: str) -> TakenAgreements:
    """Everything that the file says, or nothing: a mistake is told by its line and leaves the ledger as it was."""
    sources = captured()
    told = [one for entry in read(path) for one in _entry(entry, source, sources)]
    _check_subjects(told)
    _check_acts(told)
    _check_promises(told)
    for _ in range(_TRIES):
        seen = last_number()
        new = _new(told)
        numbers = append_if_still([Candidate(one.subject, one.claim, one.evidence, editor) for one in new], seen)
        if numbers is not None:
            subjects = tuple(dict.fromkeys(one.subject for one in told))
            return TakenAgreements(subjects, tuple(numbers), len(told) - len(new), _loose(told))
    raise BadInput("Others keep writing to the ledger at the same time; nothing was written. Try again.")


def _entry(entry: Row, source: str, sources: Mapping[str, Captured]) -> Iterator[_Told]:
    entry.only(("id", "note", "claims"))
    subject = entry.text("id")
    if not _KEY.match(subject) or subject.startswith(("p-", "s-", "l-")):
        raise BadInput(
            f"{entry.where}: “{subject[:80]}” can't be an id here."
            " Use small Latin letters, digits, points and -, up to 60."
        )
    rows = entry.rows("claims")
    if not rows:
        raise BadInput(f"{entry.where}: “{subject}” has no claims. Begin each with a dash under “claims:”.")
    for row in rows:
        yield _told(subject, row, source, sources)


def _told(subject: str, row: Row, source: str, sources: Mapping[str, Captured]) -> _Told:
    claim = one_claim(row, _BESIDE)
    if claim.ABOUT not in (*_ABOUT, "any"):
        raise BadInput(
            f"{row.where}: {claim.KIND} is said of a {claim.ABOUT}. Here stand agreements and instruments alone."
        )
    if isinstance(claim, (CommitmentMade, ConditionSet, Verified)) and _counts(claim) and not claim.unit.strip():
        raise BadInput(f"{row.where}: a number without a unit says nothing. Add “unit: people”, or whatever it counts.")
    id = _source(row.text("source", source or None), row, sources)
    voice: dict[str, Plain] = {"speaker": sources[id].publisher, "nearness": str(usual_nearness(id))}
    try:
        evidence = read_evidence({**voice, **row.fields(_BESIDE), "source": id})
    except BadInput as problem:
        raise BadInput(f"{row.where}: {problem}") from None
    return _Told(row, subject, claim, evidence)


def _counts(claim: CommitmentMade | ConditionSet | Verified) -> bool:
    return any(getattr(claim, field, None) is not None for field in ("number", "floor", "ceiling"))


def _source(key: str, row: Row, sources: Mapping[str, Captured]) -> str:
    for id in (key, f"s-{key}"):
        if id in sources:
            return id
    raise BadInput(
        f"{row.where}: there is no source “{key[:80]}”. {known_are('source', key, sources)}"
        " Add it with: habeas source add --key KEY --publisher …"
    )


def _check_subjects(told: Iterable[_Told]) -> None:
    """An id is an agreement's or an instrument's, in the file and in the ledger, and nothing else's."""
    kinds: dict[str, str] = {}
    for line in lines(subjects=list({one.subject for one in told})):
        if line.claim.ABOUT not in ("any", "line"):
            kinds[line.subject] = line.claim.ABOUT
    for one in told:
        about = one.claim.ABOUT
        if about != "any" and kinds.setdefault(one.subject, about) != about:
            raise BadInput(
                f"{one.row.where}: “{one.subject}” is the id of a {kinds[one.subject]} already. Choose another."
            )


def _check_acts(told: Iterable[_Told]) -> None:
    """A legal act does one thing: what lists and what later takes off the list are two."""
    told = tuple(told)
    verbs: dict[str, Verb] = {}
    said = [(line.subject, line.claim) for line in live(*VERBS, subjects=list({one.subject for one in told}))]
    for subject, claim in said:
        verbs.setdefault(subject, VERBS[type(claim)])
    for one in told:
        verb = VERBS.get(type(one.claim))
        if verb and verbs.setdefault(one.subject, verb) is not verb:
            raise BadInput(
                f"{one.row.where}: “{one.subject}” {verbs[one.subject].meaning}, and here it {verb.meaning}."
                " Give each legal act an id of its own."
            )


def _check_promises(told: Iterable[_Told]) -> None:
    """Whatever speaks of a commitment speaks of one that somebody made, here or in the ledger."""
    told = tuple(told)
    kinds = (CommitmentMade, ConditionSet)
    made = [(line.subject, line.claim) for line in live(*kinds)] + [(one.subject, one.claim) for one in told]
    known = {(subject, claim.commitment) for subject, claim in made if isinstance(claim, CommitmentMade)}
    known |= {(subject, claim.condition) for subject, claim in made if isinstance(claim, ConditionSet)}
    for one in told:
        for field in ("commitment", "on"):
            key = getattr(one.claim, field, "")
            if key and one.claim.ABOUT == "agreement" and (one.subject, key) not in known:
                keys = ", ".join(sorted(each for subject, each in known if subject == one.subject)) or "none"
                raise BadInput(
                    f"{one.row.where}: “{one.subject}” has no commitment “{key[:80]}”. It has: {keys}."
                    " Say CommitmentMade first, or mend the key."
                )


def _new(told: Iterable[_Told]) -> list[_Told]:
    """What doesn't stand so already, each once.

    How near a source usually stands changes with what it says: what was taken by it stands, however near it is by now.
    """
    said = list(lines(subjects=list({one.subject for one in told})))
    gone = taken_back([line.number for line in said])
    held = {
        (line.subject, line.claim, evidence)
        for line in said
        if line.number not in gone and line.evidence
        for evidence in (line.evidence, _of_any_nearness(line.evidence))
    }
    new = {(one.subject, one.claim, _compared(one)): one for one in told}
    return [one for key, one in new.items() if key not in held]


def _compared(one: _Told) -> Evidence | tuple[Evidence]:
    return one.evidence if "nearness" in one.row else _of_any_nearness(one.evidence)


def _of_any_nearness(evidence: Evidence) -> tuple[Evidence]:
    """In a tuple, so that it is never taken for evidence that states no nearness."""
    return (replace(evidence, nearness=Nearness.UNSTATED),)


def _loose(told: Iterable[_Told]) -> tuple[str, ...]:
    """Releases and instruments that are named and of which nothing is on record; not wrong, and worth a word."""
    named = [
        id
        for one in told
        for field in ("batch", "instrument", "replaces", "renews", "replaced_by")
        if (id := getattr(one.claim, field, ""))
    ]
    wanted = list(dict.fromkeys(named))
    on_record = {line.subject for line in lines(subjects=wanted)} if wanted else set()
    return tuple(id for id in wanted if id not in on_record)
