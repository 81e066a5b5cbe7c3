"""Several people in one text: “A B and C D”, “the spouses Ivan and Anna Surname”, “Surname Ivan, his wife Anna”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from habeas.names.alike import same_name
from habeas.names.given import read_given, standing
from habeas.names.parts import surname_standing
from habeas.names.sounds import bared_stems, read_word
from habeas.names.tables import tables

_KNOWN = 1.5
"""How surely a word has to be a given name, so that a town or a trade is taken for nobody."""
_SURE = 2.0
"""How surely a word has to be a surname, by its ending."""
_SAME = 0.5
_MOST_WORDS = 5
_MOST_LETTERS = 400
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,2}|[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two joints: a given name, perhaps with a patronymic, and a surname, which may be missing
    because another part has it. `tied` says that a word like “and” ties it to the part before."""

    given: str
    surname: str
    surname_first: bool
    tied: bool


def people_in(text: str) -> tuple[str, ...]:
    """The name of each person whom the text names; for nearly all texts that is one, and the text itself.

    A surname that is printed once for several is given to each of them. One name in two spellings is one person.
    """
    if len(text) > _MOST_LETTERS or not tables().joints.search(text):
        return (text,)
    pieces = _pieces(tables().said_of_several.sub("", text.strip(), count=1))
    with_fathers = any(_has_father(words) for words, _ in pieces)
    large = not text.islower()
    parts = [part for words, tied in pieces if _fits(words, large) and (part := _part(words, tied, with_fathers))]
    if len(parts) < max(2, len(pieces)):
        return (text,)
    if not any(part.tied for part in parts) and not all(part.surname for part in parts[1:]):
        return (text,)
    names = tuple(_named(at, parts) for at in range(len(parts)))
    if not any(part.surname for part in parts) or _is_one_name(names, parts):
        return (text,)
    return names


def _pieces(text: str) -> list[tuple[list[str], bool]]:
    """The words between the joints, of which none stands in brackets."""
    closed = [found.span() for found in _BRACKETS.finditer(text)]
    pieces, tied, start = list[tuple[str, bool]](), False, 0
    for joint in tables().joints.finditer(text):
        if not any(first <= joint.start() < last for first, last in closed):
            pieces.append((text[start : joint.start()], tied))
            tied, start = joint["tie"] is not None, joint.end()
    told = [(_BRACKETS.sub("", piece).strip(" :"), tied) for piece, tied in (*pieces, (text[start:], tied))]
    return [(_whose(piece), tied) for piece, tied in told if piece.strip(".")]


def _whose(piece: str) -> list[str]:
    """“His wife Anna Kryvadub” is another person; “сестра Алеся Горецкого” only says whose sister somebody is."""
    relation = tables().relation.match(piece)
    words = piece[relation.end() :].split() if relation else piece.split()
    bent = relation and not relation["whose"] and any(bared_stems(word.casefold()) for word in words)
    return [] if bent else words


def says_several(text: str) -> bool:
    """Whether it begins with a word for several people: the spouses, a family."""
    return bool(tables().said_of_several.match(text))


def _fits(words: Sequence[str], large: bool) -> bool:
    """A few words, which begin large if any of the text do."""
    if not 1 <= len(words) <= _MOST_WORDS:
        return False
    shaped = all(_WORD.fullmatch(word) or _is_initials(word) for word in words)
    return shaped and not (large and any(word[0].islower() and word not in tables().particles for word in words))


def _part(words: Sequence[str], tied: bool, with_fathers: bool) -> _Part | None:
    """None for a piece that names nobody, such as a town."""
    if _is_given(words[0]):
        upto = 2 if _has_second(words, 0, with_fathers) else 1
        return _Part(" ".join(words[:upto]), " ".join(words[upto:]), False, tied)
    at = next((at for at in range(1, len(words)) if _is_given(words[at])), 0)
    upto = at + (2 if at and _has_second(words, at, True) else 1)
    if at and upto == len(words):
        return _Part(" ".join(words[at:]), " ".join(words[:at]), True, tied)
    return _by_surname(words) if tied and not at else None


def _by_surname(words: Sequence[str]) -> _Part | None:
    """Behind “and”, a word that no table has for a given name may be one before what can only be a surname."""
    sure = [surname_standing(word.casefold(), "") >= _SURE for word in words]
    return _Part(words[0], words[1], False, True) if sure == [False, True] else None


def _has_second(words: Sequence[str], at: int, with_fathers: bool) -> bool:
    """Whether a patronymic or a second initial follows; of two words the last may as well be a surname."""
    if at + 1 >= len(words):
        return False
    if _is_initials(words[at]):
        return _is_initials(words[at + 1])
    return _is_fathers(words[at + 1], words[at]) and (len(words) > 2 or with_fathers)


def _has_father(words: Sequence[str]) -> bool:
    return len(words) > 2 and any(_is_fathers(word, before) for before, word in pairwise(words))


def _named(at: int, parts: Sequence[_Part]) -> str:
    """With the surname of the part behind it, or of the one before if surnames stand first."""
    part = parts[at]
    if part.surname:
        return _in_order(part, part.surname, part.surname_first)
    behind = next((one for one in parts[at + 1 :] if one.surname and not one.surname_first), None)
    before = next((one for one in reversed(parts[:at]) if one.surname and one.surname_first), None)
    lender = behind or before
    return _in_order(part, lender.surname, lender.surname_first) if lender else part.given


def _in_order(part: _Part, surname: str, surname_first: bool) -> str:
    return f"{surname} {part.given}" if surname_first else f"{part.given} {surname}"


def _is_one_name(names: Sequence[str], parts: Sequence[_Part]) -> bool:
    """Whether they are spellings of one; what “and” ties are several people, namesakes too."""
    return not any(part.tied for part in parts) and any(same_name(names[0], other) >= _SAME for other in names[1:])


def _is_given(word: str) -> bool:
    return _is_initials(word) or standing(word.casefold()) >= _KNOWN


def _is_initials(word: str) -> bool:
    return bool(_INITIALS.fullmatch(word))


def _is_fathers(word: str, given: str) -> bool:
    """Анна Сергеевна has a patronymic, and Анна Дождевич hasn't."""
    genders = read_given(given.casefold()).genders
    fits = tables().patronymic_female if genders == {"female"} else tables().patronymic_male
    return any(fits.search(sound.skeleton) for sound in read_word(word.casefold())[:2])
