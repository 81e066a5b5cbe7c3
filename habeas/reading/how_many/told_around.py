"""Which kind a number of people is of where its sentence has no word that tells: that of what was told just before."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.words.hedges import Told, told
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Text

_REACH = 3
_HEADINGS = {
    "released": ("counted.released", "release.undergone", "release.moved", "release.done", "pardon.done"),
    "held": ("counted.held",),
    "detained": ("counted.detained",),
    "sentenced": ("counted.sentenced",),
}


def kind_told_around(text: Text, sentence: Sentence, language: Language, before: Sequence[tuple[Sentence, str]]) -> str:
    """“Двадцать девять мужчин, две женщины.”: as what was counted, or told of, in the sentences right before.

    `before` are the numbers counted so far, with their kinds. In languages whose tables don't ask for it, none.
    """
    if not language.listed("counts_go_on"):
        return ""
    for number in range(sentence.number, max(-1, sentence.number - _REACH), -1):
        counted = [kind for where, kind in before if where.number == number]
        if counted:
            return counted[-1]
        if number < sentence.number and (kind := _told_in(text, text.sentences[number], language)):
            return kind
        if (
            number
            and _paragraph_ends(text, text.sentences[number - 1], text.sentences[number])
            and number < sentence.number
        ):
            break
    return _kind_of_the_text([kind for _, kind in before])


def _kind_of_the_text(kinds: Sequence[str]) -> str:
    """What the first number of a text was of, if half of those since were too."""
    return kinds[0] if kinds and 2 * kinds.count(kinds[0]) >= len(kinds) else ""


def _told_in(text: Text, sentence: Sentence, language: Language) -> str:
    """The kind that the last telling word of a sentence is of, if it tells a fact."""
    found = [
        (one.start(), one.end(), kind)
        for kind, headings in _HEADINGS.items()
        for heading in headings
        for one in language.pattern(heading).finditer(text.low, sentence.start, sentence.end)
    ]
    if not found:
        return ""
    start, end, kind = max(found)
    return kind if told(text, sentence, (start, end), language) in (Told.OUTRIGHT, Told.REPORTED) else ""


def _paragraph_ends(text: Text, one: Sentence, other: Sentence) -> bool:
    return "\n\n" in text.printed[one.end - 2 : other.start + 1]
