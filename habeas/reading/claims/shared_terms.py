"""Terms shared out by the order of words: “five years to X, three to Y”, “X and Y four years each”, “respectively”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.reading.claims.report import Report
from habeas.reading.what_happened.together import together
from habeas.reading.when.terms import Length
from habeas.reading.who.cast import Named
from habeas.reading.words.text import Sentence

_TO_A_NAME = re.compile(r"\s*(?:[—–-]\s*|(?:\w+\s+){1,5})?")
_EACH_WITHIN, _A_CALLING = 24, 16
_TO_A_MAN, _TO_A_WOMAN = r"{to_a_man}$", r"{to_a_woman}$"
_ENDS = r"\s*(?:[,.;:)(]|[—–]|{ends_the_given}\b|$)"


def terms_to_names(
    report: Report, sentence: Sentence, lengths: Sequence[Length]
) -> Iterator[tuple[Length, Sequence[Named]]]:
    """“Двадцать лет Ивану Лису, десять лет — Анне Рак”: each length with the dative that follows it."""
    if not report.cast.language.free_order:
        return
    named = report.cast.by_name(sentence)
    for length in lengths:
        following = next((one for one in named if one.start >= length.end), None)
        if following is None or not _TO_A_NAME.fullmatch(report.cast.text.low, length.end, following.start):
            continue
        if _is_told_to(report, following) and report.cast.language.shape(_ENDS).match(
            report.cast.text.low, following.end, sentence.end
        ):
            upto = next((other.start for other in lengths if other.start > length.end), sentence.end)
            row = [one for one in named if following.start <= one.start < upto]
            yield length, [one for one in together(row[:1], row, report.cast) if _is_told_to(report, one)]


def _is_told_to(report: Report, one: Named) -> bool:
    """In the dative; the surname of a woman may stay as it is (“Юліі Рак”)."""
    words = report.cast.text.low[one.start : one.end].split()
    his, hers = report.cast.language.shape(_TO_A_MAN), report.cast.language.shape(_TO_A_WOMAN)
    return all(his.search(word) for word in (words[0], words[-1])) or hers.search(words[0]) is not None


def each_gets(report: Report, one: Named, length: Length) -> list[int]:
    """“Активисты X и Y — по четыре года”: whoever stands side by side before a term that is given to each."""
    low = report.cast.text.low
    each = report.cast.language.pattern("terms.each")
    ahead = low[one.end : length.start]
    behind = low[length.end : length.end + _EACH_WITHIN]
    sentence = report.cast.text.sentence_at(one.start)
    named = [other for other in report.cast.by_name(sentence) if other.start <= one.start]
    row = together(named[-1:], named, report.cast)
    opens = row[0].start - sentence.words[0].start <= _A_CALLING
    if not (opens or each.search(ahead) or each.search(behind.split(",")[0])):
        return [one.person]
    return list(dict.fromkeys(other.person for other in row))


def respectively(
    report: Report, sentence: Sentence, lengths: Sequence[Length], people: Sequence[int]
) -> list[tuple[Length, int]]:
    """“X, Y and Z to three, four and five years respectively”: as many people as terms."""
    if len(lengths) < 2 or len(lengths) != len(people):
        return []
    if not report.cast.language.pattern("names.respectively").search(report.low(sentence)):
        return []
    return list(zip(lengths, people, strict=True))
