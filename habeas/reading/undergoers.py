"""Of whom a telling word is said: before it, after it, across “who”, in a list, or carried over from before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.reading.agreement import agrees
from habeas.reading.cast import Cast, Named
from habeas.reading.name_lists import TELLING, heads_a_list, lines_after, listed
from habeas.reading.text import Sentence
from habeas.reading.triggers import Trigger

_BETWEEN_NAMES = re.compile(
    r"(?:\s*[,(][^,;:.()]{0,70}\)?)?"
    r"(?:\s*(?:,|;|and|и|і|й|ды|а также|а таксама|as well as|oraz|i|ir|та|or|nor|ни|ні|bei)\s*)+"
    r"(?:[^,;.:]{0,60}?\s)?",
    re.IGNORECASE,
)
_TOO_FAR = 160
_OBJECT_WITHIN = 90
_NOUN_WITHIN = 45


def said_of(trigger: Trigger, kind: str, sentence: Sentence, cast: Cast) -> list[Named]:
    language = cast.language
    here = [one for one in cast.named_in(sentence) if not (one.start < trigger.end and trigger.start < one.end)]
    clause = sentence.clause_at(trigger.start)
    near = [one for one in here if one.clause == clause]
    before = [one for one in near if one.end <= trigger.start]
    after = [one for one in near if one.start >= trigger.end]
    if found := _after_colon(trigger, sentence, cast):
        return found
    if trigger.way not in ("wanted", "noun") and heads_a_list(sentence, cast):
        return lines_after(sentence, cast)
    if trigger.way in ("among", "them"):
        return _of_list(trigger, sentence, cast, before)
    if trigger.way in ("noun", "wanted"):
        return _of_noun(trigger, sentence, cast, before)
    if trigger.way == "participle" and language.free_order:
        return _modified(trigger, sentence, here, cast)
    antecedent = _antecedent(sentence, clause, here, cast)
    if antecedent is None and not before and _opens_relative(sentence, clause, cast):
        return []
    if antecedent is not None and not (trigger.way == "done" and language.free_order and not before):
        return [antecedent]
    inside = [one for one in cast.named_in(sentence) if trigger.start < one.start and one.end < trigger.end]
    if inside and (trigger.way == "done" or kind == "sentenced"):
        return inside
    return _by_order(trigger, kind, sentence, cast, before, after)


def _by_order(
    trigger: Trigger, kind: str, sentence: Sentence, cast: Cast, before: Sequence[Named], after: Sequence[Named]
) -> list[Named]:
    free = cast.language.free_order
    opens = trigger.start - sentence.start < 3
    if not before and after and not free and opens and trigger.way != "done":
        return _together(after[:1], after, cast)
    if free and _comes_right_after(trigger, before, after, cast):
        return _together(after[:1], after, cast)
    if trigger.way == "participle" and not before and opens:
        return _of_list(trigger, sentence, cast, before)
    if trigger.way == "done":
        return _undergoers_of_done(trigger, sentence, cast, before, after)
    chosen = _agreeing(_subject(before, trigger, cast), kind, trigger, cast) or _owner(kind, before, trigger)
    if not chosen and free and after and not after[0].possessive:
        chosen = _agreeing(_together(after[:1], after, cast), kind, trigger, cast)
    return chosen or _agreeing(_carried_over(trigger, sentence, cast), kind, trigger, cast)


def _agreeing(found: list[Named], kind: str, trigger: Trigger, cast: Cast) -> list[Named]:
    """Courts sentence and police take away in the plural or singular that is theirs: there nothing has to agree."""
    if not found or kind == "sentenced" or trigger.way not in ("undergone", "home"):
        return found
    return agrees(found, trigger.start, trigger.end, cast)


def _modified(trigger: Trigger, sentence: Sentence, here: Sequence[Named], cast: Cast) -> list[Named]:
    """“Освобождённый накануне X”, “X, освобождённый в пятницу”: whom a full participle stands with, and nobody else."""
    printed, low = cast.text.printed, cast.text.low
    apart = re.compile(r"[,(—–]\s*(?:\S+\s+){0,2}$").search(
        printed[max(sentence.start, trigger.start - 40) : trigger.start]
    )
    before = [one for one in here if one.end <= trigger.start and not one.possessive and not one.pronoun]
    if apart and before and trigger.start - before[-1].end <= len(apart.group()) + 30:
        return agrees(_together(before[-1:], before, cast), trigger.start, trigger.end, cast)
    after = [one for one in here if one.start >= trigger.end and not one.pronoun]
    if not after or after[0].start - trigger.end > _OBJECT_WITHIN:
        return []
    gap = low[trigger.end : after[0].start]
    if re.search(r"[.;:!?]", gap) or any(cast.language.pattern(verb).search(gap) for verb in TELLING):
        return []
    return agrees(listed(sentence, trigger.end, cast), trigger.start, trigger.end, cast)


def _after_colon(trigger: Trigger, sentence: Sentence, cast: Cast) -> list[Named]:
    """“Seven were freed: X, Y and Z”; and a colon at the end, after which each line has a name."""
    printed = cast.text.printed
    colon = printed.find(":", trigger.end, sentence.end)
    if colon < 0 or trigger.way == "noun" or colon - trigger.end > 90:
        return []
    if not printed[colon + 1 : sentence.end].strip():
        return lines_after(sentence, cast)
    names = [one for one in cast.by_name(sentence) if one.start > colon]
    if not names or names[0].start - colon > 40 or printed[colon + 1 : colon + 3].strip()[:1] in ("«", "“", '"'):
        return []
    return listed(sentence, colon + 1, cast)


def _antecedent(sentence: Sentence, clause: int, here: Sequence[Named], cast: Cast) -> Named | None:
    """Whom a relative clause hangs on: the name right before “who”."""
    words = sentence.words_of(clause)
    if not words or not cast.language.relatives.fullmatch(words[0].low):
        return None
    before = [one for one in here if one.end <= words[0].start and not one.pronoun]
    if before and words[0].start - before[-1].end <= 40:
        return before[-1]
    return None


def _opens_relative(sentence: Sentence, clause: int, cast: Cast) -> bool:
    """“Those who were not freed”: nobody with a name."""
    words = sentence.words_of(clause)
    return bool(words) and clause > 0 and bool(cast.language.relatives.fullmatch(words[0].low))


def _subject(before: Sequence[Named], trigger: Trigger, cast: Cast) -> list[Named]:
    """Those before the word: names that stand together; a possessive or an officer is nobody it is said of."""
    fitting = [one for one in before if not one.possessive and trigger.start - one.end <= _TOO_FAR]
    return _together(fitting[-1:], fitting, cast)


def _comes_right_after(trigger: Trigger, before: Sequence[Named], after: Sequence[Named], cast: Cast) -> bool:
    """“Жука выпустили в полдень, следом вышел Лоза”: the name after the verb, since none of its own part is before."""
    if trigger.way not in ("undergone", "home", "participle") or not after or after[0].start - trigger.end > 2:
        return False
    since = cast.text.printed[before[-1].end : trigger.start] if before else ","
    return "," in since


def _owner(kind: str, before: Sequence[Named], trigger: Trigger) -> list[Named]:
    """“Kot's sentence of eight years” is Kot's."""
    owners = [one for one in before if one.possessive and trigger.start - one.end <= 12]
    return owners[-1:] if kind == "sentenced" else []


def _together(seed: Sequence[Named], among: Sequence[Named], cast: Cast) -> list[Named]:
    """All names joined to the seed by commas and “and”."""
    if not seed or seed[0].pronoun:
        return [one for one in among if one.start == seed[0].start] if seed else []
    among = [one for one in among if not one.pronoun or one is seed[0]]
    at = among.index(seed[0])
    chosen = [seed[0]]
    for other in reversed(among[:at]):
        if not _joined(other, chosen[0], cast):
            break
        chosen.insert(0, other)
    for other in among[at + 1 :]:
        if not _joined(chosen[-1], other, cast):
            break
        chosen.append(other)
    return chosen


def _joined(one: Named, other: Named, cast: Cast) -> bool:
    between = cast.text.printed[one.end : other.start]
    if one.person == other.person or not _BETWEEN_NAMES.fullmatch(between):
        return False
    low = between.lower()
    if cast.language.pattern("names.relation").search(low):
        return False
    return not any(cast.language.pattern(heading).search(low) for heading in TELLING)


def _undergoers_of_done(
    trigger: Trigger, sentence: Sentence, cast: Cast, before: Sequence[Named], after: Sequence[Named]
) -> list[Named]:
    """Freed by somebody: whoever stands after the verb; in free order also before it, if nobody does it there."""
    plural = cast.language.free_order and bool(
        cast.language.pattern("agreement.impersonal").search(cast.text.low, trigger.start, trigger.end)
    )
    objects = [
        one for one in after if one.start - trigger.end <= _OBJECT_WITHIN and not (one.pronoun and one.possessive)
    ]
    if objects:
        found = _together(objects[:1], objects, cast)
        if not plural:
            return [one for one in found if not cast.people[one.person].officer]
        if not before:
            return found
    if plural:
        fitting = [one for one in before if not one.possessive and not cast.people[one.person].officer]
        return _together(fitting[-1:], fitting, cast) or _carried_over(trigger, sentence, cast)
    return []


def _of_list(trigger: Trigger, sentence: Sentence, cast: Cast, before: Sequence[Named]) -> list[Named]:
    """“Among those freed were X, Y and Z”; “X was among those freed”; and a list that follows line by line."""
    fitting = [one for one in before if not one.possessive]
    chain = listed(sentence, trigger.end, cast)
    said_before = fitting and cast.language.pattern("names.is_among").search(
        cast.text.low, fitting[-1].end, trigger.end
    )
    if chain and not said_before:
        return chain
    if fitting:
        return _together(fitting[-1:], fitting, cast)
    if cast.text.printed[sentence.start : sentence.end].rstrip().endswith(":"):
        return lines_after(sentence, cast)
    return chain or _carried_over(trigger, sentence, cast)


def _of_noun(trigger: Trigger, sentence: Sentence, cast: Cast, before: Sequence[Named]) -> list[Named]:
    """“The release of X”; “after her release”."""
    inside = [one for one in cast.named_in(sentence) if trigger.start <= one.start < trigger.end]
    if inside:
        return inside[:1]
    if cast.language.free_order and before and trigger.start - before[-1].end == 1 and not before[-1].pronoun:
        return [before[-1]]  # Lithuanian: “Irinos Palei paleidimas”
    close = [one for one in cast.named_in(sentence) if 0 <= one.start - trigger.end <= _NOUN_WITHIN]
    if close and not re.search(r"[.;:]", cast.text.printed[trigger.end : close[0].start]):
        gap = cast.text.printed[trigger.end : close[0].start]
        if "," not in gap and not re.search(r"\d", gap):
            return _together(close[:1], [one for one in cast.named_in(sentence) if one.start >= close[0].start], cast)
    return _carried_over(trigger, sentence, cast) if trigger.way == "noun" and before else []


def _carried_over(trigger: Trigger, sentence: Sentence, cast: Cast) -> list[Named]:
    """Whom the first half of the sentence was about, or the sentences before, if the verb stands without anybody."""
    opening = cast.text.low[sentence.start : trigger.start]
    if cast.language.pattern("counted.people").search(opening[-60:]):
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


def _of_kin(trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“Nadia said that her brother is still held”: the clause has somebody of its own, whom it doesn't name."""
    at = sentence.clause_at(trigger.start)
    if not cast.language.free_order or dict(sentence.parents).get(at, -1) < 0:
        return False
    own = " ".join(word.low for word in sentence.words_of(at) if word.end <= trigger.start)
    kin = dict(cast.language.keys("nearness")).get("subject")
    return bool(kin and kin.search(own))


def _same_subject(subjects: Sequence[Named], trigger: Trigger, cast: Cast) -> bool:
    """“X was detained in 2021 and sentenced”: nothing but a verb and its circumstances in between."""
    if not subjects:
        return False
    between = cast.text.low[subjects[-1].end : trigger.start]
    return trigger.start - subjects[-1].end <= 200 and bool(
        re.search(r"\b(?:and|,|then|later|was|were|has|had)\b|,", between)
    )


def _has_noun_subject(opening: str) -> bool:
    """A sentence that begins with several words before its verb has most likely a subject of its own."""
    return len(opening.split()) > 7
