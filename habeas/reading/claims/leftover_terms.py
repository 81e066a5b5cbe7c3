"""Terms told without a verb that gives them: “Четыре года.” after a trial, “десять лет строгого режима”, “из девяти”.

What is left over when the verbs have taken theirs: a length beside words of courts and prisons, or a short sentence
after them, unless it tells how long somebody waited, sat or lived.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from habeas.domain.dates import Term
from habeas.reading.claims.proposals import Proposal
from habeas.reading.claims.report import Report
from habeas.reading.what_happened.bystanders import did_it
from habeas.reading.what_happened.happenings import Happening
from habeas.reading.when.terms import Length, find_lengths
from habeas.reading.who.cast import Named
from habeas.reading.words.hedges import Told
from habeas.reading.words.text import Sentence

_LONGEST = 25
_SHORT = 9
_ONE_BEFORE = 40
_LATELY = 2
_FEW_WORDS = 5
_AN_AGE = 16
_AFTER_A_NAME = re.compile(r"\s*[,(]\s*$")
_PARTS = re.compile(r"[,;:()—–«»]")
_DASH = re.compile(r"[—–:-]\s*$")

Made = Callable[[Report, Happening, int, Length], Proposal]


def leftover_terms(report: Report, used: set[tuple[int, int]], made: Made) -> Iterator[Proposal]:
    """What `made` makes of each length that nothing has used, for the person that it stands by."""
    for sentence in report.cast.text.sentences:
        lengths = find_lengths(report.cast.text, sentence, report.cast.language)
        parts = list(_whole_of_a_part(report, sentence))
        for length in [*(one for one in lengths if _is_given(report, sentence, one)), *parts]:
            if any(length.start < end and start < length.end for start, end in used):
                continue
            person = _whose(report, sentence, length)
            if person is None or report.officer(person):
                continue
            used.add((length.start, length.end))
            one = Happening("sentenced", length.start, length.end, (person,), Told.OUTRIGHT, sentence, "undergone")
            yield made(report, one, person, length)


def _whole_of_a_part(report: Report, sentence: Sentence) -> Iterator[Length]:
    """“Seven years of nine”: the second number is the term."""
    for found in report.cast.language.shape(_PART).finditer(report.cast.text.low, sentence.start, sentence.end):
        words = found["n"]
        years = int(words) if words.isdigit() else report.cast.language.numbers.get(words, 0)
        if 2 <= years <= _LONGEST:
            yield Length(*found.span("n"), Term(years=years, months=6 if found["half"] else 0))


_PART = (
    r"(?:{units_year}|{half})\s+{terms.out_of}\s+(?P<n>\d{1,2}|{numbers})(?P<half>\s+{with_half}\s+{half})?"
    r"(?=\s*[.,;:!?)—–]|\s*$|\s+\w)"
)


def _is_given(report: Report, sentence: Sentence, length: Length) -> bool:
    """Whether the length is a court's: told so, or short after a court, and not of a wait, an age or a demand."""
    low, language = report.cast.text.low, report.cast.language
    term = length.term
    if term.years > _LONGEST or (term.days and not term.years and not _of_days(report, length)):
        return False
    if _ends_with(language.pattern("terms.spent"), low, sentence.start, length.start):
        return False
    if language.pattern("terms.no_term").match(low[length.end : sentence.end].lstrip(" ,")):
        return False
    if sat_so_long(report, sentence, length):
        return False
    if _only_asked(report, sentence, length) or _is_age(report, sentence, length):
        return False
    return _told_by_a_court(report, sentence, length)


def _of_days(report: Report, length: Length) -> bool:
    return (
        report.cast.language.pattern("terms.of_days").search(report.cast.text.low[length.start : length.end])
        is not None
    )


def _ends_with(pattern: re.Pattern[str], low: str, start: int, end: int) -> bool:
    first = max(start, end - _ONE_BEFORE)
    return any(not low[one.end() : end].strip() for one in pattern.finditer(low, first, end))


