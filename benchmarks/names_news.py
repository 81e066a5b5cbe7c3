"""Names as news prints them: inflected, surname alone, Polish, Lithuanian, machine-mangled. Whom does each form find?

HABEAS_DATA=... python benchmarks/names_news.py
"""

from __future__ import annotations

import csv
import os
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from names_people import invent, surnames_of

from habeas.names import Asked, Known, NameIndex, Verdict

FORMS = Path(__file__).parent.parent / "tests" / "names" / "news_forms.tsv"
CROWD = 10_000


def main() -> None:
    data = os.environ.get("HABEAS_DATA")
    if not data:
        print("LEFT OUT: news forms. Set HABEAS_DATA to the folder of the development data.")
        return
    people = read_forms()
    invented = invent(random.Random(5), surnames_of(Path(data), "held"))
    crowd = [next(invented) for _ in range(CROWD)]
    for held in ("be", "ru", "be and ru"):
        spellings = [key for key in ("be", "ru") if key in held]
        known = [Known(one.id, getattr(one, f"{key}_cyr")) for key in spellings for one in crowd]
        known += [Known(row["be"], row[key]) for key in spellings for row in people]
        _report(held, NameIndex.build(known), people)


def read_forms() -> list[dict[str, str]]:
    with FORMS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def _report(held: str, index: NameIndex, people: list[dict[str, str]]) -> None:
    asked = [(form, row["be"]) for row in people for form in row["forms"].split("|")]
    # Each form is a name on a list of its own: many forms of one person on one list would make each other unclear.
    answers = [index.answer_list([Asked(form)])[0] for form, _ in asked]
    first = [
        bool(one.candidates) and one.candidates[0].id == right for one, (_, right) in zip(answers, asked, strict=True)
    ]
    matched = [right for one, right in zip(answers, first, strict=True) if one.verdict == Verdict.MATCH]
    print(
        f"register in {held}: right first in {sum(first)} of {len(first)} ({sum(first) / len(first):.3f}),"
        f" match in {len(matched)}, of these right {sum(matched)}"
    )
    for (form, right), hit, answer in zip(asked, first, answers, strict=True):
        if not hit:
            print(f"    {form} is {right}; found {answer.candidates[0].name if answer.candidates else 'nobody'}")


if __name__ == "__main__":
    main()
