"""The description is OpenAPI 3.1, and what it says is so: tried with generated questions, good and bad."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, settings

from habeas.api.description import document, schemas
from habeas.project.wsgi import application
from scripts.render_api import PAGE, questions

DOCUMENT = document()
TRIED = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
_A_YEAR_TO_COME = re.compile(r"(202[6-9]|20[3-9]|2[1-9]|[3-9])\d*-")
schema = schemathesis.openapi.from_dict(DOCUMENT)
schema.app = application


def test_the_description_is_served(reader: Client) -> None:
    response = reader.get("/api/v1/openapi.json")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    assert json.loads(response.content) == DOCUMENT
    assert DOCUMENT["openapi"] == "3.1.0"


@schema.hook
def map_query(context: schemathesis.HookContext, query: dict[str, str] | None) -> dict[str, str] | None:
    """No schema can say that a moment has to have come: those that haven't are brought back to a year that has."""
    return query and {name: "2024" + text[4:] if _is_to_come(name, text) else text for name, text in query.items()}


def _is_to_come(name: str, text: object) -> bool:
    return name.startswith("known") and isinstance(text, str) and bool(_A_YEAR_TO_COME.match(text))


@schema.parametrize()
@TRIED
def test_generated_questions_are_answered_as_described(case: schemathesis.Case, reader: Client) -> None:
    case.headers["Host"] = "localhost"
    case.call_and_validate()


def test_each_answer_has_a_json_schema_of_its_own() -> None:
    told = {name: json.loads(content) for name, content in schemas()}
    assert {"PersonAnswer", "BatchAnswer", "People", "Count", "Problem"} <= told.keys()
    for one in told.values():
        jsonschema.Draft202012Validator.check_schema(one)


def test_a_person_fits_the_published_schema(reader: Client) -> None:
    told = dict(schemas())
    answer = reader.get("/api/v1/releases/2025-12-13").json()
    checked = jsonschema.Draft202012Validator(json.loads(told["BatchAnswer"]))
    checked.validate(answer)
    with pytest.raises(jsonschema.ValidationError):
        checked.validate({**answer, "editor": "anna"})


def test_the_reference_is_rendered_from_the_description() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.startswith(questions()), "run python scripts/render_api.py"
    assert "### PersonAnswer" in text
