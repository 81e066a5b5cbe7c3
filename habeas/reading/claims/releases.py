"""Who was freed, who was not, and of whom it is only hoped, planned or denied."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from habeas.domain.words import Act, Certainty, Exile, Manner, Status
from habeas.domain.written import Plain
from habeas.reading.claims.proposals import Proposal
from habeas.reading.claims.report import Report, day, proposal, whole
from habeas.reading.what_happened.happenings import Happening
from habeas.reading.what_happened.undergoers import excepted
from habeas.reading.words.hedges import Told


def releases(report: Report) -> Iterator[Proposal]:
    freed = {
        person
        for one in report.happenings["release"]
        if one.told in (Told.OUTRIGHT, Told.REPORTED)
        for person in one.people
    }
    denied = _denied(report)
    for one in report.happenings["release"]:
        if one.way in ("moved", "handed") and not (_tells_of_release(report) or _of_prisoners(report, one)):
            continue
        for person in one.people:
            if person in denied and not _by_name(report, one, person):
                continue
            if person in denied and (one.told is Told.REPORTED or _absent_here(report, one, person)):
                continue
            if report.cast.people[person].officer and one.way != "among":
                continue
            if one.told in (Told.OUTRIGHT, Told.REPORTED) and _still_held(report, one, person):
                yield proposal(report, replace(one, told=Told.NEGATED), person, "SeenHeld", _held_fields(report, one))
                continue
            if one.told in (Told.OUTRIGHT, Told.REPORTED) and one.way != "absent":
                yield proposal(report, one, person, "Released", _release_fields(report, one))
            elif one.told is Told.NEGATED or one.way == "absent":
                yield proposal(report, replace(one, told=Told.NEGATED), person, "SeenHeld", _held_fields(report, one))
            elif person not in freed:
                yield _doubtful(report, one, person)

    yield from _left_out(report, freed)


def _denied(report: Report) -> set[int]:
    """Those of whom a release is denied or doubted somewhere: a pronoun is not enough to tell otherwise."""
    absent = [one for one in report.happenings["kept"] if one.way == "absent" and one.told is not Told.UNREAL]
    return {
        person
        for one in (*report.happenings["release"], *absent)
        if one.told in (Told.DOUBTED, Told.NEGATED) or one.way == "absent"
        for person in one.people
    }


def _absent_here(report: Report, one: Happening, person: int) -> bool:
    """“Of the list of the freed seven are known, X is not among them”: the same sentence leaves the person out."""
    absent = (each for each in report.happenings["kept"] if each.way == "absent")
    return any(each.sentence is one.sentence and person in each.people for each in absent)


def _by_name(report: Report, one: Happening, person: int) -> bool:
    return any(named.person == person for named in report.cast.by_name(one.sentence))


def kept(report: Report) -> Iterator[Proposal]:
    """Who is said to be held still. Doubt about others in the sentence doesn't weaken that."""
    freed = {
        person
        for one in report.happenings["release"]
        if one.told is Told.OUTRIGHT and one.way not in ("absent", "wanted")
        for person in one.people
    }
    dead = {person for one in report.happenings["died"] for person in one.people}
    for one in report.happenings["kept"]:
        held = one.way == "absent" or one.told in (Told.OUTRIGHT, Told.REPORTED, Told.DOUBTED)
        for person in one.people if held else ():
            spoken_for = person in freed and one.way != "absent" and not _again(report, one)
            if not (report.officer(person) or spoken_for or person in dead):
                yield proposal(report, replace(one, told=Told.NEGATED), person, "SeenHeld", _held_fields(report, one))
    for one in report.happenings["refused"]:
        for person in one.people if one.told is not Told.UNREAL else ():
            yield proposal(report, one, person, "RefusedToLeave", {"when": day(report, one)})


def _again(report: Report, one: Happening) -> bool:
    """“Freed in 2022, she was back in a cell within a month”: both are told."""
    again = report.cast.language.pattern("kept.again")
    return again.search(report.cast.text.low, one.start, one.end) is not None


