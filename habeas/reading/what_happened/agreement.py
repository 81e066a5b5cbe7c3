"""Whether a verb and a person agree: one or several, a man or a woman, by the endings that the tables name."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.who.cast import Cast, Named

_MODAL = 10


def agrees(found: Sequence[Named], start: int, end: int, cast: Cast) -> list[Named]:
    """Those of whom the words between two places may be said; nobody where several are told of and one is named."""
    words = cast.text.low[start:end]
    verb = words if cast.language.free_order else " ".join(words.split()[:2])  # “was cleared of all charges and freed”
    several = cast.language.pattern("agreement.several").search(verb)
    if several and cast.language.pattern("agreement.modal").search(cast.text.low[max(0, start - _MODAL) : start]):
        several = None  # “she should have been freed”
    if several and len({one.person for one in found}) == 1:
        return list(found) if _one_of_more(found[-1], start, cast) else []
    for gender in ("m", "f"):
        if cast.language.pattern(f"agreement.{gender}").search(words) and not several:
            other = "f" if gender == "m" else "m"
            return [one for one in found if cast.people[one.person].gender != other]
    return list(found)


def of_one(start: int, end: int, cast: Cast) -> bool:
    """Whether the words are in the singular, as a participle behind several names is that tells of the last alone."""
    words = cast.text.low[start:end]
    singular = any(cast.language.pattern(f"agreement.{gender}").search(words) for gender in ("m", "f"))
    return singular and not cast.language.pattern("agreement.several").search(words)


def _one_of_more(one: Named, start: int, cast: Cast) -> bool:
    """“X and five others were freed”: the one named has company."""
    if one.start == start:
        return False  # carried over from the sentence before
    if one.pronoun:
        return True
    sentence = cast.text.sentence_at(one.start)
    before, after = cast.text.low[sentence.start : one.start], cast.text.low[one.end : start]
    return bool(cast.language.pattern("agreement.company").search(f"{before[-30:]} {after}"))
