"""Who said what: words of speech, their speakers before or after them, and the words put into their mouths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.domain.words import Nearness
from habeas.reading.who.cast import Cast
from habeas.reading.who_said.described import by_name
from habeas.reading.who_said.dialogue import answered, asked
from habeas.reading.who_said.interviews import Turn, turns
from habeas.reading.who_said.long_quotes import (
    closes_here,
    opened_in,
    quoted_parts,
    quoted_throughout,
    sentences_before,
)
from habeas.reading.who_said.may_speak import Speaker, candidates
from habeas.reading.who_said.quotations import QUOTE_OR_OPEN, Span, all_quotes, left_open, quotes_in
from habeas.reading.who_said.speakers import after_frame, before_verb, may_be_subject, speaker_of
from habeas.reading.who_said.unlisted_speakers import unlisted_after
from habeas.reading.words.text import Sentence

_THAT = r"{that}\s+"
_EDGE = ' \n\t,;:—–-«»“”"„'
_SHORT, _SHORTEST, _LEAST = 25, 15, 6
_FRAME_FROM_START = 25
_BEFORE = 14
_QUOTED_LEAST = 10


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch of text that somebody is said to have said."""

    speaker: str
    person: int | None
    start: int
    end: int
    sentence: Sentence
    verb: str
    cites: bool = False
    carried: bool = False


def find_sayings(cast: Cast) -> list[Saying]:
    found: list[Saying] = []
    opened: list[bool] = []
    waiting: list[Sentence] = []
    spoken = turns(cast)
    for sentence in cast.text.sentences:
        is_open = bool(opened) and opened[-1]
        lately = found[-1] if found and sentence.number - found[-1].sentence.number <= 1 else None
        quoted_on = cast.language.free_order and is_open and quoted_throughout(sentence, cast)
        here = [] if quoted_on or asked(sentence, cast) else _told_in(sentence, cast, spoken, lately)
        if here and is_open and cast.language.free_order and closes_here(sentence, cast):
            found = _whole_quotation(here[0], found, cast, opened)
        if not here and found and (carried := _goes_on_quoting(sentence, found[-1], cast, is_open)):
            here = [carried]
        if not here and found and (answer := answered(sentence, found[-1].sentence, cast)):
            here = [Saying(found[-1].speaker, found[-1].person, *answer, sentence, found[-1].verb, carried=True)]
        if waiting and here:
            found += _said_before(waiting, here[0], cast)
        opened.append(left_open(sentence, cast.text, is_open))
        waiting = [*(waiting if is_open else []), sentence] if opened[-1] and not here else []
        found += [one for one in here if not _says_nothing(one, cast)]
    return found


def _told_in(sentence: Sentence, cast: Cast, spoken: list[Turn], lately: Saying | None) -> list[Saying]:
    framed = list(_of_frames(sentence, cast)) or list(_behind(sentence, cast))
    here = [*framed, *(one for one in _of_verbs(sentence, cast, lately, frames=bool(framed)) if _adds(one, framed))]
    here = here or list(_of_colon(sentence, cast))
    here = here or list(of_dash(sentence, cast))
    return here + [one for one in _of_turns(sentence, spoken, cast) if _adds(one, here)]


def _whole_quotation(last: Saying, found: list[Saying], cast: Cast, opened: list[bool]) -> list[Saying]:
    """“«We waited. Nobody told us. Then they came», said X”: all of it is X's, and not whoever's spoke before."""
    over = list(quoted_parts(sentences_before(last.sentence, cast, opened), cast))
    numbers = {one.number for one, _, _ in over}
    own = [one for one in found if one.sentence.number not in numbers or not one.carried]
    told = {one.sentence.number for one in own}
    for sentence, start, end in over:
        span = trimmed(cast, start, end)
        if sentence.number not in told and span[1] - span[0] >= _LEAST:
            own.append(Saying(last.speaker, last.person, *span, sentence, last.verb))
    return own


def _said_before(waiting: Sequence[Sentence], one: Saying, cast: Cast) -> Iterator[Saying]:
    """“‘A year has passed. Nobody came,’ she said”: the sentences of a quotation before the one that names her."""
    if cast.language.free_order or waiting[-1].number + 1 != one.sentence.number:
        return
    for sentence in waiting:
        opening = _OPENS_QUOTE.search(cast.text.printed, sentence.start, sentence.end)
        start = opening.end() if opening and sentence is waiting[0] else sentence.start
        start, end = trimmed(cast, start, sentence.end)
        if end - start >= _LEAST:
            yield Saying(one.speaker, one.person, start, end, sentence, one.verb)