def _of_prisoners(report: Report, one: Happening) -> bool:
    """Whether the text tells of those taken abroad that they were arrested or sentenced, or of a prison beside it."""
    if report.cast.language.pattern("release.prison_word").search(report.low(one.sentence)):
        return True
    names = report.cast.by_name(one.sentence)
    ahead = report.cast.text.low[one.sentence.start : names[0].start] if names else ""
    if report.cast.language.pattern("release.prisoners").search(ahead):
        return True
    told = {
        person
        for kind in ("detained", "sentenced", "kept")
        for each in report.happenings[kind]
        for person in each.people
    }
    return bool(told & set(one.people))


def _left_out(report: Report, freed: Collection[int]) -> Iterator[Proposal]:
    """“X and Y were freed; a third, Z, was not”; “Павел Зыль — нет”; “all but X”."""
    printed, not_so = report.cast.text.printed, report.cast.language.shape(_NOT_SO)
    for one in report.happenings["release"]:
        if one.told is not Told.OUTRIGHT or one.way == "wanted":
            continue
        for named in report.cast.by_name(one.sentence):
            left_out = not_so.match(printed, named.end, one.sentence.end) or excepted(named, one.sentence, report.cast)
            if named.person not in freed and left_out:
                left = replace(one, people=(named.person,), told=Told.NEGATED, start=named.start, end=named.end)
                yield proposal(report, left, named.person, "SeenHeld", _held_fields(report, left))


_NOT_SO = r",?\s*[—–-]?\s*{not_so}\s*[.,;]"


def _still_held(report: Report, one: Happening, person: int) -> bool:
    """“Released from solitary confinement but remains in prison”: the same sentence keeps the person."""
    still, low = report.cast.language.pattern("hedge.still"), report.cast.text.low
    but = report.cast.language.shape(_BUT)
    return any(
        each.sentence is one.sentence
        and person in each.people
        and each.told in (Told.OUTRIGHT, Told.REPORTED)
        and (still.search(low, each.start, each.end) or but.search(low, one.end, each.start))
        for each in report.happenings["kept"]
    )


_BUT = r"\b{but}\b[^.;]{0,60}$"


def _tells_of_release(report: Report) -> bool:
    return any(one.way != "moved" for one in report.happenings["release"]) or bool(report.happenings["pardon"])


def _doubtful(report: Report, one: Happening, person: int) -> Proposal:
    """What is wished, planned, rumoured or denied is kept as something said, for an editor to see; never a release."""
    sentence = one.sentence
    start, end = whole(report, sentence)
    gist = " ".join(report.cast.text.printed[start:end].split())[:300]
    found = proposal(report, one, person, "Said", {"speaker": "", "gist": gist})
    fields = {**found.fields, "speaker": found.speaker or "the text"}
    note = (
        "unconfirmed or denied; not proposed as a release"
        if one.told is Told.DOUBTED
        else "wished, planned or possible; not proposed as a release"
    )
    return replace(found, fields=fields, certainty=Certainty.DOUBTFUL, note=note)


def _release_fields(report: Report, one: Happening) -> dict[str, Plain]:
    low = report.cast.text.low[one.sentence.start : one.sentence.end]
    language = report.cast.language
    fields: dict[str, Plain] = {"when": day(report, one)}
    act = next((key for key, pattern in language.keys("release_acts") if pattern.search(low)), "")
    if act and act in {str(word) for word in Act}:
        fields["act"] = act
    if one.way == "moved" or language.pattern("release.moved").search(low):
        country = _country(low, language.keys("countries"))
        forced = bool(language.pattern("relocation.forced").search(low))
        fields["manner"] = str(Manner.EXPELLED if forced else Manner.HANDED_OVER)
        if country and country != "by":
            fields |= {"country": country, "into": str(Status.FREE_ABROAD)}
        if forced:
            fields["exile"] = str(Exile.FORCED)
    return {name: value for name, value in fields.items() if value}


def _country(low: str, rows: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    return next((key for key, pattern in rows if key != "by" and pattern.search(low)), "")


def _held_fields(report: Report, one: Happening) -> dict[str, Plain]:
    when = day(report, one, since=False) or (report.published.isoformat() if report.published else None)
    return {"when": when, "still": True} if when else {"still": True}
