"""Of whom a verb is said that stands without anybody: of those whom the words before were about."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.what_happened.triggers import Trigger
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence

_COUNTS = r"\s+(?:{about}\s+)*\d+\s*"
_OF_A_YEAR = r"[.:/]|{of_a_year}"


def carried_over(trigger: Trigger, sentence: Sentence, cast: Cast) -> list[Named]:
    """Whom the first half of the sentence was about, or the sentences before, if the verb stands without anybody."""
    opening = cast.text.low[sentence.start : trigger.start]
    if of_a_number(trigger, sentence, cast):
        return []
    if cast.language.pattern("counted.several").search(opening[-60:]):
        return []
    if _of_kin(trigger, sentence, cast):
        return []
    earlier = [one for one in cast.named_in(sentence) if one.end <= trigger.start and not one.possessive]
    if earlier:
        subjects = [one for one in earlier if not cast.people[one.person].officer]
        if not cast.language.free_order:
            return subjects[-1:] if _same_subject(subjects, trigger, cast) else []
        return subjects[-1:]
    if cast.language.free_order and not _has_noun_subject(opening):
        topic = cast.topic(sentence)
        if topic is not None:
            return [Named(topic, trigger.start, trigger.end, 0, True)]
    return []


def of_a_number(trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“Троих выпустили в сентябре”, “they let out 50 people”: the verb has a number of people, who have no names."""
    low = cast.text.low
    several, gathered = cast.language.pattern("counted.several"), cast.language.pattern("counted.gathered")
    counts = cast.language.shape(_COUNTS).match(low, trigger.end)
    if counts and not _is_of_a_day(low, counts.end(), cast):
        return True
    if several.match(low, trigger.end + 1) or gathered.match(low, trigger.end + 1):
        return True
    words = [word for word in sentence.words_of(sentence.clause_at(trigger.start)) if word.end <= trigger.start]
    return bool(words) and gathered.search(low, words[0].start, trigger.start) is not None


def _is_of_a_day(low: str, place: int, cast: Cast) -> bool:
    """“Затрымалі 14 ліпеня”, “in 2021”: the number is of a day or a year."""
    return cast.language.shape(_OF_A_YEAR).match(low, place) is not None or any(
        month.match(low, place) for month, _ in cast.language.months
    )


def _of_kin(trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“Nadia said that her brother is still held”, “that he was taken again”: the clause has somebody of its own."""
    at = sentence.clause_at(trigger.start)
    kin = dict(cast.language.keys("nearness")).get("subject")
    if not cast.language.free_order:
        return False
    last = cast.text.low[sentence.start : trigger.start].split()[-1:]
    done = any(cast.language.pattern(way).match(cast.text.low, trigger.start, trigger.end) for way in _DONE_TO_KIN)
    if kin and last and done and kin.fullmatch(last[0]):
        return True  # “Маці адпусцілі”: whoever stands right before the verb
    if dict(sentence.parents).get(at, -1) < 0:
        return False
    own = [word.low for word in sentence.words_of(at) if word.end <= trigger.start]
    if own and not set(own).isdisjoint(cast.language.listed("oblique_pronouns")):
        return True
    return bool(kin and kin.search(" ".join(own)))


_DONE_TO_KIN = ("release.done", "detained.done", "sentenced.done")


def _same_subject(subjects: Sequence[Named], trigger: Trigger, cast: Cast) -> bool:
    """“X was detained in 2021 and sentenced”: nothing but a verb and its circumstances in between."""
    if not subjects:
        return False
    between = cast.text.low[subjects[-1].end : trigger.start]
    return trigger.start - subjects[-1].end <= 200 and bool(
        cast.language.shape(r"\b{same_subject}\b|,").search(between)
    )


def _has_noun_subject(opening: str) -> bool:
    """A sentence that begins with several words before its verb has most likely a subject of its own."""
    return len(opening.split()) > 7