_OPENS_QUOTE = re.compile(r"[“\"](?=[^”\"]*$)")


def _says_nothing(one: Saying, cast: Cast) -> bool:
    """The speaker's own name or calling, or where the words are from: what is left where nothing is said."""
    if not cast.language.free_order:
        return False
    words = cast.text.low[one.start : one.end]
    if cast.language.pattern("speech.citing").match(words):
        return True
    if " " in words or any(start <= one.start < end for start, end in all_quotes(one.sentence, cast.text)):
        return False
    named = any(each.start <= one.start and one.end <= each.end for each in cast.by_name(one.sentence))
    small = cast.text.printed[one.start : one.end] == words
    return named or (small and cast.language.pattern("speech.speaker").fullmatch(words) is not None)


def nearness_of(saying: Saying, cast: Cast) -> Nearness:
    """How near a speaker stands to what is told, by the word for them; a person freed or held speaks of themselves."""
    low = saying.speaker.lower()
    for key, pattern in cast.language.keys("nearness"):
        if pattern.search(low):
            return next(word for word in Nearness if str(word) == key)
    if saying.person is not None:
        return Nearness.OFFICIAL if cast.people[saying.person].officer else Nearness.SUBJECT
    return Nearness.UNSTATED


def _of_turns(sentence: Sentence, spoken: list[Turn], cast: Cast) -> Iterator[Saying]:
    """A sentence of an answer, or of somebody's turn in a transcript."""
    for turn in spoken:
        if turn.start < sentence.end and sentence.start < turn.end:
            start, end = trimmed(cast, max(turn.start, sentence.start), sentence.end)
            if end - start >= _LEAST:
                yield Saying(cast.people[turn.person].name, turn.person, start, end, sentence, ":")


def _adds(one: Saying, framed: list[Saying]) -> bool:
    """A verb beside “according to X” has a speaker of its own, or says nothing new; who cites X only repeats."""
    if any(frame.cites for frame in framed):
        return False
    return all(one.speaker != frame.speaker for frame in framed)


def _of_frames(sentence: Sentence, cast: Cast) -> Iterator[Saying]:
    """“According to X, …”: the rest of the sentence is X's."""
    text = cast.text
    for found in cast.language.pattern("speech.frame").finditer(text.low, sentence.start, sentence.end):
        if cast.language.pattern("speech.not_frame").match(text.low, found.end() + 1):
            continue
        speaker = _within(found, sentence, cast) or after_frame(found.end(), sentence, cast)
        if speaker is None:
            continue
        speaker = by_name(speaker, cast)
        start, end = _past_relative(*trimmed(cast, max(speaker.end, found.end()), sentence.end), cast)
        if end - start < 12 or found.start() - sentence.start > _FRAME_FROM_START:
            first = trimmed(cast, sentence.start, found.start())
            if first[1] - first[0] >= 12 and (first[1] - first[0] >= end - start or end - start < 30):
                start, end = first
        if end - start >= _LEAST:
            cites = cast.language.pattern("speech.citing").fullmatch(found.group()) is not None
            yield Saying(speaker.text, speaker.person, start, end, sentence, found.group(), cites)
        return


def _behind(sentence: Sentence, cast: Cast) -> Iterator[Saying]:
    """“Gynėjų duomenimis, …”: where the language has the speaker before such a word."""
    for found in cast.language.pattern("speech.frame_behind").finditer(cast.text.low, sentence.start, sentence.end):
        speaker = before_verb(found.start(), sentence, cast, quotes_in(sentence, cast.text))
        start, end = trimmed(cast, found.end(), sentence.end)
        if speaker is not None and found.start() - speaker.end <= 2 and end - start >= _LEAST:
            yield Saying(speaker.text, speaker.person, start, end, sentence, found.group())
            return


def _past_relative(start: int, end: int, cast: Cast) -> Span:
    """“As the channel, which the press service runs, reports, …”: what tells of the speaker is not what is said."""
    low = cast.text.low
    word = re.compile(r"\w+").match(low, start, end)
    comma = low.find(",", start, end)
    if word and cast.language.relatives.fullmatch(word.group()) and comma > 0:
        return trimmed(cast, comma, end)
    return start, end


def _of_colon(sentence: Sentence, cast: Cast) -> Iterator[Saying]:
    """“Centre coordinator Natallia Hrabko: «…»”."""
    for quote in QUOTE_OR_OPEN.finditer(cast.text.printed, sentence.start, sentence.end):
        before = cast.text.printed[sentence.start : quote.start()].rstrip()
        if before.endswith(":") and quote.end() - quote.start() >= _QUOTED_LEAST:
            found = list(candidates(sentence, cast, sentence.start, quote.start()))
            found = [one for one in found if may_be_subject(one, cast)] or found
            if found:
                start, end = trimmed(cast, quote.start(), quote.end())
                yield Saying(found[-1].text, found[-1].person, start, end, sentence, ":")
            return


