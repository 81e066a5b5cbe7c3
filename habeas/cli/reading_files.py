"""Reading a report from a file or an address: its proposals as JSON or a table, beside the register if there is one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from habeas.cli.exporting import log_export
from habeas.cli.opening import register_here
from habeas.cli.shown import note, say, show_json, show_table
from habeas.delimited import read_bytes
from habeas.domain.dates import PartialDate
from habeas.domain.written import Plain
from habeas.intake.texts import model
from habeas.intake.texts.grading import grade, graded
from habeas.intake.texts.reports import read_text_of, report_at, report_in
from habeas.intake.texts.weighed import Weighed
from habeas.intake.texts.weighing import weigh
from habeas.problems import BadInput
from habeas.reading.read import Reading
from habeas.reading.words.hedges import Told


def read(what: str, said: tuple[str, str], with_model: bool, as_json: bool) -> None:
    lang, published = said
    told = report_at(what) if re.match(r"https?://", what) else report_in(Path(what), read_bytes(Path(what)))
    has_register = register_here()
    reading = read_text_of(told, published=_day(published), lang=lang, register=has_register)
    if with_model:
        reading = _with_model(told.text, reading)
    weighed = _weighed(reading) if has_register else [Weighed(one) for one in reading.proposals]
    if as_json:
        if has_register:
            log_export()
        show_json([_proposal(one) for one in weighed])
    else:
        _show(weighed, reading)
    _notes(reading, has_register)


def _with_model(text: str, reading: Reading) -> Reading:
    return replace(reading, proposals=(*reading.proposals, *model.proposals_of(text, reading, model.answer(text))))


def _day(text: str) -> PartialDate | None:
    if not text:
        return None
    day = PartialDate.parse(text)
    if not day.is_day:
        raise BadInput(f"--published is one day, and “{text[:40]}” is several. Write it as in 2025-12-14.")
    return day


def _weighed(reading: Reading) -> list[Weighed]:
    from habeas.register.answers import Audience
    from habeas.register.lenses import lens
    from habeas.register.queries import names_of_people

    weighed = weigh(reading, lens(None, None, Audience.DESK))
    low = grade(reading, weighed, sum(1 for _ in names_of_people()))
    if low.low:
        note(f"Graded low: {low.why}")
    return graded(weighed, low)


def _notes(reading: Reading, has_register: bool) -> None:
    if reading.published is None:
        note("The text's own day isn't known, so that “on Friday” stays without a date. Give it with --published DAY.")
    if not has_register:
        note("There is no register in the home folder, so that nothing is weighed against one.")
    for warning in reading.warnings:
        note(warning)


def _proposal(one: Weighed) -> dict[str, object]:
    it = one.proposal
    return {
        "kind": it.kind,
        "fields": dict(it.fields),
        "who": it.who,
        "quote": it.quote.exact,
        "prefix": it.quote.prefix,
        "suffix": it.quote.suffix,
        "start": it.start,
        "end": it.end,
        "language": it.language,
        "speaker": it.speaker,
        "nearness": str(it.nearness),
        "certainty": str(it.certainty),
        "told": it.told.value,
        "printed_when": it.printed_when,
        "needs": list(it.needs),
        "marks": list(it.marks),
        "by": it.by,
        "note": it.note,
        "matches": [{"id": each.id, "name": each.name, "probability": each.probability} for each in one.matches],
        "stands": one.stands,
        "lines": list(one.lines),
        "against": [_held(each.line, each.says, each.speaker, each.source) for each in one.against],
        "why": one.why,
        "batch": one.batch,
    }


def _held(line: int, says: str, speaker: str, source: str) -> dict[str, Plain]:
    return {"line": line, "says": says, "speaker": speaker, "source": source}


def _show(weighed: list[Weighed], reading: Reading) -> None:
    if not weighed:
        say("The text proposes nothing that the register keeps.")
        return
    rows = [
        (
            one.proposal.kind,
            one.proposal.who,
            _fields(one),
            one.proposal.speaker,
            _told(one),
            f"{one.matches[0].id} {one.matches[0].probability:.2f}" if one.matches else "",
            one.stands + (f" ({', '.join(map(str, one.lines[:4]))})" if one.lines else ""),
            one.proposal.quote.exact.replace("\n", " ")[:120],
        )
        for one in weighed
    ]
    show_table(("kind", "who", "what", "speaker", "told", "may be", "stands", "words"), rows)
    for one in weighed:
        if one.stands == "contradicts":
            say(f"  contradicts: {one.proposal.who or one.proposal.kind}: {one.why}")
            for each in one.against[:3]:
                say(f"    line {each.line}: {each.says} ({each.speaker or each.source})")


_HOW = {
    Told.OUTRIGHT: "",
    Told.REPORTED: "as reported",
    Told.DOUBTED: "as unconfirmed or denied",
    Told.UNREAL: "as promised, planned or wished",
    Told.NEGATED: "as not so",
}


def _told(one: Weighed) -> str:
    """How firmly; that somebody is held is the very thing told of whoever wasn't freed."""
    held = one.proposal.kind == "SeenHeld" and one.proposal.told is Told.NEGATED
    return "" if held else _HOW[one.proposal.told]


def _fields(one: Weighed) -> str:
    skipped = ("gist", "speaker", "note", "title", "text", "language")
    told = ((name, value) for name, value in one.proposal.fields.items() if name not in skipped)
    return ", ".join(f"{name} {_plain(value)}" for name, value in told if value not in (None, "", False))


def _plain(value: Plain) -> str:
    if value is True:
        return "yes"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
