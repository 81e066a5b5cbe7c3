"""Django's sessions in the desk's own table. They are short, and end at once when an administrator says so."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as InDatabase

from habeas.desk.models import Session

ACCOUNT = "account"
"""The key under which a session holds its account."""


class SessionStore(InDatabase):
    """Django asks for this class by this name."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = Session(session_key=self._get_or_create_session_key())  # type: ignore[attr-defined]
        row.session_data = self.encode(data)
        row.expire_date = self.get_expiry_date()
        row.account_id = data.get(ACCOUNT)
        return row


def end_sessions(alias: str = "") -> int:
    """End the sessions of one account, or without an alias everybody's. Returns how many there were."""
    ended = Session.objects.filter(account__alias=alias) if alias else Session.objects.all()
    return ended.delete()[0]
