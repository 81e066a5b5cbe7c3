"""13 December 2025 with invented people: 140 in custody, and three lists of one release in three spellings.

Surnames are put together from words for plants and weather, so that nobody bears them. The state announces 123, the
mediators' workbook names 109, the monitor's PDF 104, a message that an outlet passes on 100. Two prisoners are
namesakes, and only one of them is among the freed; five of the freed are foreigners whom the register doesn't hold.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from habeas.domain.claims import Born, Captured, Claim, Detained, Gendered, Named
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Gender, Nearness
from habeas.ledger.append import append

DAY = "2025-12-13"
ANNOUNCED, BY_MEDIATORS, BY_MONITOR, BY_OUTLET = 123, 109, 104, 100
PEOPLE, FREED, FOREIGNERS, VERIFIED = 140, 111, 5, 61
_MISPRINTED = (20, 60)
_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

Spelt = tuple[str, str, str]
"""Belarusian, Russian, English press."""

_MEN: tuple[Spelt, ...] = (
    ("Янка", "Янка", "Yanka"),
    ("Кастусь", "Константин", "Kastus"),
    ("Лявон", "Леонид", "Liavon"),
    ("Мікалай", "Николай", "Mikalai"),
    ("Сяргей", "Сергей", "Siarhei"),
    ("Юрый", "Юрий", "Yury"),
    ("Антон", "Антон", "Anton"),
    ("Васіль", "Василий", "Vasil"),
    ("Уладзімір", "Владимир", "Uladzimir"),
)
_WOMEN: tuple[Spelt, ...] = (
    ("Алена", "Елена", "Alena"),
    ("Ганна", "Анна", "Hanna"),
    ("Вольга", "Ольга", "Volha"),
    ("Паліна", "Полина", "Palina"),
    ("Таццяна", "Татьяна", "Tatsiana"),
)
_STEMS: tuple[Spelt, ...] = (
    ("Імшар", "Имшар", "Imshar"),
    ("Рунадуб", "Рунадуб", "Runadub"),
    ("Снегалуг", "Снеголуг", "Snehaluh"),
    ("Ветраброд", "Ветроброд", "Vetrabrod"),
    ("Раснагор", "Росногор", "Rasnahor"),
    ("Громасел", "Громосел", "Hromasel"),
    ("Лістапол", "Листопол", "Listapol"),
    ("Соснавод", "Сосновод", "Sosnavod"),
    ("Калінабор", "Калинобор", "Kalinabor"),
    ("Мхавалом", "Моховолом", "Mkhavalom"),
    ("Туманав", "Туманов", "Tumanav"),
    ("Верасніц", "Вересниц", "Verasnits"),
    ("Дажджагур", "Дождегур", "Dazhdzhahur"),
    ("Зарнічаб", "Зарничеб", "Zarnichab"),
    ("Ільдалом", "Льдолом", "Ildalom"),
    ("Каменяг", "Каменяг", "Kameniah"),
    ("Лазадрэў", "Лозодрев", "Lazadreu"),
    ("Навалес", "Новолес", "Navales"),
)
_ENDINGS: tuple[tuple[Spelt, Spelt], ...] = (
    (("скі", "ский", "ski"), ("ская", "ская", "skaya")),
    (("овіч", "ович", "ovich"), ("овіч", "ович", "ovich")),
    (("ук", "ук", "uk"), ("ук", "ук", "uk")),
    (("энка", "енко", "enka"), ("энка", "енко", "enka")),
    (("чык", "чик", "chyk"), ("чык", "чик", "chyk")),
    (("эйка", "ейко", "eika"), ("эйка", "ейко", "eika")),
    (("аў", "ов", "au"), ("ава", "ова", "ava")),
    (("анок", "анок", "anok"), ("анок", "анок", "anok")),
)
FOREIGN: tuple[Spelt, ...] = (
    ("Ёнас Жвірбалюкас", "Йонас Жвирбалюкас", "Jonas Zvirbaliukas"),
    ("Гжэгаж Бжазагайскі", "Гжегож Бжозогайский", "Grzegorz Brzozogajski"),
    ("Ханна Аікавалд", "Ханна Айковальд", "Hanna Eichowald"),
    ("Кенджы Ямакава", "Кэндзи Ямакава", "Kenji Yamakawa"),
    ("Андрыс Калнамежс", "Андрис Калнамежс", "Andris Kalnamezs"),
)


@dataclass(frozen=True)
class Somebody:
    """An invented prisoner; the first two bear one name and were born in different years."""

    id: str
    names: Spelt
    gender: Gender
    born: int


def prisoners() -> list[Somebody]:
    found = [_somebody(place) for place in range(PEOPLE)]
    namesake = found[0]
    found[1] = Somebody(found[1].id, namesake.names, namesake.gender, namesake.born + 19)
    return found


def freed() -> list[Somebody]:
    """All but the second of the namesakes, and those who stay."""
    told = prisoners()
    return [told[0], *told[2 : FREED + 1]]


def denied() -> Somebody:
    """Two lists have this person, and the family says that the cell was never left."""
    return freed()[50]


def on_the_workbook() -> list[tuple[str, int]]:
    # The namesake stands there without a year, so that only an editor can tell who is meant.
    born = {freed()[0].id: 0}
    named = [(one.names[2], born.get(one.id, one.born)) for one in freed()[: BY_MEDIATORS - FOREIGNERS]]
    return named + [(names[2], 0) for names in FOREIGN]


def on_the_pdf() -> list[str]:
    """Two names are misprinted, so that only an editor is sure who is meant."""
    there = [one.names[0] for one in freed()[11:] if one != denied()]
    printed = [misprinted(name) if place in _MISPRINTED else name for place, name in enumerate(there)]
    return printed + [names[0] for names in FOREIGN]


def misprinted(name: str) -> str:
    """With two letters of the surname in each other's place."""
    given, _, surname = name.partition(" ")
    return f"{given} {surname[:3]}{surname[4]}{surname[3]}{surname[5:]}"


