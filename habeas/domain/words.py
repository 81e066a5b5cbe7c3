"""The closed words of claims and of what follows from them; each word is explained where it stands."""

from __future__ import annotations

from enum import Enum
from typing import Self


class Word(Enum):
    """A closed choice whose members carry their written code and an explanation a reader may be shown."""

    meaning: str

    def __new__(cls, code: str, meaning: str) -> Self:
        word = object.__new__(cls)
        word._value_ = code
        word.meaning = meaning
        return word

    def __str__(self) -> str:
        return str(self.value)

    # There is one of each member: the fold asks for hundreds of thousands of them, and by name each takes a call.
    __hash__ = object.__hash__


class Status(Word):
    """What is said of a person's liberty on a day."""

    HELD = "held", "in a prison, colony, pre-trial jail or police cell"
    HOUSE_ARREST = "house_arrest", "confined to a home before or without a sentence; not a release"
    OPEN_INSTITUTION = "open_institution", "restricted liberty in an open institution, called khimiya"
    HOME_RESTRICTION = "home_restriction", "restricted liberty at home, called home khimiya"
    BAIL = "bail", "out on bail or on a written promise, with the case still open"
    FREE_IN_COUNTRY = "free_in_country", "at liberty in the country that held the person"
    FREE_ABROAD = "free_abroad", "at liberty outside the country that held the person"
    DEAD = "dead", "died, in custody or out of it"
    UNCERTAIN = "uncertain", "claims conflict, or say too little to tell"
    UNKNOWN = "unknown", "no claim reaches this day"


class Nearness(Word):
    """How close the speaker stood to the event; the nearer voice is shown first."""

    SUBJECT = "subject", "the person, the family or the person's lawyer"
    OFFICIAL = "official", "the authority that did it, a court, or a government that took part"
    MONITOR = "monitor", "a rights group that checks cases one by one"
    PRESS = "press", "a news outlet with a named source of its own"
    REPEATED = "repeated", "a rewrite, digest or summary of what others reported"
    UNSTATED = "unstated", "the source does not let us tell"

    @property
    def rank(self) -> int:
        """Higher is nearer. A monitor and an authority weigh the same: each is near, each can be wrong."""
        return {"subject": 4, "official": 3, "monitor": 3, "press": 2, "repeated": 1, "unstated": 0}[str(self)]


class Certainty(Word):
    """How firmly the speaker said it."""

    STATED = "stated", "said outright"
    REPORTED = "reported", "passed on, said to be so, or not yet confirmed"
    DOUBTFUL = "doubtful", "said with open doubt"


class Gender(Word):
    """Gender as a source gives it."""

    FEMALE = "female", "female"
    MALE = "male", "male"
    OTHER = "other", "neither, as the source says"


class NameForm(Word):
    """What sort of name this is."""

    FULL = "full", "given name and surname, perhaps with patronymic"
    SURNAME = "surname", "the surname alone"
    FORMER = "former", "borne before marriage or another change"
    PEN = "pen", "the name under which the person writes or performs"


class Act(Word):
    """The legal act behind a release."""

    PARDON = "pardon", "pardoned by the head of state"
    AMNESTY = "amnesty", "freed under an amnesty law"
    TERM_SERVED = "term_served", "the whole term served"
    PAROLE = "parole", "freed early by a court, under conditions"
    EXCHANGE = "exchange", "exchanged for others"
    BAIL = "bail", "let out with the case still open"
    SUSPENDED = "suspended", "the sentence suspended or put off"
    COMMUTED = "commuted", "the penalty replaced by a milder one"
    CASE_CLOSED = "case_closed", "charges dropped or the person acquitted"
    UNKNOWN = "unknown", "the source does not say"


class Manner(Word):
    """How a person left custody."""

    WALKED_OUT = "walked_out", "let out at the gate"
    HANDED_OVER = "handed_over", "handed to another state or its envoys"
    EXPELLED = "expelled", "taken to the border and put out"
    TRANSFERRED = "transferred", "moved to a milder restriction and not set free"
    UNKNOWN = "unknown", "the source does not say"


class ReleaseField(Word):
    """What speakers say of a release; each field stands by itself."""

    ACT = "act", "the legal act behind it"
    MANNER = "manner", "how the person left custody"
    PLACE = "place", "where the person came out"
    STAGE = "stage", "the leg of a release of several people"
    RESTRICTION = "restriction", "what goes on to restrict the person"
    EXILE = "exile", "whether leaving the country was a choice"
    PAPERS = "papers", "which papers were kept or taken"
    NATIONALITY = "nationality", "a citizenship taken away"
    ATTEMPT = "attempt", "what hindered it"


class Exile(Word):
    """Whether leaving the country was the person's choice, as the speaker has it."""

    FORCED = "forced", "taken out of the country without being asked"
    OFFERED = "offered", "freedom offered on condition of leaving"
    CHOSEN = "chosen", "left of the person's own choice"
    UNKNOWN = "unknown", "the source does not say"


