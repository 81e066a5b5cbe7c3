"""Forms for claims, made from the fields of each kind and the vocabulary, and read back into the claim."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from functools import cache
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from habeas.desk.claim_words import FIELDS, KINDS_ABOUT
from habeas.domain.claims import KINDS, Claim
from habeas.domain.dates import PartialDate, Term
from habeas.domain.words import Status, Word
from habeas.domain.written import Plain, read_claim, write_claim
from habeas.problems import BadInput
from habeas.vocabulary.load import load
from habeas.vocabulary.look_up import Vocabulary

_TABLES: dict[str, Callable[[Vocabulary], Mapping[str, object]]] = {
    "facility": lambda words: words.facilities,
    "penalty": lambda words: words.penalties,
    "regime": lambda words: words.regimes,
    "articles": lambda words: words.articles,
    "recogniser": lambda words: words.recognisers,
    "ruleset": lambda words: words.rulesets,
    "criteria": lambda words: words.criteria,
    "restriction": lambda words: words.release_terms,
    "country": lambda words: words.places,
}
"""Fields that take keys of the vocabulary."""
_SHORT = 40
"""So many choices are a menu; more are typed, with what is known offered beside."""


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. `sort` is text, day, term, number, yes, choice, typed (with choices offered) or several."""

    name: str
    title: str | Promise
    sort: str
    needed: bool
    choices: tuple[Choice, ...] = ()
    value: str = ""


def kinds_about(subject: str) -> tuple[tuple[str, str | Promise], ...]:
    """The kinds that are said by hand of a person or a batch, with their titles."""
    return tuple(KINDS_ABOUT[subject].items())


def fields_of(kind: str, typed: QueryDict | None = None, claim: Claim | None = None) -> list[Field]:
    """The fields, filled with what was typed or with a claim that is to be corroborated or mended."""
    said = write_claim(claim) if claim else {}
    return [dataclasses.replace(one, value=_value(one.name, typed, said)) for one in _fields(kind)]


def read_form(kind: str, typed: QueryDict) -> Claim:
    """The claim that the form says; BadInput names the field that can't be read, by its title."""
    values: dict[str, Plain] = {}
    for field in _fields(kind):
        text = " ".join(typed.get(f"f_{field.name}", "").split())
        if not text:
            if field.needed:
                raise BadInput(_("“%(field)s” is empty; this claim can't be without it.") % {"field": field.title})
            continue
        values[field.name] = _read(field, text)
    return read_claim(kind, values)


def _value(name: str, typed: QueryDict | None, said: Mapping[str, Plain]) -> str:
    if typed is not None:
        return typed.get(f"f_{name}", "")
    value = said.get(name, "")
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _read(field: Field, text: str) -> Plain:
    match field.sort:
        case "number":
            if not text.isdecimal() or len(text) > 7:
                raise BadInput(_("“%(field)s” is a whole number.") % {"field": field.title})
            return int(text)
        case "yes":
            return text == "yes"
        case "several":
            return [_key(field, part.strip()) for part in text.split(",") if part.strip()]
        case "typed" | "choice":
            return _key(field, text)
    return text


def _key(field: Field, text: str) -> str:
    """A key of the vocabulary, written as the key or as its title."""
    if not field.choices:
        return text
    for one in field.choices:
        if text.casefold() in (one.key.casefold(), one.title.casefold()):
            return one.key
    raise BadInput(
        _("“%(text)s” in “%(field)s” is no word of the vocabulary. Choose one of those offered.")
        % {"text": text[:80], "field": field.title}
    )


@cache
def _fields(kind: str) -> tuple[Field, ...]:
    made = KINDS[kind]
    hints = get_type_hints(made)
    return tuple(
        _field(one.name, hints[one.name], one.default is MISSING)
        for one in dataclasses.fields(made)  # type: ignore[arg-type]
    )


def _field(name: str, hint: object, needed: bool) -> Field:
    inner = next(part for part in get_args(hint) if part is not type(None)) if _optional(hint) else hint
    choices = _choices(name, inner)
    return Field(name, FIELDS.get(name, name), _sort(inner, choices), needed, choices)


def _optional(hint: object) -> bool:
    return get_origin(hint) in (UnionType, Union)


def _sort(hint: object, choices: tuple[Choice, ...]) -> str:
    if get_origin(hint) is tuple:
        return "several"
    if hint is PartialDate:
        return "day"
    if hint is Term:
        return "term"
    if hint is int:
        return "number"
    if hint is bool:
        return "yes"
    if isinstance(hint, type) and issubclass(hint, Word):
        return "choice"
    return "typed" if len(choices) > _SHORT else "choice" if choices else "text"


def _choices(name: str, hint: object) -> tuple[Choice, ...]:
    if isinstance(hint, type) and issubclass(hint, Word):
        left_out = (Status.UNCERTAIN, Status.UNKNOWN)
        return tuple(Choice(str(one), f"{one}: {one.meaning}") for one in hint if one not in left_out)
    table = _TABLES.get(name)
    if table is None:
        return ()
    return tuple(Choice(key, _title(entry, key)) for key, entry in sorted(table(load()).items()))


def _title(entry: object, key: str) -> str:
    name = getattr(entry, "name", None)
    return f"{name()} ({key})" if callable(name) else key
