"""Commands that ask the register: the answers of its queries, as JSON for programs or as tables for people."""

from __future__ import annotations

from habeas.cli.exporting import export_json
from habeas.cli.shown import bounds, note, plain, say, show_json, show_table
from habeas.domain.written import Plain
from habeas.names import names_somebody
from habeas.problems import BadInput, known_are
from habeas.register import queries
from habeas.register.answers import AsOf, Audience, Conflict, Lens
from habeas.register.answers_batches import BatchAnswer, Figure
from habeas.register.answers_people import Found, PersonAnswer, PersonRow

Clocks = tuple[str | None, str | None]
_PROBABILITY = (
    "Probability: how likely it is that this name means this person, judged by the two names and by how many others in"
    " the register bear such names. It says nothing of whether the person is held, and it can't tell two people of one"
    " name apart: compare the year of birth and the place."
)


def find(text: str, limit: int, clocks: Clocks, as_json: bool) -> None:
    if not names_somebody(text):
        raise BadInput(
            f"“{text.strip()[:80]}” is no name. Give a surname, or a given name and a surname, in any script."
        )
    found = queries.find(text, lens_of(clocks), limit)
    if as_json:
        export_json(
            [
                {
                    "id": one.id,
                    "name": one.name,
                    "names": one.names,
                    "probability": one.probability,
                    "reasons": one.reasons,
                }
                for one in found
            ]
        )
    elif found:
        rows = [(one.id, one.name, f"{one.probability:.2f}", one.status, _why(one)) for one in found]
        show_table(("id", "name", "probability", "status", "why, and other names"), rows)
        say(_PROBABILITY)
    else:
        say("Nobody of this name stands in the register.")
        say("Lists are incomplete; this does not mean that they are still held.")


def _why(one: Found) -> str:
    others = [name for name in one.names[:6] if name != one.name]
    return "\n".join(filter(None, ("; ".join(one.reasons), ", ".join(others))))


def person(id: str, clocks: Clocks, as_json: bool) -> None:
    answer = _person(id, lens_of(clocks))
    if as_json:
        export_json(
            {
                "id": answer.id,
                "names": [name.text for name in answer.names],
                "status": answer.status,
                "low": answer.low,
                "high": answer.high,
                "because": answer.because,
                "claims": answer.claims,
                "conflicts": answer.conflicts,
                "releases": answer.releases,
            }
        )
    else:
        _show_person(answer)


def batch(id: str, remaining: bool, clocks: Clocks, as_json: bool) -> None:
    lens = lens_of(clocks)
    answer = queries.batch(id, lens)
    if answer is None:
        known = known_are("batch", id, [row.id for row in queries.batches(lens)])
        raise BadInput(f"There is no batch “{id[:80]}”. {known} See: habeas batches")
    if as_json:
        told: dict[str, object] = {
            "announced": _figures(answer.announced),
            "named": _figures(answer.named),
            "matched": answer.matched,
            "verified": _figures(answer.verified),
            "recognised": _figures(answer.recognised),
            "ours": answer.ours,
            "stages": answer.stages,
            "conflicts": answer.conflicts,
            "breakdown": answer.breakdown,
        }
        export_json({**told, "remaining": answer.remaining} if remaining else told)
    else:
        _show_batch(answer, remaining)


def batches(clocks: Clocks, as_json: bool) -> None:
    rows = queries.batches(lens_of(clocks))
    if as_json:
        show_json(rows)
    elif rows:
        table = [
            (
                one.id,
                one.title,
                one.when,
                one.announced,
                bounds(one.matched.low, one.matched.high),
                bounds(one.ours.low, one.ours.high),
            )
            for one in rows
        ]
        show_table(("batch", "title", "when", "announced", "matched", "ours"), table)
    else:
        say("No batch is known yet. Add one with: habeas batch add")


def sources(as_json: bool) -> None:
    rows = queries.sources(lens_of((None, None)))
    if as_json:
        show_json(rows)
    elif rows:
        show_table(
            ("source", "publisher", "title", "published", "archived", "address"),
            [
                (one.id, one.publisher, one.title, one.published, "yes" if one.sha256 else "", one.address)
                for one in rows
            ],
        )
    else:
        say("No source is known yet. Add one with: habeas source add")


