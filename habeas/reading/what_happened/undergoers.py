"""Of whom a telling word is said: before it, after it, across “who”, in a list, or carried over from before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.reading.what_happened.agreement import agrees, of_one
from habeas.reading.what_happened.bystanders import stands_by
from habeas.reading.what_happened.carried import carried_over
from habeas.reading.what_happened.examples import apposed_to_them, examples
from habeas.reading.what_happened.groups import several_meant
from habeas.reading.what_happened.kin import owned_by_kin
from habeas.reading.what_happened.name_lists import TELLING, heads_a_list, lines_after, listed
from habeas.reading.what_happened.objects import undergoers_of_done
from habeas.reading.what_happened.of_nouns import of_gerund, of_noun, opens_or_follows
from habeas.reading.what_happened.relative_clauses import after_those_who, antecedent_of, opens_relative
from habeas.reading.what_happened.together import company, together
from habeas.reading.what_happened.triggers import Trigger, attributive
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence

_TOO_FAR = 160
_OBJECT_WITHIN = 90
_NOUN_WITHIN = 45
_OPENS = 4
_FRAMED_WITHIN = 4
_OWNED_WITHIN = 3
_CLOSE = 40
_WORDS_BETWEEN = 3


def said_of(trigger: Trigger, kind: str, sentence: Sentence, cast: Cast) -> list[Named]:
    found = [one for one in _all_said_of(trigger, kind, sentence, cast) if not stands_by(one, trigger, sentence, cast)]
    found += [one for one in examples(trigger, kind, sentence, cast) if one not in found]
    return found if trigger.way == "absent" else [one for one in found if not excepted(one, sentence, cast)]


def _all_said_of(trigger: Trigger, kind: str, sentence: Sentence, cast: Cast) -> list[Named]:
    if opens_or_follows(trigger, sentence, cast) and (subject := of_gerund(trigger, sentence, cast)):
        return subject
    around = _around(trigger, sentence, cast)
    if around is None:
        return []
    if found := _after_colon(trigger, sentence, cast):
        return found
    if trigger.way not in _OF_NOUNS and heads_a_list(sentence, cast):
        return lines_after(sentence, cast)
    if (by_way := _by_way(trigger, kind, sentence, around, cast)) is not None:
        return by_way
    if (beside := _right_before(trigger, around.before, cast)) is not None:
        return [beside]
    if (by_clause := _by_clause(trigger, sentence, around, cast)) is not None:
        return by_clause
    inside = [one for one in cast.named_in(sentence) if trigger.start < one.start and one.end < trigger.end]
    if inside and (trigger.way in ("done", "absent", "handed") or kind == "sentenced"):
        return inside
    alone = trigger.way in ("done", "undergone") and kind in _DONE_TO_SEVERAL and not (around.before or around.after)
    if alone and (them := several_meant(trigger, sentence, cast)) is not None:
        return them
    found = _by_order(trigger, kind, sentence, cast, around.before, around.after)
    return [*found, *company(trigger, kind, found, sentence, cast)] if found else found


_OF_NOUNS = ("wanted", "noun", "owned")
_DONE_TO_SEVERAL = ("release", "detained", "charged", "sentenced")


@dataclass(frozen=True, slots=True)
class _Around:
    """Those of the sentence of whom a word may be said, and those of them who stand in its clause before and after."""

    here: Sequence[Named]
    clause: int
    before: Sequence[Named]
    after: Sequence[Named]


def _around(trigger: Trigger, sentence: Sentence, cast: Cast) -> _Around | None:
    """None where somebody is quoted who tells of a person that the quotation doesn't name."""
    here = [one for one in cast.named_in(sentence) if _may_be_meant(one, trigger, sentence, cast)]
    if (quote := _of_another(trigger, sentence, cast)) is not None:
        here = [one for one in here if one.start >= quote]
        if not here:
            return None
    clause = sentence.clause_at(trigger.start)
    near = [one for one in here if one.clause == clause]
    before = [one for one in near if one.end <= trigger.start]
    return _Around(here, clause, before, [one for one in near if one.start >= trigger.end])


