"""What each release of a person was, by speaker, whether it was undone, and when the person was due out anyway."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from django.utils.translation import pgettext_lazy

from habeas.domain.claims import Charged, InBatch, Released, Sentenced
from habeas.domain.due_out import Credit, due_out
from habeas.domain.lines import Line
from habeas.domain.releases import Release, Told, releases
from habeas.domain.spells import Spell
from habeas.domain.words import Act, Exile, Manner, ReleaseField, Word
from habeas.register.answers import Audience, Lens
from habeas.register.answers_releases import DueOutShown, ReleaseFieldShown, ReleaseShown, ReleaseToldShown, Share
from habeas.register.sentence_parts import title
from habeas.register.sentences import when
from habeas.register.stages import stage_title
from habeas.vocabulary.load import load
from habeas.vocabulary.words import Checked

_WORDS: Mapping[ReleaseField, type[Word]] = {
    ReleaseField.ACT: Act,
    ReleaseField.MANNER: Manner,
    ReleaseField.EXILE: Exile,
}
_SAID = {
    "lost:passport": pgettext_lazy("a closed word", "passport taken"),
    "lost:all": pgettext_lazy("a closed word", "all papers taken"),
    "lost:verdict": pgettext_lazy("a closed word", "court papers taken"),
    "kept:passport": pgettext_lazy("a closed word", "passport kept"),
    "kept:all": pgettext_lazy("a closed word", "papers kept"),
    "kept:verdict": pgettext_lazy("a closed word", "court papers kept"),
    "refused_to_leave": pgettext_lazy("a closed word", "refused to leave"),
    "turned_back": pgettext_lazy("a closed word", "turned back at the border"),
    "expulsion_attempted": pgettext_lazy("a closed word", "an expulsion failed"),
}
_NEAR = timedelta(days=3)


def releases_shown(lines: Sequence[Line], spells: Sequence[Spell], lens: Lens) -> tuple[ReleaseShown, ...]:
    """Due-out days are computed ends of terms, which nobody said: they are the desk's alone."""
    return tuple(_shown(one, lines, spells, lens) for one in releases(lines))


def breakdown(
    batch: str, released: Iterable[Sequence[Line]], *, days: tuple[date, date], lens: Lens
) -> tuple[Share, ...]:
    """How many members of a batch each value is said of, of those releases that fall to its days.

    A member of whom speakers differ counts under each value and as disputed, so that values need not add up.
    """
    day, last = days
    counted: Counter[tuple[ReleaseField, str]] = Counter()
    disputed: Counter[tuple[ReleaseField, str]] = Counter()
    because: dict[tuple[ReleaseField, str], set[int]] = defaultdict(set)
    for lines in released:
        stages = [told for told in (_stage_of(line, batch) for line in lines) if told[1]]
        for stage in {named for _, named in stages}:
            counted[ReleaseField.STAGE, stage] += 1
            because[ReleaseField.STAGE, stage].update(number for number, named in stages if named == stage)
        for one in releases(lines):
            if one.first - _NEAR <= last and day <= one.last + _NEAR:
                said = [each for each in one.told if each.field is not ReleaseField.STAGE]
                for told in said:
                    because[told.field, told.value].update(told.because)
                for key in {(told.field, told.value) for told in said}:
                    counted[key] += 1
                    disputed[key] += one.differs(key[0])
    order = list(ReleaseField)
    return tuple(
        Share(
            str(field),
            field.meaning,
            value,
            stage_title(batch, value, lens) if field is ReleaseField.STAGE else _title(field, value),
            number,
            disputed[field, value],
            tuple(sorted(because[field, value])),
        )
        for (field, value), number in sorted(
            counted.items(), key=lambda item: (order.index(item[0][0]), -item[1], item[0][1])
        )
    )


def _stage_of(line: Line, batch: str) -> tuple[int, str]:
    """The stage in which the line counts somebody among that batch; empty if it doesn't."""
    claim = line.claim
    return line.number, claim.stage if isinstance(claim, InBatch) and claim.batch == batch else ""


