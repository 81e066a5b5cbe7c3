"""An editor's verdict on a row of a list: a line that takes back what it contradicts and can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from habeas.domain.aliases import MATCHER, is_alias
from habeas.domain.claims import InBatch, Named, RowPrinted
from habeas.domain.judgements import NewPerson, NotAPerson, NotSamePerson, Retracted, SamePerson, Unsure
from habeas.domain.lines import Candidate, Line
from habeas.domain.words import Nearness, Word
from habeas.intake.batches import known_batch
from habeas.intake.files.release_words import keeps_from_the_freed, why_denied
from habeas.intake.files.rows import Row
from habeas.intake.listings import Listing, Printed, known_listing
from habeas.intake.live import append_made, live
from habeas.intake.printed_claims import Place, Speaking, said_of
from habeas.intake.sources import known_source, usual_nearness
from habeas.intake.standing import Standing, judgements, standings
from habeas.ledger.kept_words import MARK
from habeas.ledger.read import has, lines
from habeas.names.people import Asked, Verdict
from habeas.problems import BadInput
from habeas.register.answers import Audience
from habeas.register.queries import ever_joined, lens, meant_by, persons_now


class Ruling(Word):
    """What an editor can say of a row."""

    SAME = "same", "the row is this person"
    DIFFERENT = "different", "the row is not this person; remembered"
    UNSURE = "unsure", "it can't be told"
    NEW = "new", "somebody the register doesn't hold yet"
    NOT_A_PERSON = "not-a-person", "the row names nobody"


@dataclass(frozen=True, slots=True)
class Decided:
    """What stands after a decision: the lines written, those taken back, and what an editor should know besides."""

    listing: str
    row: int
    subject: str
    standing: Standing
    written: tuple[int, ...]
    retracted: tuple[int, ...]
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    listing: Listing
    printed: Printed
    lines: tuple[Line, ...]
    ruling: Ruling
    other: str
    by: str


class DecidedMeanwhile(BadInput):
    """Another editor judged the row after it was shown; nothing was written."""


def decide(
    listing: str,
    row: int,
    ruling: Ruling,
    *,
    by: str,
    other: str = "",
    shown: int | None = None,
    insists: bool = False,
) -> Decided:
    """Judge a row of the latest version of a list; `other` is the person that same and different speak of.

    `shown` is the last line when the editor was shown the row: what another editor has said of it since is not
    overruled unseen. A new person whose name somebody bears is warned of, unless the editor insists.
    """
    editor, made = checked_editor(by), list[tuple[Case, list[Candidate]]]()

    def make() -> list[Candidate]:
        case = case_of(known_listing(listing), row, ruling, (other, editor))
        if shown is not None:
            check_unchanged(case.printed, editor, shown)
        made.append((case, list(candidates_for(case))))
        return made[-1][1]

    numbers = append_made(make)
    case, candidates = made[-1]
    namesakes = "" if insists or ruling is not Ruling.NEW else _namesakes(case)
    return _decided(case, candidates, numbers, namesakes)


def checked_editor(by: str) -> str:
    if not is_alias(by.strip()):
        raise BadInput("A decision has an editor. Say who decides with --by: 1 to 60 letters, digits and . _ @ -")
    return by.strip()


def check_unchanged(printed: Printed, editor: str, shown: int) -> None:
    touched = standings([printed.subject])[printed.subject].touched
    if touched and touched.line > shown and touched.by != editor:
        raise DecidedMeanwhile(
            f"{touched.by} decided row {printed.row} after it was shown to you; nothing was written. Look at the row"
            " as it stands now, and decide again if you see it otherwise."
        )


def case_of(listing: Listing, row: int, ruling: Ruling, said: tuple[str, str]) -> Case:
    other, by = said
    printed = {one.row: one for one in listing.printed(listing.latest)}
    if row not in printed:
        raise BadInput(f"The list {listing.id} has no row {row}. Its rows are 1 to {listing.latest.taken.rows}.")
    one = printed[row]
    if one.text == MARK:
        raise BadInput(f"Row {row} is kept to a group that you are not in. An editor of that group can decide it.")
    if ruling in (Ruling.SAME, Ruling.DIFFERENT):
        _check_person(other, one.subject, ruling)
    elif other and ruling is not Ruling.UNSURE:
        raise BadInput(f"“{ruling}” takes no id. Leave {other[:40]} out.")
    elif other:
        _check_person(other, one.subject, ruling)
    return Case(listing, one, tuple(judgements([one.subject])[one.subject]), ruling, other, by)


def _check_person(other: str, subject: str, ruling: Ruling) -> None:
    if not other:
        raise BadInput(f"“{ruling}” needs the id of a person, as in: {ruling} p-…. Find it with: habeas find NAME.")
    if other == subject:
        raise BadInput(f"{other} is this very row. Give the id of the person whom you compare it with.")
    if not other.startswith("p-") or not has(other):
        raise BadInput(f"There is no person “{other[:80]}”. Find the id with: habeas find NAME.")


def candidates_for(case: Case) -> Iterator[Candidate]:
    wanted = _wanted(case)
    # What the matcher alone has said an editor says anew, so that it is known that somebody looked.
    standing = {(type(line.claim), _other(line, case)) for line in case.lines if line.editor not in ("", MATCHER)}
    for line in case.lines:
        if _contradicts(line, case, {getattr(claim, "other", "") for claim in wanted}):
            reason = f"decided otherwise: {case.ruling}"
            yield Candidate(line.subject, Retracted(line.number, reason), None, case.by)
    for claim in wanted:
        if (type(claim), getattr(claim, "other", "")) not in standing:
            yield Candidate(case.printed.subject, claim, None, case.by)
    if case.ruling is not Ruling.NOT_A_PERSON:
        yield from _unsaid(case)


Judgement = SamePerson | NotSamePerson | Unsure | NewPerson | NotAPerson


def _wanted(case: Case) -> Sequence[Judgement]:
    match case.ruling:
        case Ruling.SAME:
            return [SamePerson(case.other)]
        case Ruling.DIFFERENT:
            return [NotSamePerson(case.other)]
        case Ruling.NEW:
            return [NewPerson()]
        case Ruling.NOT_A_PERSON:
            return [NotAPerson("an editor says so")]
        case Ruling.UNSURE:
            return _open(case)


def _open(case: Case) -> list[Judgement]:
    """Unsure of whom: the one named, or else everybody the row was ever held to be, or who might fit it now."""
    if case.other:
        return [Unsure(case.other)]
    told: dict[str, Judgement] = {}
    subject = case.printed.subject
    for line in lines(kinds=[SamePerson.KIND, Unsure.KIND], subjects=ever_joined([subject])):
        other, claim = _other(line, case), line.claim
        if isinstance(claim, (SamePerson, Unsure)) and subject in (line.subject, claim.other):
            told[other] = Unsure(other, claim.probability, claim.reasons)
    if not told:
        answer = meant_by(Asked(case.printed.text), lens(None, None, Audience.DESK))
        if answer.verdict is not Verdict.ABSENT:
            told = {one.id: Unsure(one.id, round(one.probability, 4), one.reasons) for one in answer.candidates[:3]}
    if not told:
        raise BadInput(f"Nobody is like row {case.printed.row}. Say whom you are unsure of: unsure p-….")
    return list(told.values())


def _contradicts(line: Line, case: Case, wanted: Collection[str]) -> bool:
    """What can't stand beside the ruling. Differences stay remembered, unless the ruling is about that very pair."""
    claim, about_it = line.claim, _other(line, case) == case.other
    match case.ruling:
        case Ruling.SAME:
            return about_it if isinstance(claim, NotSamePerson) else not (isinstance(claim, SamePerson) and about_it)
        case Ruling.DIFFERENT:
            return isinstance(claim, NotAPerson) or (isinstance(claim, (SamePerson, Unsure)) and about_it)
        case Ruling.UNSURE:
            if isinstance(claim, NotSamePerson):
                return _other(line, case) in wanted
            return not isinstance(claim, Unsure)
        case Ruling.NEW:
            return not isinstance(claim, (NewPerson, NotSamePerson))
        case Ruling.NOT_A_PERSON:
            return not isinstance(claim, (NotAPerson, NotSamePerson))


