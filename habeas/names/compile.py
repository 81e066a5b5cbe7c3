"""Compile vocabulary/names into the one file that is opened at run time: python -m habeas.names.compile"""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import yaml

from habeas.names import tables
from habeas.names.joined import joined
from habeas.names.sounds import Sound, cyrillic_orthography, forget, given_stem, read_word

# What a plain Latin spelling is read by: a graph that two of these systems read differently is read as the first does.
_PLAIN = ("ru_press", "be_passport", "ru_passport", "be_bgn_1979", "uk_kmu_2010")
_WHERE = {
    "start": r"(?<![^\W\d_])",
    "end": r"(?![^\W\d_])",
    "start_or_after_vowel": "(?:(?<=[аеёіиоуыэюяєї’'aeiouy])|(?<![^\\W\\d_]))",
    "before_soft": "(?=[еёіиюяьєїeiy'])",
    "between_vowels": "(?<=[aeiouy])(?=[aeiouy])",
}
_VOWEL_FIRST = "аеёэуыіиюяєїо"


def compile_tables(folder: Path = tables.FOLDER) -> dict[str, Any]:
    systems = {path.stem: _yaml(path) for path in sorted((folder / "systems").glob("*.yml"))}
    endings = _yaml(folder / "endings.yml")
    raw = {
        "readers": _readers(systems),
        "cyrillic": sorted(
            (key for key, row in systems.items() if row["script"] == "cyrillic"), key=lambda key: systems[key]["asked"]
        ),
        "laws": [
            [law["find"], law.get("becomes", law.get("or")), "or" in law] for law in _yaml(folder / "laws.yml")["laws"]
        ],
        "endings": {
            **endings,
            "inflected": [
                [row["ends"] + "$", row.get("written", ""), row.get("said_of", "")] for row in endings["inflected"]
            ],
            "former": _former(endings["former"]),
            "several": _several(**endings["several"]),
            "said_before": rf"^(?:{_either(endings['said_before'])})\s+(?=[^\W\d_]{{2,}}\s+[^\W\d_]{{2,}})",
            "articles": rf"(?<![\w'-])(?:{_either(endings['articles'])})-(?=[^\W\d_])",
            "compounds": _compounds(endings["compounds"]),
            "middle_van": rf"(?<!\w)({_either(endings['vietnamese'])})\s+van(?=\s)",
            "careful": _careful(endings, folder),
        },
        "han": {row[0]: row[1] for row in _rows(folder / "han.tsv")},
        "palladius": {row[1]: row[0] for row in reversed(_rows(folder / "palladius.tsv"))},
        "one_surname": {},
        "families": {},
        "stems": {},
        "gender": {},
        "weights": _weights(folder / "weights.tsv"),
    }
    raw |= _families(folder / "given.tsv", raw)
    return raw | {"one_surname": _one_surname(folder / "surnames.tsv")}


def main() -> None:
    text = json.dumps(compile_tables(), ensure_ascii=False, indent=0, sort_keys=True)
    tables.COMPILED.write_text(text + "\n", encoding="utf-8")


def _readers(systems: dict[str, dict[str, Any]]) -> dict[str, Any]:
    own = {key: row for key, row in systems.items() if row["script"] != "latin"}
    readers = {key: _letter_reader(row) for key, row in own.items()}
    spoken = {key: _sounds_of(row) for key, row in own.items()}
    plain: dict[str, str] = {}
    for key in _PLAIN:
        plain = _inverse(systems[key], spoken[systems[key]["of"]]) | plain
    readers["latin"] = _latin_reader(plain, "")
    for key, row in systems.items():
        if row["script"] == "latin" and "evidence" in row:
            readers[key] = _latin_reader(plain | _inverse(row, spoken[row["of"]]), row["evidence"])
    readers["other"] = {"graphs": "", "sounds": {}, "rules": [], "letters": {}, "evidence": "", "script": "other"}
    return readers


def _letter_reader(row: dict[str, Any]) -> dict[str, Any]:
    """Groups of letters by rules that may look around, and all other letters one by one."""
    rules = [(rule["write"] + _context(rule, after=True), rule["as"]) for rule in row["rules"]]
    return {
        "graphs": "|".join(f"({pattern})" for pattern, _ in rules),
        "sounds": {},
        "rules": [sound for _, sound in rules],
        "letters": row["letters"],
        "evidence": row.get("evidence", ""),
        "script": row["script"],
    }


def _latin_reader(graphs: dict[str, str], evidence: str) -> dict[str, Any]:
    """Groups of letters, the longest first, by what they begin with: so the search for them passes most letters by."""
    telling = {graph: sound for graph, sound in graphs.items() if graph != sound or len(graph) > 1}
    first = sorted({graph[0] for graph in telling})
    return {
        "graphs": "|".join(_beginning(letter, [graph for graph in telling if graph[0] == letter]) for letter in first),
        "sounds": telling,
        "rules": [],
        "letters": {},
        "evidence": evidence,
        "script": "latin",
    }


def _beginning(letter: str, graphs: list[str]) -> str:
    longest_first = sorted((graph[1:] for graph in graphs), key=lambda rest: (-len(rest), rest))
    return re.escape(letter) + "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def _sounds_of(row: dict[str, Any]) -> dict[str, str]:
    """Sounds of letters and of the letter groups that a system's own rules name."""
    return {**row["letters"], **{rule["write"]: rule["as"] for rule in row["rules"] if not _context(rule)}}


