"""Commands that ask about agreements and the legal acts of sanctions, and that take what editors write of them."""

from __future__ import annotations

from pathlib import Path

from habeas.cli.asking import show_as_of
from habeas.cli.keeping import caught_up
from habeas.cli.shown import bounds, note, plain, say, show_json, show_table
from habeas.domain.verdicts import Verdict
from habeas.domain.words import Answer
from habeas.intake.agreements import take_agreements
from habeas.ledger.access import Event, record
from habeas.problems import BadInput, known_are
from habeas.register import queries
from habeas.register.answers import Audience, Lens
from habeas.register.answers_agreements import AgreementAnswer, Amount, CommitmentShown, InstrumentAnswer

Clocks = tuple[str | None, str | None]


def agreement(id: str, clocks: Clocks, as_json: bool) -> None:
    lens = queries.lens(*clocks, Audience.DRAFT)
    answer = queries.agreement(id, lens)
    if answer is None:
        raise BadInput(_absent("agreement", id, [one.id for one in queries.agreements(lens)], lens))
    if as_json:
        show_json(answer)
    else:
        _show_agreement(answer)


def agreements(clocks: Clocks, as_json: bool) -> None:
    rows = queries.agreements(queries.lens(*clocks, Audience.DRAFT))
    if as_json:
        show_json(rows)
    elif rows:
        table = [(one.id, one.title, one.when, f"{one.done} of {one.commitments}", one.kept.answer) for one in rows]
        show_table(("agreement", "title", "when", "parts surely done", "all kept"), table)
    else:
        say("No agreement is known yet. Put one on record with: habeas agreement take FILE")


def instrument(id: str, clocks: Clocks, as_json: bool) -> None:
    lens = queries.lens(*clocks, Audience.DRAFT)
    answer = queries.instrument(id, lens)
    if answer is None:
        raise BadInput(_absent("instrument", id, [one.id for one in queries.instruments(lens)], lens))
    if as_json:
        show_json(answer)
    else:
        _show_instrument(answer)


def instruments(clocks: Clocks, as_json: bool) -> None:
    rows = queries.instruments(queries.lens(*clocks, Audience.DRAFT))
    if as_json:
        show_json(rows)
    elif rows:
        table = [
            (one.id, one.sanctioner, plain(one.verb), one.begins, one.until, one.stands.answer, ", ".join(one.targets))
            for one in rows
        ]
        show_table(("instrument", "of", "what it does", "from", "until", "stands", "targets"), table)
    else:
        say("No instrument is known yet. Put one on record with: habeas agreement take FILE")


def take(file: Path, source: str, how: tuple[str, bool]) -> None:
    editor, as_json = how
    taken = take_agreements(file, source=source, editor=editor)
    if taken.written:
        caught_up()
        record(Event.TOOK, editor)
    if as_json:
        show_json(taken)
        return
    known = f"claims that stood so already: {taken.known}"
    say(f"{', '.join(taken.subjects)}. Lines written: {len(taken.written)}; {known}.")
    if taken.loose:
        note(f"Named and not on record: {', '.join(taken.loose)}. Put them on record, or mend the keys.")


def _absent(what: str, id: str, known: list[str], lens: Lens) -> str:
    day = f" at {lens.known_at:%Y-%m-%d %H:%M} UTC"
    return f"No {what} “{id[:80]}” was known{day}. {known_are(what, id, known)} See: habeas {what}s"