def _unsaid(case: Case) -> Iterator[Candidate]:
    """What the row says of a person, if it was taken for nobody until now and so hasn't said it yet."""
    subject, listing = case.printed.subject, case.listing
    if live(InBatch, Named, subjects=[subject]):
        return
    source, said = known_source(listing.source)
    printed = next((line for line in live(RowPrinted, subjects=[subject]) if line.evidence), None)
    nearness = printed.evidence.nearness if printed and printed.evidence else usual_nearness(source)
    voice = Speaking(source, said.publisher, nearness or Nearness.UNSTATED, case.by)
    if not case.printed.text:
        raise BadInput(f"Row {case.printed.row} of {listing.id} has no name. Mend the list and take it again.")
    row = Row(case.printed.row, case.printed.text, case.printed.text)
    for one in said_of(row, Place(listing.id, listing.event, known_batch(listing.event).when)):
        if isinstance(one.claim, Named) or not _set_aside(case.printed):
            yield voice.say(subject, one.claim, one.printed)


def _set_aside(printed: Printed) -> str:
    """Why the list itself keeps the row from being of the freed; empty if it doesn't. Who it is may still be said."""
    told = (line.claim for line in lines(kinds=[NotAPerson.KIND], subjects=[printed.subject]) if line.editor == MATCHER)
    reasons = (claim.reason for claim in told if isinstance(claim, NotAPerson))
    return next((reason for reason in reasons if keeps_from_the_freed(reason)), why_denied(printed.text))


