"""Taking a list: its bytes are kept, each row becomes a mention with a stated outcome, and all of it is one append.

The same bytes taken again match anew the rows that nobody decided and change nothing else, but for a mended map that
makes other rows of them. Changed bytes from the
same source on the same event are a new version: rows that stay or come back keep their mention and every judgement on
it; rows that vanish are reported, and taken back only if the editor says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.delimited import read_bytes
from habeas.domain.claims import ListTaken, RowPrinted, StageMoved
from habeas.domain.lines import Candidate
from habeas.domain.words import Answer as Known
from habeas.domain.words import Nearness
from habeas.intake.batches import known_batch
from habeas.intake.come_so_far import come_so_far
from habeas.intake.files.column_maps import fits, remember, remembered
from habeas.intake.files.columns import ColumnMap
from habeas.intake.files.contents import Block
from habeas.intake.files.places_told import place_in
from habeas.intake.files.plain import Context
from habeas.intake.files.reading import contents_of, reading_of
from habeas.intake.files.rows import Reading, Row
from habeas.intake.kept_first import kept_first, refusal
from habeas.intake.listings import Listing, Printed, Version, listing_of
from habeas.intake.live import append_if_still, live
from habeas.intake.match_anew import asked_of, matched_anew
from habeas.intake.mentions import joined_already, judge
from habeas.intake.mint import new_list, new_person
from habeas.intake.outcome import Outcome, outcome_of
from habeas.intake.printed_claims import Place, Speaking, row_claims, said_beside
from habeas.intake.sources import known_source, usual_nearness
from habeas.intake.versions import Dropped, brought_back, check_not_most, gone_from, kept_rows, stood, withdrawn
from habeas.ledger.append import today
from habeas.ledger.read import last_number, lines
from habeas.ledger.sight import seeing_words
from habeas.linkage.one_list import Progress, link
from habeas.problems import BadInput
from habeas.register.queries import names_of_people

_TRIES = 5


@dataclass(frozen=True, slots=True)
class _Request:
    sha256: str
    reading: Reading
    by_map: bool
    place: Place
    voice: Speaking
    complete: Known
    dropped: Dropped


@seeing_words()
def take(
    path: Path,
    *,
    source: str,
    event: str,
    editor: str,
    nearness: Nearness | None = None,
    complete: Known = Known.UNKNOWN,
    dropped: Dropped = Dropped.ASK,
    progress: Progress | None = None,
    columns: ColumnMap | None = None,
) -> Outcome:
    """Take the list in, or say what became of it when it was; BadInput if anything about it can't be read.

    `complete` is whether the list itself claims to be complete; `dropped` is for rows that a new version has no more.
    `columns` is the map of its table; it is remembered for the source. Without it the remembered one is used if it
    fits, else the headings and cells decide.
    """
    id, said = known_source(source)
    batch = known_batch(event)
    sha256, reading = _read(Path(path), columns or id, Context(batch.when))
    request = _Request(
        sha256=sha256,
        reading=reading,
        by_map=columns is not None,
        place=Place("", event, batch.when, _stages(event)),
        voice=Speaking(id, said.publisher, nearness or usual_nearness(id), editor),
        complete=complete,
        dropped=dropped,
    )
    outcome = _taken(request, progress)
    if columns:
        remember(id, columns)
    return outcome


def check_names_somebody(path: Path, reading: Reading) -> None:
    """BadInput for a file that is no list: as a version it would drop everybody from the list that it is taken for."""
    if all(row.nobody for row in reading.rows):
        first = reading.rows[0]
        raise BadInput(
            f"{path}: nobody is named in it. Row {first.number} is “{first.text[:60]}”: {first.nobody}."
            " Give the file that holds the list. If this is it, put each name in a line of its own."
        )


def _read(path: Path, by: ColumnMap | str, known: Context) -> tuple[str, Reading]:
    """By a map, or by the one that is remembered for a source."""
    data = read_bytes(path)
    with kept_first(path, data) as sha256:
        contents = contents_of(path, data)
        columns = _remembered(by, contents.blocks) if isinstance(by, str) else by
        reading = come_so_far(reading_of(path, contents, columns, known), today())
        check_names_somebody(path, reading)
    return sha256, reading


def _remembered(source: str, blocks: tuple[Block, ...]) -> ColumnMap | None:
    by = remembered(source)
    return by if by and fits(by, blocks) else None


def _stages(event: str) -> dict[str, tuple[str, str]]:
    """The known stages of a release, each with the place and the country that it leads to."""
    told = [line.claim for line in live(StageMoved, subjects=[event])]
    return {one.stage: (place_in(one.place), one.country) for one in told if isinstance(one, StageMoved)}


def _taken(request: _Request, progress: Progress | None) -> Outcome:
    for _ in range(_TRIES):
        try:
            outcome = _take(request, progress)
        except BadInput as reason:
            raise BadInput(refusal(reason, request.sha256)) from None
        if outcome:
            return outcome
    raise BadInput("Others keep writing to the ledger at the same time; nothing was written. Take the list again.")


def _take(request: _Request, progress: Progress | None) -> Outcome | None:
    """None if somebody else wrote meanwhile, who may have taken this very list."""
    seen = last_number()
    listing = listing_of(request.voice.source, request.place.batch)
    if listing and (version := _same(request, listing)):
        anew = matched_anew(listing, request.reading.rows, progress)
        if anew and append_if_still(anew, seen) is None:
            return None
        told = len({one.subject for one in anew})
        return outcome_of(listing, version, again=True, anew=told, read=request.reading.rows)
    if append_if_still(list(_candidates(request, listing, progress)), seen) is None:
        return None
    taken = listing_of(request.voice.source, request.place.batch)
    assert taken is not None, "what was appended can be read"
    return outcome_of(taken, taken.latest, problems=request.reading.problems, read=request.reading.rows)


def _same(request: _Request, listing: Listing) -> Version | None:
    """The latest version, if it was these bytes; a map that an editor mended may make other rows of them.

    Bytes of an earlier version are a new one, so that the list is again what its source last printed.
    """
    version = listing.latest
    if version.taken.sha256 != request.sha256 or not request.by_map:
        return version if version.taken.sha256 == request.sha256 else None
    printed = [(one.row, one.text) for one in listing.printed(version)]
    return version if printed == [(row.number, row.text) for row in request.reading.rows] else None


def _candidates(request: _Request, listing: Listing | None, progress: Progress | None) -> Iterator[Candidate]:
    rows, voice = request.reading.rows, request.voice
    place = replace(request.place, listing=listing.id if listing else new_list())
    version = listing.latest.taken.version + 1 if listing else 1
    kept = kept_rows(rows, listing)
    yield voice.say(
        place.listing, ListTaken(voice.source, place.batch, request.sha256, version, len(rows), request.complete)
    )
    yield from _of_former(request, listing, kept)
    standing = stood(listing)
    for row in rows:
        if former := kept.get(row.number):
            yield from _again(former, row, (place, voice), printed=(row.number, former.subject) in standing)
    yield from _new([row for row in rows if row.number not in kept], kept, (place, voice), progress)


def _of_former(request: _Request, listing: Listing | None, kept: Mapping[int, Printed]) -> Iterator[Candidate]:
    """What becomes of rows that went, and of what was taken back when a row went that is here again."""
    if listing is None:
        return
    gone = gone_from(listing, kept)
    if request.dropped is Dropped.ASK:
        check_not_most(listing, gone)
    elif request.dropped is Dropped.RETRACT:
        yield from withdrawn(gone, request.voice.source, request.voice.editor)
    yield from brought_back(kept.values(), request.voice.editor)


def _again(former: Printed, row: Row, where: tuple[Place, Speaking], *, printed: bool) -> Iterator[Candidate]:
    """A row that stays says only what is new about it: another place in the list, a year of birth that was added."""
    place, voice = where
    if not printed:
        yield voice.say(former.subject, RowPrinted(place.listing, row.number, row.text), row.text)
    beside = [] if row.nobody else list(said_beside(row))
    said = {line.claim for line in lines(subjects=[former.subject])} if beside else set()
    for one in beside:
        if one.claim not in said:
            yield voice.say(former.subject, one.claim, one.printed)


def _new(
    rows: list[Row], kept: Mapping[int, Printed], where: tuple[Place, Speaking], progress: Progress | None
) -> Iterator[Candidate]:
    place, voice = where
    people = [row for row in rows if not row.nobody]
    answers = link([asked_of(row) for row in people], names_of_people(), progress) if people else []
    told = {row.number: answer for row, answer in zip(people, answers, strict=True)}
    taken = joined_already([one.subject for one in kept.values()]) if people else frozenset()
    for row in rows:
        subject = new_person()
        yield from row_claims(subject, row, place, voice)
        if answer := told.get(row.number):
            yield from judge(subject, answer, taken)
