"""Terms of imprisonment left over when the verbs have taken theirs, each given to whoever it stands by.

The length is found first, then asked whether a court gave it (`term_or_time.py`), and then whose it is, so that any
manner of telling will do: “Четыре года.”, “из девяти”, “ten years in jail for X”, “X's sentence, six years in jail”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from habeas.domain.dates import Term
from habeas.reading.claims.lived_through import only_lived_through
from habeas.reading.claims.proposals import Proposal
from habeas.reading.claims.report import Report
from habeas.reading.claims.term_or_time import is_term
from habeas.reading.what_happened.bystanders import did_it
from habeas.reading.what_happened.happenings import Happening
from habeas.reading.what_happened.together import together
from habeas.reading.when.terms import Length, find_lengths
from habeas.reading.who.cast import Named
from habeas.reading.words.hedges import Told
from habeas.reading.words.text import Sentence

Made = Callable[[Report, Happening, int, Length], Proposal]
Span = tuple[int, int]

_FEWEST, _LONGEST = 2, 25
_AFTER, _OWNER_AFTER, _OPENING = 60, 75, 110
_MARKS = " \n\u00a0'’”»,"
_DASH = re.compile(r"[—–:-]\s*$")
_BARE_GAP = r"[ ,:—–-]+(?:(?:{to_a_term}|{for_what}) |\w+, )?"
_PART = (
    r"(?:{units_year}|{half})\s+{terms.out_of}\s+(?P<n>\d{1,2}|{numbers})(?P<half>\s+{with_half}\s+{half})?"
    r"(?=\s*[.,;:!?)—–]|\s*$|\s+\w)"
)


def leftover_terms(report: Report, used: set[Span], made: Made) -> Iterator[Proposal]:
    """What `made` makes of each length that nothing has used, for those that it is of."""
    for sentence in report.cast.text.sentences:
        lengths, parts = _lengths(report, sentence), list(_whole_of_a_part(report, sentence))
        for length in (*lengths, *parts):
            if any(length.start < end and start < length.end for start, end in used):
                continue
            if length in lengths and not _is_given(report, sentence, length, used):
                continue
            people = [one for one in _whose(report, sentence, length, lengths) if not report.officer(one)]
            used |= {(length.start, length.end)} if people else set()
            one = Happening("sentenced", length.start, length.end, tuple(people), Told.OUTRIGHT, sentence, "undergone")
            yield from (made(report, one, person, length) for person in people)


def _lengths(report: Report, sentence: Sentence) -> list[Length]:
    return find_lengths(report.cast.text, sentence, report.cast.language)


def _whole_of_a_part(report: Report, sentence: Sentence) -> Iterator[Length]:
    """“Seven years of nine”: the second number is the term."""
    for found in report.cast.language.shape(_PART).finditer(report.cast.text.low, sentence.start, sentence.end):
        words = found["n"]
        years = int(words) if words.isdigit() else report.cast.language.numbers.get(words, 0)
        if _FEWEST <= years <= _LONGEST:
            yield Length(*found.span("n"), Term(years=years, months=6 if found["half"] else 0))


def _is_given(report: Report, sentence: Sentence, length: Length, used: set[Span]) -> bool:
    if _goes_on(report, sentence, length, used):
        return not only_lived_through(report, length)
    return is_term(report, sentence, length)


def _goes_on(report: Report, sentence: Sentence, length: Length, used: set[Span]) -> bool:
    """“X, 16 years; Y, 14 years”: a term was told of in the sentence, and since then only a name."""
    last = max((end for start, end in used if sentence.start <= start and end <= length.start), default=0)
    between = [one for one in report.cast.by_name(sentence) if last < one.start < length.start]
    if not last or not between:
        return False
    gap = report.cast.text.printed[between[-1].end : length.start]
    return report.cast.language.shape(_BARE_GAP).fullmatch(gap) is not None


def _whose(report: Report, sentence: Sentence, length: Length, lengths: Sequence[Length]) -> list[int]:
    """Whom the words after give it to, or the nearest before, or whoever the sentence goes on to name; else whom the
    text was about. It is nobody's where kin without a name, or several, stand between."""
    there = report.cast.named_in(sentence)
    named = [one for one in there if not report.officer(one.person) and not did_it(one, report.cast)]
    after = [one for one in named if one.start >= length.end]
    if after and _given_to(report, length, after[0]):
        return _people(together(after[:1], after, report.cast))
    before = [one for one in named if one.end <= length.start]
    if before:
        return _of_those_before(report, before, length, lengths)
    if _to_several(report, sentence, length):
        return []
    if after and _names_next(report, sentence, length, after[0]):
        return _people(after[:1] if report.cast.language.free_order else together(after[:1], after, report.cast))
    topic = report.cast.topic(sentence)
    return [topic] if topic is not None and fits_pronouns(report, sentence, topic, length.start) else []


