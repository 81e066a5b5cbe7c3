"""What a text says of a person, weighed against what the register holds of the likeliest one."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.domain.claims import Charged, Claim, Named, Released, SeenFree, SeenHeld, Sentenced
from habeas.domain.compare import Relation, compare
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Line
from habeas.domain.words import Status
from habeas.domain.written import read_claim
from habeas.intake.texts.weighed import Meant, Weighed, contradicts, day_of, named_day, numbers
from habeas.problems import BadInput
from habeas.reading.claims.proposals import Proposal
from habeas.register.answers import Lens
from habeas.register.ask.lines import timeline_of
from habeas.register.people import Person

_ANY_DAY = "1900/2100"


def of_person(one: Proposal, matches: tuple[Meant, ...], person: Person, lens: Lens) -> Weighed:
    claim = _claim(one)
    if claim is None:
        return Weighed(one, matches)
    if isinstance(claim, (SeenHeld, SeenFree)):
        return _seen(one, matches, person, claim, lens)
    related = [(line, _relation(claim, line.claim)) for line in _comparable(claim, person)]
    contrary = [line for line, relation in related if relation is Relation.DIFFERS]
    same = [line for line, relation in related if relation in (Relation.SAME, Relation.SUBSUMED)]
    finer = [line for line, relation in related if relation is Relation.REFINES]
    contrary += [line for line in _other_weekday(one, related) if line not in contrary]
    if isinstance(claim, Released):
        contrary += _denials(claim, person)
    if contrary and (not same or _differing_is_told(one)):
        return contradicts(one, matches, contrary, _why(one, claim, contrary, person))
    if same:
        return Weighed(one, matches, "same", numbers(same))
    return Weighed(one, matches, "refines", numbers(finer)) if finer else Weighed(one, matches)


def _comparable(claim: Claim, person: Person) -> list[Line]:
    """Lines of the kind; of several sentences only those of the same length, where there are any."""
    lines = [line for line in person.lines if type(line.claim) is type(claim)]
    if isinstance(claim, Named):
        return [line for line in lines if isinstance(line.claim, Named) and line.claim.text == claim.text]
    if isinstance(claim, Sentenced):
        alike = [line for line in lines if isinstance(line.claim, Sentenced) and line.claim.term == claim.term]
        return alike or lines
    return lines


def _relation(claim: Claim, held: Claim) -> Relation:
    relation = compare(claim, held)
    if isinstance(claim, Sentenced) and isinstance(held, Sentenced):
        # “Imprisonment” is what a report calls any of several penalties in prison; that alone is no contradiction.
        alike = claim.term == held.term and (not claim.articles or set(claim.articles) & set(held.articles))
        return Relation.SUBSUMED if alike and relation is Relation.DIFFERS else relation
    if isinstance(claim, Charged) and isinstance(held, Charged) and set(claim.articles) & set(held.articles):
        return Relation.SUBSUMED if relation is Relation.DIFFERS else relation
    return relation


def _differing_is_told(one: Proposal) -> bool:
    """Of a release or a sentence, even where another line of the register says the same."""
    return one.kind in ("Released", "Sentenced")


def _other_weekday(one: Proposal, related: Sequence[tuple[Line, Relation]]) -> list[Line]:
    """The text names a day of the week, and the day we hold is another one."""
    if one.weekday is None or one.kind not in ("Released", "Detained", "Died", "Pardoned"):
        return []
    given = one.fields.get("when")
    found = []
    for line, relation in related:
        when = getattr(line.claim, "when", None)
        if not isinstance(when, PartialDate) or not when.is_day or when.first.weekday() == one.weekday:
            continue
        latest = one.kind == "Released" and line is _latest(related)
        if relation is Relation.DIFFERS if given is not None else latest:
            found.append(line)
    return found


def _latest(related: Sequence[tuple[Line, Relation]]) -> Line | None:
    dated = [(when.first, line.number, line) for line, _ in related if (when := day_of(line.claim))]
    return max(dated, key=lambda each: each[:2])[2] if dated else None


def _denials(claim: Released, person: Person) -> list[Line]:
    """Somebody says that the person was held without a break beyond the day of this release."""
    return [
        line
        for line in person.lines
        if isinstance(line.claim, SeenHeld) and line.claim.still and line.claim.when.last >= claim.when.last
        and (line.claim.when.first - claim.when.last).days <= 62
    ]  # fmt: skip


def _seen(one: Proposal, matches: tuple[Meant, ...], person: Person, claim: SeenHeld | SeenFree, lens: Lens) -> Weighed:
    """What the fold says of the day on which somebody is said to be held, or free."""
    if "when" in one.needs:
        return Weighed(one, matches)
    spell = timeline_of(person, lens).on(claim.when.last)
    if spell is None:
        return Weighed(one, matches)
    free = (Status.FREE_IN_COUNTRY, Status.FREE_ABROAD)
    agrees = spell.status is Status.HELD if isinstance(claim, SeenHeld) else spell.status in free
    lines = [line for line in person.lines if line.number in spell.because]
    if agrees:
        return Weighed(one, matches, "same", numbers(lines))
    if spell.status in (Status.UNKNOWN, Status.UNCERTAIN):
        return Weighed(one, matches, "refines", numbers(lines))
    return contradicts(one, matches, lines, f"On that day the register has {spell.status}.")


def _claim(one: Proposal) -> Claim | None:
    """The claim as far as the text gives it; a day that it lacks may be any."""
    fields = {name: value for name, value in one.fields.items() if value is not None}
    if "when" in one.needs:
        fields["when"] = _ANY_DAY
    try:
        return read_claim(one.kind, fields)
    except BadInput:
        return None


def _why(one: Proposal, claim: Claim, contrary: Sequence[Line], person: Person) -> str:
    """What differs, in a sentence; and for charges, where the text may have them from."""
    if isinstance(claim, Sentenced) and claim.articles:
        held = next((line.claim.articles for line in contrary if isinstance(line.claim, Sentenced)), ())
        said = f"The text tells of {_listed(claim.articles)}, the register of {_listed(held)}."
        return f"{said} {_earlier_charges(claim, contrary, person)}".strip()
    when = next((when for line in contrary if (when := day_of(line.claim))), None)
    if one.printed_when and when is not None:
        return f"Printed “{one.printed_when}”; the register has {named_day(when)}."
    return "It cannot be true together with what the register holds."


def _earlier_charges(claim: Sentenced, contrary: Sequence[Line], person: Person) -> str:
    """The same articles in another case of the person may be what the text means."""
    for line in person.lines:
        other = line.claim
        if (
            line not in contrary
            and isinstance(other, (Sentenced, Charged))
            and set(other.articles) & set(claim.articles)
        ):
            when = other.when
            return f"Perhaps the earlier charges are meant: line {line.number} has them{f' in {when}' if when else ''}."
    return ""


def _listed(articles: Sequence[str]) -> str:
    return ", ".join(articles) or "no articles"