def of_dash(sentence: Sentence, cast: Cast) -> Iterator[Saying]:
    """«…», — кинул конвоир: past the dash that follows what is quoted, whoever does anything speaks."""
    if not cast.language.free_order:
        return
    printed = cast.text.printed
    for quote in quotes_in(sentence, cast.text):
        dash = _DASH_AFTER.match(printed, quote[1], sentence.end)
        if dash is None:
            continue
        upto = _CLAUSE_ENDS.search(printed, dash.end(), sentence.end)
        end = upto.start() if upto else sentence.end
        words = [word for word in sentence.words if dash.end() <= word.start < end]
        if not words or words[0].capital or not cast.language.shape(_DOES).search(words[0].low) or len(words) < 2:
            continue
        found = [one for one in candidates(sentence, cast, dash.end(), end) if may_be_subject(one, cast)]
        noun = unlisted_after(words[0].end, words[0].low, sentence, cast) if not found else None
        who = found[0] if found else Speaker(printed[slice(*noun)], None, *noun) if noun else None
        if who is not None:
            yield Saying(who.text, who.person, *trimmed(cast, *quote), sentence, words[0].low)
            return


_DASH_AFTER = re.compile(r"[,.!?…]?\s*[—–-]\s+")
_CLAUSE_ENDS = re.compile(r"[.!?;:—–«]")
_DOES = r"{does_endings}$"


def _within(frame: re.Match[str], sentence: Sentence, cast: Cast) -> Speaker | None:
    """“По его словам”: the pronoun stands within."""
    for one in cast.named_in(sentence):
        if one.pronoun and frame.start() <= one.start and one.end <= frame.end():
            return Speaker(cast.people[one.person].name, one.person, one.start, one.end)
    return None


def _of_verbs(sentence: Sentence, cast: Cast, lately: Saying | None, *, frames: bool) -> Iterator[Saying]:
    """What verbs of speech say; those that stand in a frame (“as X writes”) are passed over where that was read."""
    used: set[str] = set()
    last: Speaker | None = None
    quotes = [*quotes_in(sentence, cast.text), *opened_in(sentence, cast)]
    inside_frames = list(cast.language.pattern("speech.frame").finditer(cast.text.low, sentence.start, sentence.end))
    for found in _verbs(sentence, cast, quotes):
        if frames and any(one.start() <= found.start() < one.end() for one in inside_frames):
            continue
        ahead = cast.text.low[max(0, found.start() - _BEFORE) : found.start()]
        if cast.language.pattern("speech.set_in").search(ahead):
            continue  # “the move, which it said would help”
        speaker = speaker_of(found, sentence, cast, quotes)
        if ahead.split()[-1:] and ahead.split()[-1] in cast.language.listed("stand_ins"):
            speaker = last or _as_before(lately, found)  # “it said”, “they added”
        if cast.language.shape(r"{gerund}$").search(found.group()) or _joined_to(found, sentence, cast, last):
            speaker = last or speaker
        if speaker is None:
            continue
        speaker = by_name(speaker, cast)
        last = speaker
        if speaker.text.lower() in used:
            continue
        span = _said(found, speaker, sentence, cast, quotes)
        if span and span[1] - span[0] >= 2:
            used.add(speaker.text.lower())
            yield Saying(speaker.text, speaker.person, *span, sentence, found.group())


def _as_before(lately: Saying | None, verb: re.Match[str]) -> Speaker | None:
    """The body or group that the sentence before put words into the mouth of."""
    if lately is None or lately.person is not None:
        return None
    return Speaker(lately.speaker, None, verb.start(), verb.start())


def _verbs(sentence: Sentence, cast: Cast, quotes: list[Span]) -> Iterator[re.Match[str]]:
    """Verbs of speech that are the text's own: not within a quotation, nor of nobody, nor of the author."""
    text, language = cast.text, cast.language
    taken = [
        one.span()
        for heading in ("sentenced.asked", "speech.not_speech")
        for one in language.pattern(heading).finditer(text.low, sentence.start, sentence.end)
    ]
    for found in language.pattern("speech.verb").finditer(text.low, sentence.start, sentence.end):
        if any(start <= found.start() < end for start, end in (*taken, *quotes)):
            continue
        if found.start() > sentence.words[0].start and text.printed[found.start()].isupper():
            continue  # the United States
        if not _in_first_person(found, sentence, cast, quotes) and not _is_noun(found, cast):
            yield found


