"""schema.org JSON-LD: the dataset with its files, and releases as events. Nobody is named in it.

Search engines keep what they read so, and show it beside a name for ever; a person's page is for those who look for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import orjson

from habeas.publish.data.package import ABOUT, LICENCE
from habeas.publish.making import Making
from habeas.register import queries
from habeas.register.answers import Lens

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KINDS = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def linked(making: Making, lens: Lens, files: Sequence[str]) -> bytes:
    dataset = {
        "@type": "Dataset",
        "name": "The open register of political imprisonment",
        "description": ABOUT,
        "version": str(making.latest.number),
        "dateModified": making.latest.day.isoformat(),
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "distribution": [_file(name) for name in files],
    }
    events = [
        {"@type": "Event", "name": one.title, "startDate": one.when}
        for one in queries.batches(lens)
        if _DAY.fullmatch(one.when)
    ]
    told = {"@context": "https://schema.org", "@graph": [dataset, *events]}
    return orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n"


def _file(name: str) -> dict[str, str]:
    return {"@type": "DataDownload", "contentUrl": name, "encodingFormat": _KINDS[name.rpartition(".")[2]]}