def in_the_message() -> list[str]:
    there = freed()[5:BY_OUTLET]
    return [" ".join(reversed(one.names[1].split())) for one in there] + [names[1] for names in FOREIGN]


def put_in_custody() -> None:
    """The register as it stood the day before."""
    said = Evidence("s-register", "A monitor", nearness=Nearness.MONITOR)
    lines = [Candidate("s-register", Captured("A monitor", "Its register"), None, "import")]
    for one in prisoners():
        claims: list[Claim] = [Named(one.names[0], "be"), Named(one.names[1], "ru"), Gendered(one.gender)]
        claims += [Born(PartialDate.parse(str(one.born))), Detained(PartialDate.parse("2023-04-11"))]
        lines += [Candidate(one.id, claim, said, "import") for claim in claims]
    append(lines)


def workbook(folder: Path) -> Path:
    """The mediators' list: English press spelling, with years of birth where they are known."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["No", "Full name", "Year of birth"])
    for number, (name, born) in enumerate(on_the_workbook(), 1):
        sheet.append([number, name, born or None])
    path = folder / "mediators.xlsx"
    book.save(path)
    return path


def pdf(folder: Path) -> Path:
    """The monitor's list: Belarusian, numbered, over several pages."""
    pdfmetrics.registerFont(TTFont("Sans", _FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for start in range(0, len(on_the_pdf()), 40):
        canvas.setFont("Sans", 11)
        for place, name in enumerate(on_the_pdf()[start : start + 40]):
            canvas.drawString(70, 780 - 17 * place, f"{start + place + 1}. {name}")
        canvas.showPage()
    canvas.save()
    path = folder / "monitor.pdf"
    path.write_bytes(out.getvalue())
    return path


def message() -> str:
    """What the outlet passed on: Russian, surname first, numbered."""
    return "\n".join(f"{number}) {name}" for number, name in enumerate(in_the_message(), 1))


def _somebody(place: int) -> Somebody:
    woman = place % 4 == 3
    given = (_WOMEN if woman else _MEN)[place % (5 if woman else 9)]
    stem, ending = _STEMS[place % len(_STEMS)], _ENDINGS[place // len(_STEMS)][woman]
    names = tuple(f"{first} {root}{end}" for first, root, end in zip(given, stem, ending, strict=True))
    gender = Gender.FEMALE if woman else Gender.MALE
    return Somebody(f"p-story{place:05}", (names[0], names[1], names[2]), gender, 1960 + place % 40)
