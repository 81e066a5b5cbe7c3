"""Several names in one sentence, where it is clearly a list of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.intake.files.given_names import has_given_name
from habeas.intake.files.likeness import is_name, shaped_as_name
from habeas.intake.files.name_parts import details_begin, name_and_details, without_role
from habeas.intake.files.remarks import why_nobody
from habeas.names import people_in

_PARTS = re.compile(r"\s*[,;]\s*|\s+(?:и|і|та|й|ды|and|oraz|ir)\s+")
_TELLS = re.compile(
    r"\b(?:released|freed|free|among|освобо\w+|на свобод\w+|на воле|вышл\w+|среди|вызвал\w+|на волі|выйшл\w+|сярод"
    r"|серед|звільн\w+|uwoln\w+|zwoln\w+|wśród|paleist\w+|tarp)\b",
    re.IGNORECASE,
)
_INITIALED = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{2,}|[^\W\d_]{2,}(?:-[^\W\d_]+)?\s(?:[^\W\d_]\.\s?){1,2}")
_AGE = re.compile(r"\s*\d{2}\s*(?:years? old|лет|гадоў|год|года|років|lat|m\.|metų)?\s*\.?\s*")
_AND = re.compile(r"^\s*(?:и|і|та|and|oraz|ir)\s+")
_LONGEST_ROLE = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A name of a sentence and what the sentence says of it alone."""

    name: str
    details: str = ""


def several_names(bare: str) -> tuple[str, list[Part]] | None:
    """What stands before the names, and the names; None if it isn't clearly a list of them."""
    before, colon, after = bare.rpartition(":")
    texts = _with_ages([part for part in _PARTS.split(_outside_brackets(after if colon else bare)) if part.strip(" .")])
    if found := _bare_names(texts, told=bool(_TELLS.search(before))):
        return before, found
    return _with_roles(bare, before, texts)


def _with_ages(texts: list[str]) -> list[str]:
    """“A, 45; B, 33” has two texts: a number belongs to the name before it."""
    told: list[str] = []
    for text in texts:
        if told and _AGE.fullmatch(text):
            told[-1] += f"\0 {text.strip(' .')}"
        else:
            told.append(_AND.sub("", text))
    return told


def named_together(bare: str) -> list[Part]:
    """“Ivan and Anna Kryvadub, Minsk” as two people, each with what stands behind both; empty if it names one.

    An age or a year there is one person's, and nothing tells whose.
    """
    for end in (len(bare), *reversed(details_begin(bare))):
        names = people_in(bare[:end])
        if len(names) > 1:
            behind = re.sub(r"\d+", "", bare[end:]).strip(" ,;–—-")
            return [Part(name, behind) for name in names]
    return []


def _bare_names(texts: list[str], *, told: bool) -> list[Part] | None:
    """Behind words that tell of a release, initials are as good as a given name."""
    people = [part for part in texts if shaped_as_name(_named(part))]
    others = [part for part in texts if part not in people]
    given = sum(has_given_name(one) or (told and bool(_INITIALED.fullmatch(_named(one)))) for one in people)
    if len(people) < 2 or given < (len(people) if len(people) == 2 else 0.6 * len(people)):
        return None
    if any(not why_nobody(one, one) for one in others):
        return None
    return [_part(part) for part in texts]


def _with_roles(bare: str, before: str, texts: list[str]) -> tuple[str, list[Part]] | None:
    """“Among the freed are the journalist A B, and Polish citizen C D”: names at the end of a few words each."""
    if not _TELLS.search(bare):
        return None
    told = [(text, *without_role(_named(text), shaped_as_name)) for text in texts]
    people = [(text, name, role) for text, name, role in told if shaped_as_name(name)]
    if len(people) < 2 or sum(is_name(name) for _, name, _ in people) * 2 <= len(texts):
        return None
    if any(len(role.split()) > _LONGEST_ROLE for _, _, role in people[1:]):
        return None
    first = people[0][2]
    return before or first, [Part(name, _behind(text, role)) for text, name, role in people]


def _behind(text: str, role: str) -> str:
    return "; ".join(filter(None, (name_and_details(text.replace("\0", ","))[1].strip(" ,;."), role)))


def _part(text: str) -> Part:
    return Part(text.strip(". ").replace("\0", ","))


def _named(part: str) -> str:
    return name_and_details(part.replace("\0", ","))[0].strip(". ")


def _outside_brackets(text: str) -> str:
    """Commas in brackets part details and no names."""
    return re.sub(r"\([^()]*\)", lambda found: found.group().replace(",", "\0").replace(";", "\0"), text)
