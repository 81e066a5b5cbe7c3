"""Withdraw: keep a person, or one thing said of them, from the public, and make every copy anew without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.domain.claims import KINDS
from habeas.domain.words import Basis
from habeas.intake.correct import withhold
from habeas.problems import BadInput
from habeas.publish.places import places
from habeas.publish.publish import Published, publish
from habeas.register import queries
from habeas.register.answers import Audience, ClaimShown
from habeas.register.answers_people import PersonAnswer, Redirect


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The lines that say so, and the copies that were made anew."""

    lines: tuple[int, ...]
    copies: tuple[Published, ...]


def withdraw(id: str, fields: Sequence[str], *, basis: Basis, by: str) -> Withdrawn:
    """`fields` are kinds of claim, such as Born, or numbers of lines; without them the whole person goes."""
    said: list[int] = []
    for what in _lines(id, fields) if fields else [id]:
        said += withhold(what, basis=basis, by=by)
    return Withdrawn(tuple(said), publish_everywhere(by))


def publish_everywhere(by: str) -> tuple[Published, ...]:
    """Every copy that was ever published from this home and is still there."""
    return tuple(publish(folder, editor=by, edition=edition) for folder, edition in sorted(places().items()))


def _lines(id: str, fields: Sequence[str]) -> list[str]:
    claims = _claims(id)
    kinds = {kind.lower(): kind for kind in KINDS}
    found: list[str] = []
    for field in fields:
        asked = kinds.get(field.lower(), field)
        lines = [str(one.number) for one in claims if asked in (one.kind, str(one.number))]
        if not lines:
            there = ", ".join(sorted({one.kind for one in claims}))
            raise BadInput(f"Nothing is said of {id} as “{field}”. Said are: {there}; or give the number of a line.")
        found += lines
    return list(dict.fromkeys(found))


def _claims(id: str) -> Sequence[ClaimShown]:
    lens = queries.lens(None, None, Audience.DESK)
    answer = queries.person(id, lens)
    if isinstance(answer, Redirect):
        answer = queries.person(answer.to, lens)
    if not isinstance(answer, PersonAnswer):
        raise BadInput(f"There is no person {id} in this register. Find the id with: habeas find NAME")
    return answer.claims
