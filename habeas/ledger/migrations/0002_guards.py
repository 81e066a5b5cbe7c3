"""The database itself keeps the ledger append-only; each database says it in its own words."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Blanks are allowed where two people agreed to them: to make them, and to put a backup with such a gap back in.
_AGREED = """EXISTS (
            SELECT 1 FROM ledger_line asked
            JOIN ledger_line erased ON erased.about = asked.about AND erased.number > asked.number
            JOIN ledger_line target ON target.number = asked.about
            WHERE asked.about = NEW.number AND asked.about > 0
            AND erased.about = NEW.number AND erased.about > 0
            AND asked.kind = 'ErasureAsked' AND erased.kind = 'Erased'
            AND asked.editor <> '' AND erased.editor <> '' AND asked.editor <> erased.editor
            AND target.kind NOT IN ('Opened', 'ErasureAsked', 'Erased'))"""

SQLITE = (
    # One guard on INSERT also stops INSERT OR REPLACE and upserts: a number that exists is never the next one.
    """
    CREATE TRIGGER ledger_line_insert BEFORE INSERT ON ledger_line BEGIN
        SELECT CASE
            WHEN NEW.number IS NOT coalesce((SELECT max(number) FROM ledger_line), 0) + 1
            THEN raise(ABORT, 'ledger: a line takes the number after the last one')
            WHEN NEW.previous IS NOT
                coalesce((SELECT hash FROM ledger_line WHERE number = NEW.number - 1), zeroblob(32))
            THEN raise(ABORT, 'ledger: a line carries the hash of the line before')
            WHEN NEW.moment < (SELECT moment FROM ledger_line WHERE number = NEW.number - 1)
            THEN raise(ABORT, 'ledger: moments never go back')
            WHEN NEW.kind = 'Erased' AND (NEW.editor = '' OR NOT EXISTS (
                SELECT 1 FROM ledger_line WHERE about = NEW.about AND about > 0
                AND kind = 'ErasureAsked' AND editor <> '' AND editor <> NEW.editor))
            THEN raise(ABORT, 'ledger: an erasure takes two people')
        END;
    END
    """,
    """
    CREATE TRIGGER ledger_line_update BEFORE UPDATE ON ledger_line BEGIN
        SELECT raise(ABORT, 'ledger: lines are never changed');
    END
    """,
    """
    CREATE TRIGGER ledger_line_delete BEFORE DELETE ON ledger_line BEGIN
        SELECT raise(ABORT, 'ledger: lines are never deleted');
    END
    """,
    f"""
    CREATE TRIGGER ledger_sealed_insert BEFORE INSERT ON ledger_sealed BEGIN
        SELECT CASE
            WHEN NEW.number IS NOT coalesce((SELECT max(number) FROM ledger_sealed), 0) + 1
                OR NOT EXISTS (SELECT 1 FROM ledger_line WHERE number = NEW.number)
            THEN raise(ABORT, 'ledger: a payload takes the number of its line')
            WHEN (NEW.salt IS NULL) <> (NEW.payload IS NULL) OR NEW.payload IS NULL AND NOT {_AGREED}
            THEN raise(ABORT, 'ledger: a payload is not born blank')
        END;
    END
    """,
    f"""
    CREATE TRIGGER ledger_sealed_update BEFORE UPDATE ON ledger_sealed
    WHEN NEW.number IS NOT OLD.number OR NEW.salt IS NOT NULL OR NEW.payload IS NOT NULL
        OR NOT {_AGREED}
    BEGIN
        SELECT raise(ABORT, 'ledger: a payload is blanked by two people or not at all');
    END
    """,
    """
    CREATE TRIGGER ledger_sealed_delete BEFORE DELETE ON ledger_sealed BEGIN
        SELECT raise(ABORT, 'ledger: payloads are never deleted');
    END
    """,
)

POSTGRESQL = (
    """
    CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'ledger: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$
    """,
    """
    CREATE FUNCTION ledger_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        last record;
    BEGIN
        SELECT number, hash, moment INTO last FROM ledger_line ORDER BY number DESC LIMIT 1;
        IF NEW.number <> coalesce(last.number, 0) + 1 THEN
            RAISE EXCEPTION 'ledger: a line takes the number after the last one' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.previous <> coalesce(last.hash, decode(repeat('00', 32), 'hex')) THEN
            RAISE EXCEPTION 'ledger: a line carries the hash of the line before' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.moment < last.moment THEN
            RAISE EXCEPTION 'ledger: moments never go back' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.kind = 'Erased' AND (NEW.editor = '' OR NOT EXISTS (
            SELECT 1 FROM ledger_line WHERE about = NEW.about AND about > 0
            AND kind = 'ErasureAsked' AND editor <> '' AND editor <> NEW.editor)) THEN
            RAISE EXCEPTION 'ledger: an erasure takes two people' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    f"""
    CREATE FUNCTION ledger_sealed_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.number <> coalesce((SELECT max(number) FROM ledger_sealed), 0) + 1
            OR NOT EXISTS (SELECT 1 FROM ledger_line WHERE number = NEW.number) THEN
            RAISE EXCEPTION 'ledger: a payload takes the number of its line' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.salt IS NULL) <> (NEW.payload IS NULL) OR NEW.payload IS NULL AND NOT {_AGREED} THEN
            RAISE EXCEPTION 'ledger: a payload is not born blank' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    f"""
    CREATE FUNCTION ledger_sealed_blank() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.number <> OLD.number OR NEW.salt IS NOT NULL OR NEW.payload IS NOT NULL OR NOT {_AGREED} THEN
            RAISE EXCEPTION 'ledger: a payload is blanked by two people or not at all'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    "CREATE TRIGGER ledger_line_insert BEFORE INSERT ON ledger_line FOR EACH ROW EXECUTE FUNCTION ledger_line_guard()",
    "CREATE TRIGGER ledger_line_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_line"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
    "CREATE TRIGGER ledger_sealed_insert BEFORE INSERT ON ledger_sealed"
    " FOR EACH ROW EXECUTE FUNCTION ledger_sealed_guard()",
    "CREATE TRIGGER ledger_sealed_update BEFORE UPDATE ON ledger_sealed"
    " FOR EACH ROW EXECUTE FUNCTION ledger_sealed_blank()",
    "CREATE TRIGGER ledger_sealed_refuse BEFORE DELETE OR TRUNCATE ON ledger_sealed"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
    # ALWAYS: a session that plays the replica would otherwise pass every guard.
    "ALTER TABLE ledger_line ENABLE ALWAYS TRIGGER ledger_line_insert",
    "ALTER TABLE ledger_line ENABLE ALWAYS TRIGGER ledger_line_refuse",
    "ALTER TABLE ledger_sealed ENABLE ALWAYS TRIGGER ledger_sealed_insert",
    "ALTER TABLE ledger_sealed ENABLE ALWAYS TRIGGER ledger_sealed_update",
    "ALTER TABLE ledger_sealed ENABLE ALWAYS TRIGGER ledger_sealed_refuse",
)


def _guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
    vendor = schema_editor.connection.vendor
    assert vendor in guards, f"a ledger on {vendor} would be without guards"
    for statement in guards[vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("ledger", "0001_initial"),)
    operations = (migrations.RunPython(_guard, elidable=False),)
