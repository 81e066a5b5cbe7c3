"""“Мать Антона Сыча умерла”: a name in the genitive after a word for kin or counsel only says whose they are."""

from __future__ import annotations

from habeas.reading.who.cast import Cast, Named

_OF = {"m": r"{man_of}$", "f": r"{woman_of}$"}


def owned_by_kin(one: Named, cast: Cast) -> bool:
    """Whether right before the name stands whoever is told of, and the name is in the genitive."""
    if one.pronoun or not cast.language.free_order:
        return False
    ahead = cast.text.low[max(0, one.start - 24) : one.start].split()
    if not ahead or not cast.text.low[: one.start].endswith(f"{ahead[-1]} "):
        return False
    if not cast.language.pattern("names.kin").fullmatch(ahead[-1]):
        return False
    words = cast.text.low[one.start : one.end].split()
    gender = cast.people[one.person].gender
    if words[0] in cast.language.listed("men_in_a"):
        return False
    shapes = [_OF[gender]] if gender in _OF else list(_OF.values())
    return any(all(cast.language.shape(one).search(word) for word in words) for one in shapes)
