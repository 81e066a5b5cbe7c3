"""Tables as Parquet, for those who count with columns."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from habeas.publish.data.tables import Holds, Row, Table

_TYPES = {Holds.TEXT: pa.string(), Holds.NUMBER: pa.int64(), Holds.DAY: pa.date32(), Holds.YES_OR_NO: pa.bool_()}


def parquet_file(table: Table, rows: Sequence[Row]) -> bytes:
    schema = pa.schema([pa.field(one.name, _TYPES[one.holds], not one.needed) for one in table.columns])
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()
