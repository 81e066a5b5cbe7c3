"""Who said what: words of speech, their speakers before or after them, and the words put into their mouths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.domain.words import Nearness
from habeas.reading.cast import Cast, Named
from habeas.reading.languages import Language
from habeas.reading.text import Sentence

_QUOTE = re.compile(r"«[^»]{3,}»|“[^”]{3,}”|„[^“”]{3,}[“”]|\"[^\"]{3,}\"")
_THAT = re.compile(r"(?:that|что|што|що|że|kad|jog)\s+")
_NAMED = re.compile(r"«[^»]{2,40}»|„[^\s“”\"]+(?: [^\s“”\"]+){0,2}[“”\"]")
_EDGE = ' \n\t,;:—–-«»“”"„'


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch of text that somebody is said to have said."""

    speaker: str
    person: int | None
    start: int
    end: int
    sentence: Sentence
    verb: str


@dataclass(frozen=True, slots=True)
class _Speaker:
    text: str
    person: int | None
    start: int
    end: int


def find_sayings(cast: Cast) -> list[Saying]:
    found: list[Saying] = []
    for sentence in cast.text.sentences:
        here = (
            list(_of_frames(sentence, cast))
            or list(_behind(sentence, cast))
            or list(_of_verbs(sentence, cast))
            or list(_of_colon(sentence, cast))
        )
        found += here
        if not here and found and (carried := _goes_on_quoting(sentence, found[-1], cast)):
            found.append(carried)
    return found


def nearness_of(saying: Saying, cast: Cast) -> Nearness:
    """How near a speaker stands to what is told, by the word for them; a person freed or held speaks of themselves."""
    low = saying.speaker.lower()
    for key, pattern in cast.language.keys("nearness"):
        if pattern.search(low):
            return next(word for word in Nearness if str(word) == key)
    if saying.person is not None:
        return Nearness.OFFICIAL if cast.people[saying.person].officer else Nearness.SUBJECT
    return Nearness.UNSTATED


def _of_frames(sentence: Sentence, cast: Cast) -> Iterator[Saying]:
    """“According to X, …”: the rest of the sentence is X's."""
    text = cast.text
    for found in cast.language.pattern("speech.frame").finditer(text.low, sentence.start, sentence.end):
        speaker = _within(found, sentence, cast) or _after(found.end(), sentence, cast)
        if speaker is None:
            continue
        start, end = _trimmed(text.printed, max(speaker.end, found.end()), sentence.end)
        if end - start < 12 or found.start() - sentence.start > 25:
            first = _trimmed(text.printed, sentence.start, found.start())
            if first[1] - first[0] >= 12 and (first[1] - first[0] >= end - start or end - start < 30):
                start, end = first
        if end - start >= 6:
            yield Saying(speaker.text, speaker.person, start, end, sentence, found.group())
        return


def _of_colon(sentence: Sentence, cast: Cast) -> Iterator[Saying]:
    """“Centre coordinator Natallia Hrabko: «…»”."""
    for quote in _QUOTE.finditer(cast.text.printed, sentence.start, sentence.end):
        before = cast.text.printed[sentence.start : quote.start()].rstrip()
        if before.endswith(":") and quote.end() - quote.start() > 12:
            found = list(_candidates(sentence, cast, sentence.start, quote.start()))
            if found:
                start, end = _trimmed(cast.text.printed, quote.start(), quote.end())
                yield Saying(found[-1].text, found[-1].person, start, end, sentence, ":")
            return


def _behind(sentence: Sentence, cast: Cast) -> Iterator[Saying]:
    """“Gynėjų duomenimis, …”: where the language has the speaker before such a word."""
    text = cast.text
    for found in cast.language.pattern("speech.frame_behind").finditer(text.low, sentence.start, sentence.end):
        speaker = _before(found.start(), sentence, cast)
        start, end = _trimmed(text.printed, found.end(), sentence.end)
        if speaker is not None and found.start() - speaker.end <= 2 and end - start >= 6:
            yield Saying(speaker.text, speaker.person, start, end, sentence, found.group())
            return


