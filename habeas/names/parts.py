"""Which word of a name is what: given name, surname, patronymic, initial. A name may be read in two ways."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from habeas.names.given import standing
from habeas.names.letters import Spelled, Word, spell
from habeas.names.sounds import Sound, read_word, read_words
from habeas.names.tables import tables

_SURNAME_ENDS = (
    "av",
    "ev",
    "in",
    "sk",
    "ck",
    "ank",
    "enk",
    "ič",
    "uk",
    "čik",
    "anak",
    "enak",
    "el",
    "dz",
    "ev",
    "ec",
    "ac",
    "an",
)
_SURE_SURNAME_ENDS = ("av", "ev", "sk", "ck", "ank", "enk", "ič")
CLOSE = 1.0
"""Two readings of a name whose sums lie nearer than this are both kept."""
FIRST_IS_GIVEN = 0.3
"""How much speaks for the first word's being the given name, for standing first."""


@dataclass(frozen=True, slots=True)
class Parts:
    """One reading of a name. Several surnames are one double surname; a given name of one letter is an initial.
    `doubt` is how much worse than the best the name reads so."""

    given: str
    surnames: tuple[str, ...]
    patronymic: str
    orthography: str
    doubt: float = 0.0


@lru_cache(maxsize=20_000)
def parts_of(name: str) -> tuple[Parts, ...]:
    """The readings of a name, the likeliest first; none if it has no letters."""
    return parts_of_spelled(spell(name))


def read_names(names: Iterable[str]) -> None:
    """Read the words of many names at a stroke, ahead of parts_of."""
    spelled = [spell(name) for name in names]
    read_words((word.text, of) for one in spelled for word in one.words for of in {one.orthography, ""})


def parts_of_spelled(spelled: Spelled) -> tuple[Parts, ...]:
    if spelled.words and all(word.text in tables().nobody or word.initial for word in spelled.words):
        return ()
    words, patronymic = _without_patronymic(list(spelled.words), spelled.orthography)
    if not words:
        return (Parts("", (patronymic,), "", spelled.orthography),) if patronymic else ()
    groups = _groups(words, spelled.orthography)
    return tuple(_readings(groups, patronymic, spelled))


def names_somebody(text: str) -> bool:
    """Whether there is a name in a text: letters, and other words than “unknown” or “and two more”."""
    return bool(parts_of(text))


def patronymic_stems(word: str, orthography: str = "") -> frozenset[str]:
    """The father's name that a patronymic is made of, as stems."""
    stems = set()
    for sound in read_word(word, orthography):
        for pattern in (tables().patronymic_male, tables().patronymic_female):
            found = pattern.search(sound.skeleton)
            if found:
                stems.add(sound.skeleton[: found.start()].rstrip("aeiuj"))
    return frozenset(stems) or frozenset(sound.stem for sound in read_word(word, orthography))


def is_patronymic(word: str, orthography: str = "") -> bool:
    return any(_patronymic_form(sound) for sound in read_word(word, orthography)[:2])


def _patronymic_form(sound: Sound) -> bool:
    return bool(tables().patronymic_male.search(sound.skeleton) or tables().patronymic_female.search(sound.skeleton))


def _without_patronymic(words: list[Word], orthography: str) -> tuple[list[Word], str]:
    for at, word in enumerate(words):
        if word.text in tables().child_after and at > 0:
            return words[: at - 1] + words[at + 1 :], words[at - 1].text
        if word.text in tables().child_before and 0 < at < len(words) - 1:
            return words[:at] + words[at + 2 :], words[at + 1].text
    full = [at for at, word in enumerate(words) if not word.initial and not _is_hyphened(words, at)]
    if len(words) < 3 or len(full) < 2:
        return _without_second_initial(words), ""
    fitting = [at for at in full if is_patronymic(words[at].text, orthography)]
    if not fitting:
        return _without_middle_initial(words, orthography)
    # A surname may look like a patronymic (Mikalai Vasilievich Siarheevich); the patronymic follows the given name.
    at = min(fitting, key=lambda at: (not _after_given(words, at, orthography), words[at].capitals))
    return words[:at] + words[at + 1 :], words[at].text


def _is_hyphened(words: list[Word], at: int) -> bool:
    """Of Бялькевіч-Зуева neither half is a patronymic."""
    return words[at].joined or (at + 1 < len(words) and words[at + 1].joined)


def _after_given(words: list[Word], at: int, orthography: str) -> bool:
    return at > 0 and standing(words[at - 1].text, orthography) >= 1.5


def _without_middle_initial(words: list[Word], orthography: str) -> tuple[list[Word], str]:
    """Juan E. Chamorro and Иванов Сергей П. have a given name, and the initial is of another."""
    for at, word in enumerate(words[1:], 1):
        if word.initial and standing(words[at - 1].text, orthography) >= 1.5:
            return [one for one in words if not one.initial], word.text
    return _without_second_initial(words), ""


