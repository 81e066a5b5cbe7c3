"""The register as an application of Django."""

from __future__ import annotations

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "habeas.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
