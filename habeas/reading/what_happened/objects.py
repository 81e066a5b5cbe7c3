"""Whom somebody frees, seizes or sentences: those after the verb, and in free order those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.reading.what_happened.carried import carried_over, of_a_number
from habeas.reading.what_happened.name_lists import listed
from habeas.reading.what_happened.together import together
from habeas.reading.what_happened.triggers import Trigger
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence

_OBJECT_WITHIN = 90


def undergoers_of_done(
    trigger: Trigger, sentence: Sentence, cast: Cast, before: Sequence[Named], after: Sequence[Named]
) -> list[Named]:
    """Freed by somebody: whoever stands after the verb; in free order also before it, if nobody does it there."""
    plural = cast.language.free_order and bool(
        cast.language.pattern("agreement.impersonal").search(cast.text.low, trigger.start, trigger.end)
    )
    objects = [one for one in after if not (one.possessive and (one.pronoun or not plural))]
    objects = objects if objects and objects[0].start - trigger.end <= _OBJECT_WITHIN else []
    if objects and (_counted_before(trigger, objects[0], cast) or _another(trigger, objects[0], cast)):
        return []
    if objects and cast.language.pattern("names.not_object").search(cast.text.low, trigger.end, objects[0].start):
        return []  # “задержали участников акции в поддержку X”
    if objects:
        rows = not cast.language.free_order and ";" in cast.text.low[objects[0].end : objects[-1].start]
        row = [one for one in after if one.start >= objects[0].start and not (one.pronoun and one.possessive)]
        found = listed(sentence, trigger.end, cast) if rows else together(objects[:1], row, cast)
        if not plural:
            return [one for one in found if not cast.people[one.person].officer]
        if not before:
            return found
    if not plural and not objects and (object_before := _object_before(trigger, before, cast)):
        return object_before
    owned = next((one for one in after if one.start - trigger.end <= 2 and one.pronoun and one.possessive), None)
    if owned is not None:
        return []  # “освободили его однофамильца”
    if plural and not of_a_number(trigger, sentence, cast):
        fitting = [one for one in before if not one.possessive and not cast.people[one.person].officer]
        return together(fitting[-1:], fitting, cast) or carried_over(trigger, sentence, cast)
    return []


def _object_before(trigger: Trigger, before: Sequence[Named], cast: Cast) -> list[Named]:
    """“Сергея Лиса задержал ОМОН”: in free order the object may stand first, by its case."""
    near = [one for one in before if not one.pronoun and not one.possessive and cast.oblique(one)]
    if not near or not cast.language.free_order or cast.text.low[near[-1].end : trigger.start].strip():
        return []
    return together(near[-1:], near, cast)


def _another(trigger: Trigger, one: Named, cast: Cast) -> bool:
    """“They freed a namesake of X”, “освободили жену X”: the name only says whose."""
    gap = cast.text.low[trigger.end : one.start]
    if cast.language.pattern("names.relation").search(gap):
        return True
    kin = re.search(r"(?:(\w+)\s+)?(\w+)\s+$", gap)
    if kin is None or not cast.language.pattern("names.of_another").fullmatch(kin[2]):
        return False
    own = (kin[1] or "") in cast.language.listed("possessives")
    given = cast.text.low[one.start : one.end].split()[0]
    return not own and not cast.language.shape(r"{accusative_woman}$").search(given)


_A_NUMBER = re.compile(r"\d\s+\w+")


def _counted_before(trigger: Trigger, one: Named, cast: Cast) -> bool:
    """“They took away 51 people, and X refused to go”: the verb has its object before the name."""
    gap = cast.text.low[trigger.end : one.start]
    several = cast.language.pattern("counted.several").search(gap) or _A_NUMBER.search(gap)
    if several is None or "," not in gap[several.end() :]:
        return False
    return not cast.language.pattern("counted.among").search(gap[several.end() :])
