"""Other matchers, put to the same lists as ours: rapidfuzz, nomenklatura's logic-v2 and Splink on DuckDB."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from itertools import count

from habeas.names import Known

Matcher = Callable[[list[Known], list[str]], list[tuple[str, float, bool]]]
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіўґєї"
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia i u g e i"
_LETTERS = dict(zip(_CYRILLIC, ("" if one == "-" else one for one in _LATIN.split()), strict=True))

# It remembers what it read of an entity by the entity's id, so that no id may come twice.
_FRESH = count()


def peers_named(wanted: str) -> dict[str, Matcher]:
    """Those of a list parted by commas that are installed."""
    modules = {
        "rapidfuzz": (by_rapidfuzz, "rapidfuzz"),
        "logic": (by_logic, "nomenklatura"),
        "splink": (by_splink, "splink"),
    }
    found: dict[str, Matcher] = {}
    for peer in filter(None, wanted.split(",")):
        matcher, module = modules[peer]
        try:
            __import__(module)
            found[peer] = matcher
        except ImportError as missing:
            print(f"LEFT OUT: {peer} ({missing}); install {module} to see it beside us", file=sys.stderr)
    return found


def by_rapidfuzz(register: list[Known], names: list[str]) -> list[tuple[str, float, bool]]:
    """The best of the plain likenesses measured: token_sort_ratio on ASCII text."""
    from rapidfuzz import fuzz, process, utils

    folded = [utils.default_process(_ascii(one.name)) for one in register]
    found = []
    for name in names:
        best = process.extractOne(utils.default_process(_ascii(name)), folded, scorer=fuzz.token_sort_ratio)
        found.append((register[best[2]].id, best[1], False) if best else ("", 0.0, False))
    return found


def by_logic(register: list[Known], names: list[str]) -> list[tuple[str, float, bool]]:
    """nomenklatura's logic-v2 on the fifty candidates that rapidfuzz finds most alike."""
    from followthemoney import model
    from nomenklatura.matching import LogicV2
    from nomenklatura.matching.types import ScoringConfig
    from rapidfuzz import fuzz, process, utils

    def entity(name: str) -> object:
        return model.get_proxy({"id": f"p{next(_FRESH)}", "schema": "Person", "properties": {"name": [name]}})

    config = ScoringConfig.defaults()
    folded = [utils.default_process(_ascii(one.name)) for one in register]
    people = {at: entity(one.name) for at, one in enumerate(register)}
    found = []
    for name in names:
        asked = entity(name)
        near = process.extract(utils.default_process(_ascii(name)), folded, scorer=fuzz.token_sort_ratio, limit=50)
        scored = [(LogicV2.compare(asked, people[at], config).score, register[at].id) for _, _, at in near]
        best = max(scored, default=(0.0, ""))
        found.append((best[1], best[0], False))
    return found


def logic_likeness() -> Callable[[str, str], float]:
    """nomenklatura's logic-v2 of two names alone."""
    from followthemoney import model
    from nomenklatura.matching import LogicV2
    from nomenklatura.matching.types import ScoringConfig

    config = ScoringConfig.defaults()

    def likeness(one: str, other: str) -> float:
        left, right = (
            model.get_proxy({"id": f"p{next(_FRESH)}", "schema": "Person", "properties": {"name": [name]}})
            for name in (one, other)
        )
        return float(LogicV2.compare(left, right, config).score)

    return likeness


def by_splink(register: list[Known], names: list[str]) -> list[tuple[str, float, bool]]:
    """Splink on DuckDB as its own tutorial sets it up: Jaro-Winkler levels with term frequencies on two name
    columns."""
    import pandas
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    def frame(rows: list[tuple[str, str]]) -> object:
        parts = [(key, *([*sorted(_ascii(name).lower().split()), "", ""])[:2]) for key, name in rows]
        return pandas.DataFrame(parts, columns=["unique_id", "one", "two"])

    comparisons = [
        compare.JaroWinklerAtThresholds(c).configure(term_frequency_adjustments=True) for c in ("one", "two")
    ]
    blocks = [block_on("substr(one, 1, 3)"), block_on("substr(two, 1, 3)")]
    settings = SettingsCreator(
        link_type="link_only", comparisons=comparisons, blocking_rules_to_generate_predictions=blocks
    )
    asked = frame([(f"q{at}", name) for at, name in enumerate(names)])
    database = DuckDBAPI()
    tables = [database.register(one) for one in (asked, frame([(one.id, one.name) for one in register]))]
    linker = Linker(tables, settings, log_level="ERROR")
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    # Expectation maximisation is left out: on these lists it costs Splink half of the people it finds.
    pairs = linker.inference.predict(threshold_match_probability=0.0).as_pandas_dataframe()
    best: dict[str, tuple[str, float, bool]] = {}
    for left, right, trust in zip(pairs.unique_id_l, pairs.unique_id_r, pairs.match_probability, strict=True):
        ask, known = (left, right) if str(left).startswith("q") else (right, left)
        if ask not in best or best[ask][1] < trust:
            best[ask] = (known, float(trust), False)
    return [best.get(f"q{at}", ("", 0.0, False)) for at in range(len(names))]


def _ascii(name: str) -> str:
    latin = "".join(_LETTERS.get(letter, letter) for letter in name.lower())
    return "".join(one for one in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(one))
