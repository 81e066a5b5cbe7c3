"""What is said of who a person is, and of the person's wishes."""

from __future__ import annotations

from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate
from habeas.domain.words import (
    Basis,
    Gender,
    Kin,
    NameForm,
    Wished,
)
from habeas.problems import BadInput


@about("person")
class Named(Claim):
    """A name by which the subject is called, exactly as printed."""

    text: str
    language: str = ""
    form: NameForm = NameForm.FULL
    patronymic: str = ""

    def __post_init__(self) -> None:
        Claim.__post_init__(self)
        if not self.text.strip():
            raise BadInput("A name is empty. Give the name as it is printed, or leave the claim out.")


@about("person")
class Born(Claim):
    """When, and where if said, the person was born; the public copy keeps the year at most."""

    when: PartialDate
    place: str = ""


@about("person")
class Gendered(Claim):
    """The person's gender as the source gives it."""

    gender: Gender


@about("person")
class HasNationality(Claim):
    """Citizenship, as a lower-case two-letter country code."""

    country: str


@about("person")
class WorkedAs(Claim):
    """What the person does or did; `role` is a word of the vocabulary or the printed one."""

    role: str
    organisation: str = ""
    since: PartialDate | None = None


@about("person")
class Related(Claim):
    """A tie to another person: of family, or of one case."""

    other: str
    kin: Kin


@about("person")
class Wish(Claim):
    """What the person or the family wishes of the public copy, on what ground, and when to ask again.

    `fields` are the kinds of claims that are not to be told, such as WorkedAs, where that is the wish.
    """

    wished: Wished
    basis: Basis
    review: PartialDate | None = None
    fields: tuple[str, ...] = ()
