"""The closed choices of the vocabulary; each member carries its meaning."""

from __future__ import annotations

from habeas.domain.words import Word


class Checked(Word):
    """Whether somebody of ours saw the row's content in the source it names."""

    SOURCED = "sourced", "seen in the source"
    UNVERIFIED = "unverified", "not yet seen in a source; check it before relying on it"


class FacilityKind(Word):
    """What sort of place holds people."""

    COLONY = "colony", "a penal colony for people who were sentenced"
    PRISON = "prison", "a closed prison, with cells and the strictest regime"
    PRETRIAL = "pretrial", "a jail for people under investigation or on trial"
    KGB_PRETRIAL = "kgb_pretrial", "the pre-trial jail of the state security service"
    POLICE_DETENTION = "police_detention", "police cells for administrative arrest and the first days"
    OPEN_INSTITUTION = "open_institution", "a hostel where restricted liberty is served"
    LAPM = "lapm", "a closed institution for compulsory work and treatment of addiction; not a criminal penalty"
    HOSPITAL = "hospital", "a closed hospital, of a prison or for compulsory treatment"


class PenaltyKind(Word):
    """Where in a case a penalty or measure stands."""

    SENTENCE = "sentence", "a penalty that a court can pass as the main one"
    ADDED = "added", "a penalty that comes on top of a main one"
    TREATMENT = "treatment", "a measure ordered by a court in place of a penalty"
    PRETRIAL = "pretrial", "a measure taken before a judgment"
    ADMINISTRATIVE = "administrative", "a penalty outside criminal law"


class TermGroup(Word):
    """Which question about a release a term answers."""

    ACT = "act", "by which legal act"
    MANNER = "manner", "in which manner"
    EXILE = "exile", "whether leaving the country was a choice"
    AFTER = "after", "under which restrictions afterwards"


class RecogniserKind(Word):
    """What sort of body recognises."""

    RIGHTS_GROUP = "rights_group", "a national rights organisation"
    COALITION = "coalition", "several organisations that speak by joint statement"
    INITIATIVE = "initiative", "a volunteer initiative that keeps a list"
    INTERNATIONAL_GROUP = "international_group", "an international non-governmental organisation"
    EXPERTS = "experts", "an expert body of an international organisation"
    ASSEMBLY = "assembly", "a parliamentary assembly of several states"
    UNION = "union", "a union of states"
    STATE = "state", "one state's government"


class Designation(Word):
    """What a recognition says of a person; three different things that a reader must not add up."""

    POLITICAL_PRISONER = "political_prisoner", "recognised as a political prisoner"
    PRISONER_OF_CONSCIENCE = "prisoner_of_conscience", "adopted as a prisoner of conscience"
    ARBITRARY_DETENTION = "arbitrary_detention", "the detention was found arbitrary; nothing is said of politics"


class Role(Word):
    """What a clause of a rule-set does."""

    GROUND = "ground", "one such ground is enough, with its group's conditions"
    CONDITION = "condition", "must hold beside a ground"
    EXCLUSION = "exclusion", "who fits it is not covered"
    OUTCOME = "outcome", "a finding other than a ground"


class Recognition(Word):
    """Whose recognition a counting definition asks for."""

    NONE = "none", "recognition does not matter"
    ANY = "any", "any recogniser will do"
    LISTED = "listed", "one of the recognisers it names, or their union"
    EACH = "each", "every one of the recognisers it names"
