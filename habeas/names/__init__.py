"""The language of names: one spelling in, the people of a register who may be meant out."""

from habeas.names.alike import same_name
from habeas.names.index import NameIndex
from habeas.names.parts import names_somebody
from habeas.names.people import Answer, Asked, Candidate, Known, Verdict
from habeas.names.several_people import people_in, says_several

__all__ = [
    "Answer",
    "Asked",
    "Candidate",
    "Known",
    "NameIndex",
    "Verdict",
    "names_somebody",
    "people_in",
    "same_name",
    "says_several",
]
