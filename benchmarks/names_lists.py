"""Make lists and registers to measure the reader of names on: people of the development data in a crowd of
invented ones.

The spellings here are made by rules of their own and never by the tables under measurement; else these would
measure themselves."""

from __future__ import annotations

import csv
import gzip
import itertools
import random
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SPELLINGS = ("be_lat", "ru_lat", "be_cyr", "ru_cyr")
REGISTER_SIZE = 15_717
PRESENT, ABSENT = 153, 152

# Belarusian and Russian form, men (m) or women (f), bearers in a thousand, roughly.
GIVENS = """Аляксандр Александр m 85;Сяргей Сергей m 75;Уладзімір Владимир m 50;Андрэй Андрей m 60;Дзмітрый Дмитрий m 55
Мікалай Николай m 40;Аляксей Алексей m 42;Віктар Виктор m 34;Ігар Игорь m 36;Міхаіл Михаил m 32;Юрый Юрий m 30
Васіль Василий m 22
Анатоль Анатолий m 22;Іван Иван m 26;Яўген Евгений m 34;Павел Павел m 28;Максім Максим m 28;Алег Олег m 26
Віталь Виталий m 24
Валерый Валерий m 18;Вадзім Вадим m 16;Віталій Виталий m 2;Дзяніс Денис m 24;Арцём Артём m 18;Раман Роман m 18
Антон Антон m 16
Кірыл Кирилл m 14;Ілля Илья m 14;Канстанцін Константин m 14;Уладзіслаў Владислав m 16;Станіслаў Станислав m 10
Генадзь Геннадий m 12
Леанід Леонид m 12;Пётр Пётр m 14;Рыгор Григорий m 6;Барыс Борис m 6;Мікіта Никита m 12;Ягор Егор m 9
Даніла Данила m 5;Эдуард Эдуард m 7
Вячаслаў Вячеслав m 9;Ян Ян m 4;Захар Захар m 3;Мацвей Матвей m 4;Цімафей Тимофей m 5;Руслан Руслан m 7
Глеб Глеб m 5;Фёдар Фёдор m 4
Якаў Яков m 2;Аркадзь Аркадий m 3;Эрнест Эрнест m 1;Марат Марат m 1;Радзівон Родион m 2;Мсціслаў Мстислав m 1
Багдан Богдан m 3
Алесь Алесь m 3;Францішак Франциск m 1;Язэп Иосиф m 1;Тарас Тарас m 2;Ціхан Тихон m 1;Сцяпан Степан m 3
Сямён Семён m 3;Мар'ян Марьян m 1
Казімір Казимир m 1;Філіп Филипп m 2;Герман Герман m 2;Георгій Георгий m 3;Яраслаў Ярослав m 4;Давід Давид m 2
Адам Адам m 1;Марк Марк m 2
Наталля Наталья f 60;Алена Елена f 70;Таццяна Татьяна f 55;Вольга Ольга f 55;Ірына Ирина f 50
Святлана Светлана f 42;Людміла Людмила f 28
Кацярына Екатерина f 40;Ганна Анна f 45;Марыя Мария f 32;Юлія Юлия f 38;Анастасія Анастасия f 36
Вікторыя Виктория f 24;Марына Марина f 26
Галіна Галина f 24;Валянціна Валентина f 20;Надзея Надежда f 18;Ларыса Лариса f 14;Дар'я Дарья f 22
Ксенія Ксения f 12;Аксана Оксана f 14
Алеся Олеся f 8;Дзіяна Диана f 8;Аліна Алина f 12;Вераніка Вероника f 12;Паліна Полина f 12;Яўгенія Евгения f 8
Валерыя Валерия f 8
Лідзія Лидия f 6;Ніна Нина f 8;Жанна Жанна f 8;Тамара Тамара f 6;Зінаіда Зинаида f 3;Раіса Раиса f 4
Любоў Любовь f 6;Вера Вера f 5
Алла Алла f 7;Інна Инна f 7;Крысціна Кристина f 8;Сафія Софья f 6;Маргарыта Маргарита f 4;Анжаліка Анжелика f 4
Яніна Янина f 2
Аляксандра Александра f 10;Ядвіга Ядвига f 1;Лілія Лилия f 3;Карына Карина f 3;Ульяна Ульяна f 3;Яна Яна f 5
Эла Элла f 1;Арына Арина f 3
Дзіна Дина f 1;Антаніна Антонина f 3;Рэгіна Регина f 1;Фаіна Фаина f 1;Альбіна Альбина f 1;Лізавета Елизавета f 6
Стэфанія Стефания f 1"""


