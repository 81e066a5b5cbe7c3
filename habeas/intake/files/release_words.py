"""How a release is described in a heading, a column or behind a name: act, manner, exile, place; in six languages."""

from __future__ import annotations

import re
from typing import TypeVar

from habeas.domain.words import Act, Exile, Manner
from habeas.intake.files.places_told import country_of, place_in
from habeas.intake.files.rows import Freed

# In order: what stands first is taken first, since "обмен" may stand beside a pardon only where somebody claims both.
W = TypeVar("W", Act, Manner, Exile)
_ACTS = (
    (Act.PARDON, r"pardon|помилов|памілав|помилув|ułaskaw|malon"),
    (Act.AMNESTY, r"amnest|амнист|амніст"),
    (Act.PAROLE, r"parole|условно-досроч|\bудо\b|умоўна-датэрмін|умовно-достро|warunkow"),
    (Act.TERM_SERVED, r"term (?:was )?served|served (?:the|his|her|their)? ?(?:full |whole )?(?:term|sentence)"
                      r"|по отбыти|отбы\w+ срок|окончани\w+ срока|адбы\w+ тэрмін|відбу\w+ (?:строк|термін)"),
    (Act.EXCHANGE, r"\bexchange|\bswap|обмен|абмен|обмін|wymian"),
    (Act.BAIL, r"\bon bail|под залог|подписк\w+ о невыезде|пад заклад|під заставу|за кауцыю"),
    (Act.SUSPENDED, r"suspended|отсрочк|адтэрмін|відстроч|zawieszen"),
    (Act.COMMUTED, r"commuted|замен\w+ (?:наказ|режим|более)|замен\w+ пакаран|заміна покаран"),
    (Act.CASE_CLOSED, r"case closed|charges (?:were )?dropped|acquitt|оправдан|прекращен\w* (?:дел|производ)"
                      r"|апраўдан|виправдан"),
)  # fmt: skip
_MANNERS = (
    (Manner.HANDED_OVER, r"handed over|перед(?:ан|ал)|перададз|przekaz|perduot"),
    (Manner.EXPELLED, r"expelled|deport|taken to the border"
                      r"|выслан|депорт|вывезен|выдварен|выдвор|вигнан|wydalon|ištrem"),
    (Manner.WALKED_OUT, r"walked out|let out at the gate|вышел\w* из|вышла из|выйш\w+ (?:з|на)|вийшо?\w* з"
                        r"|вышли на свободу"),
    (Manner.TRANSFERRED, r"moved to (?:house|home|open)|на домашн\w+ хими|на хими|на хімі|переведен|пераведзен"),
)  # fmt: skip
_EXILES = (
    (Exile.FORCED, r"forced exile|against (?:his|her|their) will|принудительн\w+ (?:выезд|депорт|вывез)|прымусов"),
    (Exile.CHOSEN, r"left (?:by|of) (?:his|her|their)? ?(?:own )?choice|уехал\w* сам|выехал\w* сам|выехаў сам"),
    (Exile.OFFERED, r"on condition (?:of leaving|that .{0,20}leave)|выезд\w* как услови|умовай выезду"),
)  # fmt: skip
_TO = re.compile(
    r"\b(?:to|in|into|at|via|в|во|у|ў|на|през|через|праз|do|w|į)\s|→|->|=>|\b(?:route|stage|маршрут|этап)\b",
    re.IGNORECASE,
)
_NOT_FREED = re.compile(
    r"\b(?:not (?:been )?(?:released|freed)|still (?:held|in prison|behind bars|in custody|detained)|remain(?:s|ing)?\b"
    r"|refused to leave|не (?:освобо|вышл|выйшл|вызвал|звільн)\w*|оста(?:ются|лись|ётся|лся)|застаюц\w*|засталіс\w*"
    r"|отказал\w* (?:выез|уез|ехать)\w*|адмовіл\w* выех\w*|залиша\w+|nadal w|nie zwolnieni|lieka"
    r"|не (?:вы|ад|від|от)пус\w*|жд[её]м|чакаем|чекаємо|czekamy na|awaiting|waiting for)\b",
    re.IGNORECASE,
)
# With no word besides: “Freed after three years behind bars” and “in prison since 2021” head no such list.
_HELD_STILL = re.compile(
    r"\W*(?:(?:still|those|all|яшчэ|ещ[её]|досі|дагэтуль|до сих пор|все|ўсе|усе|усі|jeszcze|wciąż|nadal)\s+)*"
    r"(?:behind bars|in (?:prison|custody|jail)|за (?:кратамі|реш[её]ткой|ґратами)|под стражей|пад вартай"
    r"|(?:в|у|ў) (?:тюрьме|неволе|турме|няволі|в’язниці)|w więzieniu|za kratami)[\W\d]*",
    re.IGNORECASE,
)

