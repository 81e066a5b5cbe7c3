"""How far a name is trusted: by how surnames are spread in the register at hand, and never by its doubtful reading."""

from __future__ import annotations

import numpy as np

from habeas.names import Asked, Known, NameIndex
from habeas.names.rarity import rarity_of

GIVENS = ("Алена", "Іван", "Марына", "Пётр", "Ганна", "Юрый", "Вольга", "Антон", "Дзіна", "Глеб")
SYLLABLES = ("ба", "ве", "га", "ду", "жэ", "ка", "лі", "мо", "ну", "пя", "ры", "са", "ту", "фі", "ха")


def register(families: int, each: int) -> list[Known]:
    surnames = [f"{a}{b}{c}льчык".capitalize() for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
    return [
        Known(f"{at}-{one}", f"{GIVENS[(at + one) % 10]} {surnames[at]}")
        for at in range(families)
        for one in range(each)
    ]


def trust(known: list[Known], name: str) -> float:
    return NameIndex.build(known).find(Asked(name))[0].probability


def test_a_surname_borne_once_is_trusted_more_where_few_are_borne_twice() -> None:
    spread = rarity_of(np.array([1] * 1_000 + [2] * 20, dtype=np.int32), unseen=0.5)
    crowded = rarity_of(np.array([1] * 1_000 + [2] * 400 + [3] * 200, dtype=np.int32), unseen=0.5)
    assert spread.others(1) < 0.1 < 0.7 < crowded.others(1) < spread.others(50)


def test_a_register_of_a_few_dozen_says_little_of_how_surnames_are_spread() -> None:
    assert 0.4 < rarity_of(np.array([1] * 5, dtype=np.int32), unseen=0.5).others(1) < 0.6


def test_more_bearers_are_never_trusted_more() -> None:
    odd = rarity_of(np.array([1] * 50 + [2] * 300 + [3] * 4 + [9] * 90, dtype=np.int32), unseen=0.5)
    others = [odd.others(bearers) for bearers in range(1, 40)]
    assert others == sorted(others)


def test_the_same_name_is_trusted_less_in_a_crowded_register() -> None:
    alone, crowded = register(400, 1), register(100, 1) + register(1_100, 2)[200:]
    assert trust(alone, "Алена Бабабальчык") > trust(crowded, "Алена Бабабальчык") > 0.5


def test_a_name_read_in_its_worse_way_is_no_rarer_for_that() -> None:
    """Надзея Корына is Nadzieja by surname only if read the wrong way round, and then she would be the only one."""
    known = [
        *register(300, 1),
        *(Known(f"n{at}", f"Надзея {name}") for at, name in enumerate(("Корына", "Мяцельская"))),
    ]
    others = [Known(f"k{at}", f"{given} Корына") for at, given in enumerate(GIVENS)]
    assert trust([*known, *others], "Надзея Корына") < trust(known, "Надзея Мяцельская")


def test_a_woman_of_the_register_is_no_case_form_of_the_man_on_the_list() -> None:
    woman = Known("w", "Аляксандра Вакніна")
    assert trust([*register(300, 1), woman], "Аляксандр Вакнін") < 0.5
    assert trust([*register(300, 1), Known("m", "Іван Вакнін")], "Івана Вакніна") > 0.8


def test_the_only_bearer_of_a_surname_is_likely_meant_by_it_alone_and_two_share_that() -> None:
    small, twins = register(60, 1), [*register(60, 1), Known("t", "Уладзь Бабабальчык")]
    assert 0.7 < trust(small, "Бабабальчык") < 0.98
    assert trust(twins, "Бабабальчык") < 0.4
    assert trust(register(1_500, 1), "Бабабальчык") < 0.98


def test_a_surname_alone_is_told_as_such() -> None:
    (one,) = NameIndex.build(register(60, 1)).find(Asked("Бабабальчык"))[:1]
    assert "only a surname was given, and one person in the register bears it" in one.reasons
