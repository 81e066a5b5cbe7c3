"""The reconciliation service: a whole session, what it refuses, who may ask, and every answer against the schemas."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import Client
from referencing import Registry, Resource

from habeas.domain.judgements import Withheld
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis
from habeas.ledger.append import append
from tests.api.openrefine import ORIGIN, OpenRefine
from tests.pages.conftest import STATKEVICH, STEFANOVIC

ROOT = "/api/reconcile"
DRAFT = f"{ROOT}/1.0-draft"
SCHEMAS = Path(os.environ.get("HABEAS_DATA", "")) / "reconciliation"
FOUR_SCRIPTS = ("Валентин Стефанович", "Валянцін Стэфановіч", "Valancin Stefanovič", "Walancin Stefanowicz")


def valid(version: str, name: str, told: object) -> None:
    if not os.environ.get("HABEAS_DATA"):
        pytest.skip("HABEAS_DATA is not set, so no answer is compared with the protocol's own schemas.")
    schemas = {path.name: json.loads(path.read_text()) for path in (SCHEMAS / version).glob("*.json")}
    # What the schemas call the dialect of the day means the one in use when they were written.
    known = [(one["$id"], Resource.opaque(one)) for one in schemas.values() if "$id" in one]
    spare = [("http://swagger.io/v2/schema.json", Resource.opaque({"definitions": {"securityDefinitions": {}}}))]
    registry: Registry[Any] = Registry().with_resources([*spare, *known])
    jsonschema.Draft7Validator(schemas[f"{name}.json"], registry=registry).validate(told)


def posted(reader: Client, address: str, body: object) -> Any:
    response = reader.post(address, json.dumps(body), content_type="application/json")
    assert response.status_code == 200, response.content
    return response.json()


def test_a_session_as_openrefine_holds_it(reader: Client) -> None:
    client = OpenRefine(reader, ROOT)
    assert client.manifest()["versions"] == ["0.2"]
    results = client.reconciled([*FOUR_SCRIPTS, "Микола Статкевич", "Никто Неизвестный", "Стефанович"])
    for name, found in zip(FOUR_SCRIPTS, results, strict=False):
        assert (found[0]["id"], found[0]["match"]) == (STEFANOVIC, True), name
        assert found[0]["score"] >= 98
    assert results[4][0]["id"] == STATKEVICH
    assert not any(one["match"] for found in results[5:] for one in found)
    assert STEFANOVIC in {one["id"] for one in results[6]}
    assert STEFANOVIC in {one["id"] for one in client.suggested("entity", "стефан")["result"]}
    assert [one["id"] for one in client.suggested("property", "sta")["result"]] == ["status"]
    assert [one["id"] for one in client.suggested("type", "per")["result"]] == ["person"]
    assert "Stefanovic" in client.previewed(STEFANOVIC)
    offered = [one["id"] for one in client.proposed()["properties"]]
    told = client.extended([STEFANOVIC], [{"id": id} for id in offered])
    assert [one["id"] for one in told["meta"]] == offered
    assert told["rows"][STEFANOVIC]["name"] == [{"str": "Valiantsin Stefanovic"}]


def test_a_property_is_told_of_a_day_and_as_known_then(reader: Client) -> None:
    days = {"on": "2025-12-14", "known": "2025-12-14"}
    client = OpenRefine(reader, ROOT)
    for settings, status in ((days, "free_abroad"), ({"on": "2025-12-14"}, "held")):
        told = client.extended([STEFANOVIC], [{"id": "status", "settings": settings}])
        assert told["rows"][STEFANOVIC]["status"] == [{"str": status}]


def test_the_draft_is_spoken_as_well(reader: Client) -> None:
    by_name = {"type": "person", "conditions": [{"matchType": "name", "propertyValue": FOUR_SCRIPTS[0]}]}
    by_id = {"conditions": [{"matchType": "id", "propertyValue": STATKEVICH}]}
    told = posted(reader, f"{DRAFT}/match", {"queries": [by_name, by_id]})
    assert [one["candidates"][0]["id"] for one in told["results"]] == [STEFANOVIC, STATKEVICH]
    asked = {"ids": [STEFANOVIC], "properties": [{"id": "status", "settings": {"on": "2025-12-14"}}]}
    (row,) = posted(reader, f"{DRAFT}/extend", asked)["rows"]
    assert row == {"id": STEFANOVIC, "properties": [{"id": "status", "values": [{"str": "held"}]}]}


def test_every_answer_of_0_2_fits_its_schema(reader: Client) -> None:
    valid("0.2", "manifest", reader.get(ROOT).json())
    batch = {"q0": {"query": FOUR_SCRIPTS[0]}, "q1": {"query": "Стефанович", "limit": 20}, "q2": {"query": ""}}
    valid("0.2", "reconciliation-query-batch", batch)
    valid("0.2", "reconciliation-result-batch", posted(reader, ROOT, batch))
    for kind, name in (("entity", "entities"), ("property", "properties"), ("type", "types")):
        for typed in ("", "s", "per", "Стефан"):
            told = reader.get(f"{ROOT}/suggest/{kind}", {"prefix": typed}).json()
            valid("0.2", f"suggest-{name}-response", told)
    proposal = reader.get(f"{ROOT}/extend/propose?type=person").json()
    valid("0.2", "data-extension-property-proposal", proposal)
    asked = {"ids": [STEFANOVIC, "p-neverwas00"], "properties": [{"id": one["id"]} for one in proposal["properties"]]}
    valid("0.2", "data-extension-response", posted(reader, ROOT, {"extend": asked}))


def test_every_answer_of_the_draft_fits_its_schema(reader: Client) -> None:
    valid("1.0-draft", "manifest", reader.get(DRAFT).json())
    names = [*FOUR_SCRIPTS, "Стефанович", ""]
    batch = {"queries": [{"conditions": [{"matchType": "name", "propertyValue": name}]} for name in names]}
    valid("1.0-draft", "reconciliation-query-batch", batch)
    valid("1.0-draft", "reconciliation-result-batch", posted(reader, f"{DRAFT}/match", batch))
    for kind, name in (("entity", "entities"), ("property", "properties"), ("type", "types")):
        told = reader.get(f"{DRAFT}/suggest/{kind}", {"prefix": "s"}).json()
        valid("1.0-draft", f"suggest-{name}-response", told)
    proposal = reader.get(f"{DRAFT}/extend/propose?type=person").json()
    valid("1.0-draft", "data-extension-property-proposal", proposal)
    asked = {"ids": [STEFANOVIC, "p-neverwas00"], "properties": [{"id": one["id"]} for one in proposal["properties"]]}
    valid("1.0-draft", "data-extension-response", posted(reader, f"{DRAFT}/extend", asked))


def test_a_batch_comes_as_a_form_or_as_json(reader: Client) -> None:
    batch = {"q0": {"query": FOUR_SCRIPTS[0]}}
    by_form = reader.post(ROOT, {"queries": json.dumps(batch)}).json()
    assert by_form == posted(reader, ROOT, batch) == posted(reader, ROOT, {"queries": batch})


def test_another_type_than_people_matches_nobody(reader: Client) -> None:
    told = posted(reader, ROOT, {"q0": {"query": FOUR_SCRIPTS[0], "type": "prison"}})
    assert told == {"q0": {"result": []}}


def test_who_is_withheld_is_neither_matched_suggested_previewed_nor_told_of(own: Client) -> None:
    append([Candidate(STEFANOVIC, Withheld(0, Basis.FAMILY))])
    found = posted(own, ROOT, {"q0": {"query": FOUR_SCRIPTS[0]}})["q0"]["result"]
    suggested = own.get(f"{ROOT}/suggest/entity", {"prefix": "стефан"}).json()["result"]
    assert STEFANOVIC not in {one["id"] for one in (*found, *suggested)}
    withheld, never = (own.get(f"{ROOT}/preview?id={id}") for id in (STEFANOVIC, "p-neverwas00"))
    assert (withheld.status_code, withheld.content) == (404, never.content)
    by_id = {"conditions": [{"matchType": "id", "propertyValue": STEFANOVIC}]}
    assert posted(own, f"{DRAFT}/match", {"queries": [by_id]}) == {"results": [{"candidates": []}]}
    asked = {"ids": [STEFANOVIC, "p-neverwas00"], "properties": [{"id": "status"}, {"id": "possibly_held"}]}
    rows = posted(own, ROOT, {"extend": asked})["rows"]
    assert rows[STEFANOVIC] == rows["p-neverwas00"] == {"status": [], "possibly_held": []}


@pytest.mark.parametrize(
    ("body", "status", "where"),
    [
        ({"queries": [1]}, 400, "queries"),
        ({"q0": {"limit": 3}}, 400, "queries"),
        ({"q0": {"query": 7}}, 400, "query"),
        ({"q0": {"query": "a\x00b"}}, 400, "query"),
        ({f"q{place}": {"query": "x"} for place in range(51)}, 413, "queries"),
        ({"extend": {"ids": ["p-x"] * 501, "properties": []}}, 413, "ids"),
        ({"extend": {"ids": ["p-x"], "properties": [{"id": "crime"}]}}, 400, "properties"),
        ({"extend": {"ids": ["p-x"], "properties": [{"id": "status", "settings": {"on": "soon"}}]}}, 400, "on"),
        ({"q0": {"query": "x" * 262_144}}, 413, "body"),
        ([], 400, "body"),
    ],
)
def test_what_the_protocol_does_not_know_is_refused(reader: Client, body: object, status: int, where: str) -> None:
    response = reader.post(ROOT, json.dumps(body), content_type="application/json")
    assert (response.status_code, response.json()["where"]) == (status, where)


def test_no_batch_of_names_is_taken_from_an_address(reader: Client) -> None:
    response = reader.get(ROOT, {"queries": json.dumps({"q0": {"query": "Стефанович"}})})
    assert (response.status_code, "Стефанович" in response.content.decode()) == (400, False)


def test_a_register_is_read_by_pages_of_this_machine_alone(reader: Client) -> None:
    for origin, allowed in ((ORIGIN, ORIGIN), ("https://anywhere.example", None), ("null", None)):
        for response in (
            reader.get(ROOT, headers={"origin": origin}),
            reader.options(ROOT, headers={"origin": origin}),
        ):
            assert response.headers.get("Access-Control-Allow-Origin") == allowed
            assert "Access-Control-Allow-Credentials" not in response.headers


def test_no_other_question_may_be_asked_from_another_origin(reader: Client) -> None:
    for address in ("/api/v1/people", "/people", "/"):
        assert "Access-Control-Allow-Origin" not in reader.get(address, headers={"origin": ORIGIN}).headers
