"""A client as OpenRefine is one: it knows the manifest alone, and asks for everything where that says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.test import Client

ORIGIN = "http://127.0.0.1:3333"


@dataclass
class OpenRefine:
    """Version 0.2, as the program speaks it: batches of ten, as a form."""

    client: Client
    service: str

    def manifest(self) -> Any:
        return self._get(self.service)

    def reconciled(self, names: list[str]) -> list[Any]:
        results: list[Any] = []
        for start in range(0, len(names), 10):
            keys = {f"q{place}": name for place, name in enumerate(names[start : start + 10])}
            told = {key: {"query": name, "type": "person", "limit": 5} for key, name in keys.items()}
            answer = self._post({"queries": json.dumps(told)})
            results += [answer[key]["result"] for key in keys]
        return results

    def suggested(self, kind: str, typed: str) -> Any:
        where = self.manifest()["suggest"][kind]
        return self._get(where["service_url"] + where["service_path"], prefix=typed)

    def previewed(self, id: str) -> str:
        response = self.client.get(_path(self.manifest()["preview"]["url"].replace("{{id}}", id)))
        assert response.status_code == 200
        assert "frame-ancestors" not in response.headers["Content-Security-Policy"]
        return str(response.content.decode())

    def proposed(self) -> Any:
        where = self.manifest()["extend"]["propose_properties"]
        return self._get(where["service_url"] + where["service_path"], type="person", limit="20")

    def extended(self, ids: list[str], properties: list[dict[str, object]]) -> Any:
        return self._post({"extend": json.dumps({"ids": ids, "properties": properties})})

    def _get(self, address: str, **asked: str) -> Any:
        response = self.client.get(_path(address), asked, headers={"origin": ORIGIN})
        assert response.headers["Access-Control-Allow-Origin"] == ORIGIN
        return _told(response)

    def _post(self, form: dict[str, str]) -> Any:
        return _told(self.client.post(_path(self.service), form))


def _told(response: Any) -> Any:
    assert response.status_code == 200, response.content
    return response.json()


def _path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