def _inverse(row: dict[str, Any], spoken: dict[str, str]) -> dict[str, str]:
    """From Latin letters to sounds: a romanisation read backwards. A vowel wins where a graph stands for two
    letters."""
    graphs: dict[str, str] = {}
    pairs = [*row["letters"].items(), *((rule["write"], rule["as"]) for rule in row["rules"])]
    for letters, graph in sorted(pairs, key=lambda pair: pair[0][0] not in _VOWEL_FIRST):
        graph = graph.strip("’”ʹʺ'")
        if graph and len(letters) <= 2:
            graphs.setdefault(graph, spoken.get(letters) or "".join(spoken.get(one, "") for one in letters))
    graphs |= row.get("also_read", {})
    return {
        spelled: sound for graph, sound in graphs.items() for spelled in {graph, unicodedata.normalize("NFC", graph)}
    }


def _context(rule: dict[str, str], after: bool = False) -> str:
    if "before" in rule:
        return _WHERE["before_" + rule["before"]]
    return _WHERE[rule["where"]] if "where" in rule and after else ""


def _former(words: list[str]) -> str:
    """Words of a former surname, with it and the bracket or comma before them; the surname is the one group."""
    either = "|".join(re.escape(word).replace("\\ ", r"\s+") for word in words)
    return rf"[\s,;(\[]+(?:{either})(?<=[\w.])[\s:]+([^\W\d_][\w'’ʼ-]+)\s*[)\]]?"


def _several(ties: list[str], said_of: list[str], whose: list[str], relations: list[str]) -> dict[str, str]:
    """What parts the names of several people, stands before them all, or before one who is somebody's relative."""
    return {
        "joints": rf"(?:\s*,)?\s+(?P<tie>{_either(ties)})\s+|\s*[,;/\n]\s*",
        "said_of": rf"^\W*(?:{_either(said_of)})(?:\s*[:–—-]\s*|\s+)",
        "relation": rf"^(?P<whose>(?:{_either(whose)})\s+)?(?:{_either(relations)})\s+",
    }


def _careful(endings: dict[str, Any], folder: Path) -> list[str]:
    """Words in whose names several may be one, or which may be a Chinese surname in Russian letters."""
    first = {one for row in endings["compounds"] for one in row["first"]}
    surnames = {row[1] for row in _rows(folder / "palladius.tsv") if row[0] in endings["chinese"]}
    return sorted(first | set(endings["said_before"]) | {"van"} | surnames)


def _compounds(rows: list[dict[str, list[str]]]) -> str:
    """What stands before the gap or hyphen that is taken out."""
    return "|".join(rf"(?<![^\W_])({_either(row['first'])})[\s-]+{_then(row)}(?=[^\W\d_]{{3,}})" for row in rows)


def _then(row: dict[str, list[str]]) -> str:
    return f"(?={_either(row['then'])})" if "then" in row else ""


def _either(words: list[str]) -> str:
    """The longer of two that begin alike comes first."""
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _families(path: Path, raw: dict[str, Any]) -> dict[str, Any]:
    tables.use(tables.read_tables(raw))
    forget()
    families: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    rows = _rows(path)
    gender = {row[0]: row[1] for row in rows}
    own = {sound.skeleton: row[1] for row in rows for form in _forms(row[2:5]) for sound in _read(form)[:1]}
    for row in rows:
        for form, mark in [(form, "") for form in _forms(row[2:8])] + [(form, "~") for form in _forms(row[8:])]:
            for sound in _read(form):
                # French Alexandre sounds as Александра does; the East Slavic woman's name has the better claim
                # to that sound.
                if own.get(sound.skeleton, row[1]) != row[1] and not mark:
                    continue
                families.setdefault(sound.skeleton, set()).add(mark + row[0])
                if given_stem(sound):
                    stems.setdefault(given_stem(sound), set()).add(mark + row[0])
    return {"families": _joined(families), "stems": _joined(stems), "gender": gender}


def _one_surname(path: Path) -> dict[str, str]:
    """From the stem of each form of a surname to that of its first."""
    found: dict[str, str] = {}
    for _, forms in _rows(path):
        stems = [sound.stem for form in forms.lower().split(",") for sound in _read(form)]
        found |= {stem: stems[0] for stem in stems if stem != stems[0]}
    return found


def _read(form: str) -> tuple[Sound, ...]:
    return read_word(form, cyrillic_orthography(form))


def _forms(cells: list[str]) -> list[str]:
    """Every form, and the Latin ones without their marks too, since lists drop these: José and Jose."""
    forms = [form.strip().lower() for cell in cells for form in cell.split(",") if form.strip()]
    return list(dict.fromkeys(other for form in forms for other in (form, _bare(form), joined(form))))


def _bare(form: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFKD", form) if not unicodedata.combining(one))
    return plain if plain.isascii() else form


def _joined(found: dict[str, set[str]]) -> dict[str, str]:
    """A form that is a full one of a family isn't kept as its short one as well."""
    return {
        key: " ".join(sorted(one for one in row if one.lstrip("~") == one or one[1:] not in row))
        for key, row in found.items()
    }


def _rows(path: Path) -> list[list[str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def _weights(path: Path) -> dict[str, float]:
    return {row[0]: float(row[1]) for row in _rows(path)}


def _yaml(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


if __name__ == "__main__":
    main()
