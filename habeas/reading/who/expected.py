"""Whether a person is to be expected where words with large letters stand that no table of names knows.

For it speak a calling or title before, an age, “who” or an apposition after, a verb that is said of people alone, a
list of people, and the last word standing by itself elsewhere; against it an article, a preposition of place, and
words of which names of organisations are made.
"""

from __future__ import annotations

import re

from habeas.reading.who.capitals import Run, is_organisation
from habeas.reading.who.rows_of_names import one_of_many, opens_a_list
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Text, Word

_PERSONAL = (
    "release.undergone", "detained.undergone", "detained.participle", "sentenced.participle", "kept.undergone",
    "died.undergone", "sentenced.undergone", "release.participle", "transferred.undergone", "pardon.undergone",
)  # fmt: skip
_AGE = r"\s?,\s?\d{2}\b(?:[,.;]|-{year_old})|\s?\(\s?\d{2}\s?\)"
_REACH = 40
_TO_THE_VERB = 90


def expected(text: Text, run: Run, at: int, long: int, language: Language) -> bool:
    words = run.words[at : at + long]
    if not language.free_order and _against(text, run, at, words, language):
        return False
    if introduced(run, at, language):
        return True
    if language.free_order and not (run.opens and at == 0):
        # In the East Slavic languages a name of an organisation has one large letter, so that two are a person's.
        return not language.pattern("names.organisations").fullmatch(words[0].low)
    if run.headline:
        return False
    return (
        heads_a_line(text, words[0])
        or _spoken_of(text, words[-1], language)
        or (at == 0 and _after_a_quote(text, words[0], language))
        or (not is_organisation(words[0], language) and _alone_elsewhere(text, words[0]))
        or _after_what_was_done(text, run, words, language)
        or _in_a_list(text, run, at, words, language)
        or (not language.free_order and one_of_many(text, run, words, language))
    )


def introduced(run: Run, at: int, language: Language) -> bool:
    """Whether a calling or title stands before: the envoy Keith Gorman."""
    before = run.words[at - 1] if at else run.before
    if before is None:
        return False
    if before.low in language.listed("titles") or language.pattern("names.introduced").fullmatch(before.low):
        return True
    if language.pattern("names.undergoing").fullmatch(before.low):
        return True  # “a court jails X”, “officers led X away”: what is done to people alone
    return any(pattern.fullmatch(before.low) for _, pattern in language.keys("roles"))


def heads_a_line(text: Text, word: Word) -> bool:
    """Whether a word stands first in an item of a list, after its bullet or number."""
    line = text.printed[text.printed.rfind("\n", 0, word.start) + 1 : word.start]
    return bool(line.strip()) and not line.strip(" \t-–—•*·0123456789.)")


def _against(text: Text, run: Run, at: int, words: tuple[Word, ...], language: Language) -> bool:
    made = language.pattern("names.organisations")
    if any(made.fullmatch(word.low) for word in words):
        return True
    before = run.words[at - 1] if at else run.before
    if before is not None and before.low in language.listed("before_places"):
        return True
    if before is not None and made.fullmatch(before.low) and not introduced(run, at, language):
        return True
    following = text.low[words[-1].end : words[-1].end + _REACH].split()
    return bool(following) and bool(made.fullmatch(following[0].strip(",.;:")))


def _spoken_of(text: Text, last: Word, language: Language) -> bool:
    """What stands right after is said of people alone, or the last word stands by itself elsewhere."""
    after = text.low[last.end : last.end + _REACH]
    if language.shape(_AGE).match(after) or language.pattern("names.after").match(after.lstrip(" ,(")):
        return True
    if _says(text, last, after, language):
        return True
    if any((found := language.pattern(heading).search(after)) and found.start() < 12 for heading in _PERSONAL):
        return True
    return _alone_elsewhere(text, last)


def _after_a_quote(text: Text, word: Word, language: Language) -> bool:
    """“‘…,’ Gonzalo Peñaloza of the legal aid group told me”: after a quotation comes who said it."""
    if not re.search(r"[,.!?][”\"’]\s$", text.printed[max(0, word.start - 3) : word.start]):
        return False
    return language.pattern("speech.verb").search(text.low[word.end : word.end + _TO_THE_VERB]) is not None


def _after_what_was_done(text: Text, run: Run, words: tuple[Word, ...], language: Language) -> bool:
    """“Freed after two years, X embraces his mother”: what opens so is done to people."""
    opening = run.sentence.words[0]
    if not any(language.pattern(heading).match(text.low, opening.start) for heading in _DONE_TO):
        return False
    ahead = text.printed[opening.end : words[0].start]
    return ahead.endswith(", ") and ahead.count(",") == 1


_DONE_TO = ("release.participle", "detained.participle", "sentenced.participle")


def _says(text: Text, last: Word, after: str, language: Language) -> bool:
    """“The head of the court, Maricela Soza, announced”: a name between commas before a verb of speech."""
    before = text.printed[: last.start].rstrip()
    head = re.search(r",\s(?:[A-Z][\w'’-]*\s?){1,3}$", before[-60:])
    return bool(head) and after.startswith(",") and bool(language.pattern("speech.verb").match(after[1:].lstrip()))


def _alone_elsewhere(text: Text, last: Word) -> bool:
    """“Maradiaga's”, “said Maradiaga”: people are called by the last word afterwards, bodies and places hardly."""
    if len(last.text) < 4:
        return False
    for found in re.finditer(rf"(?<![\w-]){re.escape(last.text)}(?![\w-])", text.printed):
        before, after = text.printed[: found.start()], text.printed[found.end() :]
        beside = _LARGE_BEFORE.search(before[-30:]) or re.match(r" [A-Z]", after)
        if found.start() != last.start and not beside:
            return True
    return False


_LARGE_BEFORE = re.compile(r"(?:(?<=[^.!?\n”\"] )|(?<=,))[A-Z][\w'’-]*[ -]$|[\w'-]-$")


def _in_a_list(text: Text, run: Run, at: int, words: tuple[Word, ...], language: Language) -> bool:
    """One of several joined by commas and “and”, in a sentence that tells of people freed, held or sentenced."""
    after = text.printed[words[-1].end : words[-1].end + 5]
    before = text.low[max(run.sentence.start, words[0].start - 30) : words[0].start]
    first = run.opens and at == 0 and opens_a_list(text, words, language)
    goes_on = language.shape(r"[,;.]| {joins} ").match(after) is not None
    joined = first or (goes_on and (run.joined or at > 0 or language.shape(_LISTS).search(before) is not None))
    if not joined:
        return False
    return any(
        language.pattern(heading).search(text.low, run.sentence.start, run.sentence.end)
        for heading in (*_PERSONAL, "release.among", "release.moved", "release.done", "detained.done", "pardon.done")
    )


_LISTS = r"(?:\b{before_names}|[,:;(—–]|\b{joins})\s*$"
