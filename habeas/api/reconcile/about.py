"""What the service says of itself: its manifest in both versions, its one type, and its properties."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from habeas.register import queries

Json = dict[str, object]
NAME = "Habeas: the register of political imprisonment"
TYPE: Json = {"id": "person", "name": "Person", "description": "Somebody of whom the register tells"}
MOST_QUERIES, MOST_IDS = 50, 500
PREVIEW = {"width": 420, "height": 220}


@dataclass(frozen=True, slots=True)
class Property:
    """Of a person: told when data is extended, or compared when a name is matched, or both."""

    id: str
    name: str
    description: str
    told: bool = True
    compared: bool = False

    @property
    def shown(self) -> Json:
        return {"id": self.id, "name": self.name, "description": self.description}


PROPERTIES = (
    Property("name", "Name", "The name as it is shown"),
    Property("other_names", "Other names", "The same person's name as printed elsewhere"),
    Property("status", "Status", "What is said of the person's liberty on the day"),
    Property("since", "Since", "The first day of that status"),
    Property("facility", "Place", "Where the person was last said to be, while held"),
    Property("articles", "Articles", "Articles of the criminal code charged or sentenced under"),
    Property("recognisers", "Recognised by", "Who recognises the person on the day"),
    Property("held_for_certain", "Held for certain", "1 if every claim allows no other answer, else 0"),
    Property("possibly_held", "Possibly held", "1 if some claim allows it, else 0"),
    Property("birth_year", "Year of birth", "Compared with the year on record", told=False, compared=True),
    Property("gender", "Gender", "m or f; compared with the gender on record", told=False, compared=True),
)
_SETTINGS = (
    ("on", "On", "A day of the world, as in 2025-12-14; the latest without it"),
    ("known", "Known", "As was known on this day; in a public copy the day of a data release"),
)


def manifest_2(request: HttpRequest) -> Json:
    base, root = _base(request), _base(request) + reverse("reconcile")
    suggest = {
        kind: {"service_url": root, "service_path": f"/suggest/{kind}"} for kind in ("entity", "property", "type")
    }
    asked = [
        {"name": id, "label": name, "type": "text", "default": "", "help_text": help} for id, name, help in _SETTINGS
    ]
    return {
        "versions": ["0.2"],
        "name": NAME,
        "identifierSpace": f"{base}/people/",
        "schemaSpace": f"{root}/properties/",
        "documentation": f"{base}/method",
        "serviceVersion": queries.version(),
        "view": {"url": f"{base}/people/{{{{id}}}}"},
        "defaultTypes": [TYPE],
        "suggest": suggest,
        "preview": {"url": f"{root}/preview?id={{{{id}}}}", **PREVIEW},
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/extend/propose"},
            "property_settings": asked,
        },
        "batchSize": MOST_QUERIES,
    }


def manifest_10(request: HttpRequest) -> Json:
    base = _base(request)
    asked = [{"id": id, "name": name, "type": "text", "default": "", "helpText": help} for id, name, help in _SETTINGS]
    return {
        "versions": ["1.0-draft"],
        "name": NAME,
        "lang": "en",
        "documentation": f"{base}/method",
        "serviceVersion": queries.version(),
        "view": {"url": f"{base}/people/{{id}}"},
        "defaultTypes": [TYPE],
        "suggest": {"entity": True, "property": True, "type": True},
        "preview": PREVIEW,
        "extend": {"proposeProperties": True, "propertySettings": asked},
        "standardizedScore": True,
        "batchSize": MOST_QUERIES,
    }


def _base(request: HttpRequest) -> str:
    """As the reader's own machine reaches us; where another server adds HTTPS, we don't see that it does."""
    scheme = "https" if settings.SESSION_COOKIE_SECURE else request.scheme
    return f"{scheme}://{request.get_host()}"
