"""Which of those who may speak a verb of speech is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.reading.who.cast import Cast
from habeas.reading.who_said.may_speak import Speaker, candidates
from habeas.reading.who_said.quotations import Span, inside
from habeas.reading.who_said.subject_phrases import subject_phrase
from habeas.reading.who_said.unlisted_speakers import unlisted_after, unlisted_before
from habeas.reading.words.text import Sentence

_REACH_BACK, _REACH = 130, 70
_NEAR_WORDS = 4
_STOP = re.compile(r"[.;:!?]")
_NO_SUBJECT = r"{no_subject_endings}$"


def speaker_of(verb: re.Match[str], sentence: Sentence, cast: Cast, quotes: Sequence[Span]) -> Speaker | None:
    """Whose a verb of speech is: somebody that a table or the text knows, or else the noun right beside it."""
    if (quoted := _quoted(verb, sentence, cast) or _cited(verb, sentence, cast)) is not None:
        return quoted
    known = _known_speaker(verb, sentence, cast, quotes)
    phrase = None if cast.language.free_order else _phrase(verb, sentence, cast, quotes)
    if phrase is not None and (person := _person_at_end(phrase, sentence, cast)) is not None:
        return person
    if phrase is not None and (known is None or _within_phrase(known, phrase, cast)):
        return phrase
    if phrase is not None and known is not None and _aside(known, phrase, verb, cast):
        return phrase
    return known or _unlisted(verb, sentence, cast, quotes)


def _quoted(verb: re.Match[str], sentence: Sentence, cast: Cast) -> Speaker | None:
    """“The agency quoted a relative as saying”: the relative says it."""
    if not cast.language.pattern("speech.quoted").fullmatch(verb.group()):
        return None
    found = cast.language.pattern("speech.as_saying").search(
        cast.text.low, verb.end(), min(sentence.end, verb.end() + _REACH_BACK)
    )
    if found is None:
        return None
    people = [one for one in cast.by_name(sentence) if verb.end() <= one.start and one.end <= found.start()]
    if people:
        return Speaker(cast.people[people[0].person].name, people[0].person, people[0].start, found.end())
    return Speaker(cast.text.printed[verb.end() : found.start()].strip(), None, verb.end() + 1, found.end())


def _cited(verb: re.Match[str], sentence: Sentence, cast: Cast) -> Speaker | None:
    """«…», — цитирует собеседника агентство: whom it quotes, and not the agency, says it."""
    if not cast.language.pattern("speech.cites").fullmatch(verb.group()):
        return None
    noun = cast.language.pattern("speech.speaker").match(cast.text.low, verb.end() + 1, sentence.end)
    if noun is None or not cast.language.shape(_ACCUSATIVE).search(noun.group()):
        return None
    return Speaker(cast.text.printed[slice(*noun.span())], None, *noun.span())


_ACCUSATIVE = r"{accusative}$"


def _phrase(verb: re.Match[str], sentence: Sentence, cast: Cast, quotes: Sequence[Span]) -> Speaker | None:
    span = subject_phrase(verb.start(), sentence, cast)
    if span is None or inside(*span, quotes):
        return None
    return Speaker(" ".join(cast.text.printed[slice(*span)].split()), None, *span)


_NAMED_ON = re.compile(r"(?:\s(?:[A-Z][\w'’-]*|[a-z]{2,3}))*\s[A-Z][\w'’-]*")


def _person_at_end(phrase: Speaker, sentence: Sentence, cast: Cast) -> Speaker | None:
    """“The Secretary of State Anna Blink”: she speaks herself; of “a spokesman for Anna Blink” he does."""
    for one in cast.by_name(sentence):
        ahead = cast.text.low[phrase.start : one.start]
        if one.end != phrase.end or one.start < phrase.start or one.possessive:
            continue
        if ahead.split()[-1:] and ahead.split()[-1] in cast.language.listed("hanging"):
            return None
        owned = list(cast.language.pattern("names.relation").finditer(ahead))
        if owned and len(ahead[owned[-1].end() :].split()) <= _NEAR_WORDS:
            return None
        return Speaker(cast.people[one.person].name, one.person, phrase.start, phrase.end)
    return None


def _aside(known: Speaker, phrase: Speaker, verb: re.Match[str], cast: Cast) -> bool:
    """“6,000 prisoners were freed, the newswire reported”; “X, daughter of Y, said”: who stands apart doesn't speak."""
    low = cast.text.low
    if known.end <= phrase.start:
        return not low[phrase.end : verb.start()].strip()
    between = low[phrase.end : known.start] if phrase.end <= known.start and known.end <= verb.start() else ""
    return between.startswith(",") and cast.language.pattern("names.whose").search(between) is not None


