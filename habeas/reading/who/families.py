"""Given names that share the surname of a family: “Кириллу и Виктории Выдумановым”, “братья Иван и Пётр Выдумановы”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.reading.who.capitals import well_known
from habeas.reading.who.mentions import Mention
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Text

_KNOWN = 1.2
_BEFORE = r"(?<![\w-])(?P<given>[^\W\d_][\w'-]+) {joins} $"
_PLURAL = r"{plural_surname}$"


def first_of_two(text: Text, mentions: Sequence[Mention], language: Language) -> Iterator[Mention]:
    """The given name that stands before a full name whose surname is in the plural: somebody of their own."""
    taken = {one.start for one in mentions}
    for one in mentions:
        if not one.surname or not language.shape(_PLURAL).search(one.surname):
            continue
        sentence = text.sentence_at(one.start)
        found = re.search(language.shape(_BEFORE).pattern, text.low[sentence.start : one.start])
        if found is None:
            continue
        word = next((each for each in sentence.words if each.start == sentence.start + found.start("given")), None)
        if word is not None and word.capital and word.start not in taken and well_known(word) >= _KNOWN:
            yield Mention(word.start, word.end, word.low, "")