def _show_agreement(answer: AgreementAnswer) -> None:
    say(f"{answer.title} ({answer.id}, {answer.when})")
    through = f", through {', '.join(answer.mediators)}" if answer.mediators else ""
    say(f"  Between {', '.join(answer.parties)}{through}. {answer.form.meaning}; {answer.disclosure.meaning}.")
    titles = {one.key: one.title for one in answer.commitments} | {"": "terms that were not disclosed"}
    deciding = f" It hangs on: {', '.join(titles[key] for key in answer.decided_by)}." if answer.decided_by else ""
    say(f"  Everything kept: {_told(answer.kept)}.{deciding}")
    heads = ("who owes", "what", "how much", "done", "why", "overdue", "relief")
    show_table(heads, [_commitment(one) for one in answer.commitments])
    for condition in answer.conditions:
        hangs = condition.text or condition.on
        say(f"  {titles.get(condition.commitment)} hangs on: {hangs} ({condition.order}); met: {_told(condition.met)}.")
    for order in answer.orders:
        steps = ", then ".join(" and ".join(step) for step in order.steps) or order.gist
        say(f"  Order, as told by {order.teller} (line {order.because}): {steps}.")
    for one, other, lines in answer.order_conflicts:
        say(f"  Lines {lines[0]} and {lines[1]} order “{one}” and “{other}” differently; both are kept.")
    for report in answer.reports:
        tied = f"; instrument {report.instrument}" if report.instrument else "; no instrument named"
        say(f"  Told, {report.when}, by {report.speaker}: {report.gist}{tied} (line {report.because}).")
    for end in answer.ends:
        say(f"  What would end {titles.get(end.commitment)}: {end.trigger} ({end.known})")
    if answer.instruments:
        say()
        rows = [(one.id, plain(one.verb), one.begins, one.until, one.stands.answer) for one in answer.instruments]
        show_table(("instrument", "what it does", "from", "until", "stands"), rows)
    show_as_of(answer.as_of)


def _commitment(one: CommitmentShown) -> tuple[object, ...]:
    freed = f"; free {_amount(one.freed)}" if one.freed else ""
    much = "; ".join(dict.fromkeys(_amount(each) for each in one.amounts)) + freed
    step = one.step.meaning if one.step else ""
    return one.obligor, one.title, much, one.done.answer, one.done.ground.meaning, one.overdue.answer, step


def _amount(one: Amount) -> str:
    if one.low is None:
        return f"at most {one.high} {one.unit}"
    number = f"at least {one.low}" if one.high is None else bounds(one.low, one.high)
    return f"{number} {one.unit}"


def _show_instrument(answer: InstrumentAnswer) -> None:
    say(f"{answer.title} ({answer.id}, {answer.sanctioner_title})")
    until = f"until {answer.until}" if answer.until else "no end told"
    until = "without an end" if answer.open_ended is Answer.YES else until
    say(f"  {answer.verb.meaning}; from {answer.begins or 'a day not told'}, {until}.")
    say(f"  Stands: {_told(answer.stands)}.")
    for label, texts in (("Reaches", answer.scope), ("Stays closed", answer.stays_closed), ("Duties", answer.duties)):
        for text in texts:
            say(f"  {label}: {text}")
    show_table(("target", "on the list"), [(one.name, one.listed.answer) for one in answer.targets])
    if len(answer.chain) > 1:
        say()
        rows = [(one.id, plain(one.verb), one.begins, one.until, one.stands.answer) for one in answer.chain]
        show_table(("chain", "what it does", "from", "until", "stands"), rows)
        for joint in answer.joints:
            gap = "" if joint.gap.high is None else f"; without either: {bounds(joint.gap.low, joint.gap.high)} days"
            both = "" if joint.overlap.high is None else f"; with both: {bounds(joint.overlap.low, joint.overlap.high)}"
            say(f"  {joint.before} into {joint.after}: went on: {_told(joint.continuous)}{gap}{both}.")
        for run in answer.runs:
            end = "" if run.end.year == 9999 else f" until before {run.end}"
            say(f"  From {run.first}{end}: relief stands: {run.stands.answer} ({', '.join(run.standing) or 'none'})")
    for link in answer.links:
        say(f"  Tied to {link.commitment_title} ({link.agreement}), release {link.batch or 'none told'}.")
    show_as_of(answer.as_of)


def _told(verdict: Verdict) -> str:
    lines = f", lines {', '.join(map(str, verdict.because))}" if verdict.because else ""
    return f"{verdict.answer} ({verdict.ground.meaning}{lines})"