def due_out_anyway(lines: Sequence[Line], spells: Sequence[Spell], day: date, last: date) -> DueOutShown | None:
    """When a member of a batch was due out by the sentence, if it is known and they were freed on its days."""
    for one in releases(lines):
        if one.first - _NEAR <= last and day <= one.last + _NEAR and (due := _due(one, lines, spells)):
            return due
    return None


def due_out_on(lines: Sequence[Line], spells: Sequence[Spell], day: date) -> DueOutShown | None:
    """When somebody who is held is due out, by the last sentence before the day; None where no term is known."""
    due = due_out(lines, spells, _credits(), _country(lines), before=day)
    return DueOutShown(due.first, due.last, due.because, due.credits, due.verified) if due else None


def _shown(one: Release, lines: Sequence[Line], spells: Sequence[Spell], lens: Lens) -> ReleaseShown:
    fields = tuple(
        ReleaseFieldShown(
            str(field), field.meaning, tuple(_told(each, lines, lens) for each in told), one.differs(field)
        )
        for field in ReleaseField
        if (told := one.of(field))
    )
    aside = _set_aside(one, lines, spells)
    # Of a release that nobody holds to have come about, no day is told on which it would have come anyway.
    due = None if aside or lens.audience is not Audience.DESK else _due(one, lines, spells)
    return ReleaseShown(
        when=one.first.isoformat() if one.first == one.last else f"{one.first.isoformat()}/{one.last.isoformat()}",
        freed=one.freed,
        set_aside=aside,
        fields=fields,
        because=one.because,
        undone=one.undone,
        undone_on=when(one.undone_on),
        due_out=due,
    )


def _set_aside(one: Release, lines: Sequence[Line], spells: Sequence[Spell]) -> bool:
    """By who says that the person came free; who tells of a refusal says the contrary."""
    told = {line.number for line in lines if line.number in one.because and isinstance(line.claim, Released)}
    rested = any(told.intersection(spell.because) for spell in spells)
    return one.freed and not rested and any(told.intersection(spell.against) for spell in spells)


def _told(told: Told, lines: Sequence[Line], lens: Lens) -> ReleaseToldShown:
    title = _title(told.field, told.value)
    if told.field is ReleaseField.STAGE:
        batches = [
            line.claim.batch for line in lines if line.number in told.because and isinstance(line.claim, InBatch)
        ]
        title = next((stage_title(batch, told.value, lens) for batch in batches), title)
    return ReleaseToldShown(told.value, title, told.speaker, told.because)


def _due(one: Release, lines: Sequence[Line], spells: Sequence[Spell]) -> DueOutShown | None:
    if not one.freed:
        return None
    return due_out_on(lines, spells, one.last)


def _credits() -> list[Credit]:
    return [
        Credit(
            key=row.key,
            country=row.country,
            status=row.status,
            penalties=row.penalties,
            least=row.least,
            most=row.most,
            begins=row.begins,
            ends=row.ends,
            verified=row.certainty is Checked.SOURCED,
        )
        for row in load().credits.values()
    ]


def _country(lines: Sequence[Line]) -> str:
    """Whose law it is: that of the articles and penalties; empty where they are of none, or of several."""
    keys = [key for line in lines if isinstance(line.claim, (Sentenced, Charged)) for key in line.claim.articles]
    keys += [line.claim.penalty for line in lines if isinstance(line.claim, Sentenced) and "." in line.claim.penalty]
    found = {key.partition(".")[0] for key in keys}
    return found.pop() if len(found) == 1 else ""


def _title(field: ReleaseField, value: str) -> str:
    if field is ReleaseField.PLACE:
        country, _, place = value.partition(":")
        return ", ".join(filter(None, (title("places", place) if place else "", title("places", country))))
    if field is ReleaseField.RESTRICTION:
        return title("release_terms", value)
    if field is ReleaseField.NATIONALITY:
        return title("places", value)
    words = _WORDS.get(field)
    return next((word.meaning for word in words or () if str(word) == value), str(_SAID.get(value, value)))