def _is_noun(verb: re.Match[str], cast: Cast) -> bool:
    """“Our report”, “the reports”, “a claim”: right after an article stands no verb."""
    before = cast.text.low[max(0, verb.start() - _BEFORE) : verb.start()].split()
    return bool(before) and before[-1] in cast.language.listed("before_nouns")


def _in_first_person(verb: re.Match[str], sentence: Sentence, cast: Cast, speech: list[Span]) -> bool:
    """“I asked twice”: the author speaks, who is nobody that the text names."""
    quotes = [*all_quotes(sentence, cast.text), *speech]
    words = [
        word.low
        for word in sentence.words
        if verb.start() - 30 <= word.start < verb.start() and not any(a <= word.start < b for a, b in quotes)
    ]
    return bool(set(words[-4:]) & cast.language.listed("first_person"))


def _joined_to(verb: re.Match[str], sentence: Sentence, cast: Cast, last: Speaker | None) -> bool:
    """“She denied it and said …”: right after “and”, the speaker is the one who spoke before."""
    words = cast.text.low[sentence.start : verb.start()].split()
    return last is not None and bool(words) and words[-1] in cast.language.listed("ands")


def _said(verb: re.Match[str], speaker: Speaker, sentence: Sentence, cast: Cast, quotes: list[Span]) -> Span | None:
    """The words said: what follows the verb, or what stands before it where the sentence closes with the speaker."""
    printed = cast.text.printed
    behind = max(verb.end(), speaker.end) if speaker.start >= verb.start() else verb.end()
    after = trimmed(cast, behind, sentence.end)
    ahead = min(verb.start(), speaker.start)
    before = trimmed(cast, sentence.start, ahead)
    closes = after[1] - after[0] < _SHORT or _ends_there(cast, behind)
    quoted_before = [one for one in quotes if one[1] <= ahead + 2]
    if quoted_before and (speaker.start > verb.start() or closes or not [one for one in quotes if one[0] >= behind]):
        return before if before[1] - before[0] >= _LEAST else after
    comma = printed[:ahead].rstrip()[-1:] in (",", "—", "–", "»", "”", '"')
    if before[1] - before[0] >= _SHORTEST and (closes or (comma and speaker.start > verb.start())):
        return before
    if _points_back(before, after, sentence, cast):
        earlier = cast.text.sentences[sentence.number - 1]
        return trimmed(cast, earlier.start, earlier.end)
    return after if after[1] > after[0] else before


def _ends_there(cast: Cast, place: int) -> bool:
    """A point or comma right after the speaker; “сообщил, что” goes on."""
    mark = re.match(r"\s*([.,])\s*(\w*)", cast.text.low[place : place + 20])
    if mark is None or cast.language.shape(r"{that}").fullmatch(mark[2]):
        return False
    return mark[2] not in cast.language.listed("going_on")


_TO_WHOM = 1
"""“Об этом журналистам сообщил X”."""


def _points_back(before: Span, after: Span, sentence: Sentence, cast: Cast) -> bool:
    """“Об этом сообщил X”: what was said stands in the sentence before."""
    here = cast.text.low[before[0] : before[1]]
    short = after[1] - after[0] < _SHORT
    this = cast.language.pattern("speech.this").match(here)
    return short and sentence.number > 0 and this is not None and len(here[this.end() :].split()) <= _TO_WHOM


def _goes_on_quoting(sentence: Sentence, last: Saying, cast: Cast, is_open: bool) -> Saying | None:
    """A quotation that runs over the end of a sentence is still the speaker's; so is one that stands alone after it."""
    if sentence.number - last.sentence.number != 1:
        return None
    printed = cast.text.printed
    alone = (
        re.match(r"\s*[«“\"]", printed[sentence.start : sentence.start + 4])
        and "\n\n" not in printed[last.sentence.end - 1 : sentence.start + 1]
    )
    if not is_open and not alone:
        return None
    start, end = trimmed(cast, sentence.start, sentence.end)
    return (
        Saying(last.speaker, last.person, start, end, sentence, last.verb, carried=True)
        if end - start >= _LEAST
        else None
    )


def trimmed(cast: Cast, start: int, end: int) -> Span:
    """A stretch without marks and “that” at its edges."""
    printed = cast.text.printed
    while start < end and printed[start] in _EDGE:
        start += 1
    opening = cast.language.shape(_THAT).match(printed, start, end)
    if opening and end - opening.end() > 5:
        start = opening.end()
    while end > start and printed[end - 1] in _EDGE + ".":
        end -= 1
    return start, end