def sat_so_long(report: Report, sentence: Sentence, length: Length) -> bool:
    """“Провела в колонии четыре года”: a verb of sitting a few words before or after, with no comma between.

    “Оставалось сидеть: 9 лет, 5 лет” tells of what is left of a term.
    """
    if report.cast.language.pattern("terms.left").search(report.cast.text.low, sentence.start, length.start):
        return True
    if _ends_with(report.cast.language.pattern("terms.changed_by"), report.cast.text.low, sentence.start, length.start):
        return True  # “the term was cut by three months”
    low, sat = report.cast.text.low, report.cast.language.pattern("terms.sat")
    ahead = _PARTS.split(low[sentence.start : length.start])[-1]
    after = _PARTS.split(low[length.end : sentence.end])[0]
    found = [*sat.finditer(ahead)][-1:]
    if found and len(ahead[found[0].end() :].split()) <= _FEW_WORDS:
        return True
    following = sat.search(after)
    return following is not None and len(after[: following.start()].split()) <= 1


def _only_asked(report: Report, sentence: Sentence, length: Length) -> bool:
    low, language = report.cast.text.low, report.cast.language
    if _ends_with(language.pattern("terms.up_to"), low, sentence.start, length.start):
        return language.pattern("terms.changed").search(low, sentence.start, length.start) is None
    words = sentence.words_of(sentence.clause_at(length.start))
    asked = language.pattern("terms.asked").search(low, words[0].start, max(words[-1].end, length.end))
    return asked is not None


def _is_age(report: Report, sentence: Sentence, length: Length) -> bool:
    """“X, 52 лет, …”: a number fit for an age, right after a name and a comma."""
    if length.term.months or length.term.years < _AN_AGE:
        return False
    before = [one for one in report.cast.by_name(sentence) if one.end <= length.start]
    return bool(before) and _AFTER_A_NAME.fullmatch(report.cast.text.low, before[-1].end, length.start) is not None


def _told_by_a_court(report: Report, sentence: Sentence, length: Length) -> bool:
    low, court = report.cast.text.low, report.cast.language.pattern("terms.court")
    if court.search(low, sentence.start, length.start) or court.search(low, length.end, sentence.end):
        return True
    if len(sentence.words) > _SHORT and length.start - sentence.start > 2:
        return False
    first = report.cast.text.sentences[max(0, sentence.number - _LATELY)].start
    return court.search(low, first, sentence.start) is not None


def _whose(report: Report, sentence: Sentence, length: Length) -> int | None:
    """Whoever stands last before it, else next after it, else whom the text was about; kin without a name is nobody."""
    here = [
        one
        for one in report.cast.named_in(sentence)
        if not report.officer(one.person) and (not one.possessive or one.pronoun) and not did_it(one, report.cast)
    ]
    before = [one for one in here if one.end <= length.start]
    if before:
        return None if _kin_between(report, before[-1], length) else before[-1].person
    if _to_several(report, sentence, length):
        return None
    after = [one for one in here if one.start >= length.end and ";" not in report.cast.text.low[length.end : one.start]]
    if after:
        return after[0].person
    topic = report.cast.topic(sentence)
    return topic if topic is not None and fits_pronouns(report, sentence, topic, length.start) else None


def _to_several(report: Report, sentence: Sentence, length: Length) -> bool:
    """“Приговорил четырёх журналистов к пяти годам”: to nobody who is named elsewhere in the sentence."""
    low, language = report.cast.text.low, report.cast.language
    verbs = (language.pattern(heading) for heading in ("sentenced.undergone", "sentenced.done"))
    ends = (found.end() for verb in verbs for found in verb.finditer(low, sentence.start, length.start))
    verb = max(ends, default=None)
    return verb is not None and language.pattern("counted.several").search(low, verb, length.start) is not None


def fits_pronouns(report: Report, sentence: Sentence, person: int, place: int) -> bool:
    """“Ему — шесть лет” is said of no woman, though the text was about one."""
    told = {report.cast.language.pronouns.get(word.low) for word in sentence.words if word.end <= place}
    gender = report.cast.people[person].gender
    return not gender or not told & {"m", "f"} or gender in told


def _kin_between(report: Report, one: Named, length: Length) -> bool:
    kin = dict(report.cast.language.keys("nearness")).get("subject")
    gap = report.cast.text.low[one.end : length.start]
    return bool(kin and kin.search(gap) and not _DASH.search(report.cast.text.low[: one.end]))
