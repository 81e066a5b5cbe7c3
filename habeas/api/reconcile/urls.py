"""The addresses of the reconciliation service, below its own."""

from django.urls import path

from habeas.api.reconcile.views import extend_10, match_10, preview, propose, root_2, root_10, suggested

_KINDS = ("entity", "property", "type")

urlpatterns = [
    path("", root_2),
    *(path(f"suggest/{kind}", suggested, {"kind": kind}) for kind in _KINDS),
    path("preview", preview),
    path("extend/propose", propose),
    path("1.0-draft/", root_10),
    # The draft has called it both.
    path("1.0-draft/match", match_10),
    path("1.0-draft/reconcile", match_10),
    *(path(f"1.0-draft/suggest/{kind}", suggested, {"kind": kind}) for kind in _KINDS),
    path("1.0-draft/preview", preview),
    path("1.0-draft/extend", extend_10),
    path("1.0-draft/extend/propose", propose),
]
