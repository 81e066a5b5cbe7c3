"""People in four spellings, by rules of their own and never by the tables under measurement; else these would measure
themselves."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """A person in four spellings, given name and surname."""

    id: str
    be_lat: str
    ru_lat: str
    be_cyr: str
    ru_cyr: str


def rendered(id: str, given: tuple[str, str], surname: tuple[str, str], woman: bool, luck: random.Random) -> Person:
    be, ru = surname
    if woman:
        be, ru = feminine(be), feminine(ru)
    be_cyr, ru_cyr = f"{given[0]} {be.capitalize()}", f"{given[1]} {ru.capitalize()}"
    return Person(id, be_latin(be_cyr, luck), ru_latin(ru_cyr, luck), be_cyr, ru_cyr)


def feminine(surname: str) -> str:
    for end, becomes in (pair.split(">") for pair in _FEMININE.split()):
        if surname.endswith(end):
            return surname[: -len(end)] + becomes
    return surname


_FEMININE = (
    "скі>ская цкі>цкая ский>ская цкий>цкая оў>ова аў>ава ёў>ёва еў>ева ов>ова ев>ева ёв>ёва ин>ина ын>ына ін>іна ый>ая"
)


def belarusian(russian: str, luck: random.Random) -> str:
    """A Belarusian form of a Russian surname: akanne about a stress that is guessed, dzekanne, ў, hard consonants."""
    stem, end = _parted(russian)
    end_stressed = (
        end in ("ёв",)
        or (end in ("ов", "ев", "ин", "ой") and luck.random() < 0.35)
        or (end in ("ук", "юк", "ак", "як") and luck.random() < 0.8)
    )
    vowels = [at for at, letter in enumerate(stem) if letter in "аеёиоуыэюя"]
    stressed = (
        len(stem) + 1 if end_stressed or not vowels else stem.find("ё") if "ё" in stem else luck.choice(vowels[-2:])
    )
    letters = [_vowel(stem, at, vowels, stressed) for at in range(len(stem))]
    word = "".join(letters) + _ending(end, end_stressed, stem)
    return _consonants(word, luck)


def _parted(russian: str) -> tuple[str, str]:
    found = re.search(r"(ский|цкий|енко|ов|ев|ёв|ин|ын|ой|ый|ко|ук|юк|ич|ак|як|ок|ец|а|я|о)$", russian)
    return (russian[: found.start()], found.group()) if found and found.start() > 1 else (russian, "")


def _vowel(stem: str, at: int, vowels: list[int], stressed: int) -> str:
    letter, before = stem[at], stem[at - 1] if at else ""
    if at == stressed or letter not in "оеи":
        return letter
    if letter == "о":
        return "а"
    if letter == "е":
        pretonic = next((other for other in vowels if other > at), stressed) == stressed
        if before and before in "жшчцр":
            return "а"
        return "я" if pretonic else "е"
    return letter


def _ending(end: str, stressed: bool, stem: str) -> str:
    hard = stem[-1:] in "жшчцщр"
    table = {
        "ский": "скі",
        "цкий": "цкі",
        "енко": "анка" if hard else "енка",
        "ой": "ы",
        "ый": "ы",
        "ко": "ка",
        "о": "а",
        "ёв": "оў" if hard else "ёў",
    }
    if end == "ов":
        return "оў" if stressed else "аў"
    if end == "ев":
        return ("оў" if hard else "ёў") if stressed else ("аў" if hard else "еў")
    if end == "ок":
        return "ок" if stressed else "ак"
    return table.get(end, end)


def _consonants(word: str, luck: random.Random) -> str:
    word = word.replace("щ", "шч").replace("ъ", "'")
    word = re.sub("(?<=[жшчцр])и", "ы", word)
    word = re.sub("(?<=[жшчр])е", "э", word)
    word = re.sub("р(?=[яюё])(.)", lambda found: "р" + {"я": "а", "ю": "у", "ё": "о"}[found.group(1)], word)
    word = re.sub("(?<=[жшч])ё", "о", word).replace("рь", "р").replace("чь", "ч")
    word = re.sub("д(?=[еёиюяь])", "дз", word)
    word = re.sub("т(?=[еёиюяь])", "ц", word)
    word = word.replace("и", "і")
    word = re.sub("(?<=[аеёіоуыэюя])в(?![аеёіоуыэюя])", "ў", word)
    if re.match("в[бгджзклмнпрстфхцчш]", word) and luck.random() < 0.7:
        word = "у" + word[1:]
    if word.startswith("о") and luck.random() < 0.5:
        word = "в" + word
    return word


def _letters(letters: str, graphs: str) -> dict[str, str]:
    """A letter's graph in one line; a dash stands for a letter that isn't written."""
    return dict(zip(letters, ("" if one == "-" else one for one in graphs.split()), strict=True))


_BE = _letters(
    "абвгґдеёжзійклмнопрстуўфхцчшыьэюя'", "a b v h g d e io zh z i i k l m n o p r s t u u f kh ts ch sh y - e iu ia -"
)
_RU = _letters(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia"
)
_HACEK = _letters(
    "абвгґдеёжзійклмнопрстуўфхцчшыьэюя'", "a b v h g d ie io ž z i j k l m n o p r s t u ŭ f ch c č š y - e iu ia -"
)


def be_latin(name: str, luck: random.Random) -> str:
    way = luck.random()
    if way < 0.12:
        return _hacek(name, strip=luck.random() < 0.4)
    table = dict(_BE)
    if way < 0.40:
        table |= {"ё": "yo", "ю": "yu", "я": "ya", "й": "y" if luck.random() < 0.6 else "i"}
    if way < 0.25:
        table |= {"е": "ye", "ў": "w"}
    if luck.random() < 0.2:
        table["г"] = "g"
    if luck.random() < 0.08:
        table["х"] = "h"
    if luck.random() < 0.3:
        table["е"] = "ie"
    return _initials(name, table, luck)


def ru_latin(name: str, luck: random.Random) -> str:
    table = dict(_RU)
    if luck.random() < 0.6:
        table |= {"ю": "yu", "я": "ya", "й": "y"}
    if luck.random() < 0.2:
        table["ё"] = "yo"
    if luck.random() < 0.04:
        table |= dict(zip("жхцчшщюяй", ["ž", "h", "c", "č", "š", "šč", "ju", "ja", "j"], strict=True))
    if luck.random() < 0.05:
        table |= dict(zip("вжзцчшщюя", ["w", "sch", "s", "z", "tsch", "sch", "schtsch", "ju", "ja"], strict=True))
    ends = luck.choice(("y", "iy", "i", "ii", "iy", "y"))
    text = re.sub("(ий|ый)(?= |$)", lambda found: "¤", name)
    return _initials(text, table | {"¤": ends, "кс": "ks"}, luck)


def _initials(name: str, table: dict[str, str], luck: random.Random) -> str:
    softened = (
        {"я": "ya", "ю": "yu", "ё": "yo", "е": "ye" if luck.random() < 0.4 else "e"} if luck.random() < 0.6 else {}
    )
    words = []
    for word in name.lower().split():
        first = softened.get(word[0], table.get(word[0], word[0]))
        words.append((first + "".join(table.get(letter, letter) for letter in word[1:])).capitalize())
    return " ".join(words)


def _hacek(name: str, strip: bool) -> str:
    text = name.lower()
    text = re.sub(
        "(^| |(?<=[аеёіоуыэюя]))([еёюя])",
        lambda found: found.group(1) + {"е": "je", "ё": "jo", "ю": "ju", "я": "ja"}[found.group(2)],
        text,
    )
    text = text.replace("ць", "ć").replace("нь", "ń").replace("сь", "ś").replace("зь", "ź")
    latin = "".join(_HACEK.get(letter, letter) for letter in text)
    if strip:
        latin = latin.translate(str.maketrans("žŭčšćńśź", "zucscnsz"))
    return " ".join(word.capitalize() for word in latin.split())
