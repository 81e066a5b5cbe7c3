"""The vocabulary as a whole: everything by key, and what held on a given day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from habeas.domain.dates import PartialDate
from habeas.problems import Problem
from habeas.vocabulary.rows import VocabularyError, nearest
from habeas.vocabulary.values import (
    Article,
    Code,
    Criterion,
    CustodyCredit,
    Dated,
    Definition,
    Entry,
    Facility,
    NearnessWord,
    Penalty,
    Place,
    Recogniser,
    Regime,
    ReleaseTerm,
    RuleSet,
    Source,
)
from habeas.vocabulary.words import Recognition

DEFAULT_DEFINITION = "held"
"""What a number counts when nobody says otherwise."""

E = TypeVar("E", bound=Entry)
D = TypeVar("D", bound=Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Read-only; where a key has several versions in time, the plain mapping holds the latest one."""

    facilities: Mapping[str, Facility]
    facility_versions: Mapping[str, tuple[Facility, ...]]
    articles: Mapping[str, Article]
    article_versions: Mapping[str, tuple[Article, ...]]
    codes: Mapping[str, Code]
    penalties: Mapping[str, Penalty]
    credits: Mapping[str, CustodyCredit]
    regimes: Mapping[str, Regime]
    release_terms: Mapping[str, ReleaseTerm]
    recognisers: Mapping[str, Recogniser]
    rulesets: Mapping[str, RuleSet]
    criteria: Mapping[str, Criterion]
    definitions: Mapping[str, Definition]
    places: Mapping[str, Place]
    nearness: Mapping[str, NearnessWord]
    sources: Mapping[str, Source]
    fingerprint: str

    def facility(self, key: str) -> Facility:
        return _found("facility", self.facilities, key)

    def facilities_on(self, key: str, day: date | PartialDate) -> tuple[Facility, ...]:
        """The versions that may have held then: none, one, or two where the source dates a change too coarsely."""
        self.facility(key)
        return _on(self.facility_versions[key], day)

    def facility_on(self, key: str, day: date | PartialDate) -> Facility | None:
        """The one version that may have held then; None if there was none, or if the dates cannot tell two apart."""
        return _only(self.facilities_on(key, day))

    def at_site(self, site: str, day: date | PartialDate) -> tuple[Facility, ...]:
        """What may have stood on a site then, under whichever code."""
        return tuple(
            facility
            for versions in self.facility_versions.values()
            for facility in _on(versions, day)
            if facility.site == site
        )

    def article(self, key: str) -> Article:
        return _found("article", self.articles, key)

    def articles_on(self, key: str, day: date | PartialDate) -> tuple[Article, ...]:
        self.article(key)
        return _on(self.article_versions[key], day)

    def article_on(self, key: str, day: date | PartialDate) -> Article | None:
        """As facility_on: None if the article did not exist then, or if two versions may be meant."""
        return _only(self.articles_on(key, day))

    def penalty(self, key: str) -> Penalty:
        return _found("penalty", self.penalties, key)

    def regime(self, key: str) -> Regime:
        return _found("regime", self.regimes, key)

    def recogniser(self, key: str) -> Recogniser:
        return _found("recogniser", self.recognisers, key)

    def ruleset(self, key: str) -> RuleSet:
        return _found("rule-set", self.rulesets, key)

    def criterion(self, key: str) -> Criterion:
        return _found("criterion", self.criteria, key)

    def definition(self, key: str = DEFAULT_DEFINITION) -> Definition:
        return _found("definition", self.definitions, key)

    def place(self, key: str) -> Place:
        return _found("place", self.places, key)

    def region_of(self, facility: str) -> str:
        """The region that a place of detention lies in, as it last stood; empty where the vocabulary doesn't say."""
        found = self.facilities.get(facility)
        place = self.places.get(found.place) if found else None
        return place.region if place else ""

    def recognisers_of(self, definition: Definition) -> frozenset[str] | None:
        """Whose recognition makes a person count under the definition; None if recognition does not matter."""
        if definition.recognition is Recognition.NONE:
            return None
        asked = definition.recognised_by or tuple(self.recognisers)
        return frozenset(key for key in asked if self.recognisers[key].designates in definition.recognised_as)


def _found(kind: str, known: Mapping[str, E], key: str) -> E:
    if key in known:
        return known[key]
    whole = key.rpartition(".")[0]
    where, what = "vocabulary", f"no {kind} has the key `{key}`."
    if kind == "article" and whole in known and known[whole].key == whole:
        raise VocabularyError([Problem(where, what, f"`{whole}` is known; add the part at {known[whole].row}.")])
    raise VocabularyError([Problem(where, what, nearest(key, known))])


def _on(versions: tuple[D, ...], day: date | PartialDate) -> tuple[D, ...]:
    return tuple(version for version in versions if version.may_hold_on(day))


def _only(versions: tuple[D, ...]) -> D | None:
    return versions[0] if len(versions) == 1 else None