@dataclass(frozen=True)
class Person:
    """A person in four spellings, given name and surname."""

    id: str
    be_lat: str
    ru_lat: str
    be_cyr: str
    ru_cyr: str


def write_lists(folder: Path, data: Path, seed: int, half: str) -> None:
    """Twelve lists and four registers, with the right answers in lists' last column (empty for people who
    aren't in the register)."""
    luck = random.Random(f"{seed}{half}")
    officials = [person for person in read_officials(data, luck) if _half(person.id) == half]
    population = surnames_of(data, half, tailed=seed % 2 == 1)
    population |= {one: population.get(one, _RARE) for one in map(_family_of, officials)}
    invented = invent(luck, population)
    present = officials[: PRESENT // 2]
    asked_absent = officials[PRESENT // 2 : PRESENT]
    present += [next(invented) for _ in range(PRESENT - len(present))]
    asked_absent += [next(invented) for _ in range(ABSENT - len(asked_absent))]
    crowd = [next(invented) for _ in range(REGISTER_SIZE - PRESENT)]
    crowd[: len(officials)] = relatives(present + asked_absent, luck)[: len(officials)]
    register = present + crowd
    luck.shuffle(register)
    folder.mkdir(parents=True, exist_ok=True)
    roles = {"present": present, "absent": asked_absent, "crowd": crowd}
    namesakes = _Namesakes(population)
    people = [(p.id, role, p.be_cyr, p.ru_cyr, namesakes.of(p)) for role, those in roles.items() for p in those]
    _write(folder / "people.csv", ("id", "role", "be_cyr", "ru_cyr", "namesakes"), people)
    for spelling in SPELLINGS:
        _write(folder / f"register_{spelling}.csv", ("id", "name"), [(p.id, getattr(p, spelling)) for p in register])
        rows = [(_turned(getattr(p, spelling), luck), p.id) for p in present] + [
            (_turned(getattr(p, spelling), luck), "") for p in asked_absent
        ]
        luck.shuffle(rows)
        _write(folder / f"list_{spelling}.csv", ("name", "right"), rows)


def read_officials(data: Path, luck: random.Random) -> list[Person]:
    """People of the development data; patronymics are left out, as lists of the freed leave them out."""
    people = []
    with (data / "names" / "belarus_officials.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            names = [
                _given_and_surname(row[column]) for column in ("be_latin", "ru_latin", "be_cyrillic", "ru_cyrillic")
            ]
            if all(names):
                people.append(Person("o" + row["id"], *names))
    luck.shuffle(people)
    return people


def _given_and_surname(full: str) -> str:
    words = full.replace(",", "").split()
    return f"{words[0]} {words[-1].capitalize()}" if 2 <= len(words) <= 3 else ""


_RARE = 0.35
"""How often a surname is borne that nobody counted, where one counted once is borne once."""


class _Namesakes:
    """How many others of a register bear a person's name, by what the crowd is drawn from: a reader with knowledge of
    the population knows it."""

    def __init__(self, population: dict[str, float]) -> None:
        givens = [entry.split() for entry in GIVENS.replace("\n", ";").split(";")]
        self._givens = _shares((entry[1], float(entry[3])) for entry in givens)
        self._surnames = _shares(pair for pair in population.items())

    def of(self, person: Person) -> str:
        given = person.ru_cyr.split()[0]
        return f"{REGISTER_SIZE * self._givens.get(given, 1e-4) * self._surnames.get(_family_of(person), 0):.6f}"


def _shares(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    counted: dict[str, float] = {}
    for key, often in pairs:
        counted[key] = counted.get(key, 0) + often
    total = sum(counted.values())
    return {key: often / total for key, often in counted.items()}


def _family_of(person: Person) -> str:
    """The surname as a man bears it, in Russian."""
    surname = person.ru_cyr.split()[-1].lower()
    for end, becomes in (("ская", "ский"), ("цкая", "цкий"), ("ова", "ов"), ("ева", "ев"), ("ина", "ин")):
        if surname.endswith(end):
            return surname[: -len(end)] + becomes
    return surname


def surnames_of(data: Path, half: str, tailed: bool = False) -> dict[str, float]:
    """Russian surnames with an Eastern European look and how often they are borne, half of them for learning
    and half held back. A reader that is good on one kind of population alone has learned the crowd, not the names."""
    found: dict[str, float] = {}
    with gzip.open(data / "names" / "wikidata_tokens_ru.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            _, spaced, count = line.rstrip("\n").split("\t")
            word = spaced.replace(" ", "")
            if _SLAVIC.search(word) and len(word) >= 4 and _half(word) == half and re.fullmatch("[а-яё]+", word):
                found[word] = found.get(word, 0) + float(count) ** 0.6
    found |= _derived(found)
    return _tailed(found) if tailed else found


def _tailed(found: dict[str, float]) -> dict[str, float]:
    """As surnames are spread in life: two strangers in 1,500 share one, and many are borne by a family or two."""
    by_lot = sorted(found, key=lambda word: zlib.crc32(b"rank" + word.encode()))
    return {word: 1_000 / (rank + 40) for rank, word in enumerate(by_lot)}


def _derived(found: dict[str, float]) -> dict[str, float]:
    """Rare surnames of the same roots: Иванов has Иваненко, Иванович and Иванчук beside him."""
    derived: dict[str, float] = {}
    for word in found:
        root = re.sub("(ов|ев|ёв|ин|ын|ский|цкий|енко|ко|ук|юк|ич|ик|ой|ый|енок|ёнок|а|я)$", "", word)
        for end in ("енко", "ов", "овский", "ович", "чук", "ик", "ёнок", "евич", "ко", "ейко", "ец"):
            if len(root) >= 3 and zlib.crc32((root + end).encode()) % 2 == 0 and root[-1] in "бвгджзклмнпрстфхчш":
                derived[root + end] = _RARE
    return {word: share for word, share in derived.items() if word not in found}


_SLAVIC = re.compile(
    "(ов|ев|ёв|[бвгдзклмнпрстхцчшщж]ин|[бвгджзклмнпрстфхцчшщ]ский|цкий|енко|[чшдтнйвл]ко|тько|дько|нько|[^а]ук|юк|[вн]ич|[бвгджзклмнпрстхчшщ]ик|чак|няк|няк|вой|вый"
    "|жак|уша|аха|уха|ейка|ышка|ура|ула|уля|ыга|апа|оба|ань|ель|аль|ыль|енок|ёнок)$"
)


def _half(key: str) -> str:
    return "learn" if zlib.crc32(key.encode()) % 2 else "held"


def invent(luck: random.Random, surnames: dict[str, float]) -> Iterator[Person]:
    givens = [entry.split() for entry in GIVENS.replace("\n", ";").split(";")]
    weights = [float(entry[3]) for entry in givens]
    words, shares = list(surnames), list(itertools.accumulate(surnames.values()))
    spelled: dict[str, str] = {}
    number = 0
    while True:
        be, ru, gender, _ = luck.choices(givens, weights)[0]
        surname = luck.choices(words, cum_weights=shares)[0]
        if surname not in spelled:
            spelled[surname] = belarusian(surname, luck)
        number += 1
        yield _rendered(f"x{number}", (be, ru), (spelled[surname], surname), gender == "f", luck)


def relatives(people: list[Person], luck: random.Random) -> list[Person]:
    """Others of the same family: another given name with the same surname, of the same gender or the other."""
    givens = [entry.split() for entry in GIVENS.replace("\n", ";").split(";")]
    found = []
    for person in people:
        be, ru, gender, _ = luck.choices(givens, [float(entry[3]) for entry in givens])[0]
        woman = person.ru_cyr.endswith(("а", "я"))
        surname = person.be_cyr.split()[1].lower(), person.ru_cyr.split()[1].lower()
        if ((gender == "f") == woman or not woman) and ru != person.ru_cyr.split()[0]:
            found.append(_rendered("r" + person.id, (be, ru), surname, gender == "f" and not woman, luck))
    return found


def _rendered(id: str, given: tuple[str, str], surname: tuple[str, str], woman: bool, luck: random.Random) -> Person:
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


def _turned(name: str, luck: random.Random) -> str:
    words = name.split()
    return " ".join(reversed(words)) if luck.random() < 0.4 else name


def _write(path: Path, heads: tuple[str, ...], rows: list[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(heads)
        writer.writerows(rows)
