"""From happenings to proposals: dates, places, terms and articles are put to the verb that they stand by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.domain.words import Act, Certainty, Exile, Manner, Nearness, Status
from habeas.domain.written import Plain
from habeas.reading.cast import Cast
from habeas.reading.dates import Dated
from habeas.reading.happenings import Happening, find
from habeas.reading.hedges import Told
from habeas.reading.proposals import Proposal, pinned
from habeas.reading.speech import Saying, nearness_of
from habeas.reading.terms import Length, find_lengths
from habeas.reading.text import Sentence

_LONGEST_QUOTE = 500
_SPENT = re.compile(
    r"(?:after|spent|than|for over|for almost|nearly|almost|провел\w*|правё\w*|правял\w*|через|спустя|праз|пасля|после|"
    r"почти|амаль|больш за)\s+$"
)


@dataclass(frozen=True)
class Report:
    """A text with all that was found in it before claims are made of it."""

    cast: Cast
    dates: Sequence[Dated]
    sayings: Sequence[Saying]
    happenings: Mapping[str, Sequence[Happening]]
    published: date | None

    def in_sentence(self, sentence: Sentence) -> list[Dated]:
        return [one for one in self.dates if sentence.start <= one.start < sentence.end]


KINDS = ("release", "pardon", "kept", "refused", "detained", "charged", "sentenced", "died", "papers")


def happenings_of(cast: Cast) -> dict[str, list[Happening]]:
    found = {
        kind: list(find(kind, cast))
        for kind in ("release", "pardon", "kept", "detained", "charged", "sentenced", "died")
    }
    found["refused"] = list(_bare("refused", cast))
    found["papers"] = list(_bare("papers.lost", cast))
    return found


def propose(report: Report) -> list[Proposal]:
    found = [
        *_releases(report),
        *_kept(report),
        *_detained(report),
        *_sentenced(report),
        *_charged(report),
        *_others(report),
    ]
    return _once(found)


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


def _bare(kind: str, cast: Cast) -> Iterator[Happening]:
    """Words that tell something by themselves, put to the people of their sentence."""
    from habeas.reading.hedges import told

    heading, _, way = kind.partition(".")
    pattern = cast.language.pattern(kind if way else heading)
    for sentence in cast.text.sentences:
        for found in pattern.finditer(cast.text.low, sentence.start, sentence.end):
            here = [
                one
                for one in cast.named_in(sentence)
                if one.end <= found.start() + 1 and not cast.people[one.person].officer
            ]
            people = (here[-1].person,) if here else ()
            how = told(cast.text, sentence, found.span(), cast.language)
            yield Happening(heading, found.start(), found.end(), people, how, sentence, "undergone")


def _releases(report: Report) -> Iterator[Proposal]:
    freed = {
        person
        for one in report.happenings["release"]
        if one.told in (Told.OUTRIGHT, Told.REPORTED)
        for person in one.people
    }
    for one in report.happenings["release"]:
        if one.way == "moved" and not _tells_of_release(report):
            continue
        for person in one.people:
            if report.cast.people[person].officer and one.way != "among":
                continue
            if one.told in (Told.OUTRIGHT, Told.REPORTED) and one.way != "absent":
                yield _proposal(report, one, person, "Released", _release_fields(report, one))
            elif one.told is Told.NEGATED or one.way == "absent":
                yield _proposal(report, replace(one, told=Told.NEGATED), person, "SeenHeld", _held_fields(report, one))
            elif person not in freed:
                yield _doubtful(report, one, person)


def _tells_of_release(report: Report) -> bool:
    return any(one.way != "moved" for one in report.happenings["release"]) or bool(report.happenings["pardon"])


def _doubtful(report: Report, one: Happening, person: int) -> Proposal:
    """What is wished, planned, rumoured or denied is kept as something said, for an editor to see; never a release."""
    sentence = one.sentence
    start, end = _whole(report, sentence)
    gist = " ".join(report.cast.text.printed[start:end].split())[:300]
    found = _proposal(report, one, person, "Said", {"speaker": "", "gist": gist})
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
    fields: dict[str, Plain] = {"when": _day(report, one)}
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
    when = _day(report, one) or (report.published.isoformat() if report.published else None)
    return {"when": when, "still": True} if when else {"still": True}


def _kept(report: Report) -> Iterator[Proposal]:
    freed = {
        person
        for one in report.happenings["release"]
        if one.told is Told.OUTRIGHT and one.way != "absent"
        for person in one.people
    }
    for one in report.happenings["kept"]:
        for person in one.people:
            if report.cast.people[person].officer or (person in freed and one.way != "absent"):
                continue
            if one.told in (Told.OUTRIGHT, Told.REPORTED) or one.way == "absent":
                yield _proposal(report, replace(one, told=Told.NEGATED), person, "SeenHeld", _held_fields(report, one))
    for one in report.happenings["refused"]:
        for person in one.people:
            if one.told in (Told.OUTRIGHT, Told.REPORTED, Told.NEGATED):
                fields: dict[str, Plain] = {"when": _day(report, one)}
                yield _proposal(report, one, person, "RefusedToLeave", fields)


def _detained(report: Report) -> Iterator[Proposal]:
    for one in report.happenings["detained"]:
        for person in one.people:
            if one.told in (Told.OUTRIGHT, Told.REPORTED) and not report.cast.people[person].officer:
                fields: dict[str, Plain] = {"when": _day(report, one)}
                yield _proposal(report, one, person, "Detained", fields)


def _sentenced(report: Report) -> Iterator[Proposal]:
    used: set[tuple[int, int]] = set()
    for one in report.happenings["sentenced"]:
        if one.told in (Told.NEGATED, Told.DOUBTED) or _only_asked(report, one):
            continue
        lengths = [length for length in _lengths_at(report, one) if (length.start, length.end) not in used]
        for length, people in _shared_out(report, one, lengths):
            used.add((length.start, length.end))
            for person in people:
                if not report.cast.people[person].officer:
                    yield _sentence(report, one, person, length)
        if not lengths:
            penalty = _penalty(report, one.sentence)
            for person in one.people:
                if (
                    penalty in ("life", "fine", "by.restriction_home", "by.restriction_open")
                    and not report.cast.people[person].officer
                ):
                    yield _sentence(report, one, person, None)
    yield from _in_brackets(report, used)


def _only_asked(report: Report, one: Happening) -> bool:
    """What a prosecutor asks for is no sentence; “up to” before the number speaks of what may come."""
    low = report.cast.text.low
    language = report.cast.language
    around = low[max(one.sentence.start, one.start - 60) : min(one.sentence.end, one.end + 40)]
    return any(len(found.group()) > 4 for found in language.pattern("sentenced.asked").finditer(around))


def _lengths_at(report: Report, one: Happening) -> list[Length]:
    found = find_lengths(report.cast.text, one.sentence, report.cast.language)
    near = [each for each in found if -60 <= each.start - one.end <= 140]
    low = report.cast.text.low
    age = re.compile(
        r"\s*-?(?:old|летн\w+ (?:мужчин|женщин|жител)|гадов\w+ (?:мужчын|жанчын|жыхар)|ago|таму|назад|later|earlier)"
    )
    return [each for each in near if not age.match(low, each.end) and not _time_spent(low, each)]


def _time_spent(low: str, each: Length) -> bool:
    """“After four years behind bars” tells how long somebody was held, and not what a court gave."""
    before = low[max(0, each.start - 14) : each.start]
    return bool(_SPENT.search(before))


def _shared_out(report: Report, one: Happening, lengths: Sequence[Length]) -> Iterator[tuple[Length, tuple[int, ...]]]:
    """“X to eleven years, Y to nine years”: each length to whoever stands between it and the one before."""
    upto = one.sentence.start
    for number, length in enumerate(lengths):
        between = [
            each
            for each in report.cast.named_in(one.sentence)
            if upto <= each.start < length.start and not each.possessive
        ]
        if number == 0 or not between:
            yield length, one.people if number == 0 else one.people[number : number + 1] or one.people[-1:]
        else:
            yield length, (between[-1].person,)
        upto = length.end


def _sentence(report: Report, one: Happening, person: int, length: Length | None) -> Proposal:
    penalty = _penalty(report, one.sentence) or "imprisonment"
    fields: dict[str, Plain] = {"when": _day(report, one), "penalty": penalty}
    if length:
        fields["term"] = str(length.term)
        if length.term.days and not length.term.years:
            fields["penalty"] = "arrest"
    articles = _articles(report, one.sentence)
    if articles:
        fields["articles"] = list(articles)
    found = _proposal(report, one, person, "Sentenced", fields, length)
    if not fields["when"]:
        span = _sentenced_within(report, length)
        fields["when"] = span
        return replace(
            found,
            fields=fields,
            note="The text gives no day: any from which the term may still be running." if span else "",
        )
    return found


def _sentenced_within(report: Report, length: Length | None) -> str | None:
    """A term told of as being served began no longer ago than it lasts, and a year or two for the trial."""
    if report.published is None or length is None or not length.term.years:
        return None
    first = report.published.replace(day=1) - timedelta(days=366 * (length.term.years + 2))
    return f"{first:%Y-%m}/{report.published}"


def _penalty(report: Report, sentence: Sentence) -> str:
    low = report.cast.text.low[sentence.start : sentence.end]
    return next((key for key, pattern in report.cast.language.keys("penalties") if pattern.search(low)), "")


_NUMBERED = re.compile(
    r"(?:articles?|art\.?|ст\.|стать[а-я]+|арт\.|артыкул[а-яў]*|арт)\s*((?:\d{2,3}(?:[-–]\d)?(?:\(\d\))?(?:\s*(?:,|and|и|і|ды)\s*)?)+)"
)


def _articles(report: Report, sentence: Sentence) -> tuple[str, ...]:
    low = report.cast.text.low[sentence.start : sentence.end]
    numbered = [
        f"by.cc.{number}" for found in _NUMBERED.finditer(low) for number in re.findall(r"\d{2,3}(?:-\d)?", found[1])
    ]
    worded = [key for key, pattern in report.cast.language.keys("charges") if pattern.search(low)]
    return tuple(dict.fromkeys(numbered or worded))


def _in_brackets(report: Report, used: set[tuple[int, int]]) -> Iterator[Proposal]:
    """A term in brackets after a name, as lists print it: “Pavel Kryvets (11 years)”."""
    printed = report.cast.text.printed
    for sentence in report.cast.text.sentences:
        lengths = find_lengths(report.cast.text, sentence, report.cast.language)
        for one in report.cast.by_name(sentence):
            for length in lengths:
                gap = printed[one.end : length.start]
                if (length.start, length.end) not in used and re.fullmatch(
                    r"(?:,[^,();]{0,40})?\s*\((?:[^()]{0,20}\s)?", gap
                ):
                    happening = Happening(
                        "sentenced", length.start, length.end, (one.person,), Told.OUTRIGHT, sentence, "undergone"
                    )
                    yield _sentence(report, happening, one.person, length)


def _charged(report: Report) -> Iterator[Proposal]:
    for one in report.happenings["charged"]:
        articles = _articles(report, one.sentence)
        for person in one.people:
            if articles and one.told is Told.OUTRIGHT and not report.cast.people[person].officer:
                yield _proposal(report, one, person, "Charged", {"articles": list(articles), "when": _day(report, one)})


def _others(report: Report) -> Iterator[Proposal]:
    language = report.cast.language
    for one in report.happenings["died"]:
        low = report.cast.text.low[one.sentence.start : one.sentence.end]
        inside = bool(language.pattern("custody_place").search(low) or language.pattern("died.custody").search(low))
        for person in one.people[:1]:
            if one.told in (Told.OUTRIGHT, Told.REPORTED):
                fields: dict[str, Plain] = {"when": _day(report, one)}
                yield _proposal(report, one, person, "Died", fields | ({"in_custody": "yes"} if inside else {}))
    for one in report.happenings["pardon"]:
        for person in one.people:
            if one.told in (Told.OUTRIGHT, Told.REPORTED) and not report.cast.people[person].officer:
                yield _proposal(report, one, person, "Pardoned", {"when": _day(report, one)})
    for one in report.happenings["papers"]:
        for person in one.people:
            fields = {
                "paper": "passport"
                if re.search("pa?s+port|паспорт|пашпарт", report.cast.text.low[one.start : one.end])
                else "all"
            }
            yield _proposal(report, one, person, "PapersLost", fields)
    for number, who in enumerate(report.cast.people):
        for role, start, end in who.roles[:2]:
            if role != "official":
                yield _at(
                    report, (min(start, who.first.start), max(end, who.first.end)), number, "WorkedAs", {"role": role}
                )


def _at(report: Report, span: tuple[int, int], person: int, kind: str, fields: Mapping[str, Plain]) -> Proposal:
    if span[1] - span[0] > 120:
        span = (report.cast.people[person].first.start, report.cast.people[person].first.end)
    start, end, quoted = pinned(report.cast, *span)
    who = report.cast.people[person].name
    return Proposal(kind, fields, start, end, quoted, report.cast.language.key, who, person)


def _whole(report: Report, sentence: Sentence) -> tuple[int, int]:
    start, end, _ = pinned(report.cast, sentence.start, min(sentence.end, sentence.start + _LONGEST_QUOTE))
    return start, end


def _proposal(
    report: Report, one: Happening, person: int, kind: str, fields: Mapping[str, Plain], length: Length | None = None
) -> Proposal:
    dated = _dated(report, one)
    start, end, quoted = pinned(report.cast, *_span(report, one, person, dated, length))
    speaker, nearness = speaker_at(report, one.start, one.end, person)
    certainty = Certainty.REPORTED if one.told is Told.REPORTED else Certainty.STATED
    return Proposal(
        kind=kind,
        fields={name: value for name, value in fields.items() if value is not None},
        start=start,
        end=end,
        quote=quoted,
        language=report.cast.language.key,
        who=report.cast.people[person].name,
        person=person,
        speaker=speaker,
        certainty=certainty,
        nearness=nearness,
        told=one.told,
        printed_when=report.cast.text.printed[dated.start : dated.end] if dated else "",
        weekday=dated.weekday if dated else None,
    )


def _span(report: Report, one: Happening, person: int, dated: Dated | None, length: Length | None) -> tuple[int, int]:
    """From the first to the last of name, verb, day and term, within the sentence."""
    places = [(one.start, one.end)]
    places += [(each.start, each.end) for each in report.cast.named_in(one.sentence) if each.person == person][:1]
    places += [
        (each.start, each.end)
        for each in (dated, length)
        if each is not None and one.sentence.start <= each.start < one.sentence.end
    ]
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    return (start, end) if end - start <= _LONGEST_QUOTE else (one.start, one.end)


def speaker_at(report: Report, start: int, end: int, person: int | None = None) -> tuple[str, Nearness]:
    """Who says what stands at a place; the text itself, unnamed, where nobody is said to."""
    for saying in report.sayings:
        if saying.start <= start and end <= saying.end + 1:
            nearness = nearness_of(saying, report.cast)
            if (
                nearness is Nearness.SUBJECT
                and saying.person is not None
                and person is not None
                and saying.person != person
            ):
                nearness = Nearness.UNSTATED
            return saying.speaker, nearness
    return "", Nearness.UNSTATED


def _dated(report: Report, one: Happening) -> Dated | None:
    """Its own expression of time; a release without one is of the day of which the text tells."""
    own = _own_date(report, one)
    if own is None and one.kind in ("release", "pardon", "refused") and one.way != "noun":
        return _day_of_the_release(report)
    return own


def _own_date(report: Report, one: Happening) -> Dated | None:
    """The expression of time that stands by this verb and by no other of its sentence."""
    dates = report.in_sentence(one.sentence)
    if not dates:
        return None
    verbs = [
        (each.start, each.end)
        for kind in ("release", "detained", "sentenced", "died", "pardon", "charged")
        for each in report.happenings[kind]
        if each.sentence.number == one.sentence.number
    ]
    own = [date for date in dates if _nearest_verb(report, date, verbs) == (one.start, one.end) or len(set(verbs)) <= 1]
    return min(own, key=lambda date: _gap(date, one.start, one.end), default=None)


def _nearest_verb(report: Report, dated: Dated, verbs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    low = report.cast.text.low

    def apart(verb: tuple[int, int]) -> float:
        between = low[min(verb[1], dated.end) : max(verb[0], dated.start)]
        return _gap(dated, *verb) + 20 * len(re.findall(r"[,;—–(]|\b(?:and|и|і|but|но|але)\b", between))

    return min(verbs, key=apart, default=None)


def _gap(dated: Dated, start: int, end: int) -> float:
    return dated.start - end if dated.start >= end else max(start - dated.end, 0) + 6


def _day(report: Report, one: Happening) -> str | None:
    dated = _dated(report, one)
    return dated.when.text if dated is not None and dated.when else None


def _day_of_the_release(report: Report) -> Dated | None:
    """The day of which the text tells first that people were freed: what follows tells of the same."""
    for one in report.happenings["release"]:
        if one.told in (Told.OUTRIGHT, Told.REPORTED):
            dated = _own_date(report, one)
            if dated and (dated.weekday is not None or (dated.when and dated.when.is_day)):
                return dated
    return None