def definitions(as_json: bool) -> None:
    rows = queries.definitions()
    if as_json:
        show_json(rows)
    else:
        show_table(
            ("definition", "version", "owner", "title", "what it counts"),
            [(one.key, one.version, one.owner, one.title, one.text) for one in rows],
        )


def lens_of(clocks: Clocks, names: tuple[str, str] = ("on", "known")) -> Lens:
    """What one editor wrote and no other accepted yet is told by commands as well, and what is withheld is not."""
    return queries.lens(*clocks, Audience.DRAFT, names)


def _person(id: str, lens: Lens) -> PersonAnswer:
    answer = queries.person(id, lens)
    if isinstance(answer, queries.Redirect):
        note(f"{id} and {answer.to} are one person.")
        answer = queries.person(answer.to, lens)
    if answer is None or isinstance(answer, queries.Redirect):
        raise BadInput(f"There is no person “{id[:80]}” that we can show. Find the id with: habeas find NAME.")
    return answer


def _figures(figures: tuple[Figure, ...]) -> list[Plain]:
    return [{"speaker": one.speaker, "what": one.what, "number": one.number} for one in figures]


def _show_person(answer: PersonAnswer) -> None:
    say(f"{answer.name}  ({answer.id})")
    others = [name.text for name in answer.names if name.text != answer.name]
    if others:
        say("  " + ", ".join(others))
    since = f" since {answer.since}" if answer.since else ""
    heard = f", last heard of {answer.last_heard}" if answer.last_heard else ""
    lines = ", ".join(map(str, answer.because)) or "none"
    say(f"  {answer.status}{since}{heard} (held: {bounds(answer.low, answer.high)}), by lines {lines}")
    show_as_of(answer.as_of)
    rows = [
        (
            one.number,
            one.when,
            one.sentence,
            one.speaker,
            one.source.publisher if one.source else "",
            plain(one.standing),
        )
        for one in answer.claims
    ]
    show_table(("line", "when", "claim", "speaker", "in", "standing"), rows)
    _show_conflicts(answer.conflicts)
    for warning in answer.warnings:
        note(warning)


def _show_batch(answer: BatchAnswer, remaining: bool) -> None:
    said = dict.fromkeys((answer.id, answer.when))
    say(f"{answer.title} ({', '.join(said)})")
    figures = [*answer.announced, *answer.named, *answer.verified, *answer.recognised, *answer.other_figures]
    show_table(
        ("what", "number", "speaker", "of whom"),
        [
            *((one.counted, one.number, one.speaker, one.what) for one in figures),
            (
                "matched",
                bounds(answer.matched.low, answer.matched.high),
                "this register",
                "rows matched to people of this register",
            ),
            ("ours", bounds(answer.ours.low, answer.ours.high), "this register", "members who were free just after"),
        ],
    )
    if answer.stages:
        say()
        stages = [(one.order, one.title, one.when, one.country, one.number, one.members) for one in answer.stages]
        show_table(("stage", "what", "when", "country", "number", "members known"), stages)
    _show_conflicts(answer.conflicts)
    if remaining:
        _show_remaining(answer.remaining)
    show_as_of(answer.as_of)


def _show_remaining(rows: tuple[PersonRow, ...]) -> None:
    say()
    if not rows:
        say("Nobody of whom claims tell is still held.")
        return
    show_table(
        ("id", "name", "status", "since", "facility"),
        [(one.id, one.name, one.status, one.since, one.facility) for one in rows],
        title=f"{len(rows)} still held",
    )


def _show_conflicts(conflicts: tuple[Conflict, ...]) -> None:
    for one in conflicts:
        shown, against = (", ".join(map(str, lines)) for lines in (one.shown, one.against))
        say(f"  conflict about {one.about}: shown {shown or 'none'}, set aside {against or 'none'}. {one.why}")


def show_as_of(as_of: AsOf) -> None:
    replay = "; a replay of past publications" if as_of.replay else ""
    say(f"  On {as_of.on}, as known at {as_of.known:%Y-%m-%d %H:%M} UTC (version {as_of.version}{replay}).")
