"""Where in a printed line the name is: without number, bullet and footnote marks, apart from what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable

from habeas.intake.files.likeness import is_name
from habeas.intake.files.remarks import PARTICLES
from habeas.intake.files.visible import visible

MARKS = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u20e3"
_NUMBER = r"\d{1,3}\ufe0f?\u20e3\s*|[(\[]?№?\s*\d{1,5}\s*[.)\]:,](?!\d)\s*|№\s*\d{1,5}\s+|\d{1,5}\s+(?=[^\W\d_])"
_NUMBERED = re.compile(rf"^(?:[-–—•·*>\s]*)(?:{_NUMBER})")
_BOX = r"\[[ xXхХ]\](?=\s)"
_TICKED = re.compile(rf"^(?:[-–—•·*+>\s]|{_NUMBER})*+(?:(\[[xXхХ]\](?=\s)|[☑✓✔✅])|{_BOX}|[☐⬜])")
_BEFORE = re.compile(rf"^(?:{_BOX}|[-–—•·*●▪◦‣>✓☐✔_~`#|{MARKS}\s]+|\+\s+(?=[^\W\d_])|{_NUMBER})+")
_LINK = re.compile(r"\[([^\[\]]+)\]\(\s*(?:https?:|/)[^()\s]*\)")
# A surname that is printed wide: З А Б О Л О Т И Ч.
_WIDE = re.compile(r"(?<!\S)(?:[^\W\d_a-zа-яё]\s){3,}[^\W\d_a-zа-яё](?!\S)")
# Only before two words that begin large: Пан is a surname too.
_COURTESY = re.compile(
    r"^(?:(?i:mr|mrs|ms|miss|dr|prof|herr|frau|pan|pani|ponas|ponia|гр|гр-н|гр-ка|гр-нка|г-н|г-жа|спадар|спадарыня"
    r"|сп|спн|пан|пані|господин|госпожа|гражданин|гражданка"
    r"|грамадзянін|грамадзянка|громадянин|громадянка)|p)\.?\s+(?=[A-ZА-ЯЁІЎЇЄҐĄ-Ž]\S*\s*[A-ZА-ЯЁІЎЇЄҐĄ-Ž])"
)
_FOOTNOTES = re.compile(r"(?:\s*\[\d{1,3}\]|[¹²³⁰⁴-⁹*†‡]+|(?<=[^\W\d_])\d{1,2}(?=$|[\s,;(]))")
_TRAILING = re.compile(rf"[*_~`{MARKS}\s]+$")
# A number begins what stands behind a name, and so does a town that is called one.
_AFTER = re.compile(
    rf"\s*(?:[;(\[\t{MARKS}]|[–—]|\s-\s|(?<=\w\w)-\s|\s+[/|]\s+|\.{{3,}}|…|_{{2,}}|,)"
    rf"|\s*(?<=[^\W\d_][.\s])\s*(?=[«“\"]?\d)|(?<=[^\W\d_])(?=\d{{4}})"
    r"|\s+(?=(?-i:г|м|с|д|гор|пос|дер|в|аг|born|b|род|нар|ур|р)\.\s*[\w«])|\s+(?=born\b|aged?\s\d)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,40})[)\]]\s*")


def is_numbered(printed: str) -> bool:
    return bool(_NUMBERED.match(printed))


def number_of(printed: str) -> int | None:
    """The number that a line of a list bears."""
    found = _NUMBERED.match(printed)
    figures = re.sub(r"\D", "", found.group()) if found else ""
    return int(figures) if figures else None


def ticked(printed: str) -> bool | None:
    """Whether the box before a line of a list of tasks is ticked; None for a line without one."""
    found = _TICKED.match(printed)
    return None if found is None else bool(found.group(1))


def is_marked(printed: str) -> bool:
    """Whether a number or a bullet stands before it."""
    found = _BEFORE.match(printed)
    return bool(found and found.group().strip())


def bare_of(printed: str) -> str:
    """Without number, bullet, the marks that make it bold in a message, and Mr, гр. or Pani."""
    return _COURTESY.sub("", _TRAILING.sub("", _BEFORE.sub("", _LINK.sub(r"\1", printed))))


def name_in(cell: str) -> str:
    """What of a cell is the name, whatever is printed before and behind it."""
    return name_and_details(bare_of(visible(cell)))[0]


def name_and_details(bare: str) -> tuple[str, str]:
    """The name and what follows it. A comma after a surname stands between it and the given name."""
    for found in _AFTER.finditer(bare):
        before, behind = bare[: found.start()], bare[found.start() :]
        if not before or not _ends(before, behind, found.group()):
            continue
        if former := _other_surname(before, behind):
            return former
        return _clean(before), behind
    return _clean(bare), ""


def details_begin(bare: str) -> list[int]:
    """Every place at which something may begin that is no name."""
    return [found.start() for found in _AFTER.finditer(bare) if found.start()]


def without_role(bare: str, fits: Callable[[str], bool] = is_name) -> tuple[str, str]:
    """The name at the end of words that say who somebody is (a journalist, a former deputy), and those words."""
    words = bare.split()
    small = [at for at, word in enumerate(words) if word[0].islower() and word.casefold() not in PARTICLES]
    if small and small[-1] + 1 < len(words):
        name = " ".join(words[small[-1] + 1 :])
        if fits(name):
            return name, " ".join(words[: small[-1] + 1])
    return bare, ""


def footnotes_of(printed: str) -> str:
    """The footnote marks that hang on a printed name."""
    name, marks = name_and_details(bare_of(printed))[0] or printed, _TRAILING.search(_AFTER.split(printed)[0])
    return "".join((*_FOOTNOTES.findall(name), marks.group() if marks else "")).strip()


def _ends(before: str, behind: str, mark: str) -> bool:
    """Whether the name ends here: after “de Vries,” or “VAN DER BERG,” there comes the given name."""
    words = [word for word in before.split() if word.casefold() not in PARTICLES]
    if "," not in mark or len(words) == 0:
        return bool(words)
    given = behind.lstrip(" ,").split(",")[0].split()
    surname = len(words) == 1 or (before.isupper() and given and not given[0].isupper() and given[0][0].isupper())
    return not surname or not given or not given[0][0].isalpha()


def _other_surname(before: str, behind: str) -> tuple[str, str] | None:
    """“Novak (Ivanova) Anna”: a surname in brackets between surname and given name belongs to the name."""
    bracket = _BRACKET.match(behind)
    if not bracket or len(before.split()) != 1 or not bracket[1][0].isupper():
        return None
    name, rest = name_and_details(behind[bracket.end() :])
    if not name or not name[0].isupper() or len(name.split()) > 3:
        return None
    return f"{_clean(before)} ({bracket[1].strip()}) {name}", rest


def _clean(name: str) -> str:
    name = _WIDE.sub(lambda found: found.group().replace(" ", ""), name)
    bare = _FOOTNOTES.sub("", _TRAILING.sub("", name)).strip(" ,;:\"'«»“”")
    return bare[:-1] if bare.endswith(".") and len(bare.split()[-1]) > 4 else bare
