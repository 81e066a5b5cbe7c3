"""The guard against accepting one's own line knows that the machine judges in the name of who brought a mention in."""

from __future__ import annotations

from importlib import import_module

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

are_two = import_module("habeas.ledger.migrations.0005_look_alikes").are_two

_BOTH = """SELECT lower(CASE WHEN line.editor <> 'matcher' THEN line.editor ELSE (
                SELECT brought.editor FROM ledger_line brought
                WHERE brought.subject = line.subject ORDER BY brought.number LIMIT 1) END) AS one,
            lower(NEW.editor) AS other FROM ledger_line line WHERE line.number = NEW.about"""
_NOT_SECOND = f"""NEW.kind = 'Accepted' AND (
            trim(NEW.editor) = '' OR NEW.editor = 'matcher' OR NOT EXISTS ({are_two(_BOTH)}))"""

SQLITE = (
    "DROP TRIGGER ledger_line_accept",
    f"""
    CREATE TRIGGER ledger_line_accept BEFORE INSERT ON ledger_line WHEN {_NOT_SECOND} BEGIN
        SELECT raise(ABORT, 'ledger: nobody accepts a line of their own');
    END
    """,
)

POSTGRESQL = (
    f"""
    CREATE OR REPLACE FUNCTION ledger_accept_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {_NOT_SECOND} THEN
            RAISE EXCEPTION 'ledger: nobody accepts a line of their own' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
)


def _guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("ledger", "0005_look_alikes"),)
    operations = (migrations.RunPython(_guard, elidable=False),)