def _within_phrase(known: Speaker, phrase: Speaker, cast: Cast) -> bool:
    """“Iran's judiciary”, “ministers in Warsaw”: the one known only says whose, or where."""
    if not (phrase.start < known.start and known.end <= phrase.end) and not (
        phrase.start == known.start and known.end < phrase.end
    ):
        return False
    low = cast.text.low
    if known.person is None and phrase.end == known.end:
        return True  # “the prosecutor's office”, of which only “office” is known
    if known.start == phrase.start and _NAMED_ON.fullmatch(cast.text.printed, known.end, phrase.end):
        return True  # “the Committee to Protect Journalists”
    if low.startswith(", ", known.end) and known.end < phrase.end:
        return True  # “the intelligence agency, HUR”
    owns = low[known.end : phrase.end].startswith(("'s ", "' "))
    hangs = (
        phrase.start < known.start and cast.language.shape(_HANGS).search(low[phrase.start : known.start]) is not None
    )
    return owns or hangs


_HANGS = r"\w\s{hangs_on}\s(?:[\w'-]+\s){0,3}$"


def _unlisted(verb: re.Match[str], sentence: Sentence, cast: Cast, quotes: Sequence[Span]) -> Speaker | None:
    span = unlisted_before(verb.start(), verb.group(), sentence, cast) or unlisted_after(
        verb.end(), verb.group(), sentence, cast
    )
    if span is None or inside(*span, quotes):
        return None
    return Speaker(" ".join(cast.text.printed[slice(*span)].split()), None, *span)


def _known_speaker(verb: re.Match[str], sentence: Sentence, cast: Cast, quotes: Sequence[Span]) -> Speaker | None:
    """The subject before the verb, or after a quotation or a comma whoever comes next."""
    before = before_verb(verb.start(), sentence, cast, quotes)
    words = cast.text.low[sentence.start : verb.start()].split()
    if before is None and words and words[-1] in cast.language.listed("ands"):
        before = before_verb(verb.start(), sentence, cast, quotes, any_clause=True)
    printed = cast.text.printed
    quoted_before = any(end <= verb.start() and not re.search(r"\w", printed[end : verb.start()]) for _, end in quotes)
    mark = printed[: verb.start()].rstrip()[-1:] if verb.start() > sentence.start else ""
    comma_before = mark in (",", "—", "–") and mark != ""
    parted = before is not None and printed[before.end : verb.start()].strip() in (",", "—", "–")
    if parted and (inverted := _inverted(verb, sentence, cast)) is not None:
        return inverted
    if before is not None and not may_be_subject(before, cast):
        return after_verb(verb.end(), sentence, cast, subject=True) or before  # “приговор родным огласил судья”
    if quoted_before or (comma_before and (before is None or cast.language.free_order)):
        return after_verb(verb.end(), sentence, cast, subject=True) or before
    if before is None and (cast.language.free_order or verb.start() - sentence.start < 3):
        return after_verb(verb.end(), sentence, cast, reach=_REACH if cast.language.free_order else 50, subject=True)
    return before


def _inverted(verb: re.Match[str], sentence: Sentence, cast: Cast) -> Speaker | None:
    """“It is a signal to Brussels, thinks analyst X”: who stands right after a verb that takes no object."""
    if cast.language.free_order or not cast.language.pattern("speech.inverts").fullmatch(verb.group()):
        return None
    found = after_verb(verb.end(), sentence, cast)
    gap = cast.text.low[verb.end() : found.start] if found else ""
    closes = found is not None and re.match(r"\s*(?:[,.;”\"]|$)", cast.text.printed[found.end : sentence.end])
    return found if closes and len(gap.split()) <= 2 and not re.search(r"[,;:]", gap) else None


def before_verb(
    place: int, sentence: Sentence, cast: Cast, quotes: Sequence[Span], *, any_clause: bool = False
) -> Speaker | None:
    """The subject of the clause: what an apposition stands by, and not what hangs on a preposition."""
    clause = sentence.clause_at(place)
    found = [
        one
        for one in candidates(sentence, cast, max(sentence.start, place - _REACH_BACK), place)
        if (any_clause or sentence.clause_at(one.start) == clause) and not inside(one.start, one.end, quotes)
    ]
    if not found:
        return None
    if cast.text.printed[:place].rstrip().endswith(","):
        if found[-1].person is not None and cast.text.printed[: found[-1].start].rstrip().endswith(","):
            return found[-1]  # “the head of the court, Maricela Soza, said”
        headed = [one for one in found if _stands_before_comma(one, cast)]
        people = [one for one in headed if one.person is not None]
        found = (people or headed or found)[:1]
    free = [one for one in found if not _hangs(one, sentence, cast)]
    upright = [one for one in free if not _oblique(one, cast)]
    subjects = [one for one in upright if may_be_subject(one, cast)]
    return (subjects or upright or free or found)[-1]


