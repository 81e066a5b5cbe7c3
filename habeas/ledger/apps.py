"""The ledger as an application of Django."""

from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "habeas.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
