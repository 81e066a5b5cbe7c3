"""Several people in one text are told apart, and one person is never made two."""

from __future__ import annotations

import pytest

from habeas.names import people_in

SEVERAL = {
    "Иван Петров и Анна Сидорова": ("Иван Петров", "Анна Сидорова"),
    "супруги Марыя і Пётр Небакрай": ("Марыя Небакрай", "Пётр Небакрай"),
    "Petrov Ivan, Petrova Anna (wife)": ("Petrov Ivan", "Petrova Anna"),
    "Зорковец Иван Петрович и Анна Сергеевна": ("Зорковец Иван Петрович", "Зорковец Анна Сергеевна"),
    "Иван Петрович и Анна Сергеевна Зорковец": ("Иван Петрович Зорковец", "Анна Сергеевна Зорковец"),
    "Анна Дождевич и Иван Петрович Зорковец": ("Анна Дождевич", "Иван Петрович Зорковец"),
    "Зорковец Олег и Татьяна": ("Зорковец Олег", "Зорковец Татьяна"),
    "И. и А. Зорковец": ("И. Зорковец", "А. Зорковец"),
    "ИВАН И АННА ЗОРКОВЕЦ": ("ИВАН ЗОРКОВЕЦ", "АННА ЗОРКОВЕЦ"),
    "Иван Зорковец, его жена Анна Зорковец": ("Иван Зорковец", "Анна Зорковец"),
    "Анна, Иван и Пётр Зорковец": ("Анна Зорковец", "Иван Зорковец", "Пётр Зорковец"),
    "małżeństwo Anna i Jan Zorkowiec": ("Anna Zorkowiec", "Jan Zorkowiec"),
    "broliai Jonas ir Petras Nebokrajai": ("Jonas Nebokrajai", "Petras Nebokrajai"),
    "Ivan & Volha Stsiazhynka": ("Ivan Stsiazhynka", "Volha Stsiazhynka"),
    "Nikita Zaretsky и Клявдия Савельева": ("Nikita Zaretsky", "Клявдия Савельева"),
    "Иван Петров и Иван Петров": ("Иван Петров", "Иван Петров"),
}
ONE = (
    "Иван Петров", "García López, Ana María", "José Ortega y Gasset", "Santiago Ramón y Cajal", "Смирнов Иван, Минск",
    "Цімур Забалоціч / Tsimur Zabalotsich", "Іван Зоркавец, Ivan Zorkavets", "Зорковец, Иван", "Зорковец\nИван",
    "Unknown и ещё двое", "Ivan Zorkavets and two others", "Elşən Vaqif oğlu Məmmədov", "王小明", "محمد علي حسن", "",
    "Ivan Petrov and Human Rights", "Іван Пятроў і Грамадскі Фонд", "Jan i Anna", "а" * 10_000, "Мария, Иван",
)  # fmt: skip


@pytest.mark.parametrize("text", SEVERAL)
def test_each_of_several_people_is_named(text: str) -> None:
    assert people_in(text) == SEVERAL[text]


@pytest.mark.parametrize("text", ONE)
def test_one_person_stays_one(text: str) -> None:
    assert people_in(text) == (text,)