# Of one row less counts than of a heading: somebody free may remain in hospital, or have refused something else.
_DENIED = re.compile(
    r"\b(?:not (?:been )?(?:released|freed)|still (?:held|in prison|in jail|behind bars|in custody|detained)"
    r"|remains (?:in (?:prison|custody|jail)|behind bars)"
    r"|не (?:освобожд[её]н\w*|вышел|вышла|вызвал\w+|выйшаў|выйшла|звільнен\w*)"
    r"|(?:оста[её]тся|застаецца|залишається) (?:в|у|ў|за|под|пад|під) (?:колони|тюрьм|сизо|стражей|реш[её]т|калон|турм"
    r"|сіза|крат|варт|колон|в.язниц|ґрат)\w*|nadal (?:w więzieniu|siedzi)"
    # Russian and Belarusian in Latin letters
    r"|ne (?:osvobo[zž]h?d|vysh|vyzval|zvil)\w*|osta[ioj]?[eo]ts[yi]?[ai]? (?:v|pod)\b|zastaj?ecca (?:u|ŭ|pad)\b)",
    re.IGNORECASE,
)


# Pieces of what stands behind a name, each by itself: “his mother died” is no such piece.
_PIECES = re.compile(r"[;,()\[\]]|\s[–—-]\s|[–—]")
# Whose death it is: “умерла мать” tells of another.
_OF_KIN = (
    r"(?!\s+(?:(?:его|её|ее|яго|яе|його|її)\s+)?"
    r"(?:мать|отец|маці|бацька|мати|батько|жена|муж|сын|дочь|брат|сестра|matka|ojciec))"
)
_DIED = (
    r"(?:has )?(?:died|deceased|passed away|dead)\b|умер(?:ла)?\b|скончал(?:ся|ась)\b|погиб(?:ла)?\b|пам[ёе]р(?:ла)?\b"
    r"|помер(?:ла)?\b|zmarł[ay]?\b|nie żyje\b|mirė\b|umer(?:la)?\b"
)
_HELD_AGAIN = (
    r"(?:then |later |затем |потом |позже )?(?:re-?arrested|(?:detained|arrested) again"
    r"|(?:снова|вновь|повторно|опять) (?:задержан|арестован)\w*|(?:зноў|паўторна) (?:затрыман|арыштаван)\w*"
    r"|(?:знову|повторно) (?:затриман|заарештован)\w*|ponownie (?:zatrzyman|aresztowan)\w*|vėl sulaikyt\w*)\b"
)
_IN_CUSTODY = (
    r"(?:still )?(?:in custody|under arrest)|под (?:стражей|арестом)|пад (?:вартай|арыштам)|під вартою|w areszcie"
    r"|pod strazhe[jiy]"
)
_NOT_FREE = re.compile(rf"\W*(?:(?:(?:{_DIED}){_OF_KIN}|{_HELD_AGAIN}).*|(?:{_IN_CUSTODY}))\W*", re.IGNORECASE)


def freed_by(text: str, *, route: bool = False) -> Freed:
    """What the words say of a release; all unknown if they say nothing of it. `route`: they stand where one is told."""
    low = text.casefold()
    manner, exile = _first(_MANNERS, low), _first(_EXILES, low)
    moved = manner in (Manner.HANDED_OVER, Manner.EXPELLED)
    place = place_in(text) if route or moved or (_TO.search(text) and len(text) < 80) else ""
    return Freed(
        stage=(place or (text.strip()[:60] if route else "")),
        act=_first(_ACTS, low) or Act.UNKNOWN,
        manner=manner or Manner.UNKNOWN,
        exile=exile or Exile.UNKNOWN,
        country=country_of(place),
        place=place,
        printed=text.strip()[:200],
    )


def says_anything(freed: Freed) -> bool:
    unknown = (freed.act, freed.manner, freed.exile) == (Act.UNKNOWN, Manner.UNKNOWN, Exile.UNKNOWN)
    return not unknown or bool(freed.place or freed.stage)


def not_freed(text: str) -> bool:
    """Whether a heading says that those under it did not come free."""
    return bool(_NOT_FREED.search(text) or _HELD_STILL.fullmatch(text))


def why_denied(details: str) -> str:
    """Why a row's own words keep it from being taken for free; empty if they don't."""
    if found := _DENIED.search(details):
        return _why_said(found.group())
    piece = next((piece for piece in _PIECES.split(details) if piece.strip() and _NOT_FREE.fullmatch(piece)), "")
    return _why_said(piece.strip()) if piece else ""


def _why_said(words: str) -> str:
    return f"its own words say “{words}”"


_KEPT = (
    "it is struck through", "it is hidden", "its row is hidden", "its own words say", "its box isn't ticked",
    "its column “", "stands under “",
)  # fmt: skip


def keeps_from_the_freed(reason: str) -> bool:
    """Whether a row was set aside since it tells of no release, and not since it names nobody."""
    return reason.startswith(_KEPT)


def together(first: Freed, then: Freed) -> Freed:
    """What a row says goes before what the heading above it says."""
    return Freed(
        stage=first.stage or then.stage,
        act=first.act if first.act is not Act.UNKNOWN else then.act,
        manner=first.manner if first.manner is not Manner.UNKNOWN else then.manner,
        exile=first.exile if first.exile is not Exile.UNKNOWN else then.exile,
        country=first.country or then.country,
        place=first.place or then.place,
        printed=" | ".join(dict.fromkeys(filter(None, (first.printed, then.printed)))),
    )


def _first(words: tuple[tuple[W, str], ...], low: str) -> W | None:
    return next((word for word, pattern in words if re.search(pattern, low)), None)
