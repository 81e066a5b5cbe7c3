"""From a printed name to its clean words: hidden marks, titles, look-alike letters and misread digits put right."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from habeas.names.cell import without_surroundings
from habeas.names.chinese import in_pinyin, joined_syllables
from habeas.names.given import standing
from habeas.names.joined import joined
from habeas.names.sounds import cyrillic_orthography
from habeas.names.tables import tables

LONGEST_NAME = 200
"""No name is longer; what stands beyond is not read, so that a page pasted into a cell costs no time."""

_TO_CYRILLIC = dict(zip("aceopxyikmtbhjësĸ", "асеорхуікмтвнјёѕк", strict=True)) | {
    "3": "з",
    "0": "о",
    "6": "б",
}
_TO_LATIN = dict(zip("асеорхуікмтвнјѕбг", "aceopxyikmtbhjsbr", strict=True)) | {"0": "o", "1": "l", "5": "s"}
_ASIDE = re.compile(r"[\[({«\"“„][^\[({«\"“„\])}»\"”“]*[\])}»\"”“]")
_GLUED = re.compile(r"(?<=[а-яёўіє])(?=[А-ЯЁЎІЄ][а-яёўіє])")
_POSSESSIVE = re.compile(r"'s\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")
_PLAIN = re.compile(
    r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){1,3}|"
    r"(?:[А-ЯЁЎІ]?[а-яёўі]+|[А-ЯЁЎІ]{2,})(?: (?:[А-ЯЁЎІ][а-яёўі]+|[А-ЯЁЎІ]{2,})){1,3}"
)
_ONE = re.compile("1(?=[аеёіоуыэюяь])")
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘`´ʹʺ′"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name; `joined` says that a hyphen ties it to the word before."""

    text: str
    capitals: bool
    joined: bool
    initial: bool


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name's words, the words that stood in brackets, and the Cyrillic orthography that it gives away."""

    words: tuple[Word, ...]
    aside: tuple[Word, ...]
    orthography: str


def spell(name: str) -> Spelled:
    if _PLAIN.fullmatch(name) and (plainly := _spelled_plainly(name)):
        return plainly
    text = _cleaned(name)
    bare = _ASIDE.sub(" ", text)
    words = _words(bare)
    aside = [found.group() for found in _ASIDE.finditer(text) if not (words and _is_nickname(found))]
    beside = _words(" ".join(one[1:-1] for one in aside)) if aside else ()
    return Spelled(words or beside, beside if words else (), cyrillic_orthography(bare.lower()))


def _is_nickname(aside: re.Match[str]) -> bool:
    """Nikita "Nik" Zaretsky, or (Nik) where another word follows; Зайкова (Петрова) is a surname of before."""
    inside = aside.group()[1:-1].strip().lower()
    follows = any(letter.isalpha() for letter in aside.string[aside.end() :])
    return aside.group()[0] not in "[({" or (follows and standing(inside) >= 1.2)


def _spelled_plainly(name: str) -> Spelled | None:
    """Most names of a register are two words of one script, and need none of the care below; None if this one does."""
    titles, careful = tables().titles, tables().careful
    printed = [(word, word.lower()) for word in name.split(" ")]
    if any(word in careful or word[:3] in _CAREFUL for _, word in printed):
        return None
    words = tuple(Word(word, raw.isupper(), False, False) for raw, word in printed if word not in titles)
    return Spelled(words, (), cyrillic_orthography(name.lower()) if not name.isascii() else "")


def is_plain(printed: str) -> bool:
    """Whether a word may be read by itself: of one script, begun large, and saying nothing of its neighbours."""
    known, word = tables(), printed.lower()
    spoken = (known.titles, known.careful, known.nobody, known.particles, known.child_after, known.child_before)
    shaped = _PLAIN_WORD.fullmatch(printed) is not None and not printed.isupper()
    return shaped and word[:3] not in _CAREFUL and not any(word in words for words in spoken)


_PLAIN_WORD = re.compile("[A-Z][a-z]+|[А-ЯЁЎІ][а-яёўі]+")
_CAREFUL = frozenset(("abd", "абд", "als", "alq", "alk", "alg", "ald"))


def _cleaned(name: str) -> str:
    text = name[:LONGEST_NAME]
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).translate(_DASHES)
        text = "".join(letter for letter in text if letter.isspace() or not (_is_hidden(letter) or _is_stress(letter)))
        text = _GLUED.sub(" ", text)
    text = joined(joined_syllables(in_pinyin(without_surroundings(tables().former.sub(r" (\1) ", text)))))
    return _POSSESSIVE.sub("", _hyphened_titles().sub(" ", text) if "-" in text else text)


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cf", "Cc")


def _is_stress(letter: str) -> bool:
    """A mark that belongs to no letter of its own, as Серге́й has in reference books."""
    return "\u0300" <= letter <= "\u036f"


@lru_cache(maxsize=1)
def _hyphened_titles() -> re.Pattern[str]:
    """г-н is a title as a whole, and no initial Г."""
    titles = "|".join(re.escape(title) for title in sorted(tables().titles) if "-" in title)
    return re.compile(rf"(?<![\w-])(?:{titles})\.?(?![\w-])", re.IGNORECASE)


def _words(text: str) -> tuple[Word, ...]:
    titles = tables().titles
    found: list[Word] = []
    for at in _WORD.finditer(text):
        raw = at.group()
        word = _one_script(raw.lower())
        stripped = word.strip("'")
        if not stripped or stripped.isdigit() or (stripped in titles and len(stripped) > 1):
            continue
        joined = bool(found) and at.start() > 0 and text[at.start() - 1] == "-"
        found.append(Word(word, raw.isupper() and len(stripped) > 1, joined, len(stripped) == 1))
    return tuple(found)


@lru_cache(maxsize=65_536)
def _one_script(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word
    cyrillic = [letter for letter in word if "Ѐ" <= letter <= "ӿ"]
    latin = [letter for letter in word if "a" <= letter <= "z" or "à" <= letter <= "ɏ"]
    # A letter that looks like none of the other script tells; where both or neither have one, the more letters do.
    tells = any(one not in _TO_LATIN for one in cyrillic), any(one not in _TO_CYRILLIC for one in latin)
    is_cyrillic = tells[0] if tells[0] != tells[1] else len(cyrillic) >= len(latin)
    if cyrillic and is_cyrillic:
        # 1 is л in Каз1оў and і in Вас1ль: і hardly stands before a vowel.
        return _replaced(_ONE.sub("л", word).replace("1", "і"), _TO_CYRILLIC)
    if latin:
        return _replaced(word, _TO_LATIN)
    return word


def _replaced(word: str, by: dict[str, str]) -> str:
    return "".join(by.get(letter, letter) for letter in word)
