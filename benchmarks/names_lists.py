"""Make lists and registers to measure the reader of names on: people of the development data in a crowd of
invented ones."""

from __future__ import annotations

import csv
import random
from pathlib import Path

from names_people import RARE, REGISTER_SIZE, Namesakes, family_of, half_of, invent, relatives, surnames_of
from names_spelled import Person

SPELLINGS = ("be_lat", "ru_lat", "be_cyr", "ru_cyr")
PRESENT, ABSENT = 153, 152


def write_lists(folder: Path, data: Path, seed: int, half: str) -> None:
    """Twelve lists and four registers, with the right answers in lists' last column (empty for people who
    aren't in the register)."""
    luck = random.Random(f"{seed}{half}")
    officials = [person for person in read_officials(data, luck) if half_of(person.id) == half]
    population = surnames_of(data, half, tailed=seed % 2 == 1)
    population |= {one: population.get(one, RARE) for one in map(family_of, officials)}
    invented = invent(luck, population)
    present = officials[: PRESENT // 2]
    asked_absent = officials[PRESENT // 2 : PRESENT]
    present += [next(invented) for _ in range(PRESENT - len(present))]
    asked_absent += [next(invented) for _ in range(ABSENT - len(asked_absent))]
    crowd = [next(invented) for _ in range(REGISTER_SIZE - PRESENT)]
    # As many of those who are absent as of those who are present have a relative there: he tells nothing.
    kin = relatives(luck.sample(present + asked_absent, len(officials)), luck)
    crowd[: len(kin)] = kin
    register = present + crowd
    luck.shuffle(register)
    folder.mkdir(parents=True, exist_ok=True)
    roles = {"present": present, "absent": asked_absent, "crowd": crowd}
    namesakes = Namesakes(population)
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


def _turned(name: str, luck: random.Random) -> str:
    words = name.split()
    return " ".join(reversed(words)) if luck.random() < 0.4 else name


def _write(path: Path, heads: tuple[str, ...], rows: list[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(heads)
        writer.writerows(rows)
