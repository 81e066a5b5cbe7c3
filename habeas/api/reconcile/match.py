"""Whom a name of a column may mean, by the register's own reader of names; certain only where its verdict is."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.api.reconcile.about import TYPE, Json
from habeas.api.reconcile.asked import Query
from habeas.names import Candidate, Verdict
from habeas.names.verdict import verdict_on
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.answers_people import Found


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody whom a query may mean; `certain` where the engine says match, or the id was given."""

    id: str
    name: str
    description: str
    probability: float
    certain: bool

    @property
    def shown(self) -> Json:
        score = round(self.probability * 100, 2)
        probability = {"id": "probability", "name": "Probability by the name", "value": round(self.probability, 4)}
        kind = {"id": TYPE["id"], "name": TYPE["name"]}
        return {
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "score": score,
            "match": self.certain,
            "type": [kind],
            "features": [probability],
        }


def matches(query: Query, lens: Lens) -> tuple[Met, ...]:
    """Each query by itself: where a client cuts its column into batches must not change an answer."""
    if not query.of_people:
        return ()
    if query.ids:
        return _by_id(query, lens)
    if not query.text or not query.text.strip():
        return ()
    found = queries.find(query.text, lens, query.limit, birth=query.birth_year, gender=query.gender)
    verdict = verdict_on(tuple(Candidate(one.id, one.name, one.probability, ()) for one in found))
    return tuple(
        Met(one.id, one.name, _told(one), one.probability, place == 0 and verdict is Verdict.MATCH)
        for place, one in enumerate(found)
    )


def _by_id(query: Query, lens: Lens) -> tuple[Met, ...]:
    found = queries.in_brief(query.ids, lens)
    shown = {one.id: one for one in found.values()}
    return tuple(Met(one.id, one.name, str(one.status), 1.0, True) for one in shown.values())[: query.limit]


def _told(one: Found) -> str:
    others = " · ".join(one.names[1:4])
    return f"{one.status}; also {others}" if others else str(one.status)
