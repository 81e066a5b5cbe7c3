"""What a text says of a release as a whole: announced, counted, in stages, and whether people may stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from habeas.domain.words import Counted
from habeas.domain.written import Plain
from habeas.reading.claims.proposals import Proposal, pinned
from habeas.reading.claims.report import Report, speaker_at
from habeas.reading.how_many.counts import Count
from habeas.reading.words.hedges import Told, told
from habeas.reading.words.languages import Language

BATCH = "batch"
_COUNTED = {"released": Counted.ANNOUNCED, "held": Counted.REMAINING}


def propose(report: Report, counts: list[Count]) -> list[Proposal]:
    return [*_announced(report, counts), *_counted(report, counts), *_stages(report, counts)]


def _announced(report: Report, counts: list[Count]) -> Iterator[Proposal]:
    """The first whole number of people freed is taken for the release that the text is about."""
    whole = next((one for one in counts if one.of == "released" and not one.part), None)
    if whole is None:
        return
    when, printed, weekday = _when(report, whole)
    fields: dict[str, Plain] = {"title": f"A release of {whole.number} people", "number": whole.number}
    if when:
        fields["when"] = when
    made = _made(report, whole.sentence.start, whole.sentence.end, "BatchAnnounced", fields, keyed=whole)
    yield replace(made, printed_when=printed, weekday=weekday)


def _when(report: Report, count: Count) -> tuple[str, str, int | None]:
    dates = report.in_sentence(count.sentence)
    if not dates:
        return "", "", None
    near = min(dates, key=lambda one: min(abs(one.start - count.end), abs(count.start - one.end)))
    printed = report.cast.text.printed[near.start : near.end]
    return near.when.text if near.when else "", printed, near.weekday


def _counted(report: Report, counts: list[Count]) -> Iterator[Proposal]:
    seen: set[tuple[int, str]] = set()
    language = report.cast.language
    for one in counts:
        if (one.number, one.of) in seen:
            continue
        seen.add((one.number, one.of))
        words = report.cast.text.printed[one.start : one.end]
        made = _made(report, one.start, one.end, "BatchCounted", {"number": one.number}, keyed=one)
        counted = (
            Counted.CITIZENS
            if one.part and language.pattern("counted.citizens").search(words.lower())
            else _COUNTED.get(one.of)
        )
        fields: dict[str, Plain] = {"number": one.number, "speaker": made.speaker or "the text", "note": words}
        if counted:
            fields["counted"] = str(counted)
        note = "" if counted else f"People {one.of}: the register keeps no such figure of a release."
        yield replace(made, fields=fields, marks=(one.of,), note=note)


def _stages(report: Report, counts: list[Count]) -> Iterator[Proposal]:
    """“The first group … in the morning, others later”; “nine were taken to Vilnius and 114 to Ukraine”."""
    language, text = report.cast.language, report.cast.text
    order = 0
    for sentence in text.sentences:
        if not language.pattern("counted.released").search(text.low, sentence.start, sentence.end):
            continue
        found = sorted(
            [
                (one.start(), one.end(), "first")
                for one in language.pattern("stage.first").finditer(text.low, sentence.start, sentence.end)
            ]
            + [
                (one.start(), one.end(), "later")
                for one in language.pattern("stage.later").finditer(text.low, sentence.start, sentence.end)
            ]
        )
        for start, end, which in found:
            order = 1 if which == "first" else max(order + 1, 2)
            country, place = _where(report, sentence.start, sentence.end)
            words = text.printed[start:end]
            fields: dict[str, Plain] = {"stage": f"stage-{order}", "order": order, "title": words}
            fields |= {"country": country, "place": place} if country and which == "first" else {}
            yield _made(report, sentence.start, sentence.end, "StageMoved", fields)
    yield from _moved(report, counts, order)


def _moved(report: Report, counts: list[Count], order: int) -> Iterator[Proposal]:
    language, text = report.cast.language, report.cast.text
    for one in counts:
        if one.of != "released":
            continue
        after = text.low[one.end : min(one.sentence.end, one.end + 60)]
        for key, pattern in language.keys("countries"):
            found = pattern.search(after)
            if (
                found
                and key != "by"
                and not any(mark in after[: found.start()] for mark in ",;.")
                and _led_there(after[: found.start()], language)
            ):
                order += 1
                fields: dict[str, Plain] = {
                    "stage": key,
                    "order": order,
                    "title": text.printed[one.start : one.end + found.end()],
                    "country": key,
                    "number": one.number,
                }
                yield _made(report, one.start, one.end + found.end(), "StageMoved", fields)
                break


def _led_there(between: str, language: Language) -> bool:
    words = between.split()
    return bool(words) and language.shape(r"{into}").fullmatch(words[-1]) is not None


def _where(report: Report, start: int, end: int) -> tuple[str, str]:
    low = report.cast.text.low[start:end]
    for key, pattern in report.cast.language.keys("countries"):
        if found := pattern.search(low):
            words = report.cast.text.printed[start + found.start() : start + found.end()]
            return key, words
    return "", ""


def relocation(report: Report) -> Iterator[Proposal]:
    """Whether those freed may stay or must go, said of all of them; no claim about anybody, so it is kept as speech."""
    language, text = report.cast.language, report.cast.text
    for sentence in text.sentences:
        for mark in ("chosen", "offered", "forced"):
            found = language.pattern(f"relocation.{mark}").search(text.low, sentence.start, sentence.end)
            if not found or told(text, sentence, found.span(), language) is Told.NEGATED:
                continue
            if not language.pattern("counted.released").search(text.low, sentence.start, sentence.end):
                continue
            start, end, _ = pinned(report.cast, sentence.start, min(sentence.end, sentence.start + 600))
            gist = " ".join(text.printed[start:end].split())[:400]
            made = _made(report, sentence.start, sentence.end, "Said", {"gist": gist}, at=found.start())
            yield replace(made, fields={"gist": gist, "speaker": made.speaker or "the text"}, marks=(f"exile.{mark}",))
            break


def _made(
    report: Report,
    start: int,
    end: int,
    kind: str,
    fields: dict[str, Plain],
    *,
    keyed: Count | None = None,
    at: int | None = None,
) -> Proposal:
    start, end, quoted = pinned(report.cast, start, min(end, start + 600))
    place = keyed.start if keyed else at if at is not None else start
    speaker, nearness = speaker_at(report, place, place + 1)
    return Proposal(kind, fields, start, end, quoted, report.cast.language.key, speaker=speaker, nearness=nearness)
