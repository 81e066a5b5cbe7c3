"""What stands over the columns of a list, and which row of a table has it; in six languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from habeas.intake.files.visible import visible

# What people write over a column, lower case, in English, Russian, Belarusian, Ukrainian, Polish and Lithuanian.
HEADS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "name", "names", "full name", "fullname", "person", "prisoner", "who", "кто", "хто", "kto", "kas",
        "name and surname", "surname and name",
        "имя и фамилия", "фамилия и имя", "фио",
        "ф.и.о", "ф. и. о", "фамилия, имя", "фамилия имя", "имя фамилия", "фамилия имя отчество",
        "фамилия, имя, отчество", "имя", "імя і прозвішча", "прозвішча і імя", "прозвішча, імя", "прозвішча імя",
        "імя прозвішча", "піб", "п.і.б", "ім'я та прізвище", "ім’я та прізвище", "прізвище та ім'я",
        "прізвище, ім'я", "imię i nazwisko", "nazwisko i imię", "vardas, pavardė", "vardas ir pavardė",
        "vardas pavardė", "pavardė, vardas", "прізвище, ім’я, по батькові", "прізвище, ім'я, по батькові",
        "прізвище ім'я по батькові", "прізвище, ім’я", "прізвище та ім’я", "прозвішча, імя, імя па бацьку",
    ),
    "surname": ("surname", "last name", "family name", "фамилия", "прозвішча", "прізвище", "nazwisko", "pavardė"),
    "given": ("given name", "first name", "given names", "имя", "імя", "ім'я", "ім’я", "imię", "vardas"),
    "patronymic": ("patronymic", "middle name", "отчество", "імя па бацьку", "по батькові", "tėvavardis"),
    "born": (
        "birth_date", "birth date", "date of birth", "born", "year of birth", "birth year", "dob", "дата рождения",
        "год рождения", "г.р", "г.н", "дата нараджэння", "год нараджэння", "дата народження", "рік народження",
        "data urodzenia", "rok urodzenia", "gimimo data", "gimimo metai",
    ),
    "age": ("age", "возраст", "узрост", "лет", "вік", "wiek", "amžius"),
    "gender": ("gender", "sex", "пол", "пол (м/ж)", "стать", "płeć", "lytis"),
    "citizenship": (
        "citizenship", "nationality", "гражданство", "грамадзянства", "громадянство", "obywatelstwo", "pilietybė",
    ),
    "articles": (
        "article", "articles", "charge", "charges", "статья", "статьи", "артыкул", "артыкулы", "стаття", "статті",
        "artykuł", "artykuły", "straipsnis",
    ),
    "stage": (
        "stage", "route", "destination", "where to", "handed over in", "handed over", "country of arrival", "этап",
        "маршрут", "куда", "передан", "передан в", "место передачи", "куды", "накірунак", "перададзены", "куди",
        "етап", "dokąd", "etap", "trasa", "maršrutas", "etapas",
    ),
    "release": (
        "release", "released", "status", "освобождён", "освобожден", "статус", "стан",
        "freed", "date of release", "release date", "day of release", "released on", "дата освобождения", "освобождена",
        "день освобождения", "когда освобожден", "когда освобождён", "освобожден(а)", "освобождён(а)", "вызвалены",
        "дата вызвалення", "калі вызвалены", "звільнений", "дата звільнення", "data zwolnienia", "paleidimo data",
        "kind of release", "ground", "grounds", "how released", "legal act", "act", "manner",
        "основание", "как освобождён", "как освобожден", "вид освобождения", "падстава", "як вызвалены", "підстава",
        "podstawa", "pagrindas",
    ),
    "remark": (
        "note", "notes", "remark", "remarks", "comment", "примечание", "примечания", "комментарий", "заўвага",
        "заўвагі", "каментар", "примітка", "примітки", "uwagi", "pastabos", "town", "city", "город", "горад", "місто",
        "miasto", "miestas", "term", "sentence", "срок", "приговор", "тэрмін", "прысуд", "строк", "вирок", "wyrok",
    ),
}  # fmt: skip
# Heads that begin so, for those whom no word of the table above fits: “Год рожд.”, “Дата ур.”, “name_be”, “Статья УК”.
BEGINNINGS: Mapping[str, str] = {
    "name": r"name_|name (?:in\b|\()|full[_ ]?name|ф\.?\s?и\.?\s?о\b|п\.?\s?і\.?\s?б\b|фамилия[, ]+имя"
            r"|прозвішча[, ]+імя|прізвище[, ]+ім|nazwisko[, ]+i"
            r"|imię i|имя[, ]+фамил|имена|освобожд[её]нны|вызвален|звільнен|осужд[её]нн|заключ[её]нн|зняволен|асуджан"
            r"|засуджен|ув.язнен|prisoner|detainee|więzie[nń]|kalin",
    "surname": r"(?:family|last)[_ ]?name|surname|фамили|прозвішч|прізвищ|nazwisk|pavard",
    "given": r"(?:given|first|fore)[_ ]?name|власне ім|имя\b|імя\b|ім.я\b|imi[ęe]\b|vard",
    "patronymic": r"отч|па бацьку|по бать|patronym|middle",
    "born": r"(?:date|year|data|дата|год|рік|rok|gimim)\w*\W*(?:of\W*)?(?:birth|рожд|рож|нар|ур|ur)|birth|born"
            r"|dob\b|d\.o\.b|г\.\s?р|р\.\s?н|рожд|нара(?:дж|дз)|народ[жз]|нар$|ur\.|urodz|gim",
    "age": r"age\b|возр|узрост|вік\b|wiek|amž",
    "gender": r"sex\b|gender|пол\b|стать\b|płe[ćc]|lyt",
    "citizenship": r"citizen|national|гражд|грамадз|громад|obywat|piliet",
    "articles": r"artic|charge|стат|ст\.\s?(?:ук|кк)|артык|artyk|straips",
    "stage": r"route|destin|handed|куда|куды|куди|перед|dok[ąa]d|maršr",
    "release": r"legal act|release type|основан|падстав|підстав|podstaw|pagrind",
}  # fmt: skip
# Columns that ask whether or when somebody was freed: an empty cell under them says that nobody says so.
_ASKS = re.compile(
    r"(?:(?:дата|день|когда|калі|data|date|day)\W+)?(?:of\W+)?"
    r"(?:release date|released?\b|freed|освобожд|вызвал|звільн|zwoln|paleid)",
    re.IGNORECASE,
)
DEEPEST = 15
"""Rows from the top among which the heads are sought."""


def meaning(cell: str) -> str:
    """What a column under such a head gives; empty if it isn't known."""
    head = plain_head(cell)
    if not head or len(head) > 60:
        return ""
    exact = next((what for what, words in HEADS.items() if what != "given" and head in words), "")
    if exact == "name" and head in HEADS["given"]:
        return "given"
    if exact or head in HEADS["given"]:
        return exact or "given"
    return next((what for what, begins in BEGINNINGS.items() if re.match(begins, head)), "")


