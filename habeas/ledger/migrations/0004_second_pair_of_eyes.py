"""The database itself refuses that an editor accepts a line of their own."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Aliases that differ in case alone are one editor, as in domain/acceptance.py; an alias of the desk is plain ASCII.
_NOT_SECOND = """NEW.kind = 'Accepted' AND (NEW.editor = '' OR NOT EXISTS (
            SELECT 1 FROM ledger_line WHERE number = NEW.about AND lower(editor) <> lower(NEW.editor)))"""

SQLITE = (
    f"""
    CREATE TRIGGER ledger_line_accept BEFORE INSERT ON ledger_line WHEN {_NOT_SECOND} BEGIN
        SELECT raise(ABORT, 'ledger: nobody accepts a line of their own');
    END
    """,
)

POSTGRESQL = (
    f"""
    CREATE FUNCTION ledger_accept_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {_NOT_SECOND} THEN
            RAISE EXCEPTION 'ledger: nobody accepts a line of their own' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    "CREATE TRIGGER ledger_line_accept BEFORE INSERT ON ledger_line"
    " FOR EACH ROW EXECUTE FUNCTION ledger_accept_guard()",
    "ALTER TABLE ledger_line ENABLE ALWAYS TRIGGER ledger_line_accept",
)


def _guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("ledger", "0003_kind_index"),)
    operations = (migrations.RunPython(_guard, elidable=False),)
