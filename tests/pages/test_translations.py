"""The catalogues of translations: in step with the pages, whole, and fit to be filled with what is put into them."""

from __future__ import annotations

import ast
import re

import pytest
from babel.messages.catalog import Message

from scripts.translations import LANGUAGES, ROOT, as_po, catalogue, compiled, po, template, untranslated, updated

# A language joins when it is whole, and stays whole from then on.
WHOLE = ("be", "ru")
_PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def texts(message: Message) -> list[str]:
    said = message.string if message.pluralizable else [message.string]
    return [one for one in said if one and message.id]


def places(text: str) -> set[str]:
    return set(_PLACE.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shipped_is_compiled_from_what_a_translator_wrote(language: str) -> None:
    written = catalogue(language)
    assert po(language).read_bytes() == as_po(written)
    assert po(language).with_suffix(".mo").read_bytes() == compiled(written)


@pytest.mark.parametrize("language", WHOLE)
def test_every_message_is_translated(language: str) -> None:
    missing = [one.id for one in untranslated(updated(language))]
    assert not missing, f"Run python -m scripts.translations and fill in {po(language)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_of_what_is_filled_in(language: str) -> None:
    for message in catalogue(language):
        wanted = places(message.id[-1] if message.pluralizable else message.id)
        for said in texts(message):
            assert places(said) <= wanted, said
            # A form for one may say “one” in a word; every other form must show its number.
            assert message.pluralizable or places(said) == wanted, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_marks_of_the_page(language: str) -> None:
    for message in catalogue(language):
        first = message.id[-1] if message.pluralizable else message.id
        for said in texts(message):
            assert sorted(re.findall(r"</?\w+", said)) == sorted(re.findall(r"</?\w+", first)), said


def test_the_search_for_messages_finds_those_of_templates_of_code_and_of_closed_words() -> None:
    found = {(one.context, one.id) for one in template()}
    assert (None, "How it stood on") in found
    assert ("status", "held") in found
    assert ("a closed word", "in a prison, colony, pre-trial jail or police cell") in found
    assert ("month in a date", "May") in found


_SAYS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext", "_lazy"}


def test_no_message_stands_where_it_is_not_collected() -> None:
    """Within the braces of a formatted string some versions of Python see a call, and others only text."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in (ROOT / "habeas").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _SAYS
    ]
    assert not hidden, "Name the message first, and put it into the text then."
