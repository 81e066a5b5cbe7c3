"""Whose recognition can be asked for, in a fixed order of bits: of each body alone, and as definitions ask for it."""

from __future__ import annotations

from functools import cache

from habeas.domain.counting import Demand, Demands, Rule
from habeas.domain.words import Span
from habeas.problems import Problem
from habeas.vocabulary.load import VocabularyError, load
from habeas.vocabulary.values import Definition
from habeas.vocabulary.words import Recognition

_MOST = 62
"""As many bits as an integer of both databases holds beside its sign."""


@cache
def demands() -> Demands:
    """Their place is their bit in the register's rows, which are made anew when the vocabulary changes."""
    words = load()
    alone = [Demand(frozenset({key})) for key in sorted(words.recognisers)]
    asked = [found for _, one in sorted(words.definitions.items()) if (found := _demand(one))]
    all_of_them = tuple(dict.fromkeys([*alone, *asked]))
    if len(all_of_them) > _MOST:
        what = f"it asks {len(all_of_them)} things of recognisers, more than {_MOST}."
        raise VocabularyError([Problem("vocabulary", what, "Take out recognisers that no definition names.")])
    return Demands(all_of_them)


def rule_of(definition: Definition) -> Rule:
    """What the definition asks of a person's pieces."""
    return Rule.of(
        definition.statuses,
        demand=_bit(_demand(definition)),
        span=definition.span,
        deaths=definition.keeps_deaths,
    )


@cache
def rules_so_far() -> tuple[tuple[Definition, Rule], ...]:
    """The definitions that count so far, each with its rule."""
    asked = [one for _, one in sorted(load().definitions.items()) if one.span is Span.SO_FAR]
    return tuple((one, rule_of(one)) for one in asked)


def rule_for(recogniser: str, definition: Definition) -> Rule:
    """As the definition, of those recognised by this body alone."""
    return Rule.of(definition.statuses, demand=_bit(Demand(frozenset({recogniser}))))


def _demand(definition: Definition) -> Demand | None:
    recognisers = load().recognisers_of(definition)
    if recognisers is None:
        return None
    return Demand(recognisers, definition.recognition is Recognition.EACH)


def _bit(demand: Demand | None) -> int:
    return 1 << demands().all.index(demand) if demand else 0
