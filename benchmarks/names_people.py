"""People who might live: given names as common as in life, surnames of the development data, and their relatives."""

from __future__ import annotations

import gzip
import itertools
import random
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from names_spelled import Person, belarusian, rendered

REGISTER_SIZE = 15_717

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


RARE = 0.35
"""How often a surname is borne that nobody counted, where one counted once is borne once."""


class Namesakes:
    """How many others of a register bear a person's name, by what the crowd is drawn from: a reader with knowledge of
    the population knows it."""

    def __init__(self, population: dict[str, float]) -> None:
        givens = [entry.split() for entry in GIVENS.replace("\n", ";").split(";")]
        self._givens = _shares((entry[1], float(entry[3])) for entry in givens)
        self._surnames = _shares(pair for pair in population.items())

    def of(self, person: Person) -> str:
        given = person.ru_cyr.split()[0]
        return f"{REGISTER_SIZE * self._givens.get(given, 1e-4) * self._surnames.get(family_of(person), 0):.6f}"


def _shares(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    counted: dict[str, float] = {}
    for key, often in pairs:
        counted[key] = counted.get(key, 0) + often
    total = sum(counted.values())
    return {key: often / total for key, often in counted.items()}


def family_of(person: Person) -> str:
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
            if _SLAVIC.search(word) and len(word) >= 4 and half_of(word) == half and re.fullmatch("[а-яё]+", word):
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
                derived[root + end] = RARE
    return {word: share for word, share in derived.items() if word not in found}


_SLAVIC = re.compile(
    "(ов|ев|ёв|[бвгдзклмнпрстхцчшщж]ин|[бвгджзклмнпрстфхцчшщ]ский|цкий|енко|[чшдтнйвл]ко|тько|дько|нько|[^а]ук|юк|[вн]ич|[бвгджзклмнпрстхчшщ]ик|чак|няк|няк|вой|вый"
    "|жак|уша|аха|уха|ейка|ышка|ура|ула|уля|ыга|апа|оба|ань|ель|аль|ыль|енок|ёнок)$"
)


def half_of(key: str) -> str:
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
        yield rendered(f"x{number}", (be, ru), (spelled[surname], surname), gender == "f", luck)


def relatives(people: list[Person], luck: random.Random) -> list[Person]:
    """Others of the same family: another given name with the same surname, of the same gender or the other."""
    givens = [entry.split() for entry in GIVENS.replace("\n", ";").split(";")]
    found = []
    for person in people:
        be, ru, gender, _ = luck.choices(givens, [float(entry[3]) for entry in givens])[0]
        woman = person.ru_cyr.endswith(("а", "я"))
        surname = person.be_cyr.split()[1].lower(), person.ru_cyr.split()[1].lower()
        if ((gender == "f") == woman or not woman) and ru != person.ru_cyr.split()[0]:
            found.append(rendered("r" + person.id, (be, ru), surname, gender == "f" and not woman, luck))
    return found
