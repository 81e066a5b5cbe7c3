"""What happens to whom: a word that tells of it, the people it is said of, and how it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.reading.cast import Cast, Named
from habeas.reading.hedges import Told, cancelled, told
from habeas.reading.languages import Language
from habeas.reading.text import Sentence, Text

_BETWEEN_NAMES = re.compile(
    r"(?:\s*[,(][^,;:.()]{0,70}\)?)?"
    r"(?:\s*(?:,|;|and|и|і|й|ды|а также|а таксама|as well as|oraz|i|ir|та|or|nor|ни|ні|bei)\s*)+"
    r"(?:[^,;.:]{0,60}?\s)?",
    re.IGNORECASE,
)
_TOO_FAR = 160


@dataclass(frozen=True, slots=True)
class Happening:
    """A telling word at a place, whom it is said of, and how."""

    kind: str
    start: int
    end: int
    people: tuple[int, ...]
    told: Told
    sentence: Sentence
    way: str


@dataclass(frozen=True, slots=True)
class _Trigger:
    start: int
    end: int
    way: str


_WAYS = ("among", "undergone", "moved", "home", "done", "participle", "noun", "wanted", "absent")


def find(kind: str, cast: Cast, ways: Sequence[str] = _WAYS) -> Iterator[Happening]:
    """Every happening of a kind (a heading of the tables), in the order of the text."""
    for sentence in cast.text.sentences:
        for trigger in _triggers(kind, sentence, cast.text, cast.language, ways):
            people = tuple(dict.fromkeys(one.person for one in _said_of(trigger, kind, sentence, cast)))
            if trigger.way == "noun" and kind == "detained":
                yield Happening(kind, trigger.start, trigger.end, people, Told.OUTRIGHT, sentence, trigger.way)
                continue
            if trigger.way == "wanted":
                yield Happening(kind, trigger.start, trigger.end, people, Told.UNREAL, sentence, trigger.way)
                continue
            how = told(
                cast.text,
                sentence,
                (trigger.start, trigger.end),
                cast.language,
                listing=trigger.way in ("among", "them"),
            )
            if how in (Told.OUTRIGHT, Told.REPORTED) and cancelled(cast.text, sentence, cast.language):
                how = Told.DOUBTED
            yield Happening(kind, trigger.start, trigger.end, people, how, sentence, trigger.way)


def _triggers(kind: str, sentence: Sentence, text: Text, language: Language, ways: Sequence[str]) -> list[_Trigger]:
    found: list[_Trigger] = []
    for way in ways:
        pattern = language.pattern(f"{kind}.{way}")
        for one in pattern.finditer(text.low, sentence.start, sentence.end):
            if any(one.start() < held.end and held.start < one.end() for held in found):
                continue
            if way == "home" and not _in_context(kind, sentence, text, language):
                continue
            if language.pattern(f"{kind}.unless_followed").match(text.low, one.end() + 1) and one.group().endswith(
                _BARE
            ):
                continue
            if way in ("done", "participle") and not _stands_as(way, one, text, language):
                continue
            if way == "noun" and not _is_fact(kind, one, text, sentence, language):
                continue
            found.append(_Trigger(one.start(), one.end(), way))
    found += _of_them(kind, sentence, text, language, found) if "among" in ways else []
    return sorted(found, key=lambda one: one.start)


_BARE = ("free", "out", "home")


def _in_context(kind: str, sentence: Sentence, text: Text, language: Language) -> bool:
    """“She came home” tells of a release where prison, pardon or release are spoken of beside it."""
    last = min(sentence.number + 1, len(text.sentences) - 1)
    first = text.sentences[max(0, sentence.number - 1)].start
    return bool(language.pattern(f"{kind}.context").search(text.low, first, text.sentences[last].end))


def _of_them(
    kind: str, sentence: Sentence, text: Text, language: Language, found: Sequence[_Trigger]
) -> Iterator[_Trigger]:
    """“Among them are …” lists people of whom the words before it tell: freed, if those were."""
    if found or kind not in _LISTED:
        return
    for one in language.pattern("among_them").finditer(text.low, sentence.start, sentence.end):
        if _last_told(text, one.start(), language) == kind:
            yield _Trigger(one.start(), one.end(), "them")
            return


_LISTED = {"release": "released", "kept": "held", "detained": "detained"}


def _last_told(text: Text, place: int, language: Language) -> str:
    """Of which kind the last number of people, or telling word, before a place is; none where it is not a fact."""
    sentence = text.sentence_at(place)
    first = text.sentences[max(0, sentence.number - 3)].start
    last: tuple[int, int, str] = (-1, -1, "")
    for kind, heading in _LISTED.items():
        ways = (f"counted.{heading}", f"{kind}.undergone", f"{kind}.moved")
        patterns = [language.pattern(way) for way in ways]
        for pattern in patterns:
            for one in pattern.finditer(text.low, first, place):
                if language.pattern("counted.not_held").match(text.low, one.end() + 1):
                    continue
                last = max(last, (one.start(), one.end(), kind))
    if last[0] < 0:
        return ""
    how = told(text, text.sentence_at(last[0]), (last[0], last[1]), language)
    return last[2] if how in (Told.OUTRIGHT, Told.REPORTED) else ""


def _stands_as(way: str, one: re.Match[str], text: Text, language: Language) -> bool:
    """In English “released” is done by somebody, undergone after a comma or a name, or part of “those released”."""
    if language.free_order:
        return True
    before = text.low[max(0, one.start() - 30) : one.start()].rstrip(" ")
    after = text.low[one.end() : one.end() + 24].split()
    has_object = bool(after) and _is_object(text, one.end(), after[0], language)
    goes_on = before.endswith((",", "(", "—", "–", " and", " or", "not", "never", ".", "\n")) or not before
    passive = not has_object and (goes_on or _headline(before, after, one, text, language))
    return passive if way == "participle" else not passive


def _is_object(text: Text, end: int, word: str, language: Language) -> bool:
    """Whether somebody stands right after the verb, so that it is done to them."""
    if word.strip(",.;:") in language.listed("after_active") or word.strip(",.;:") in language.pronouns:
        return True
    printed = text.printed[end : end + 2].strip()
    return bool(printed) and (printed[0].isupper() or printed[0].isdigit())


def _headline(before: str, after: list[str], one: re.Match[str], text: Text, language: Language) -> bool:
    """“Alena Varonik freed after four years”: a name before, and no object after."""
    names_before = text.printed[max(0, one.start() - 40) : one.start()].rstrip().split()
    if (
        not names_before
        or not names_before[-1][0].isupper()
        or names_before[-1].lower() in language.listed("not_names")
    ):
        return False
    return not after or after[0].strip(",.;:") in language.listed("after_passive")


def _is_fact(kind: str, one: re.Match[str], text: Text, sentence: Sentence, language: Language) -> bool:
    before = text.low[max(sentence.start, one.start() - 40) : one.end()]
    after = text.low[one.end() : min(sentence.end, one.end() + 50)]
    if kind != "release" and one.group().endswith((" of", "ие", "не")):
        return True
    return bool(
        language.pattern(f"{kind}.factive").search(before) or language.pattern(f"{kind}.confirmed").search(after)
    )


def _said_of(trigger: _Trigger, kind: str, sentence: Sentence, cast: Cast) -> list[Named]:
    language = cast.language
    here = [one for one in cast.named_in(sentence) if not (one.start < trigger.end and trigger.start < one.end)]
    clause = sentence.clause_at(trigger.start)
    near = [one for one in here if one.clause == clause]
    antecedent = _antecedent(sentence, clause, here, cast)
    before = [one for one in near if one.end <= trigger.start]
    after = [one for one in near if one.start >= trigger.end]
    if listed := _after_colon(trigger, sentence, cast):
        return listed
    if trigger.way not in ("wanted", "noun") and _heads_a_list(sentence, cast):
        return _lines_after(sentence, cast)
    if trigger.way in ("among", "them"):
        return _of_list(trigger, sentence, cast, before, after)
    if trigger.way in ("noun", "wanted"):
        return _of_noun(trigger, sentence, cast, before, after)
    if antecedent is None and not before and _opens_relative(sentence, clause, cast):
        return []
    if antecedent is not None and not (trigger.way == "done" and language.free_order and not before):
        return [antecedent]
    inside = [one for one in cast.named_in(sentence) if trigger.start < one.start and one.end < trigger.end]
    if inside and (trigger.way == "done" or kind == "sentenced"):
        return inside
    if (
        not before
        and after
        and not language.free_order
        and trigger.start - sentence.start < 3
        and trigger.way != "done"
    ):
        return _together(after[:1], after, cast)
    if language.free_order and _comes_right_after(trigger, before, after, cast):
        return _together(after[:1], after, cast)
    if trigger.way == "participle" and not before and trigger.start - sentence.start < 3:
        return _of_list(trigger, sentence, cast, before, after)
    if trigger.way == "done":
        return _undergoers_of_done(trigger, sentence, cast, before, after)
    chosen = _subject(before, trigger, cast) or _owner(kind, before, trigger)
    if not chosen and language.free_order:
        chosen = _together(after[:1], after, cast) if after and _free(after[0], cast) else []
    return chosen or _carried_over(trigger, sentence, cast)


def _after_colon(trigger: _Trigger, sentence: Sentence, cast: Cast) -> list[Named]:
    """“Seven were freed: X, Y and Z”; and a colon at the end, after which each line has a name."""
    printed = cast.text.printed
    colon = printed.find(":", trigger.end, sentence.end)
    if colon < 0 or trigger.way == "noun" or colon - trigger.end > 90:
        return []
    if not printed[colon + 1 : sentence.end].strip():
        return _lines_after(sentence, cast)
    names = [one for one in cast.by_name(sentence) if one.start > colon]
    if not names or names[0].start - colon > 40 or printed[colon + 1 : colon + 3].strip()[:1] in ("«", "“", '"'):
        return []
    chain = [names[0]]
    for other in names[1:]:
        between = printed[chain[-1].end : other.start]
        if (
            len(between) > 90
            or re.search(r"[.;]\s", between)
            or not re.search(r"[,)]|\b(?:and|и|і|й|та|i|oraz|ir)\b", between)
        ):
            break
        chain.append(other)
    return chain


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


def _subject(before: Sequence[Named], trigger: _Trigger, cast: Cast) -> list[Named]:
    """Those before the word: names that stand together; a possessive or an officer is nobody it is said of."""
    fitting = [one for one in before if _free(one, cast) and trigger.start - one.end <= _TOO_FAR]
    return _together(fitting[-1:], fitting, cast)


def _comes_right_after(trigger: _Trigger, before: Sequence[Named], after: Sequence[Named], cast: Cast) -> bool:
    """“Жука выпустили в полдень, следом вышел Лоза”: the name after the verb, since none of its own part is before."""
    if trigger.way not in ("undergone", "home", "participle") or not after or after[0].start - trigger.end > 2:
        return False
    since = cast.text.printed[before[-1].end : trigger.start] if before else ","
    return "," in since


def _owner(kind: str, before: Sequence[Named], trigger: _Trigger) -> list[Named]:
    """“Kot's sentence of eight years” is Kot's."""
    owners = [one for one in before if one.possessive and trigger.start - one.end <= 12]
    return owners[-1:] if kind == "sentenced" else []


def _free(one: Named, cast: Cast) -> bool:
    return not one.possessive


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
    return not any(cast.language.pattern(heading).search(low) for heading in _VERBS)


_VERBS = ("speech.verb", "detained.done", "kept.undergone", "sentenced.done", "release.done", "release.undergone")


def _undergoers_of_done(
    trigger: _Trigger, sentence: Sentence, cast: Cast, before: Sequence[Named], after: Sequence[Named]
) -> list[Named]:
    """Freed by somebody: whoever stands after the verb; in free order also before it, if nobody does it there."""
    objects = [one for one in after if one.start - trigger.end <= 90 and not (one.pronoun and one.possessive)]
    if objects:
        found = _together(objects[:1], objects, cast)
        if not cast.language.free_order or not _plural(trigger, cast):
            return [one for one in found if not cast.people[one.person].officer] or found[:0]
        if not before:
            return found
    if cast.language.free_order and _plural(trigger, cast):
        fitting = [one for one in before if _free(one, cast) and not cast.people[one.person].officer]
        chosen = _together(fitting[-1:], fitting, cast)
        return chosen or _carried_over(trigger, sentence, cast)
    return []


def _plural(trigger: _Trigger, cast: Cast) -> bool:
    """“Освободили”: nobody is named as doer, so that whoever stands before it may be the one freed."""
    return bool(
        re.search(
            r"(?:ли|лі|ць|ют|ят|или|ылі|лы|li|ły|no|то|[ouyt]to|ено|ано|ė)\b",
            cast.text.low[trigger.start : trigger.end],
        )
    )


def _of_list(
    trigger: _Trigger, sentence: Sentence, cast: Cast, before: Sequence[Named], after: Sequence[Named]
) -> list[Named]:
    """“Among those freed were X, Y and Z”; “X was among those freed”; and a list that follows line by line."""
    fitting = [one for one in before if _free(one, cast)]
    later = [
        one
        for one in cast.by_name(sentence)
        if one.start >= trigger.end and one.clause == sentence.clause_at(trigger.start)
    ]
    if later:
        chain = [later[0]]
        for other in later[1:]:
            between = cast.text.printed[chain[-1].end : other.start]
            if len(between) > 120 or cast.language.pattern("speech.verb").search(between.lower()):
                break
            chain.append(other)
        return chain
    if fitting:
        return _together(fitting[-1:], fitting, cast)
    if cast.text.printed[sentence.start : sentence.end].rstrip().endswith(":"):
        return _lines_after(sentence, cast)
    return _carried_over(trigger, sentence, cast)


def _lines_after(sentence: Sentence, cast: Cast) -> list[Named]:
    """The names that head the lines of a list below; what else an item says is passed over."""
    found: list[Named] = []
    marked: bool | None = None
    for line in cast.text.sentences[sentence.number + 1 :]:
        mark = _mark_of(line, cast.text)
        if mark is None:
            continue
        names = cast.by_name(line)
        head = cast.text.printed[line.start : names[0].start].strip(_MARKS) if names else ""
        if not names or len(head.split()) > 4 or (marked is not None and bool(mark) is not marked):
            break
        if not mark and not _is_bare_item(line, names[0], cast):
            break
        marked = bool(mark)
        found.append(names[0])
    return found


def _is_bare_item(line: Sentence, name: Named, cast: Cast) -> bool:
    """A short line of its own that begins with a name and tells nothing by a verb."""
    if len(line.words) > 12 or name.start != line.words[0].start:
        return False
    telling = (*_VERBS, "kept.absent")
    return not any(cast.language.pattern(verb).search(cast.text.low, line.start, line.end) for verb in telling)


_MARKS = " \n\t-–—•*·●▪✓0123456789.)"


def _mark_of(line: Sentence, text: Text) -> str | None:
    """The bullet or number before a line's first word; None for a sentence that goes on within a line."""
    words = text.printed[line.words[0].start :]
    before = text.printed[: line.words[0].start]
    opening = before[before.rfind("\n") + 1 :]
    if opening.strip(_MARKS):
        return None
    number = (
        line.words[0].text
        if line.words[0].text.isdigit() and words[len(line.words[0].text) :][:1] in (".", ")")
        else ""
    )
    return opening.strip() + number


