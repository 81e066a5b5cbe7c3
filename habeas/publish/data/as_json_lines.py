"""Tables as JSON Lines: an object a row, with text as it is."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from habeas.publish.data.tables import Row, Table


def json_lines(table: Table, rows: Sequence[Row]) -> bytes:
    names = [column.name for column in table.columns]
    return b"".join(orjson.dumps(dict(zip(names, row, strict=True))) + b"\n" for row in rows)
