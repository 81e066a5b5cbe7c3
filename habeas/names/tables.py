"""The tables of names as the reader of names uses them: compiled once from vocabulary/names, opened at the
first name."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "vocabulary" / "names"
COMPILED = FOLDER / "compiled.json"


@dataclass(frozen=True)
class Reader:
    """One spelling system, or several merged, read from letters to sounds in one pass of a pattern."""

    key: str
    graphs: str
    sounds: dict[str, str]
    rules: tuple[str, ...]
    letters: dict[int, str]
    evidence: re.Pattern[str] | None
    script: str

    def read(self, word: str) -> str:
        """Groups of letters by what they are or by which rule they meet; then letter by letter."""
        if self.sounds:
            sounds = self.sounds
            return _compiled(self.graphs).sub(lambda found: sounds[found.group()], word)
        rules = self.rules
        if rules:
            word = _compiled(self.graphs).sub(lambda found: rules[(found.lastindex or 1) - 1], word)
        return word.translate(self.letters)


@lru_cache(maxsize=64)
def _compiled(graphs: str) -> re.Pattern[str]:
    """Most of the systems are met in few lists, and compiling all of them takes as long as reading a hundred names."""
    return re.compile(graphs)


@dataclass(frozen=True)
class Law:
    """A change of sounds that leads to the skeleton; `keeps` says that the unchanged reading stands beside it."""

    pattern: re.Pattern[str]
    becomes: str
    keeps: bool


@dataclass(frozen=True)
class Belonging:
    """That a form is one of a family's, and whether it's a full form or a short one."""

    family: str
    full: bool


@dataclass(frozen=True)
class Inflection:
    """An ending of declension or of foreign grammar: how it sounds, how it must be written if that matters, and
    whether it is said of "men" or "women" alone."""

    ends: re.Pattern[str]
    written: re.Pattern[str] | None
    said_of: str


@dataclass(frozen=True)
class Tables:
    """Everything that the reader of names takes from the vocabulary."""

    readers: dict[str, Reader]
    cyrillic: tuple[str, ...]
    laws: tuple[Law, ...]
    inflected: tuple[Inflection, ...]
    patronymic_male: re.Pattern[str]
    patronymic_female: re.Pattern[str]
    said_before: re.Pattern[str]
    articles: re.Pattern[str]
    compounds: re.Pattern[str]
    middle_van: re.Pattern[str]
    careful: frozenset[str]
    chinese: frozenset[str]
    han: dict[str, str]
    palladius: dict[str, str]
    one_surname: dict[str, str]
    suffixes: tuple[tuple[str, int], ...]
    mistaken_first: tuple[str, ...]
    child_after: frozenset[str]
    child_before: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    former: re.Pattern[str]
    joints: re.Pattern[str]
    said_of_several: re.Pattern[str]
    relation: re.Pattern[str]
    nobody: frozenset[str]
    families: dict[str, tuple[Belonging, ...]]
    stems: dict[str, tuple[Belonging, ...]]
    gender: dict[str, str]
    weights: dict[str, float]


_in_use: list[Tables] = []


def tables() -> Tables:
    if not _in_use:
        use(read_tables(json.loads(COMPILED.read_text(encoding="utf-8"))))
    return _in_use[0]


def use(these: Tables) -> None:
    """Read by these tables from now on; the compiler needs it, since given names are compiled with the
    spelling systems."""
    _in_use[:] = [these]


def read_tables(raw: dict) -> Tables:  # type: ignore[type-arg]
    endings, several = raw["endings"], raw["endings"]["several"]
    return Tables(
        readers={key: _reader(key, row) for key, row in raw["readers"].items()},
        cyrillic=tuple(raw["cyrillic"]),
        laws=tuple(Law(re.compile(find, re.MULTILINE), becomes, keeps) for find, becomes, keeps in raw["laws"]),
        inflected=tuple(_inflection(row) for row in endings["inflected"]),
        patronymic_male=re.compile(endings["patronymic"]["male"]),
        patronymic_female=re.compile(endings["patronymic"]["female"]),
        said_before=re.compile(endings["said_before"], re.IGNORECASE),
        articles=re.compile(endings["articles"], re.IGNORECASE),
        compounds=re.compile(endings["compounds"], re.IGNORECASE),
        middle_van=re.compile(endings["middle_van"], re.IGNORECASE),
        careful=frozenset(endings["careful"]),
        chinese=frozenset(endings["chinese"]),
        han=raw["han"],
        palladius=raw["palladius"],
        one_surname=raw["one_surname"],
        suffixes=_suffixes(endings["suffixes"]),
        mistaken_first=tuple(endings["mistaken_first"]),
        child_after=frozenset(endings["child_of"]["after"]),
        child_before=frozenset(endings["child_of"]["before"]),
        particles=frozenset(endings["particles"]),
        titles=frozenset(endings["titles"]),
        former=re.compile(endings["former"], re.IGNORECASE),
        joints=re.compile(several["joints"], re.IGNORECASE),
        said_of_several=re.compile(several["said_of"], re.IGNORECASE),
        relation=re.compile(several["relation"], re.IGNORECASE),
        nobody=frozenset(endings["nobody"]),
        families=_belongings(raw["families"]),
        stems=_belongings(raw["stems"]),
        gender=raw["gender"],
        weights=raw["weights"],
    )


def _reader(key: str, row: dict) -> Reader:  # type: ignore[type-arg]
    return Reader(
        key=key,
        graphs=row["graphs"],
        sounds=row["sounds"],
        rules=tuple(row["rules"]),
        letters=str.maketrans(row["letters"]),
        evidence=re.compile(row["evidence"]) if row["evidence"] else None,
        script=row["script"],
    )


def _inflection(row: list[str]) -> Inflection:
    ends, written, said_of = row
    return Inflection(re.compile(ends), re.compile(written) if written else None, said_of)


def _suffixes(rows: list[list[str]]) -> tuple[tuple[str, int], ...]:
    """Each with the number of its row, the longest first."""
    numbered = [(suffix, row) for row, suffixes in enumerate(rows) for suffix in suffixes]
    return tuple(sorted(numbered, key=lambda pair: -len(pair[0])))


def _belongings(raw: dict[str, str]) -> dict[str, tuple[Belonging, ...]]:
    return {
        key: tuple(Belonging(one.lstrip("~"), not one.startswith("~")) for one in row.split())
        for key, row in raw.items()
    }
