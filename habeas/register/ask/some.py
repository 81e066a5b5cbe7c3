"""A few people as a page names them beside something else, asked for by id and without reading the others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from habeas.domain.words import Status
from habeas.ledger import read
from habeas.register.answers import ClaimShown, Lens
from habeas.register.naming import named
from habeas.register.rows import STATUSES
from habeas.register.showing import claims
from habeas.register.standing import Lines
from habeas.register.tables import Value, known, one_of


@dataclass(frozen=True, slots=True)
class PersonInBrief:
    """A person with the status on the lens's day. `id` is the one under which the person is shown now."""

    id: str
    name: str
    other_names: tuple[str, ...]
    status: Status
    since: date | None
    facility: str
    born: str = ""


def persons_of(subjects: Collection[str], lens: Lens) -> dict[str, str]:
    """Mention to the person it belongs to, for those that are people of the register."""
    rows = _of(subjects, "register_member", "subject, person", "subject", lens, "is_person = 1")
    return dict(rows)


def in_brief(people: Collection[str], lens: Lens) -> dict[str, PersonInBrief]:
    """Those of these people whom the lens shows, by the ids that were asked for."""
    now = persons_of(people, lens)
    shown = set(now.values())
    told = sorted(_of(shown, "register_name", "person, place, text, languages, birth", "person", lens))
    names = named((person, text, languages) for person, _, text, languages, _ in told)
    born = {person: birth for person, *_, birth in told}
    day = lens.on.toordinal()
    when = "first <= %s AND ending > %s"
    spells = {
        one[0]: one[1:] for one in _of(shown, "register_spell", "person, status, first", "person", lens, when, day, day)
    }
    stays = {}
    where = "kind = 'facility' AND possible <= %s AND ending > %s"
    for person, _, key in sorted(_of(shown, "register_fact", "person, first, key", "person", lens, where, day, day)):
        stays[person] = key
    found = {
        one: replace(_brief(one, names.get(one, ()), spells.get(one), stays.get(one, "")), born=born.get(one, ""))
        for one in shown
    }
    return {asked: found[one] for asked, one in now.items()}


def said_of_mention(subject: str, lens: Lens) -> tuple[ClaimShown, ...]:
    """What was said of one mention, whoever it turns out to be."""
    told = list(read.lines(subjects=[subject], upto=lens.known))
    return claims(Lines.of([*told, *read.judging([line.number for line in told])]), lens)


def _brief(id: str, names: tuple[str, ...], spell: tuple[int, int] | None, facility: str) -> PersonInBrief:
    status = STATUSES[spell[0]] if spell else Status.UNKNOWN
    since = date.fromordinal(spell[1]) if spell else None
    held = status in (Status.HELD, Status.OPEN_INSTITUTION, Status.UNCERTAIN)
    return PersonInBrief(id, names[0] if names else "", names[1:], status, since, facility if held else "")


def _of(
    ids: Collection[str], table: str, columns: str, column: str, lens: Lens, where: str = "", *values: Value
) -> list[tuple[Any, ...]]:
    if not ids:
        return []
    more = f"{where} AND " if where else ""
    return known(table, columns, lens, more + one_of(column, ids), *values, *sorted(ids))
