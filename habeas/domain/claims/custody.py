"""What is said of custody: how it began, went on and ended."""

from __future__ import annotations

from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate, Term
from habeas.domain.words import (
    Act,
    Answer,
    Change,
    Exile,
    Health,
    Manner,
    Paper,
    Status,
)


@about("person")
class Detained(Claim):
    """Taken into custody; a second one after a release is a re-arrest."""

    when: PartialDate
    place: str = ""
    facility: str = ""
    into: Status = Status.HELD


@about("person")
class Transferred(Claim):
    """Moved to another place of detention or to another restriction."""

    when: PartialDate
    facility: str = ""
    into: Status | None = None


@about("person")
class Charged(Claim):
    """Charged under articles of a code, as keys of the vocabulary."""

    articles: tuple[str, ...]
    when: PartialDate | None = None


@about("person")
class Tried(Claim):
    """A trial began or was held."""

    when: PartialDate
    court: str = ""


@about("person")
class Sentenced(Claim):
    """Sentenced to a penalty; `penalty` is a key of the vocabulary and says which restriction follows."""

    when: PartialDate
    penalty: str
    term: Term | None = None
    articles: tuple[str, ...] = ()
    regime: str = ""
    court: str = ""
    absent: bool = False


@about("person")
class SentenceChanged(Claim):
    """A sentence upheld, cut, lengthened or replaced; `term` is what was added or what the whole term became."""

    when: PartialDate
    change: Change
    penalty: str = ""
    term: Term | None = None
    articles: tuple[str, ...] = ()


@about("person")
class Incommunicado(Claim):
    """No letters, calls or visits got through between these days; an open end means: not known to have ended."""

    since: PartialDate
    until: PartialDate | None = None


@about("person")
class HealthReported(Claim):
    """A closed flag on health; never public."""

    health: Health
    when: PartialDate


@about("person")
class Pardoned(Claim):
    """A pardon was signed or announced. Pardoned, expelled and free are three things."""

    when: PartialDate
    by: str = ""


@about("person")
class Released(Claim):
    """Let out of custody: by which act, in which manner, where to; `country` is where the person came out."""

    when: PartialDate
    act: Act = Act.UNKNOWN
    manner: Manner = Manner.UNKNOWN
    country: str = ""
    place: str = ""
    exile: Exile = Exile.UNKNOWN
    into: Status = Status.FREE_IN_COUNTRY


@about("person")
class RefusedToLeave(Claim):
    """Refused to be taken out of the country, and so was not freed by it."""

    when: PartialDate
    place: str = ""


@about("person")
class TurnedBack(Claim):
    """Sent back from a border."""

    when: PartialDate
    place: str = ""


@about("person")
class ExpulsionAttempted(Claim):
    """An attempt to put the person out of the country that did not succeed."""

    when: PartialDate
    country: str = ""


@about("person")
class PapersLost(Claim):
    """Papers taken, destroyed or not returned."""

    paper: Paper
    when: PartialDate | None = None


@about("person")
class PapersKept(Claim):
    """Papers that the person had on leaving custody, or got back."""

    paper: Paper
    when: PartialDate | None = None


@about("person")
class NationalityLost(Claim):
    """Citizenship taken away."""

    country: str
    when: PartialDate | None = None


@about("person")
class RestrictedAfter(Claim):
    """A restriction that goes on after release, as a word of the vocabulary."""

    restriction: str
    when: PartialDate | None = None


@about("person")
class Died(Claim):
    """Died; `in_custody` is unknown where the source does not say."""

    when: PartialDate
    in_custody: Answer = Answer.UNKNOWN


@about("person")
class SeenHeld(Claim):
    """Said to be held on a day; `still` means: held without a break until then, which denies a release before."""

    when: PartialDate
    still: bool = False
    facility: str = ""


@about("person")
class SeenFree(Claim):
    """Said to be free on a day; `still` means: free without a break, which denies an arrest before."""

    when: PartialDate
    still: bool = False
    into: Status = Status.FREE_IN_COUNTRY