def _within(frame: re.Match[str], sentence: Sentence, cast: Cast) -> _Speaker | None:
    """“По его словам”: the pronoun stands within."""
    for one in cast.named_in(sentence):
        if one.pronoun and frame.start() <= one.start and one.end <= frame.end():
            return _Speaker(cast.people[one.person].name, one.person, one.start, one.end)
    return None


def _of_verbs(sentence: Sentence, cast: Cast) -> Iterator[Saying]:
    text, language = cast.text, cast.language
    asked = [one.span() for one in language.pattern("sentenced.asked").finditer(text.low, sentence.start, sentence.end)]
    not_speech = [
        one.span() for one in language.pattern("speech.not_speech").finditer(text.low, sentence.start, sentence.end)
    ]
    used: set[str] = set()
    last: _Speaker | None = None
    quotes = [one.span() for one in _QUOTE.finditer(text.printed, sentence.start, sentence.end)]
    for found in language.pattern("speech.verb").finditer(text.low, sentence.start, sentence.end):
        if any(start <= found.start() < end for start, end in (*asked, *not_speech, *_long(quotes))):
            continue
        if _in_first_person(found, sentence, cast):
            continue
        speaker = _speaker(found, sentence, cast, quotes)
        if (found.group().endswith("ing") and not language.free_order) or _joined_to(found, sentence, cast, last):
            speaker = last or speaker
        if speaker is None:
            continue
        last = speaker
        if speaker.text.lower() in used:
            continue
        span = _said(found, speaker, sentence, cast, quotes)
        if span and span[1] - span[0] >= 2:
            used.add(speaker.text.lower())
            yield Saying(speaker.text, speaker.person, *span, sentence, found.group())


def _in_first_person(verb: re.Match[str], sentence: Sentence, cast: Cast) -> bool:
    """“I asked twice”: the author speaks, who is nobody that the text names."""
    quotes = [one.span() for one in _QUOTE.finditer(cast.text.printed, sentence.start, sentence.end)]
    words = [
        word.low
        for word in sentence.words
        if verb.start() - 30 <= word.start < verb.start() and not any(a <= word.start < b for a, b in quotes)
    ]
    return bool(set(words[-4:]) & cast.language.listed("first_person"))


def _joined_to(verb: re.Match[str], sentence: Sentence, cast: Cast, last: _Speaker | None) -> bool:
    """“She denied it and said …”: right after “and”, the speaker is the one who spoke before."""
    words = cast.text.low[sentence.start : verb.start()].split()
    return last is not None and bool(words) and words[-1] in cast.language.listed("ands")


