"""The tables that can be asked to leave the desk: each of everybody, of a release, of a list or of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from habeas.desk.board import FATES
from habeas.desk.left_over import HEAD as LEFT_OVER
from habeas.desk.left_over import cells as left_over_cells
from habeas.desk.roles import Right
from habeas.intake.listings import known_listing, listings
from habeas.intake.outcome import RowOutcome, outcome_of
from habeas.ledger.access import entries
from habeas.pages.people import HEAD as PEOPLE
from habeas.pages.people import cells as people_cells
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.answers_people import Filters, PersonAnswer
from habeas.register.ask.some import PersonInBrief
from habeas.register.lenses import as_of

Table = tuple[tuple[str, ...], Iterator[tuple[str, ...]]]


class Of(Enum):
    """What a table is of."""

    ALL = "all"
    """Of the whole register."""
    RELEASE = "release"
    """Of one release, by its key."""
    LIST = "list"
    """Of one list that was taken, by its id."""
    PERSON = "person"
    """Of one person, by the id."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A table that can be asked for, and the right that it takes to ask."""

    title: str | Promise
    made: Callable[[str, Lens], Table]
    of: Of = Of.ALL
    right: Right = Right.CONTRIBUTE


def check_there(kind: Kind, about: str, lens: Lens) -> None:
    """BadInput where there is nothing that such a table could be of, as far as the lens shows."""
    if kind.of is Of.RELEASE and about not in {row.id for row in queries.batches(lens)}:
        raise BadInput(_("Choose which release."))
    if kind.of is Of.LIST and about not in listings():
        raise BadInput(_("Choose which list."))
    if kind.of is Of.PERSON and not isinstance(queries.person(about, lens), PersonAnswer):
        raise BadInput(_("Give the id of a person; their page at the desk shows it."))


def _people(about: str, lens: Lens) -> Table:
    return PEOPLE, people_cells(queries.people(Filters(), 1, lens, per_page=None))


def _left_over(about: str, lens: Lens) -> Table:
    answer = queries.left_over(about, lens)
    if answer is None:
        raise BadInput(_("Choose which release."))
    return LEFT_OVER, left_over_cells(answer)


_ROWS = (
    *("list", "list_version", "row", "printed", "outcome", "id", "name", "probability", "reasons"),
    *("on", "known", "version"),
)


def _rows(about: str, lens: Lens) -> Table:
    """Every row of the latest version with its verdict, without those of people who are withheld or restricted."""
    listing, shown = known_listing(about), queries.printed_in(about, lens)
    outcome = outcome_of(listing, listing.latest)
    rows = [row for row in outcome.rows if row.subject in shown]
    people = queries.in_brief({one.id for row in rows for one in row.meant}, lens)
    at = as_of(lens)
    when = (at.on.isoformat(), at.known.isoformat(), at.version)
    return _ROWS, ((about, str(outcome.version), *_row(row, people), *when) for row in rows)


def _row(row: RowOutcome, people: Mapping[str, PersonInBrief]) -> tuple[str, ...]:
    meant = [one for one in row.meant if one.id in people]
    sure = [f"{one.probability:.2f}" if one.probability is not None else "" for one in meant]
    return (
        str(row.row),
        row.text,
        FATES[row.fate][0],
        "; ".join(one.id for one in meant),
        "; ".join(people[one.id].name for one in meant),
        "; ".join(filter(None, sure)),
        "; ".join(reason for one in meant[:1] for reason in one.reasons) or row.reason,
    )


_DOSSIER = (
    *("line", "kind", "claim", "when", "speaker", "nearness", "certainty", "printed", "language", "standing"),
    *("source", "publisher", "published", "address", "recorded", "id", "name", "on", "known", "version"),
)


def _dossier(about: str, lens: Lens) -> Table:
    """Every claim about a person with who said it, where and in which words; also those taken back."""
    answer = queries.person(about, lens)
    if not isinstance(answer, PersonAnswer):
        raise BadInput(_("Give the id of a person; their page at the desk shows it."))
    return _DOSSIER, _claims(answer)


def _claims(answer: PersonAnswer) -> Iterator[tuple[str, ...]]:
    at = answer.as_of
    when = (answer.id, answer.name, at.on.isoformat(), at.known.isoformat(), at.version)
    for one in answer.claims:
        source = one.source
        told = (source.id, source.publisher, source.published, source.address) if source else ("", "", "", "")
        said = (one.speaker, str(one.nearness), str(one.certainty), one.printed, one.language, one.standing.value)
        yield (str(one.number), one.kind, one.sentence, one.when, *said, *told, one.recorded.isoformat(), *when)


def _log(about: str, lens: Lens) -> Table:
    """Who did what kind of thing in which hour; of whom, it never says."""
    return ("number", "event", "alias", "hour"), (
        (str(one.number), one.event, one.alias, one.hour) for one in entries()
    )


KINDS = {
    "people": Kind(_lazy("Everybody, with their status"), _people),
    "left-over": Kind(_lazy("The remaining, the missing and the new"), _left_over, Of.RELEASE),
    "rows": Kind(_lazy("All rows of a list, with their verdicts"), _rows, Of.LIST),
    "person": Kind(_lazy("All that is said of a person"), _dossier, Of.PERSON),
    "log": Kind(_lazy("The log of access"), _log, Of.ALL, Right.ADMINISTER),
}
