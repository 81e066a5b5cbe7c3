"""Days that a register doesn't reach: there a nought says that nothing is known, and not that nobody was held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from habeas.register.answers import Lens
from habeas.register.series import first_day
from habeas.register.tongue import day_in_words

_ZONES = timedelta(days=1)
"""East of Greenwich the next day has begun when the moment from which one looks is of the day before."""


def beyond(looks: Iterable[Lens]) -> tuple[str, ...]:
    """What a reader has to be told of these looks, each thing once; nothing where claims reach the day."""
    return tuple(dict.fromkeys(told for lens in looks if (told := beyond_from(lens, first_day(lens)))))


def beyond_from(lens: Lens, first: date | None) -> str:
    """The same of one look, for who knows its first day already."""
    on, known = day_in_words(lens.on), day_in_words(lens.known_at.date())
    if first is None:
        return _("No claim known on %(known)s tells who was held when: nothing can be counted.") % {"known": known}
    if lens.on < first:
        return _(
            "The first day of which claims tell who was held is %(first)s. Of %(on)s nothing is known:"
            " a nought doesn’t say that nobody was held."
        ) % {"first": day_in_words(first), "on": on}
    if lens.on > lens.known_at.date() + _ZONES:
        return _(
            "%(on)s is later than what was known, which ends on %(known)s."
            " Counted is who stays held if nothing else happens."
        ) % {"on": on, "known": known}
    return ""