_IN = r"(?:^|[^\w]){in}\s$"


def _in_a_body(one: Speaker, cast: Cast) -> bool:
    return (
        one.person is None
        and cast.language.shape(_IN).search(cast.text.low[max(0, one.start - 4) : one.start]) is not None
    )


def may_be_subject(one: Speaker, cast: Cast) -> bool:
    """By its ending: “прэзідэнту”, “журналистам” and “вызваленне групы” speak of whom or what, and never."""
    if not cast.language.free_order:
        return True
    words = re.findall(r"[\w'’-]+", cast.text.low[one.start : one.end].split("«")[0])
    words = [word for word in words if word not in cast.language.listed("possessives")]
    if not words:
        return True
    oblique = cast.language.shape(_NO_SUBJECT)
    if one.person is not None:
        return not (len(words) > 1 and all(oblique.search(word) for word in words))
    if oblique.search(words[0]):
        return False
    noun = next((word for word in words if cast.language.pattern("speech.speaker").fullmatch(word)), words[0])
    return cast.language.shape(_OF_SEVERAL).search(noun) is None  # “освобождение политзаключённых”


_OF_SEVERAL = r"{of_several}$"


def after_frame(place: int, sentence: Sentence, cast: Cast) -> Speaker | None:
    """“According to monitors, X remains in prison”: past the comma stands of whom they tell, unless a comma closes."""
    first = next(candidates(sentence, cast, place, min(sentence.end, place + _REACH)), None)
    found = after_verb(place, sentence, cast)
    if first is None or found is None or found.start == first.start:
        return found
    printed = cast.text.printed
    parted = "," in printed[first.end : found.start]
    return first if parted and not printed[found.end :].startswith(",") else found


def after_verb(
    place: int, sentence: Sentence, cast: Cast, reach: int = _REACH, *, subject: bool = False
) -> Speaker | None:
    """Whoever stands after a verb; its `subject`, or a body that it is said in (“сообщили корреспонденту в МИД”)."""
    found = list(candidates(sentence, cast, place, min(sentence.end, place + reach)))
    if not found or _STOP.search(cast.text.printed[place : found[0].start]):
        return None
    apart = sentence.clause_at(found[0].start) != sentence.clause_at(place - 1)
    if apart and cast.language.complements & set(cast.text.low[place : found[0].start].split()):
        return None
    if _hangs_on_last_word(found[0], place, cast) and len(found) > 1:
        found = found[1:]
    if subject:
        found = [one for one in found if may_be_subject(one, cast) or _in_a_body(one, cast)]
    if not found:
        return None
    first = found[0]
    person = next((one for one in found[1:2] if one.person is not None and first.person is None), None)
    by_name = person is not None and cast.text.printed[person.start].isupper()
    gap = cast.text.printed[first.end : person.start] if person and by_name else "."
    if person is not None and (gap == ", " or not re.search(r"[,.;:]", gap)):
        return person
    return first


def _hangs_on_last_word(one: Speaker, place: int, cast: Cast) -> bool:
    """“Говорит о Витольде его подруга”: the first name after the verb is spoken about."""
    words = cast.text.low[place : one.start].split()
    return bool(words) and words[-1] in cast.language.listed("hanging")


def _stands_before_comma(one: Speaker, cast: Cast) -> bool:
    """“Berta Valle, the wife of Felix Maradiaga, said”: the name right before the comma of its apposition."""
    return cast.text.printed[one.end :].lstrip(' ”»"').startswith(",")


def _hangs(one: Speaker, sentence: Sentence, cast: Cast) -> bool:
    """“Groups monitoring the cases of detainees say”: what a preposition stands before is no subject."""
    ahead = re.split(r"[,;:()—–«»“”]", cast.text.low[sentence.start : one.start])[-1].split()
    near = list(zip(["", *ahead], ahead, strict=False))[-_NEAR_WORDS:]
    return any(word in cast.language.listed("hanging") and not _counts(before, cast) for before, word in near)


def _counts(word: str, cast: Cast) -> bool:
    """“Two of his fellow prisoners”: the preposition belongs to the number."""
    return word in cast.language.numbers or word in cast.language.listed("parts_of_several")


def _oblique(one: Speaker, cast: Cast) -> bool:
    """“З міністрам Младэнавым паабяцаў”: an instrumental is no subject."""
    ends = cast.language.shape(r"{instrumental_surname}$")
    return one.person is not None and ends.search(one.text.lower()) is not None
