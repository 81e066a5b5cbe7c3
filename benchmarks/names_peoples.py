"""Names of other peoples, in the spellings that lists, courts and newspapers give them, asked of a register that holds
one of each.

    python benchmarks/names_peoples.py [--peers rapidfuzz,logic] [--errors]

The names stand in tests/names/peoples.tsv, in a crowd of 3,000 invented East Slavic ones. Who is "out" is asked for and
is in no register. --names reads another file of that layout.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from names import best_f1, by_habeas
from names_peers import Matcher, peers_named
from names_people import invent
from names_speed import surnames

from habeas.names import Asked, Known, NameIndex, Verdict

NAMES = Path(__file__).parent.parent / "tests" / "names" / "peoples.tsv"
CROWD = 3_000


@dataclass(frozen=True)
class Form:
    """One spelling that is asked for; `right` is nobody's id where the person is in no register."""

    people: str
    name: str
    right: str


@dataclass(frozen=True)
class Said:
    """What a matcher says of one form."""

    form: Form
    best: str
    trust: float
    matched: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", default="")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--names", type=Path, default=NAMES)
    given = parser.parse_args()
    register, asked = read_peoples(given.names)
    register += [Known(one.id, one.be_lat) for one in islice(invent(random.Random(5), surnames()), CROWD)]
    for name, matcher in ({"habeas": by_habeas} | peers_named(given.peers)).items():
        said = _said(matcher, register, asked)
        print(f"\n{name}\n{'':14} asked  first right  best F1  matches  of these right")
        by_people: dict[str, list[Said]] = defaultdict(list)
        for one in said:
            by_people[one.form.people].append(one)
        for people, rows in (by_people | {"all": said}).items():
            print(line(people, rows))
        if name == "habeas" and given.errors:
            _print_errors(said, {one.id: one.name for one in register})


def read_peoples(path: Path = NAMES) -> tuple[list[Known], list[Form]]:
    """The register, and every form that is asked of it: all but the one it holds."""
    register, asked = [], []
    for number, (people, role, forms) in enumerate(_rows(path)):
        id = f"{people}{number}"
        if role != "out":
            register.append(Known(id, forms[0]))
        if role != "near":
            right = id if role == "in" else ""
            asked += [Form(people, form, right) for form in forms[1 if right else 0 :]]
    return register, asked


def _rows(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in lines[1:]:
        people, role, forms = row.split("\t")
        yield people, role, forms.split(" | ")


def _said(matcher: Matcher, register: list[Known], asked: list[Form]) -> list[Said]:
    """Each form is asked alone: on one list two spellings of one person would make both unclear."""
    index = _index_of(matcher, register)
    return [Said(form, *index(form.name)) for form in asked]


def _index_of(matcher: Matcher, register: list[Known]) -> Callable[[str], tuple[str, float, bool]]:
    if matcher is by_habeas:
        held = NameIndex.build(register)

        def ask(name: str) -> tuple[str, float, bool]:
            (answer,) = held.answer_list([Asked(name)], limit=1)
            best = answer.candidates[:1]
            return (best[0].id, best[0].probability, answer.verdict is Verdict.MATCH) if best else ("", 0.0, False)

        return ask
    return lambda name: matcher(register, [name])[0]


def line(people: str, rows: list[Said]) -> str:
    present = [row for row in rows if row.form.right]
    first = sum(row.best == row.form.right for row in present)
    matched = [row for row in rows if row.matched]
    right = sum(row.best == row.form.right for row in matched)
    return f"{people:14} {len(rows):5}  {first:4} of {len(present):3}    {_f1(rows):.3f}   {len(matched):5}  {right:5}"


def _f1(rows: list[Said]) -> float:
    hits = [(row.trust, float(bool(row.form.right) and row.best == row.form.right)) for row in rows]
    return best_f1(hits, sum(bool(row.form.right) for row in rows) or 1)


def _print_errors(said: list[Said], names: dict[str, str]) -> None:
    for row in said:
        form, best = row.form, f"{names.get(row.best)} {row.trust:.3f}"
        if form.right and (row.best != form.right or row.trust < 0.5):
            print(f"  {form.people:12} {form.name} is {names[form.right]}: {best}")
        if not form.right and row.trust > 0.5:
            print(f"  {form.people:12} {form.name} is nobody: {best}")


if __name__ == "__main__":
    main()