def _without_second_initial(words: list[Word]) -> list[Word]:
    initials = [word for word in words if word.initial]
    return [word for word in words if not word.initial or word is initials[0]]


def _groups(words: list[Word], orthography: str) -> list[list[Word]]:
    """Hyphened words stand together, and so do particles with what follows."""
    groups: list[list[Word]] = []
    tied = False
    for word in words:
        if groups and (word.joined or tied):
            groups[-1].append(word)
        else:
            groups.append([word])
        tied = word.text in tables().particles and not word.initial and not _is_surname_itself(words, orthography)
    return groups


def _is_surname_itself(words: list[Word], orthography: str) -> bool:
    """Beside a given name alone a particle is the surname: Виктория Дель, and Nguyen Van has one too."""
    return len(words) == 2 and any(standing(word.text, orthography) >= 1.5 for word in words)


def _readings(groups: list[list[Word]], patronymic: str, spelled: Spelled) -> list[Parts]:
    if len(groups) == 1:
        return _of_one(groups[0], patronymic, spelled)
    ends = [groups, _without_middle(groups, 1, spelled), _without_middle(groups, len(groups) - 1, spelled)]
    ways = [(_sum(some, at, spelled.orthography), at, some) for some in ends if some for at in (0, len(some) - 1)]
    best = max(total for total, _, _ in ways)
    kept = sorted((way for way in ways if way[0] > best - CLOSE), key=lambda way: -way[0])
    read = [_as_parts(some, at, patronymic, spelled, doubt=best - total) for total, at, some in kept]
    return list({(one.given, one.surnames): one for one in reversed(read)}.values())[::-1]


def _without_middle(groups: list[list[Word]], at: int, spelled: Spelled) -> list[list[Word]]:
    """The name without a second given name that follows the first: Ana María López García, López García Ana María."""
    pair = groups[at - 1 : at + 1]
    if len(groups) < 3 or any(standing(one[0].text, spelled.orthography) < 2 for one in pair):
        return []
    return groups[:at] + groups[at + 1 :]


def _of_one(group: list[Word], patronymic: str, spelled: Spelled) -> list[Parts]:
    texts = _texts(group)
    alone = Parts("", texts, patronymic, spelled.orthography)
    if len(texts) == 1 and standing(texts[0], spelled.orthography) >= 1.5 and not group[0].capitals:
        return [alone, Parts(texts[0], (), patronymic, spelled.orthography)]
    return [alone]


def _sum(groups: list[list[Word]], at: int, orthography: str) -> float:
    """How well this name reads if the group at `at` is the given name and the others are surnames."""
    total = FIRST_IS_GIVEN if at == 0 else 0.0
    total += _as_given(groups[at], orthography)
    return total + sum(_as_surname(group, orthography) for i, group in enumerate(groups) if i != at) / (len(groups) - 1)


def _as_given(group: list[Word], orthography: str) -> float:
    if group[0].initial:
        return 4.0
    return standing(group[0].text, orthography) - (1.0 if group[0].capitals else 0.0)


def _as_surname(group: list[Word], orthography: str) -> float:
    word = group[-1]
    if word.initial:
        return -4.0
    return surname_standing(word.text, orthography) + (1.0 if word.capitals else 0.0)


@lru_cache(maxsize=65_536)
def surname_standing(word: str, orthography: str) -> float:
    stems = [sound.stem for sound in read_word(word, orthography)]
    if word in tables().chinese and standing(word, orthography) < 1.5:
        return 1.0
    if standing(word, orthography) >= 2.0:
        return 0.5 if any(s.endswith(_SURNAME_ENDS) for s in stems) else 0.0
    return (
        2.0
        if any(s.endswith(_SURE_SURNAME_ENDS) for s in stems)
        else 0.5
        if any(s.endswith(_SURNAME_ENDS) for s in stems)
        else 0.0
    )


def _as_parts(groups: list[list[Word]], at: int, patronymic: str, spelled: Spelled, doubt: float) -> Parts:
    given = _texts(groups[at])
    surnames = [text for i, group in enumerate(groups) if i != at for text in _texts(group)]
    surnames += [word.text for word in spelled.aside if not word.initial and len(spelled.aside) == 1]
    return Parts(given[0] if given else "", tuple(surnames), patronymic, spelled.orthography, doubt)


def _texts(group: list[Word]) -> tuple[str, ...]:
    """A particle is part of the surname's sound only if nothing else is there."""
    full = tuple(word.text for word in group if word.text not in tables().particles)
    return full or tuple(word.text for word in group)
