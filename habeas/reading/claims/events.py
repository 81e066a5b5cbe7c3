"""Everything told of people, found once and proposed once."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reading.claims.custody import custody
from habeas.reading.claims.penalties import sentences
from habeas.reading.claims.proposals import Proposal
from habeas.reading.claims.releases import kept, releases
from habeas.reading.claims.report import Report
from habeas.reading.what_happened.happenings import Happening, find
from habeas.reading.what_happened.listings import listings
from habeas.reading.who.cast import Cast
from habeas.reading.words.hedges import Told, told

_SAID_OF = ("release", "pardon", "kept", "detained", "charged", "sentenced", "died", "transferred")
_REACH = 45


def happenings_of(cast: Cast) -> dict[str, list[Happening]]:
    found = {kind: list(find(kind, cast)) for kind in _SAID_OF}
    for one in listings(cast):
        found[one.kind].append(one)
    found["refused"] = list(_bare("refused", "refused", cast))
    found["papers"] = list(_bare("papers", "papers.lost", cast))
    found["fate"] = list(_bare("fate", "fate", cast, after=True))
    return found


def propose(report: Report) -> list[Proposal]:
    return _once([*releases(report), *kept(report), *sentences(report), *custody(report)])


def _once(found: list[Proposal]) -> list[Proposal]:
    """A fact told twice of one person is proposed once, at its fuller place."""
    kept: dict[tuple[object, ...], Proposal] = {}
    for one in sorted(found, key=lambda each: (each.start, each.end)):
        key = (one.kind, one.person, one.told in (Told.NEGATED,), _apart(one))
        held = kept.get(key)
        if held is None or (len(one.fields) > len(held.fields) and one.told is held.told):
            kept[key] = one
    return sorted(kept.values(), key=lambda each: each.start)


def _apart(one: Proposal) -> object:
    """What tells two facts of one kind apart: terms for sentences, days for arrests and releases that are told."""
    if one.kind == "Sentenced":
        return one.fields.get("term") or one.fields.get("penalty")
    if one.kind == "Charged":
        return str(one.fields.get("articles"))
    if one.kind == "Said":
        return one.start
    return None


def _bare(kind: str, heading: str, cast: Cast, *, after: bool = False) -> Iterator[Happening]:
    """Words that tell something by themselves, put to the last person before them, or the next after them."""
    pattern = cast.language.pattern(heading)
    for sentence in cast.text.sentences:
        for found in pattern.finditer(cast.text.low, sentence.start, sentence.end):
            free = [one for one in cast.named_in(sentence) if not cast.people[one.person].officer]
            before = [one.person for one in free if one.end <= found.end()]
            behind = [one.person for one in free if 0 <= one.start - found.end() <= _REACH]
            people = tuple(behind[:1] if after else before[-1:])
            how = told(cast.text, sentence, found.span(), cast.language)
            yield Happening(kind, found.start(), found.end(), people, how, sentence, "undergone")
