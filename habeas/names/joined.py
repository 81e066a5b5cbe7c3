"""Names of several words that are one: Abd al-Rahman is Abdulrahman, Gebre Medhin is Gebremedhin; and what only stands
before a name: the article of al-Shami, the U and Daw of Burmese names."""

import re

from habeas.names.tables import tables

_LATIN_ABD = re.compile(
    r"(?<!\w)abd(?!\w*(?:[oe][vw]|in)a?(?!\w))"
    r"(?:[\s-]*[aeiou](?:l(?=[\s-]?\w{3})|([a-z]{1,2})(?=[\s-]?\1))?[\s-]*|[\s-]+)(?=[a-z]{3})",
    re.IGNORECASE,
)
_CYRILLIC_ABD = re.compile(
    r"(?<!\w)абд(?!\w*(?:[оеё]в|ин)а?(?!\w))"
    r"(?:[\s-]*[аеиоуэ](?:ль?(?=[\s-]?\w{3})|([а-я])(?=[\s-]?\1))?[\s-]*|[\s-]+)(?=[а-я]{3})",
    re.IGNORECASE,
)
_ARABIC_ABD = re.compile("(?<![ء-ۿ])عبد\\s+(?=ال)")
_ARABIC_ARTICLE = re.compile("(?<![ء-ۿ])ال(?=[ء-ۿ]{3})")
_GLUED_ARTICLE = re.compile(r"(?<!\w)(?:Al|El)(?=(?:sh|q|kh|gh|dh)[a-z]{3})")


def joined(text: str) -> str:
    text = _LATIN_ABD.sub("Abdal", tables().articles.sub("al ", text)) if text.isascii() else _of_other_scripts(text)
    text = tables().middle_van.sub(r"\1 văn", _GLUED_ARTICLE.sub("", text))
    return tables().said_before.sub("", tables().compounds.sub(_first, text))


def _of_other_scripts(text: str) -> str:
    text = _CYRILLIC_ABD.sub("Абдал", _LATIN_ABD.sub("Abdal", tables().articles.sub("al ", text)))
    return _ARABIC_ARTICLE.sub("", _ARABIC_ABD.sub("عبد", text))


def _first(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group)
