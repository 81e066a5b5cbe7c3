"""Names of two plain words, which most names of a register are: read word by word, each word once."""

from dataclasses import dataclass

from habeas.names.given import standing
from habeas.names.letters import is_plain
from habeas.names.parts import CLOSE, FIRST_IS_GIVEN, surname_standing
from habeas.names.sounds import cyrillic_orthography
from habeas.names.tables import tables


@dataclass(frozen=True, slots=True)
class PlainWord:
    """A word as it stands in a name of two: whether both may be read here, and what it looks like by itself."""

    text: str
    orthography: str
    simple: bool


@dataclass(frozen=True, slots=True)
class PlainReading:
    """One way to read a name of two words."""

    given: str
    surname: str
    doubt: float


class PlainWords:
    """Every word of a register, looked at once."""

    def __init__(self) -> None:
        self._words: dict[str, PlainWord] = {}
        self._standings: dict[tuple[str, str], tuple[float, float]] = {}
        self._ranks = {key: at for at, key in enumerate((*tables().cyrillic, ""))}

    def pair(self, name: str) -> tuple[str, str, str] | None:
        """Both words and the orthography of the name; None if it's no name of two plain words."""
        printed = name.split(" ")
        if len(printed) != 2:
            return None
        first, second = self._word(printed[0]), self._word(printed[1])
        if not (first.simple and second.simple) or first.text.isascii() != second.text.isascii():
            return None
        rank = min(self._ranks[first.orthography], self._ranks[second.orthography])
        return first.text, second.text, (*tables().cyrillic, "")[rank]

    def readings(self, first: str, second: str, orthography: str) -> list[PlainReading]:
        """As parts.py reads them: the likeliest first, and the other if it's nearly as likely."""
        one, other = self._standing(first, orthography), self._standing(second, orthography)
        given_first, given_last = FIRST_IS_GIVEN + one[0] + other[1], other[0] + one[1]
        apart = given_first - given_last
        ways = [PlainReading(first, second, max(-apart, 0.0)), PlainReading(second, first, max(apart, 0.0))]
        return sorted((way for way in ways if way.doubt < CLOSE), key=lambda way: way.doubt)

    def _word(self, printed: str) -> PlainWord:
        known = self._words.get(printed)
        if known is None:
            text = printed.lower()
            orthography = "" if text.isascii() else cyrillic_orthography(text)
            known = self._words[printed] = PlainWord(text, orthography, is_plain(printed))
        return known

    def _standing(self, word: str, orthography: str) -> tuple[float, float]:
        known = self._standings.get((word, orthography))
        if known is None:
            known = standing(word, orthography), surname_standing(word, orthography)
            self._standings[word, orthography] = known
        return known
