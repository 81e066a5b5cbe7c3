"""The closed words of agreements, of what they promise, and of instruments that ease sanctions."""

from __future__ import annotations

from habeas.domain.words import Word


class Form(Word):
    """The form an agreement has."""

    WRITTEN_PUBLIC = "written_public", "a text that was published"
    WRITTEN_SECRET = "written_secret", "a text that was not published"
    ORAL = "oral", "said to have been agreed by word of mouth"
    LINKED_ACTS = "linked_acts", "acts of each side, tied to each other without a common text"
    INFERRED = "inferred", "nobody says so; observers infer it"


class Disclosure(Word):
    """How much of an agreement is known."""

    FULL = "full", "its terms were published in full"
    PARTIAL = "partial", "some terms are known and others are said to exist"
    NONE = "none", "that it exists is known and its terms are not"


class Owed(Word):
    """The kind of thing a commitment promises."""

    RELEASE = "release", "people set free"
    HALT_ARRESTS = "halt_arrests", "no new political arrests"
    RELIEF = "relief", "sanctions eased or lifted"
    ACCESS = "access", "visits, monitors or contact allowed"
    EMBASSY = "embassy", "an embassy opened or ties restored"
    OTHER = "other", "something else, in the printed words"
    UNDISCLOSED = "undisclosed", "said to exist and not disclosed"


class Level(Word):
    """How far a commitment is fulfilled, on the scale of the Peace Accords Matrix."""

    NOT_STARTED = "0", "not initiated"
    MINIMAL = "1", "minimally done"
    INTERMEDIATE = "2", "done in part"
    FULL = "3", "done in full"
    UNKNOWN = "unknown", "cannot be told"


class Order(Word):
    """When a condition has to be met, seen from what hangs on it."""

    PRECEDENT = "precedent", "it has to be met first"
    SIMULTANEOUS = "simultaneous", "both are to happen together"
    SUBSEQUENT = "subsequent", "what hangs on it is taken back if it is not met afterwards"
    SUNSET = "sunset", "what hangs on it ends with it"
    UNKNOWN = "unknown", "the source does not say"


class HowKnown(Word):
    """How a term of an agreement came to be known."""

    STATED = "stated", "a party says so"
    INFERRED = "inferred", "observers conclude so from what was done"
    UNDISCLOSED = "undisclosed", "said to exist and kept back"


class About(Word):
    """What a dispute is about."""

    FULFILMENT = "fulfilment", "whether it was done"
    VERIFICATION = "verification", "whether it was checked, or by whom"
    ORDER = "order", "what came first"
    TERMS = "terms", "what was promised"
    UNKNOWN = "unknown", "the source does not say"


class Eased(Word):
    """What a speaker says was done to sanctions; an instrument may say something else, or nothing."""

    LIFTED = "lifted", "said to be lifted"
    EASED = "eased", "said to be eased"
    LICENSED = "licensed", "said to be licensed"
    SUSPENDED = "suspended", "said to be suspended"
    PROMISED = "promised", "said to be coming"
    UNKNOWN = "unknown", "the source does not say"


class Licence(Word):
    """What a licence is for."""

    GENERAL = "general", "dealings of anybody with the parties named"
    ASSET = "asset", "dealings with things named, such as an aircraft"
    EXPORT = "export", "the export of goods"
    SPECIFIC = "specific", "one applicant's dealings"
    UNKNOWN = "unknown", "the source does not say"


class Verb(Word):
    """What an instrument does to the parties that it names."""

    LISTED = "listed", "puts them on a list"
    DEBT_RESTRICTED = "debt_restricted", "forbids dealings in their new debt"
    WIND_DOWN = "wind_down", "permits an orderly end of dealings"
    LICENSED = "licensed", "permits dealings; the listing stays"
    SUSPENDED = "suspended", "does not apply measures for a time; they stay alive in law"
    WAIVED = "waived", "waives a measure under a statute"
    DELISTED = "delisted", "takes them off the list"
    UNKNOWN = "unknown", "no source that we hold says what it does"


class Step(Word):
    """How far relief has come on a day."""

    NONE = "none", "nothing was announced, and no instrument is known"
    ANNOUNCED = "announced", "announced; no instrument is in force"
    WIND_DOWN = "wind_down", "only an orderly end of dealings is permitted"
    LICENSED = "licensed", "dealings are licensed; the listing stays"
    SUSPENDED = "suspended", "measures are suspended; they stay alive in law"
    WAIVED = "waived", "a measure is waived under a statute"
    DELISTED = "delisted", "taken off the list"
    ENDED = "ended", "relief was in force and has ended"
    TAKEN_BACK = "taken_back", "taken back; no source shows that it was ever in force"
    UNKNOWN = "unknown", "relief may be in force; what we hold does not tell"


class Ground(Word):
    """On what ground a yes, no or unknown about a commitment or an instrument was reached."""

    NOT_BEGUN = "not_begun", "it had not begun"
    IN_FORCE = "in_force", "it had begun, and nothing had ended it"
    ENDED = "ended", "it had run out, or been withdrawn or replaced"
    BEGINNING_UNKNOWN = "beginning_unknown", "no source that we hold says when it began"
    END_UNKNOWN = "end_unknown", "no source that we hold says whether or when it ended"
    DATES_IMPRECISE = "dates_imprecise", "the dates given leave it open"
    RENEWED = "renewed", "it is told as renewed, which goes on without a break"
    COUNTED = "counted", "counted from the people of this register and the figures of speakers"
    ASSESSED = "assessed", "those who assessed it agree"
    DISSENT = "dissent", "those who judge it disagree"
    NOT_ASSESSED = "not_assessed", "nobody assessed it, and it can't be computed"
    UNDISCLOSED = "undisclosed", "it is said to exist and was not disclosed"
    NO_INSTRUMENT = "no_instrument", "no instrument is known to us"
    LESS_THAN_SAID = "less_than_said", "an instrument is in force that does less than was announced"
    NO_DAY_TOLD = "no_day_told", "nobody says by when"
    DAY_PASSED = "day_passed", "the day it was due by has passed"
    DAY_NOT_PASSED = "day_not_passed", "the day it is due by has not passed"
    EVENT_CAME = "event_came", "what it hangs on has come about"
    EVENT_NOT_COME = "event_not_come", "what it hangs on has not come about"
    EVENT_UNKNOWN = "event_unknown", "it is not known whether what it hangs on has come about"
    TOLD_DIFFERENTLY = "told_differently", "sources tell it differently"
    ALL_DONE = "all_done", "every part is done"
    NOT_ALL_DONE = "not_all_done", "a part is not done"