def _heads_a_list(sentence: Sentence, cast: Cast) -> bool:
    """A short line without a name, above lines that begin with names."""
    if len(sentence.words) > 16 or cast.by_name(sentence) or sentence.number + 1 >= len(cast.text.sentences):
        return False
    return len(_lines_after(sentence, cast)) >= (1 if cast.text.printed[: sentence.end].rstrip().endswith(":") else 2)


def _of_noun(
    trigger: _Trigger, sentence: Sentence, cast: Cast, before: Sequence[Named], after: Sequence[Named]
) -> list[Named]:
    """“The release of X”; “after her release”."""
    inside = [one for one in cast.named_in(sentence) if trigger.start <= one.start < trigger.end]
    if inside:
        return inside[:1]
    if cast.language.free_order and before and trigger.start - before[-1].end == 1 and not before[-1].pronoun:
        return [before[-1]]  # Lithuanian: “Irinos Palei paleidimas”
    close = [one for one in cast.named_in(sentence) if 0 <= one.start - trigger.end <= 45]
    if close and not re.search(r"[.;:]", cast.text.printed[trigger.end : close[0].start]):
        gap = cast.text.printed[trigger.end : close[0].start]
        if "," not in gap and not re.search(r"\d", gap):
            return _together(close[:1], [one for one in cast.named_in(sentence) if one.start >= close[0].start], cast)
    return _carried_over(trigger, sentence, cast) if trigger.way == "noun" and before else []


