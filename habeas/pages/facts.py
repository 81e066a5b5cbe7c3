"""A person's claims as the page tells them: by what they are about, and each with what contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from habeas.pages.notes import Note, Notes
from habeas.register.answers import ClaimShown
from habeas.register.answers_people import PersonAnswer

# Kinds that stand in no part are told under the last but one, so that a new kind is never lost from a page.
_PARTS = {
    "custody": (
        *("Detained", "Transferred", "Charged", "Tried", "Sentenced", "SentenceChanged", "Incommunicado", "SeenHeld"),
        *("HealthReported", "Died"),
    ),
    "release": (
        *("Pardoned", "Released", "RefusedToLeave", "TurnedBack", "ExpulsionAttempted", "SeenFree", "InBatch"),
        *("PapersLost", "PapersKept", "NationalityLost", "RestrictedAfter"),
    ),
    "recognition": ("Recognised", "RecognitionRefused", "RecognitionWithdrawn", "CaseAssessed"),
    "person": (),
    "names": ("Named",),
}
_TITLES: dict[str, Promise] = {
    "custody": _("Arrest, trial and custody"),
    "release": _("Release"),
    "recognition": _("Recognition"),
    "person": _("The person"),
    "names": _("Names as printed"),
}
_PART_OF = {kind: part for part, kinds in _PARTS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Part:
    """Claims about one side of a life, in the order of their dates."""

    title: str
    notes: tuple[Note, ...]


def in_order(claims: Iterable[ClaimShown]) -> list[ClaimShown]:
    """By part, within it by the world's dates, within those as they were recorded."""
    order = list(_PARTS)
    return sorted(claims, key=lambda claim: (order.index(_part(claim)), claim.when, claim.number))


def in_parts(notes: Notes) -> list[Part]:
    parts: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        parts[_part(note.claim)].append(note)
    return [Part(str(_TITLES[part]), tuple(found)) for part, found in parts.items()]


def contradictions(answer: PersonAnswer) -> Mapping[int, frozenset[int]]:
    """Line to the lines that can't be true beside it.

    What is set aside without a conflict of its own stands against the reasons of the spell; these don't stand against
    it, since an arrest contradicts no report of a later release.
    """
    found: dict[int, set[int]] = defaultdict(set)
    for conflict in answer.conflicts:
        for one in conflict.shown:
            # Where nothing is set aside, those shown are the ones that differ.
            found[one].update(conflict.against or conflict.shown)
        for one in conflict.against:
            found[one].update(conflict.shown)
    for spell in answer.spells:
        for one in set(spell.against) - found.keys():
            found[one] = set(spell.because)
    return {one: frozenset(others - {one}) for one, others in found.items()}


def _part(claim: ClaimShown) -> str:
    return _PART_OF.get(claim.kind, "person")