class Change(Word):
    """What happened to a sentence after it was passed."""

    UPHELD = "upheld", "an appeal changed nothing"
    REDUCED = "reduced", "the term was cut"
    ADDED = "added", "a term was added, often for acts in prison"
    REPLACED = "replaced", "the kind of penalty was replaced"
    REGIME = "regime", "the regime was changed, for instance to prison"


class Health(Word):
    """Health as a closed flag; what ails a person is never stored."""

    SERIOUS = "serious", "seriously ill, says the speaker"
    DISABLED = "disabled", "a recognised disability"
    HOSPITAL = "hospital", "taken to a hospital"
    RECOVERED = "recovered", "no longer at risk, says the speaker"


class Kin(Word):
    """How two people are related, for cases held against families and groups."""

    SPOUSE = "spouse", "husband or wife"
    PARENT = "parent", "mother or father of the other"
    CHILD = "child", "daughter or son of the other"
    SIBLING = "sibling", "sister or brother"
    CO_DEFENDANT = "co_defendant", "tried in the same case"
    COLLEAGUE = "colleague", "works with the other"


class Paper(Word):
    """Papers that a person lost or was sent away without."""

    PASSPORT = "passport", "the passport was taken, destroyed or not returned"
    ALL = "all", "no document of any kind was left"
    VERDICT = "verdict", "court papers were taken"


class Part(Word):
    """What a further copy of a captured source is."""

    RECORD = "record", "the log of the capture: what was asked and answered, when, and with what"
    WARC = "warc", "the exchange as it went over the wire"
    TEXT = "text", "the text taken out of it"
    REDACTED = "redacted", "a copy to be shown, with words taken out"
    MODEL = "model", "what a language model answered when it was asked what the text may claim"


class Looked(Word):
    """What stands at a source's address when it is looked at again."""

    UNCHANGED = "unchanged", "the same text"
    CHANGED = "changed", "another text"
    GONE = "gone", "nothing, or a page that says that it isn't there"
    WALLED = "walled", "a wall, a block or a fault in its place; it may still be there"
    UNREACHED = "unreached", "no answer"


class Wished(Word):
    """What a person or family wishes of the public copy."""

    NOTHING_PUBLIC = "nothing_public", "the person must not be named in public"
    NO_NAME_IN_RELEASE = "no_name_in_release", "the person must not be named among the freed"
    MAY_BE_NAMED = "may_be_named", "the person or family has spoken publicly"
    NOT_THESE = "not_these", "the person may be named, and certain things not be told of them"


class Basis(Word):
    """On what ground something is kept from the public."""

    FAMILY = "family", "the family asked"
    PERSON = "person", "the person asked"
    SECURITY = "security", "showing it would endanger someone"
    THIRD_PARTY = "third_party", "it concerns somebody else"
    COURT = "court", "a court forbade it"


class Counted(Word):
    """What a speaker's figure for a batch counts."""

    ANNOUNCED = "announced", "people a party said are or will be released"
    NAMED = "named", "people a list gives by name"
    VERIFIED = "verified", "people whose release the speaker checked one by one"
    RECOGNISED = "recognised", "released people whom the speaker recognises as political prisoners"
    CROSSED = "crossed", "people who crossed a border"
    CITIZENS = "citizens", "released people of one citizenship"
    REMAINING = "remaining", "people still held afterwards"


class Unit(Word):
    """What a count counts."""

    PEOPLE = "people", "people, each once"
    PROSECUTIONS = "prosecutions", "prosecutions: a person tried twice is two"
    EPISODES = "episodes", "times in custody: a person arrested again is two"


class Span(Word):
    """Over which days a count reaches."""

    ON_THE_DAY = "on_the_day", "those who count on the day itself"
    SO_FAR = "so_far", "all who have ever counted until the day; such a number never falls"


class Bound(Word):
    """How a speaker gives a number."""

    EXACTLY = "exactly", "as a plain number"
    ABOUT = "about", "as about so many"
    AT_LEAST = "at_least", "as so many or more"
    AT_MOST = "at_most", "as so many or fewer"


class Verdict(Word):
    """What an editor made of a proposal."""

    ACCEPTED = "accepted", "taken as it was proposed"
    AMENDED = "amended", "taken with changes"
    REJECTED = "rejected", "not taken"


class TakenBack(Word):
    """What a retraction came of."""

    SAID = "said", "an editor took it back"
    UNDONE = "undone", "an editor undid a decision of their own"
    DROPPED = "dropped", "a version of the list has the row no more"
    RETURNED = "returned", "a version of the list has the row again"


class Answer(Word):
    """Yes, no and unknown are three answers."""

    YES = "yes", "yes"
    NO = "no", "no"
    UNKNOWN = "unknown", "not known"


class Kind(Word):
    """What the moments of a ledger's lines are."""

    LIVE = "live", "each line bears the moment at which it was written"
    REPLAY = "replay", "each line bears the day on which its source was published"

    @property
    def sentence(self) -> str:
        return f"This ledger is {'a replay' if self is Kind.REPLAY else self}: {self.meaning}."