def _given_to(report: Report, length: Length, one: Named) -> bool:
    """“Ten years in jail for X”, “eleven years was what the judge gave X”: to whom, a calling or two between."""
    gap = report.cast.text.low[length.end : one.start]
    if len(gap) > _OWNER_AFTER or re.search(r"[.;:—,]", gap.strip(_MARKS)):
        return False
    return report.cast.language.pattern("terms.to").search(gap) is not None


def _of_those_before(report: Report, before: Sequence[Named], length: Length, lengths: Sequence[Length]) -> list[int]:
    """The last of those since the length before, with whom they stand together in fixed order."""
    if _kin_between(report, before[-1], length):
        return []
    upto = max((one.end for one in lengths if one.end <= length.start), default=0)
    fresh = [one for one in before if one.start >= upto] or list(before)
    alone = fresh[-1].possessive or report.cast.language.free_order
    return _people([fresh[-1]] if alone else together(fresh[-1:], fresh, report.cast))


def _kin_between(report: Report, one: Named, length: Length) -> bool:
    """“Павел Зыль, мужу шесть лет”: the husband's; a name after a dash has its own."""
    kin = dict(report.cast.language.keys("nearness")).get("subject")
    gap = report.cast.text.low[one.end : length.start]
    between = kin is not None and report.cast.language.free_order and kin.search(gap) is not None
    return between and _DASH.search(report.cast.text.low[: one.end]) is None


def _to_several(report: Report, sentence: Sentence, length: Length) -> bool:
    """“Приговорил четырёх журналистов к пяти годам”: to nobody who is named elsewhere in the sentence."""
    low, language = report.cast.text.low, report.cast.language
    verbs = (language.pattern(heading) for heading in ("sentenced.undergone", "sentenced.done"))
    ends = (found.end() for verb in verbs for found in verb.finditer(low, sentence.start, length.start))
    verb = max(ends, default=None)
    return verb is not None and language.pattern("counted.several").search(low, verb, length.start) is not None


def _names_next(report: Report, sentence: Sentence, length: Length, one: Named) -> bool:
    """“Six years on, the court freed X”: in fixed order a length that opens the sentence, and then a comma."""
    gap = report.cast.text.low[length.end : one.start]
    if report.cast.language.free_order:
        return ";" not in gap
    opens = length.start - sentence.start <= _AFTER and "," in gap
    return opens and len(gap) <= _OPENING and not one.pronoun


def fits_pronouns(report: Report, sentence: Sentence, person: int, place: int) -> bool:
    """“Ему — шесть лет” is said of no woman, though the text was about one."""
    told = {report.cast.language.pronouns.get(word.low) for word in sentence.words if word.end <= place}
    gender = report.cast.people[person].gender
    return not gender or not told & {"m", "f"} or gender in told


def _people(found: Sequence[Named]) -> list[int]:
    return list(dict.fromkeys(one.person for one in found))