def _decided(case: Case, candidates: Sequence[Candidate], numbers: Sequence[int], namesakes: str) -> Decided:
    subject = case.printed.subject
    taken_back = [one.claim.line for one in candidates if isinstance(one.claim, Retracted)]
    return Decided(
        listing=case.listing.id,
        row=case.printed.row,
        subject=subject,
        standing=standings([subject])[subject],
        written=tuple(numbers),
        retracted=tuple(taken_back),
        warning=namesakes or _warning(case),
    )


def _namesakes(case: Case) -> str:
    """Who bears the name by now. Whom the editor was shown as meant, or said it isn't, they know of."""
    known = {case.printed.subject, *(_other(line, case) for line in case.lines)}
    answer = meant_by(Asked(case.printed.text), lens(None, None, Audience.DESK), without=known)
    if answer.verdict is Verdict.ABSENT:
        return ""
    who = ", ".join(f"{one.id} ({one.name})" for one in answer.candidates[:3])
    return (
        f"the register holds {who}. If the row is one of them, decide: same ID. If you have looked, --insist says"
        " nothing of it."
    )


def _warning(case: Case) -> str:
    """Two rows of one list that are one person may be right, yet never unseen; nor is a row of no release."""
    if case.ruling not in (Ruling.SAME, Ruling.NEW):
        return ""
    if reason := _set_aside(case.printed):
        return (
            f"the list says of row {case.printed.row}: {reason}. Who it is was written, and no release. If"
            " the person is free, add a release with its source on their page, or with: habeas say."
        )
    if case.ruling is Ruling.NEW:
        return ""
    rows = case.listing.printed(case.listing.latest)
    others = {one.subject: one.row for one in rows if one.subject != case.printed.subject}
    persons = persons_now([case.other, *others])
    alike = sorted(row for subject, row in others.items() if persons.get(subject, "") == persons.get(case.other))
    return f"Row {alike[0]} of this list is joined to {case.other} too." if alike else ""


def _other(line: Line, case: Case) -> str:
    other: str = getattr(line.claim, "other", "")
    return line.subject if other == case.printed.subject else other
