"""The guard against accepting one's own line knows letters that look alike, such as a Cyrillic а for a Latin a.

SQLite's lower() folds Latin alone, so that the capitals of other scripts are in the table too.
"""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_FROM = "авеёһніїјкӏморԛѕстуўԝхαβεηικμνορτυχıɡɑ" + "АВЕЁНІЇЈКМОРЅСТУЎХΑΒΕΗΙΚΜΝΟΡΤΥΧҺӀԚԜ"
_INTO = "abeehhiijklmopqsctyywxabenikmvoptuxiga" + "abeehiijkmopsctyyxabenikmvoptuxhlqw"
_GONE = " \u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"


_AT_ONCE = 20
"""SQLite's parser takes no deeper nesting, so that letters are replaced in steps."""


_BOTH = "SELECT lower(editor) AS one, lower(NEW.editor) AS other FROM ledger_line WHERE number = NEW.about"


def are_two(both: str = _BOTH) -> str:
    """Of a query for two aliases as `one` and `other`: a row where they differ when they are bare."""
    pairs = [*zip(_FROM, _INTO, strict=True), *((gone, "") for gone in _GONE)]
    told = f"s0 AS ({both})"
    count = 0
    for start in range(0, len(pairs), _AT_ONCE):
        one, other = (_replaced(name, pairs[start : start + _AT_ONCE]) for name in ("one", "other"))
        told += f", s{count + 1} AS (SELECT {one} AS one, {other} AS other FROM s{count})"
        count += 1
    return f"WITH {told} SELECT 1 FROM s{count} WHERE one <> other"


def _replaced(told: str, pairs: list[tuple[str, str]]) -> str:
    for letter, same in pairs:
        told = f"replace({told}, '{letter}', '{same}')"
    return told


_NOT_SECOND = f"NEW.kind = 'Accepted' AND (trim(NEW.editor) = '' OR NOT EXISTS ({are_two()}))"

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
    dependencies = (("ledger", "0004_second_pair_of_eyes"),)
    operations = (migrations.RunPython(_guard, elidable=False),)
