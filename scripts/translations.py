"""Bring the catalogues of translations in step with what pages say, and compile them.

    python -m scripts.translations            adds what is new, drops what is gone, compiles
    python -m scripts.translations --missing  only lists what has no translation yet

A catalogue is habeas/locale/<language>/LC_MESSAGES/django.po; a translator fills the empty msgstr and runs this again.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from habeas.domain import agreement_words
from habeas.domain import words as domain_words
from habeas.domain.words import Certainty, Kind, Nearness, Word
from habeas.pages.retold import CONTEXT as FROM_BELOW
from habeas.pages.retold import SENTENCES
from habeas.vocabulary import words as vocabulary_words
from scripts.sentences import patterns

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "habeas" / "locale"
LANGUAGES = ("be", "ru")
CLOSED_WORD = "a closed word"
_KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_lazy": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def template() -> Catalog:
    """Every message that a page can say, with the files in which it stands."""
    catalog = Catalog(charset="utf-8")
    for place, context, message in sorted(_found(), key=lambda one: (one[0], str(one[2]))):
        catalog.add(message, locations=[(place, 0)], context=context)
    return catalog


def _found() -> Iterator[tuple[str, str | None, str | tuple[str, str]]]:
    for path in sorted((ROOT / "habeas").rglob("*")):
        if path.suffix in (".py", ".html"):
            yield from _in_file(path)
    for meaning in _closed_words():
        yield "habeas/domain/words.py", CLOSED_WORD, meaning
    for place, pattern in patterns():
        yield place, FROM_BELOW, pattern


def _in_file(path: Path) -> Iterator[tuple[str, str | None, str | tuple[str, str]]]:
    text = path.read_text(encoding="utf-8")
    source = templatize(text) if path.suffix == ".html" else text
    place = path.relative_to(ROOT).as_posix()
    for _, message, _, context in extract("python", io.BytesIO(source.encode()), keywords=_KEYWORDS):
        yield place, context, message


def _closed_words() -> Iterator[str]:
    """What the words of the domain mean, and the codes of those two that pages show as words."""
    for module in (domain_words, agreement_words, vocabulary_words):
        kinds = [one for one in vars(module).values() if isinstance(one, type) and issubclass(one, Word)]
        for kind in kinds:
            yield from (member.meaning for member in kind)
    yield from (str(member) for kind in (Nearness, Certainty) for member in kind)
    yield from (kind.sentence for kind in Kind)


def catalogue(language: str) -> Catalog:
    file = po(language)
    if not file.exists():
        return Catalog(locale=language, charset="utf-8")
    with file.open("rb") as opened:
        return read_po(opened, locale=language, charset="utf-8")


def po(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def updated(language: str) -> Catalog:
    """The catalogue with every message of today and none of yesterday's; nothing is guessed."""
    catalog, wanted = catalogue(language), template()
    catalog.update(wanted, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def untranslated(catalog: Catalog) -> list[Message]:
    return [one for one in catalog if one.id and (one.fuzzy or not _whole(one, catalog.num_plurals))]


def _whole(message: Message, plurals: int) -> bool:
    said = message.string
    return all(said) and len(said) == plurals if message.pluralizable else bool(said)


def as_po(catalog: Catalog) -> bytes:
    """Without dates and line numbers, so that a catalogue changes only where a message does."""
    written = io.BytesIO()
    write_po(written, catalog, width=0, omit_header=True, include_lineno=False, sort_by_file=True)
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {catalog.locale}\\n"\n'
    return (head + f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n').encode() + written.getvalue()


def compiled(catalog: Catalog) -> bytes:
    written = io.BytesIO()
    with_head = read_po(io.BytesIO(as_po(catalog)), locale=catalog.locale)
    # The same catalogue compiles to the same bytes on every day.
    with_head.creation_date = with_head.revision_date = datetime(2025, 12, 13, tzinfo=UTC)
    write_mo(written, with_head)
    return written.getvalue()


def sentences() -> bytes:
    """The patterns by which pages know again what inner rings say in English."""
    found = sorted({pattern for _, pattern in patterns()})
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def main() -> None:
    if "--missing" not in sys.argv:
        SENTENCES.write_bytes(sentences())
    for language in LANGUAGES:
        catalog = updated(language)
        missing = untranslated(catalog)
        if "--missing" not in sys.argv:
            po(language).parent.mkdir(parents=True, exist_ok=True)
            po(language).write_bytes(as_po(catalog))
            po(language).with_suffix(".mo").write_bytes(compiled(catalog))
        print(f"{language}: {len(catalog)} messages, {len(missing)} without a translation")
        for one in missing if "--missing" in sys.argv else ():
            print(f"  {one.locations[0][0]}: {one.id!r}")


if __name__ == "__main__":
    main()
