"""A register's names, held so that a name on a list finds its people."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from habeas.names.people import Answer, Asked, Candidate, Known, Verdict

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіўґєї",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia i u g e i".split(" "),
        strict=True,
    )
)


class NameIndex:
    """Built once for a register; asked many times."""

    def __init__(self, known: list[Known]) -> None:
        self._known = known
        self._folded = [" ".join(sorted(_words(person.name))) for person in known]

    @classmethod
    def build(cls, known: Iterable[Known]) -> "NameIndex":
        return cls(list(known))

    def find(self, asked: Asked, limit: int = 5) -> tuple[Candidate, ...]:
        folded = " ".join(sorted(_words(asked.name)))
        if not folded:
            return ()
        best: dict[str, Candidate] = {}
        for _, score, at in process.extract(folded, self._folded, scorer=fuzz.ratio, limit=limit * 4):
            person = self._known[at]
            reason = f"{asked.name} and {person.name} are written {score:.0f} % alike"
            best.setdefault(person.id, Candidate(person.id, person.name, (score / 100) ** 4, (reason,)))
        return tuple(best.values())[:limit]

    def answer_list(self, asked: Sequence[Asked], limit: int = 5) -> list[Answer]:
        found = [self.find(row, limit) for row in asked]
        first = Counter(row[0].id for row in found if row)
        return [Answer(row, _verdict(people, first), people) for row, people in zip(asked, found, strict=True)]


def same_name(a: str, b: str) -> float:
    """How probably two spellings name one person, were there no register to say who else might be meant."""
    return fuzz.token_sort_ratio(" ".join(_words(a)), " ".join(_words(b))) / 100


def search_keys(text: str) -> frozenset[str]:
    """Keys of a name's words, equal over scripts and spellings, for lookups by equality."""
    return frozenset(_words(text))


def _verdict(people: tuple[Candidate, ...], first: Counter[str]) -> Verdict:
    if not people or people[0].probability < 0.4:
        return Verdict.ABSENT
    if people[0].probability > 0.8 and first[people[0].id] == 1:
        return Verdict.MATCH
    return Verdict.UNCLEAR


def _words(text: str) -> list[str]:
    latin = "".join(_CYRILLIC.get(letter, letter) for letter in text.lower())
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in plain).split()