def _long(quotes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A name in quotation marks is no speech."""
    return [one for one in quotes if one[1] - one[0] > 30]


def _speaker(verb: re.Match[str], sentence: Sentence, cast: Cast, quotes: list[tuple[int, int]]) -> _Speaker | None:
    before = _before(verb.start(), sentence, cast)
    quoted_before = any(
        end <= verb.start() and not re.search(r"\w", cast.text.printed[end : verb.start()]) for _, end in _long(quotes)
    )
    comma_before = cast.text.printed[: verb.start()].rstrip()[-1:] in ",—–" and verb.start() > sentence.start
    if quoted_before or (comma_before and (before is None or cast.language.free_order)):
        return _after(verb.end(), sentence, cast, reach=70) or before
    if before is None and (cast.language.free_order or verb.start() - sentence.start < 3):
        return _after(verb.end(), sentence, cast, reach=50)
    return before


def _before(place: int, sentence: Sentence, cast: Cast) -> _Speaker | None:
    """The nearest person or speaking noun before the verb, in its clause or the clause that it goes on."""
    clause = sentence.clause_at(place)
    reach = max(sentence.start, place - 130)
    found = [
        one
        for one in _candidates(sentence, cast, reach, place)
        if sentence.clause_at(one.start) == clause and not _quoted(one, sentence, cast)
    ]
    return found[-1] if found else None


def _after(place: int, sentence: Sentence, cast: Cast, reach: int = 70) -> _Speaker | None:
    found = list(_candidates(sentence, cast, place, min(sentence.end, place + reach)))
    if not found or re.search(r"[.;:!?]", cast.text.printed[place : found[0].start]):
        return None
    if cast.language.free_order and sentence.clause_at(found[0].start) != sentence.clause_at(place - 1):
        between = cast.text.low[place : found[0].start].split()
        if cast.language.complements & set(between):
            return None
    first = found[0]
    person = next((one for one in found[1:2] if one.person is not None and first.person is None), None)
    if person is not None and not re.search(r"[,.;:]", cast.text.printed[first.end : person.start]):
        return person
    return first


def _quoted(one: _Speaker, sentence: Sentence, cast: Cast) -> bool:
    return any(
        quote.start() < one.start and one.end < quote.end() and quote.end() - quote.start() > 30
        for quote in _QUOTE.finditer(cast.text.printed, sentence.start, sentence.end)
    )


def _candidates(sentence: Sentence, cast: Cast, start: int, end: int) -> Iterator[_Speaker]:
    """People, pronouns and speaking nouns between two places, in order; a noun right before a name is that person."""
    found: list[_Speaker] = []
    for named in cast.named_in(sentence):
        if start <= named.start and named.end <= end and not named.possessive:
            found.append(_Speaker(cast.people[named.person].name, named.person, named.start, named.end))
    for pronoun in _plural_pronouns(sentence, cast, start, end):
        found.append(pronoun)
    for noun in cast.language.pattern("speech.speaker").finditer(cast.text.low, start, end):
        if not any(one.start < noun.end() and noun.start() < one.end for one in found):
            found.append(_noun(noun.start(), noun.end(), sentence, cast))
    found += _unknown_names(sentence, cast, start, end, found)
    found.sort(key=lambda one: one.start)
    for at, one in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if one.person is None and following is not None and following.start <= one.end + 1:
            continue
        yield one


def _plural_pronouns(sentence: Sentence, cast: Cast, start: int, end: int) -> Iterator[_Speaker]:
    return iter(())


def _unknown_names(sentence: Sentence, cast: Cast, start: int, end: int, found: list[_Speaker]) -> list[_Speaker]:
    """A name in quotation marks, or a word with a large letter that no table knows, as organisations have."""
    more: list[_Speaker] = []
    for one in _NAMED.finditer(cast.text.printed, start, end):
        if not any(each.start < one.end() and one.start() < each.end for each in found):
            more.append(_Speaker(one.group(), None, one.start(), one.end()))
    for word in sentence.words:
        inside = start <= word.start and word.end <= end and word.capital and len(word.text) > 2
        taken = any(each.start < word.end and word.start < each.end for each in (*found, *more))
        if inside and not taken and word.low not in cast.language.listed("not_names"):
            more.append(_Speaker(word.text, None, word.start, word.end))
    return more


def _noun(start: int, end: int, sentence: Sentence, cast: Cast) -> _Speaker:
    """The noun with what stands close before it (a senior administration official) and a name in quotes after it."""
    printed = cast.text.printed
    left = start
    words = [word for word in sentence.words if word.end <= start]
    for word in reversed(words[-3:]):
        gap = printed[word.end : left]
        if (
            gap.strip().strip(".")
            or (gap.strip() and len(word.text) > 1)
            or word.low in cast.language.listed("stops_phrase")
        ):
            break
        if word.capital and len(word.text) == 1:
            left = word.start
            continue
        if not (word.capital or _modifies(word.low, cast.language)):
            break
        left = word.start
    right = end
    quoted = re.compile(rf"\s(?:{_NAMED.pattern})").match(printed, end)
    if quoted:
        right = quoted.end()
    else:
        of = re.compile(
            r"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)|(?:\s[A-ZА-ЯЁЎІЇЄҐĄĆČĘĖĮŁŃÓŚŠŲŪŹŻŽ][\w-]+){1,3}"
        ).match(printed, end)
        right = (
            of.end()
            if of and cast.language.pattern("speech.verb").search(printed[end : of.end()].lower()) is None
            else end
        )
    return _Speaker(" ".join(printed[left:right].split()), None, left, right)


def _modifies(low: str, language: Language) -> bool:
    if low in language.listed("determiners"):
        return True
    if language.free_order:
        return bool(
            re.search(
                r"(?:ый|ий|ая|ое|ые|ие|ого|его|ой|ых|их|ым|ім|ы|і|ыя|ія|ага|яга|ай|яй|ому|аму|ої|ій|y|ego|iego|ej|ych|ich|iej|i|asis|oji|ų|ių|os|ės|as|usi|ęs)$",
                low,
            )
        ) or low in language.listed("possessives")
    return bool(re.search(r"(?:ed|an|ish|ese|al|ing|or|ior|ic|ern|ish|n|s|ration|ts)$", low))


def _said(
    verb: re.Match[str], speaker: _Speaker, sentence: Sentence, cast: Cast, quotes: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """The words said: what follows the verb, or what stands before it where the sentence closes with the speaker."""
    printed = cast.text.printed
    behind = max(verb.end(), speaker.end) if speaker.start >= verb.start() else verb.end()
    after = _trimmed(printed, behind, sentence.end)
    ahead = min(verb.start(), speaker.start)
    before = _trimmed(printed, sentence.start, ahead)
    closes = after[1] - after[0] < 25 or re.match(r"[\s]*[.,]", printed[behind : behind + 2]) is not None
    quoted_before = [one for one in quotes if one[1] <= ahead + 2]
    if quoted_before and (speaker.start > verb.start() or closes or not [one for one in quotes if one[0] >= behind]):
        whole = _trimmed(printed, sentence.start, ahead)
        return whole if whole[1] - whole[0] >= 6 else after
    comma = printed[:ahead].rstrip()[-1:] in (",", "—", "–", "»", "”", '"')
    if before[1] - before[0] >= 15 and (closes or (comma and speaker.start > verb.start())):
        return before
    return after if after[1] > after[0] else before


def _goes_on_quoting(sentence: Sentence, last: Saying, cast: Cast) -> Saying | None:
    """A quotation that runs over the end of a sentence is still the speaker's."""
    if sentence.number - last.sentence.number != 1:
        return None
    printed = cast.text.printed
    upto = printed[last.sentence.start : last.sentence.end]
    opened = upto.count("«") > upto.count("»") or _left_open(upto) or upto.count('"') % 2 == 1
    only = (
        re.match(r"\s*[«“\"]", printed[sentence.start : sentence.start + 4])
        and "\n\n" not in printed[last.sentence.end - 1 : sentence.start + 1]
    )
    if not opened and not only:
        return None
    start, end = _trimmed(printed, sentence.start, sentence.end)
    return Saying(last.speaker, last.person, start, end, sentence, last.verb) if end - start >= 6 else None


def _left_open(words: str) -> bool:
    """Where „ opens, “ closes as ” does."""
    if "„" in words:
        return words.count("„") > words.count("“") + words.count("”")
    return words.count("“") > words.count("”")


def _trimmed(printed: str, start: int, end: int) -> tuple[int, int]:
    while start < end and printed[start] in _EDGE:
        start += 1
    opening = _THAT.match(printed, start, end)
    if opening and end - opening.end() > 5:
        start = opening.end()
    while end > start and printed[end - 1] in _EDGE + ".":
        end -= 1
    return start, end


def of_person(named: Named, cast: Cast) -> str:
    return cast.people[named.person].name
