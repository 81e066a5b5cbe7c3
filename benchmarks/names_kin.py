"""Relatives and near-namesakes, made by rule: one of two stands in the register, the other on the list. How often is
that called a match?

    HABEAS_DATA=... python benchmarks/names_kin.py
"""

from __future__ import annotations

import os
import random
import sys
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from names_people import invent, surnames_of
from names_spelled import Person, be_latin, belarusian, feminine, ru_latin

from habeas.names import Asked, Known, NameIndex, Verdict

EACH = 100
CROWD = 5_000
Pair = tuple[str, str]

# Given names that look alike and are two names: Belarusian, Russian form of each.
RIVALS = """Марыя Мария|Марына Марина;Аляксандр Александр|Аляксей Алексей;Даніла Данила|Дзяніс Денис
Алена Елена|Аліна Алина;Алег Олег|Алесь Алесь;Ірына Ирина|Арына Арина;Валерый Валерий|Валянцін Валентин
Кірыл Кирилл|Кузьма Кузьма
Святлана Светлана|Сняжана Снежана;Віктар Виктор|Віталь Виталий;Яна Яна|Яніна Янина;Вера Вера|Вераніка Вероника
Мікіта Никита|Мікалай Николай;Дзіна Дина|Дзіяна Диана;Максім Максим|Марк Марк;Раман Роман|Руслан Руслан"""
FATHERS = "Іванавіч Иванович;Пятровіч Петрович;Аляксандравіч Александрович;Мікалаевіч Николаевич;Сяргеевіч Сергеевич"
ENDS = ("ов", "овский", "енко", "ович", "евский", "чук", "ик")


def main() -> None:
    data = os.environ.get("HABEAS_DATA")
    if not data:
        print("LEFT OUT: kin. Set HABEAS_DATA to the folder of the development data.")
        return
    luck = random.Random(7)
    invented = invent(luck, surnames_of(Path(data), "held"))
    kinds = {"spouse": _spouses, "sibling": _siblings, "father and son": _fathers, "near given name": _rivals}
    kinds |= {"near surname": _near_surnames}
    pairs = {kind: [make(next(invented), luck) for _ in range(EACH)] for kind, make in kinds.items()}
    others = islice(invented, CROWD)
    crowd = [Known(one.id, luck.choice((one.be_cyr, one.ru_cyr, one.be_lat))) for one in others]
    held = [Known(f"{kind} {at}", pair[1]) for kind, page in pairs.items() for at, pair in enumerate(page)]
    index = NameIndex.build([*crowd, *held])
    called = {kind: _called_match(index, kind, page) for kind, page in pairs.items()}
    for kind, names in called.items():
        print(f"{kind:16} {EACH} pairs, called match: {len(names)}   {names or ''}")
    print(f"in all {sum(map(len, called.values()))} of {EACH * len(pairs)}")


def _called_match(index: NameIndex, kind: str, page: list[Pair]) -> list[Pair]:
    answers = [index.answer_list([Asked(asked)])[0] for asked, _ in page]
    return [
        pair
        for at, (answer, pair) in enumerate(zip(answers, page, strict=True))
        if answer.verdict == Verdict.MATCH and answer.candidates[0].id == f"{kind} {at}"
    ]


def _spouses(person: Person, luck: random.Random) -> Pair:
    _, be, ru = _man(person, luck)
    wife = f"{luck.choice(('Ганна', 'Вольга', 'Наталля'))} {feminine(be).capitalize()}"
    husband = f"{luck.choice(('Сергей', 'Андрей', 'Николай'))} {ru.capitalize()}"
    return _spelled((wife, "be"), (husband, "ru"), luck)


def _siblings(person: Person, luck: random.Random) -> Pair:
    _, be, ru = _man(person, luck)
    one, other = luck.sample(("Іван Иван", "Павел Павел", "Юрый Юрий", "Антон Антон", "Вадзім Вадим"), 2)
    return _spelled(
        (f"{one.split()[0]} {be.capitalize()}", "be"), (f"{other.split()[1]} {ru.capitalize()}", "ru"), luck
    )


def _fathers(person: Person, luck: random.Random) -> Pair:
    """Father and son of one given name, each with his own patronymic."""
    _, be, ru = _man(person, luck)
    one, other = luck.sample(FATHERS.split(";"), 2)
    given = luck.choice(("Сяргей Сергей", "Аляксандр Александр", "Мікалай Николай")).split()
    asked = f"{given[0]} {one.split()[0]} {be.capitalize()}"
    return _spelled((asked, "be"), (f"{given[1]} {other.split()[1]} {ru.capitalize()}", "ru"), luck)


def _rivals(person: Person, luck: random.Random) -> Pair:
    one, other = luck.choice(RIVALS.replace("\n", ";").split(";")).split("|")
    _, be, ru = _man(person, luck)
    if one.endswith(("а", "я")) and not one.startswith(("Дан", "Мік", "Куз")):
        be, ru = feminine(be), feminine(ru)
    return _spelled(
        (f"{one.split()[0]} {be.capitalize()}", "be"), (f"{other.split()[1]} {ru.capitalize()}", "ru"), luck
    )


def _near_surnames(person: Person, luck: random.Random) -> Pair:
    root = luck.choice(("Ковал", "Иван", "Колесник", "Мельник", "Савиц", "Бонд", "Гурин", "Клим", "Зах", "Ром", "Ярош"))
    one, other = luck.sample(ENDS, 2)
    given = luck.choice(("Сяргей Сергей", "Юрый Юрий", "Павел Павел")).split()
    asked = f"{given[0]} {belarusian((root + one).lower(), luck).capitalize()}"
    return _spelled((asked, "be"), (f"{given[1]} {(root + other).capitalize()}", "ru"), luck)


def _man(person: Person, luck: random.Random) -> tuple[str, str, str]:
    """The given name, and the surname as a man bears it, in both languages."""
    given, surname = person.ru_cyr.lower().split()
    ends = (("ская", "ский"), ("цкая", "цкий"), ("ова", "ов"), ("ева", "ев"), ("ина", "ин"), ("ая", "ый"))
    for end, becomes in ends:
        if surname.endswith(end):
            surname = surname[: -len(end)] + becomes
            break
    return given, belarusian(surname, luck), surname


def _spelled(asked: Pair, held: Pair, luck: random.Random) -> Pair:
    return _in_letters(asked, luck), _in_letters(held, luck)


def _in_letters(name: Pair, luck: random.Random) -> str:
    text, tongue = name
    if luck.random() < 0.5:
        return text
    return be_latin(text, luck) if tongue == "be" else ru_latin(text, luck)


if __name__ == "__main__":
    main()