def _carried_over(trigger: _Trigger, sentence: Sentence, cast: Cast) -> list[Named]:
    """Whom the first half of the sentence was about, or the sentences before, if the verb stands without anybody."""
    opening = cast.text.low[sentence.start : trigger.start]
    if cast.language.pattern("counted.people").search(opening[-60:]):
        return []
    if _of_kin(trigger, sentence, cast):
        return []
    earlier = [one for one in cast.named_in(sentence) if one.end <= trigger.start and _free(one, cast)]
    if earlier:
        if not cast.language.free_order:
            subjects = [one for one in earlier if not cast.people[one.person].officer]
            return subjects[-1:] if _same_subject(subjects, trigger, cast) else []
        return [one for one in earlier if not cast.people[one.person].officer][-1:]
    if cast.language.free_order and not _has_noun_subject(opening):
        topic = cast.topic(sentence)
        if topic is not None:
            return [Named(topic, trigger.start, trigger.end, 0, True)]
    return []


def _of_kin(trigger: _Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“Nadia said that her brother is still held”: the clause has somebody of its own, whom it doesn't name."""
    at = sentence.clause_at(trigger.start)
    if not cast.language.free_order or dict(sentence.parents).get(at, -1) < 0:
        return False
    clause = sentence.words_of(at)
    own = " ".join(word.low for word in clause if word.end <= trigger.start)
    kin = dict(cast.language.keys("nearness")).get("subject")
    return bool(kin and kin.search(own))


def _same_subject(subjects: Sequence[Named], trigger: _Trigger, cast: Cast) -> bool:
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
