"""Through what one looks: the two clocks read from text, and the version that stands beside every answer."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from habeas.domain.dates import PartialDate, day_after
from habeas.domain.words import Kind
from habeas.ledger import read
from habeas.ledger.append import today
from habeas.ledger.sight import sight
from habeas.problems import BadInput
from habeas.register.answers import AsOf, Audience, Lens
from habeas.register.project import CODE, catch_up, is_current
from habeas.register.releases import DataRelease, data_releases, is_copy, latest, of_a_copy, released_on
from habeas.vocabulary.load import load

_END_OF_DAY = time(23, 59, 59, 999_999, tzinfo=UTC)


def lens(
    on: str | None, known: str | None, audience: Audience = Audience.PUBLIC, names: tuple[str, str] = ("on", "known")
) -> Lens:
    """Read a day in the world and a moment in our own past; without them, the last line's day and the last line.

    `known` is a day, which means its end in UTC, or a day and time with a zone. BadInput says what would be one. A
    register that lags behind its ledger catches up first. A public copy knows the days of its data releases alone.
    `names` are what whoever asks calls the two.
    """
    if is_copy():
        return _of_copy(on, known, audience, names)
    if not is_current():
        catch_up()
    last = read.last_moment()
    day = _day(on, names[0]) if on else last.date()
    if not known:
        return Lens(day, read.last_number(), last, audience, sight().groups)
    moment = _moment(known, names[1])
    _check_come(moment, last, names[1])
    return Lens(day, read.number_at(moment), moment, audience, sight().groups)


def version() -> str:
    """Number of the last line, or of a copy's data release; fingerprint of the vocabulary, version of the code."""
    number = latest().number if is_copy() else read.last_number()
    return f"{number}.{load().fingerprint}.{CODE}"


def as_of(lens: Lens) -> AsOf:
    return AsOf(lens.on, lens.known_at, version(), _is_replay())


@of_a_copy
def _is_replay() -> bool:
    return read.kind() is Kind.REPLAY


def _of_copy(on: str | None, known: str | None, audience: Audience, names: tuple[str, str]) -> Lens:
    asked = _release(known.strip(), names[1]) if known else latest()
    return Lens(_day(on, names[0]) if on else asked.day, asked.upto, asked.moment, audience)


def _release(known: str, name: str) -> DataRelease:
    found = released_on(_known_day(known, name)) if len(known) <= 10 else None
    if found is None:
        days = dict.fromkeys(one.day.isoformat() for one in reversed(data_releases()))
        raise BadInput(
            f"`{name}` is the day of a data release here, and on “{known[:40]}” there was none."
            f" The latest are: {', '.join(list(days)[:12])}."
        )
    return found


def _day(text: str, name: str) -> date:
    try:
        read_as = PartialDate.parse(text)
    except BadInput as reason:
        raise BadInput(f"`{name}` can't be read. {reason}") from None
    if not read_as.is_day:
        raise BadInput(f"`{name}` is one day, and “{text.strip()[:40]}” is several. Write it as in 2025-12-14.")
    return read_as.first


def _moment(text: str, name: str) -> datetime:
    text = text.strip()
    if len(text) <= 10:
        return datetime.combine(_known_day(text, name), _END_OF_DAY)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise BadInput(
            f"`{name}` can't be read: “{text[:40]}”. Write a day, 2025-12-14, or a moment with its zone,"
            " 2025-12-14T18:00+00:00."
        )
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise BadInput(f"`{name}` lies outside the calendar: “{text[:40]}”. Write a day such as 2025-12-14.") from None


def _check_come(moment: datetime, last: datetime, name: str) -> None:
    """Nobody can tell what will be known. The next day is let through: it has begun in the east."""
    if moment.date() > max(day_after(today()), last.date()):
        raise BadInput(
            f"`{name}` hasn't come: {moment.date()}, and today is {today()}. It asks what was known then; leave it out"
            " for all that is known by now."
        )


def _known_day(text: str, name: str) -> date:
    try:
        read_as = PartialDate.parse(text)
    except BadInput as reason:
        raise BadInput(f"`{name}` can't be read. {reason}") from None
    if not read_as.is_day:
        raise BadInput(f"`{name}` is one day or moment, and “{text}” is several days. Write it as in 2025-12-14.")
    return read_as.first
