"""Sentences: which term to whom, under which articles, and what only a prosecutor asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from habeas.domain.dates import Term
from habeas.domain.written import Plain
from habeas.reading.claims.carried_terms import terms_of_all
from habeas.reading.claims.leftover_terms import leftover_terms
from habeas.reading.claims.lived_through import only_lived_through, sat_so_long
from habeas.reading.claims.proposals import Proposal
from habeas.reading.claims.report import Report, day, proposal
from habeas.reading.claims.shared_terms import each_gets, respectively, terms_to_names
from habeas.reading.claims.unsaid_years import without_years
from habeas.reading.what_happened.happenings import Happening
from habeas.reading.what_happened.together import together
from habeas.reading.when.terms import Length, find_lengths
from habeas.reading.words.hedges import Told
from habeas.reading.words.text import Sentence

_AFTER_NAME = re.compile(r"(?:,[^,();]{0,40})?\s*\((?:[^()]{0,20}\s)?")
_AFTER_DASH = re.compile(r"(?:,\s?\d{2})?(?:\s[—–-]|:)\s")
_EACH_AFTER_DASH = r"\s[—–-]\s{to_each}\s"
_IN_A_LINE = re.compile(r"(?:,[^,();]{0,40}){0,2}(?:,|\s*[—–:-])\s*")
_SHORT_LINE = 14
_FOR = r"\s+{for_what}\s"
_PRONOUN_DASH = re.compile(r"\s*[—–-]\s+")
_NUMBERED = r"{article_of}\s*((?:\d{2,3}(?:[-–]\d)?(?:\(\d\))?(?:\s*(?:,|{joins})\s*)?)+)"
_BARE_NUMBER = (
    r"(?:\s*,)?\s*(?:[—–-]\s*)?(?:{to_a_term}\s+)?(\w+)(\s+{with_half}\s+{half})?\s*(?=[,.;](?!\d)|{joins}\b|$)"
)
_NUMBER_AHEAD = r"[,;]\s*(?:{clause_joins}\s+)?{to_a_term}\s+(\w+)\s*[—–-]\s*$"
_FURTHEST = 220
_WITHOUT_LENGTH = ("life", "death", "fine", "by.restriction_home", "by.restriction_open")


def sentences(report: Report) -> Iterator[Proposal]:
    used: set[tuple[int, int]] = set()
    yield from _beside_names(report, used)
    yield from without_years(report, used, _sentence)
    for one in report.happenings["sentenced"]:
        if one.told in (Told.NEGATED, Told.DOUBTED):
            continue
        if _only_asked(report, one):
            yield from _given_instead(report, one, used)
            continue
        if _fined(report, one):
            yield from (_sentence(report, one, person, None, "fine") for person in one.people)
            continue
        found = _lengths_at(report, one)
        lengths = [length for length in found if (length.start, length.end) not in used]
        for length, people in _shared_out(report, one, lengths):
            if people:
                used.add((length.start, length.end))
            yield from (_sentence(report, one, person, length) for person in people if not report.officer(person))
        yield from _likewise(report, one, found, used)
        penalty = _penalty(report, one.sentence)
        if not found and penalty in _WITHOUT_LENGTH:
            yield from (_sentence(report, one, person, None) for person in one.people if not report.officer(person))
    for one, length in terms_of_all(report, used):
        yield from (_sentence(report, one, person, length) for person in one.people)
    yield from leftover_terms(report, used, _sentence)


def _likewise(
    report: Report, one: Happening, found: Sequence[Length], used: set[tuple[int, int]]
) -> Iterator[Proposal]:
    """“X got nine years, Y seven”: a bare number after a name goes on with the years told before."""
    if not any(length.term.years for length in found):
        return
    low, numbers = report.cast.text.low, report.cast.language.numbers
    behind, ahead = report.cast.language.shape(_BARE_NUMBER), report.cast.language.shape(_NUMBER_AHEAD)
    for named in report.cast.by_name(one.sentence):
        bare = behind.match(low, named.end, one.sentence.end) or ahead.search(low[one.sentence.start : named.start])
        if bare and bare.re is ahead:
            bare = ahead.search(low, max(one.sentence.start, named.start - len(bare.group())), named.start)
        if not bare or (bare.start(1), bare.end(1)) in used:
            continue
        number = int(bare[1]) if bare[1].isdigit() else numbers.get(bare[1], 0)
        if 1 <= number <= 25 and named.start > found[0].end:
            used.add((bare.start(1), bare.end(1)))
            half = 6 if bare.re is behind and bare[2] else 0
            yield _sentence(report, one, named.person, Length(*bare.span(1), Term(years=number, months=half)))


_GAVE = r"{unsaid.gave}\s+(?:{unsaid.to_whom}\s+)?(\w+)\s*(?=[.,;])"


def _given_instead(report: Report, one: Happening, used: set[tuple[int, int]]) -> Iterator[Proposal]:
    """“The prosecutor asked for nine years, the court gave her seven.”"""
    low, numbers = report.cast.text.low, report.cast.language.numbers
    named = report.cast.by_name(one.sentence)
    gave = report.cast.language.shape(_GAVE).finditer(low, one.sentence.start, one.sentence.end)
    for found in gave if len(named) == 1 else ():
        number = int(found[1]) if found[1].isdigit() else numbers.get(found[1], 0)
        if 1 <= number <= 25 and found.span(1) not in used:
            used.add(found.span(1))
            yield _sentence(report, one, named[0].person, Length(*found.span(1), Term(years=number)))


def articles_in(report: Report, sentence: Sentence) -> tuple[str, ...]:
    """Articles by their numbers, or else by what a report calls the charge."""
    low = report.low(sentence)
    numbered = [
        f"by.cc.{number}"
        for found in report.cast.language.shape(_NUMBERED).finditer(low)
        for number in re.findall(r"\d{2,3}(?:-\d)?", found[1])
    ]
    worded = [key for key, pattern in report.cast.language.keys("charges") if pattern.search(low)]
    return tuple(dict.fromkeys(numbered or worded))


def _fined(report: Report, one: Happening) -> bool:
    pattern = dict(report.cast.language.keys("penalties")).get("fine")
    return bool(pattern and pattern.fullmatch(report.cast.text.low, one.start, one.end))


def _only_asked(report: Report, one: Happening) -> bool:
    """What a prosecutor asks for is no sentence; “up to” before the number speaks of what may come."""
    low = report.cast.text.low
    language = report.cast.language
    around = low[max(one.sentence.start, one.start - 120) : min(one.sentence.end, one.end + 40)]
    return any(len(found.group()) > 4 for found in language.pattern("sentenced.asked").finditer(around))


def _only_asked_there(report: Report, sentence: Sentence) -> bool:
    low = report.low(sentence)
    asked = (report.cast.language.pattern(heading) for heading in ("sentenced.asked", "terms.asked"))
    return any(len(found.group()) > 4 for pattern in asked for found in pattern.finditer(low))


def _lengths_at(report: Report, one: Happening) -> list[Length]:
    found = find_lengths(report.cast.text, one.sentence, report.cast.language)
    near = [each for each in found if -60 <= each.start - one.end <= _FURTHEST]
    given = [each for each in near if not only_lived_through(report, each)]
    return [each for each in given if not sat_so_long(report, one.sentence, each)]


def _shared_out(report: Report, one: Happening, lengths: Sequence[Length]) -> Iterator[tuple[Length, tuple[int, ...]]]:
    """“X to eleven years, Y to nine years”: each length to whoever stands between it and the one before."""
    upto = one.sentence.start
    if shared := respectively(report, one.sentence, lengths, one.people):
        yield from ((length, (person,)) for length, person in shared)
        return
    for number, length in enumerate(lengths):
        between = [
            each
            for each in report.cast.named_in(one.sentence)
            if upto <= each.start < length.start and not each.possessive
        ]
        if number == 0 or not between:
            yield (
                length,
                _before_it(report, one, length) if number == 0 else one.people[number : number + 1] or one.people[-1:],
            )
        else:
            joined = together(between[-1:], between, report.cast)
            yield length, tuple(dict.fromkeys(each.person for each in joined))
        upto = length.end


def _before_it(report: Report, one: Happening, length: Length) -> tuple[int, ...]:
    """“X — на двадцать один год, Y — на пять”: the first length is of those who stand before it, if any do."""
    named = report.cast.by_name(one.sentence)
    ahead = [who for who in one.people if any(each.person == who and each.start < length.start for each in named)]
    after = [each for each in named if each.start > length.end and each.person in one.people]
    parted = bool(after) and _PARTS.match(report.cast.text.low, length.end) is not None
    return tuple(ahead) if ahead and parted else one.people


_PARTS = re.compile(r"[^,;.]{0,40}[,;]\s")


def _sentence(report: Report, one: Happening, person: int, length: Length | None, penalty: str = "") -> Proposal:
    penalty = penalty or _penalty(report, one.sentence) or "imprisonment"
    fields: dict[str, Plain] = {"when": day(report, one), "penalty": penalty}
    if length:
        fields["term"] = str(length.term)
        if length.term.days and not length.term.years:
            fields["penalty"] = "arrest"
    articles = articles_in(report, one.sentence)
    if articles:
        fields["articles"] = list(articles)
    found = proposal(report, one, person, "Sentenced", fields, length)
    if not fields["when"]:
        span = _sentenced_within(report, length)
        fields["when"] = span
        return replace(
            found,
            fields=fields,
            note="The text gives no day: any from which the term may still be running." if span else "",
        )
    return found


def _sentenced_within(report: Report, length: Length | None) -> str | None:
    """A term told of as being served began no longer ago than it lasts, and a year or two for the trial."""
    if report.published is None or length is None or not length.term.years:
        return None
    first = report.published.replace(day=1) - timedelta(days=366 * (length.term.years + 2))
    return f"{first:%Y-%m}/{report.published}"


def _penalty(report: Report, sentence: Sentence) -> str:
    low = report.cast.text.low[sentence.start : sentence.end]
    return next((key for key, pattern in report.cast.language.keys("penalties") if pattern.search(low)), "")


def _beside_names(report: Report, used: set[tuple[int, int]]) -> Iterator[Proposal]:
    """A term in brackets after a name, or closing a line of a list: “Pavel Kryvets (11 years)”."""
    printed = report.cast.text.printed
    for sentence in report.cast.text.sentences:
        lengths = find_lengths(report.cast.text, sentence, report.cast.language)
        short = len(sentence.words) <= _SHORT_LINE
        for length, row in terms_to_names(report, sentence, lengths):
            if not _only_asked_there(report, sentence):
                used.add((length.start, length.end))
                yield from (_given(report, sentence, to.person, length) for to in row)
        lengths = [one for one in lengths if (one.start, one.end) not in used]
        for one in report.cast.named_in(sentence) if lengths else ():
            for length in lengths:
                gap = printed[one.end : length.start]
                closes_part = printed[length.end : sentence.end].lstrip()[:1] in ("", ",", ";", ".", "(")
                penal = report.cast.language.pattern("terms.court").match(report.cast.text.low, length.end + 1)
                closes = not printed[length.end : sentence.end].strip(" \n.;)")
                for_what = report.cast.language.shape(_FOR).match(printed, length.end)
                if one.pronoun and not (closes_part and _PRONOUN_DASH.fullmatch(gap)):
                    continue
                if one.pronoun or (
                    _AFTER_NAME.fullmatch(gap)
                    or (_AFTER_DASH.fullmatch(gap) and (closes_part or penal))
                    or report.cast.language.shape(_EACH_AFTER_DASH).fullmatch(gap)
                    or ((for_what or (short and closes)) and _IN_A_LINE.fullmatch(gap))
                ):
                    used.add((length.start, length.end))
                    for person in [one.person] if one.pronoun else each_gets(report, one, length):
                        yield _given(report, sentence, person, length)


def _given(report: Report, sentence: Sentence, person: int, length: Length) -> Proposal:
    given = Happening("sentenced", length.start, length.end, (person,), Told.OUTRIGHT, sentence, "undergone")
    return _sentence(report, given, person, length)
