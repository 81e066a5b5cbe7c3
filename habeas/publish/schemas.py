"""The API's description and the JSON Schema of each of its answers, as files beside the data."""

from __future__ import annotations

from habeas.api.description import schemas, written
from habeas.publish.making import Making

_FOLDER = "api"


def write(making: Making) -> None:
    making.folder.write(f"{_FOLDER}/openapi.json", written())
    for name, content in schemas():
        making.folder.write(f"{_FOLDER}/schemas/{name}.json", content)
