"""Whether the triggers that keep the ledger append-only are in place. Who owns a database can drop them; we notice."""

from __future__ import annotations

from django.db import connection

_SQLITE = {f"ledger_{table}_{change}" for table in ("line", "sealed") for change in ("insert", "update", "delete")}
_SQLITE |= {"ledger_line_accept"}
_POSTGRESQL = {
    "ledger_line_accept",
    "ledger_line_insert",
    "ledger_line_refuse",
    "ledger_sealed_insert",
    "ledger_sealed_update",
    "ledger_sealed_refuse",
}


def missing_guards() -> list[str]:
    """The names of triggers that are gone or switched off."""
    if connection.vendor == "sqlite":
        wanted, sql = _SQLITE, "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        wanted, sql = _POSTGRESQL, "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(sql)
        found = {name for (name,) in cursor.fetchall()}
    return sorted(wanted - found)