def asks_whether_freed(head: str) -> bool:
    return meaning(head) == "release" and bool(_ASKS.match(plain_head(head)))


def plain_head(cell: str) -> str:
    return visible(cell).casefold().strip(" .:*№#-–?!") or visible(cell).casefold()


def head_row(rows: Sequence[Sequence[str]]) -> tuple[int, tuple[str, ...]] | None:
    """The row, counted from 1, under which the people stand, and the meaning of each of its columns.

    Where heads stand in two rows (“Name” over “Surname” and “Given name”) it is the lower, with what the upper adds.
    """
    for at, row in enumerate(rows[:DEEPEST]):
        told = tuple(map(meaning, row))
        if not has_name(told):
            continue
        told = _with_upper(rows[at - 1] if at else (), row, told)
        below = tuple(map(meaning, rows[at + 1])) if at + 1 < len(rows) else ()
        if _is_below(rows[at + 1] if below else (), below):
            both = (*below, *("",) * max(0, len(told) - len(below)))
            return at + 2, tuple(
                low or (high if high not in ("name", *below) else "")
                for low, high in zip(both, (*told, *("",) * len(both)), strict=False)
            )
        return at + 1, told
    return None


def _with_upper(upper: Sequence[str], row: Sequence[str], told: tuple[str, ...]) -> tuple[str, ...]:
    """Where a column has its head in the row above alone, as merged cells have, it is that."""
    above = tuple(map(meaning, upper))
    return tuple(
        above[at] if not what and not row[at].strip() and at < len(above) and above[at] not in ("name", *told) else what
        for at, what in enumerate(told)
    )


def has_name(told: Sequence[str]) -> bool:
    return bool({"name", "surname", "given"} & {*told})


def _is_below(row: Sequence[str], told: Sequence[str]) -> bool:
    """A second row of heads has nothing but heads in it, or what spans down from the first."""
    filled = [what for cell, what in zip(row, told, strict=False) if cell.strip()]
    parted = {"surname", "given"} <= {*told} or ("patronymic" in told and has_name(told))
    return parted and sum(map(bool, filled)) * 2 > len(filled)
