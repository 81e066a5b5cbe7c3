"""The addresses of the public site: the pages, in each language, and nothing else."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("api/", include("habeas.api.urls")),
    *i18n_patterns(path("", include("habeas.pages.urls")), prefix_default_language=False),
]