def _may_be_meant(one: Named, trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    if one.start < trigger.end and trigger.start < one.end:
        return False
    bystander = _tells_of_others(one, sentence, cast) or stands_by(one, trigger, sentence, cast)
    return not bystander and not owned_by_kin(one, cast)


def _by_way(trigger: Trigger, kind: str, sentence: Sentence, around: _Around, cast: Cast) -> list[Named] | None:
    """Of whom words are said that aren't verbs: lists, nouns, places, participles; None for all others."""
    match trigger.way:
        case "among" | "them":
            hung_on = antecedent_of(sentence, around.clause, around.here, cast) if trigger.way == "among" else None
            return _of_list(trigger, sentence, cast, around.before) or ([hung_on] if hung_on else [])
        case "owned":
            return [one for one in around.before if one.possessive and trigger.start - one.end <= _OWNED_WITHIN][-1:]
        case "noun" | "wanted":
            return of_noun(trigger, sentence, cast, around.before)
        case "place":
            return _in_place(trigger, around.before, cast)
        case "participle" if cast.language.free_order:
            return _modified(trigger, sentence, around.here, cast)
        case "participle" if attributive(cast.text, trigger.start, trigger.end, cast.language):
            return apposed_to_them(trigger, kind, sentence, cast)
    return None


def _by_clause(trigger: Trigger, sentence: Sentence, around: _Around, cast: Cast) -> list[Named] | None:
    """Whom a relative clause hangs on, or whom “those who …” are; None where the clause is no relative one."""
    antecedent = antecedent_of(sentence, around.clause, around.here, cast)
    if antecedent is None and not around.before and opens_relative(sentence, around.clause, cast):
        return after_those_who(trigger, sentence, around.clause, cast)
    object_first = trigger.way == "done" and cast.language.free_order and not around.before
    if antecedent is None or object_first:
        return None
    verb = cast.text.low[trigger.start : trigger.end].split()[0] if trigger.end > trigger.start else ""
    several = not cast.language.free_order and cast.language.pattern("agreement.several").fullmatch(verb)
    return together([antecedent], around.here, cast) if several else [antecedent]


_QUOTED = re.compile(r":\s*[«“\"][^»”\"]*$")


def _of_another(trigger: Trigger, sentence: Sentence, cast: Cast) -> int | None:
    """“The doctor X said: ‘He was let out’”: where the quotation begins in which the speaker tells of somebody else."""
    quote = _QUOTED.search(cast.text.printed, sentence.start, trigger.start)
    if quote is None:
        return None
    words = re.findall(r"[\w'-]+", cast.text.low[quote.start() : trigger.start])
    return quote.start() if any(cast.language.pronouns.get(word) in ("m", "f") for word in words) else None


def _tells_of_others(one: Named, sentence: Sentence, cast: Cast) -> bool:
    """“According to the lawyer Anna Pekar, X remains in prison”: Pekar says it, and it isn't said of her."""
    frame = next(cast.language.pattern("speech.frame").finditer(cast.text.low, sentence.start, one.start), None)
    if frame is None or one.pronoun:
        return False
    gap = cast.text.low[frame.end() : one.start]
    return "," not in gap and len(gap.split()) <= _FRAMED_WITHIN and cast.text.printed[one.end :].startswith(",")


def excepted(one: Named, sentence: Sentence, cast: Cast) -> bool:
    """“All but one, X, were freed”, “everybody except X”: what is told of the others isn't told of X."""
    ahead = cast.text.low[max(sentence.start, one.start - _CLOSE) : one.start]
    besides = cast.language.pattern("names.besides")
    found = [
        one for one in cast.language.pattern("names.excepted").finditer(ahead) if not besides.match(ahead, one.start())
    ]
    return bool(found) and not re.search(r"[.;:]", ahead[found[-1].end() :])


def _by_order(
    trigger: Trigger, kind: str, sentence: Sentence, cast: Cast, before: Sequence[Named], after: Sequence[Named]
) -> list[Named]:
    free = cast.language.free_order
    opens = trigger.start - sentence.start <= _OPENS or _in_the_opening(trigger, sentence, cast)
    if not before and after and not free and opens and trigger.way not in ("done", "handed"):
        return [] if _said_in_between(trigger, after[0], cast) else together(after[:1], after, cast)
    if free and _comes_right_after(trigger, before, after, cast):
        return together(after[:1], after, cast)
    if trigger.way == "participle" and not before and not opens and (dashed := _between_dashes(trigger, cast)):
        return dashed
    if trigger.way == "participle" and not before and opens:
        if after and "," in cast.text.printed[trigger.end : after[0].start]:
            return list(after[:1]) if after[0].pronoun else together(after[:1], after, cast)
        return _of_list(trigger, sentence, cast, before)
    if trigger.way in ("done", "handed"):
        return undergoers_of_done(trigger, sentence, cast, before, after)
    if (
        kind == "sentenced"
        and after
        and cast.language.shape(r" {of}$").search(cast.text.low[trigger.start : trigger.end])
    ):
        return together(after[:1], after, cast)
    chosen = _agreeing(_subject(before, trigger, cast), kind, trigger, cast) or _owner(kind, before, trigger)
    if not chosen and free and after and not after[0].possessive:
        chosen = _agreeing(together(after[:1], after, cast), kind, trigger, cast)
    if not chosen and trigger.way == "absent" and after and after[0].start - trigger.end <= _CLOSE:
        return together(after[:1], after, cast)  # “the amnesty does not cover X”
    return chosen or _agreeing(carried_over(trigger, sentence, cast), kind, trigger, cast)


def _said_in_between(trigger: Trigger, one: Named, cast: Cast) -> bool:
    """“‘Ales is free,’ wrote his sister X”: X only says it."""
    gap = cast.text.printed[trigger.end : one.start]
    quoted = re.search(r"[”»\"]", gap) is not None
    return quoted or cast.language.pattern("speech.verb").search(cast.text.low, trigger.end, one.start) is not None


def _in_the_opening(trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“Arrested in March and freed in April, X left”: the sentence opens with what was done to whom it names next."""
    if cast.language.free_order or any(one.start < trigger.start for one in cast.named_in(sentence)):
        return False
    comma = cast.text.printed.find(",", trigger.end, sentence.end)
    if not 0 <= comma - trigger.end <= _OBJECT_WITHIN:
        return False
    return cast.language.pattern("opening_participle").match(cast.text.low, sentence.words[0].start) is not None


def _agreeing(found: list[Named], kind: str, trigger: Trigger, cast: Cast) -> list[Named]:
    """Courts sentence and police take away in the plural or singular that is theirs: there nothing has to agree."""
    if not found or kind == "sentenced" or trigger.way not in ("undergone", "home"):
        return found
    return agrees(found, trigger.start, trigger.end, cast)


_NOTHING_SAID = re.compile(r"\s*(?:\([^)]*\))?\s*[—–,-]?\s*(?:[\w№-]+,?\s+){0,2}")


def _in_place(trigger: Trigger, before: Sequence[Named], cast: Cast) -> list[Named]:
    """“Антон Рак — в колонии”: the place right after the name, with no verb that may tell of something else."""
    if not before or before[-1].possessive:
        return []
    gap = cast.text.low[before[-1].end : trigger.start]
    if not _NOTHING_SAID.fullmatch(gap) or any(cast.language.pattern(verb).search(gap) for verb in TELLING):
        return []
    if any(cast.language.pattern(heading).search(gap) for heading in ("died.undergone", "sentenced.undergone")):
        return []
    return [before[-1]]


def _modified(trigger: Trigger, sentence: Sentence, here: Sequence[Named], cast: Cast) -> list[Named]:
    """“Освобождённый накануне X”, “X, освобождённый в пятницу”: whom a full participle stands with, and nobody else."""
    printed, low = cast.text.printed, cast.text.low
    apart = re.compile(r"[,(—–]\s*(?:\S+\s+){0,2}$").search(
        printed[max(sentence.start, trigger.start - 40) : trigger.start]
    )
    before = [one for one in here if one.end <= trigger.start and not one.possessive and not one.pronoun]
    if before and not printed[before[-1].end : trigger.start].strip():
        return agrees(before[-1:], trigger.start, trigger.end, cast)
    if apart and before and trigger.start - before[-1].end <= len(apart.group()) + 30:
        alone = of_one(trigger.start, trigger.end, cast)
        for at in range(len(before), max(0, len(before) - 3), -1):
            them = before[at - 1 : at] if alone else together(before[at - 1 : at], before, cast)
            if found := agrees(them, trigger.start, trigger.end, cast):
                return found
        return []
    after = [one for one in here if one.start >= trigger.end and not one.possessive]
    if after and after[0].pronoun:
        parted = "," in cast.text.printed[trigger.end : after[0].start]
        return agrees(after[:1], trigger.start, trigger.end, cast) if parted else []
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


def _right_before(trigger: Trigger, before: Sequence[Named], cast: Cast) -> Named | None:
    """“And for her brother Karel Hus, home at last”: an apposition without a verb belongs to the name it follows."""
    apposed = cast.language.shape(r"{homewards} ").match(cast.text.low, trigger.start, trigger.end)
    fits = bool(before) and not before[-1].possessive and not before[-1].pronoun
    return before[-1] if apposed and fits and cast.text.printed[before[-1].end : trigger.start] == ", " else None


def _subject(before: Sequence[Named], trigger: Trigger, cast: Cast) -> list[Named]:
    """Those before the word: names that stand together; a possessive or an officer is nobody it is said of."""
    if rows := _by_semicolons(before, trigger, cast):
        return rows
    fitting = [one for one in before if not one.possessive and trigger.start - one.end <= _TOO_FAR]
    if not fitting and (dashed := _between_dashes(trigger, cast)):
        return dashed
    if fitting and _another_subject(fitting[-1], trigger, cast):
        return []
    return together(fitting[-1:], fitting, cast)


def _by_semicolons(before: Sequence[Named], trigger: Trigger, cast: Cast) -> list[Named]:
    """“X, a banker, and Y; a friend of Z; and W, a German, were freed”: each part names its own at its head."""
    sentence = cast.text.sentence_at(trigger.start)
    last = cast.text.low.rfind(";", sentence.start, trigger.start)
    if not before or not cast.language.shape(_LAST_PART).match(cast.text.low, last, trigger.start):
        return []
    return [one for one in listed(sentence, sentence.start, cast) if one.end <= trigger.start]


_LAST_PART = r";\s+{joins}\s"


def _between_dashes(trigger: Trigger, cast: Cast) -> list[Named]:
    """“Three nurses – X, Y and Z – remain in jail”, “X – detained in May, sentenced in June”."""
    sentence = cast.text.sentence_at(trigger.start)
    names = [one for one in cast.by_name(sentence) if one.end <= trigger.start and not one.possessive]
    dash = _DASH_AFTER.match(cast.text.printed, names[-1].end) if names and not cast.language.free_order else None
    if dash is None or len(cast.text.low[dash.end() : trigger.start].split()) > _WORDS_BETWEEN:
        return []
    return together(names[-1:], names, cast)


_DASH_AFTER = re.compile(r"(?:,\s\d{2})?\s[—–-]\s")


def _another_subject(one: Named, trigger: Trigger, cast: Cast) -> bool:
    """“According to John Coale, deputy envoy to Kellogg, the detainees were freed”: several stand in between."""
    gap = cast.text.low[one.end : trigger.start]
    if cast.language.shape(r"{with} $").search(cast.text.low[max(0, one.start - _OPENS - 1) : one.start]):
        return False
    several = next(iter(cast.language.pattern("counted.several").finditer(gap, max(0, len(gap) - _CLOSE))), None)
    return (
        several is not None
        and "," in gap[: several.start()]
        and not cast.language.shape(r"\b{in_company}\b").search(gap[: several.start()])
    )


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


def _of_list(trigger: Trigger, sentence: Sentence, cast: Cast, before: Sequence[Named]) -> list[Named]:
    """“Among those freed were X, Y and Z”; “X was among those freed”; and a list that follows line by line."""
    fitting = [one for one in before if not one.possessive]
    chain = listed(sentence, trigger.end, cast)
    said_before = bool(fitting) and not _introduces(trigger, cast) and _is_among(fitting[-1], trigger, cast)
    if trigger.way == "them" and cast.language.pattern("names.together").match(cast.text.low, trigger.start):
        said_before = False
    if chain and not said_before:
        return chain
    if said_before:
        return together(fitting[-1:], fitting, cast)
    if cast.text.printed[sentence.start : sentence.end].rstrip().endswith(":"):
        return lines_after(sentence, cast)
    return chain


def _introduces(trigger: Trigger, cast: Cast) -> bool:
    """“The freed prisoners were”, “those released include”: whoever is listed stands after it."""
    words = cast.text.low[trigger.start : trigger.end].split()
    return words[-1:] != [] and words[0] == "the" and words[-1] in cast.language.listed("copulas")


_ONLY_HELPS = r"[\W_]*(?:{only_helps}[\W_]+)*"


def _is_among(one: Named, trigger: Trigger, cast: Cast) -> bool:
    """“X was among those freed”, “X, one of the prisoners freed”: nothing but “was” and a word or two in between."""
    gap = re.sub(r"^\s*,[^,;]{0,120},", "", cast.text.low[one.end : trigger.start])
    apposed = cast.language.shape(_ONLY_HELPS).fullmatch(gap) is not None
    helped = cast.language.pattern("names.is_among").search(cast.text.low, one.end, trigger.end)
    return apposed or (helped is not None and len(gap.split()) <= _WORDS_BETWEEN)
