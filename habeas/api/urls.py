"""The addresses for machines. They are in no language, and none of them holds a name."""

from django.urls import include, path
from django.views.decorators.http import require_GET

from habeas.api.description import openapi
from habeas.api.failing import absent
from habeas.api.methods import telling, told_of
from habeas.api.reconcile.views import root_2, root_10
from habeas.api.v1 import api

_patterns, _app, _namespace = api.urls
urlpatterns = [
    path("v1/openapi.json", telling(require_GET(openapi))),
    path("v1/", (told_of(_patterns), _app, _namespace)),
    path("reconcile", root_2, name="reconcile"),
    path("reconcile/1.0-draft", root_10, name="reconcile_10"),
    path("reconcile/", include("habeas.api.reconcile.urls")),
    path("", absent),
    path("<path:rest>", absent),
]
