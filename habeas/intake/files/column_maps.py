"""A map of columns as a YAML file that an editor can read and mend, and the one that is remembered for a source."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from habeas.intake.files.columns import SINGLE, ColumnMap, columns_of, with_columns
from habeas.intake.files.contents import Block
from habeas.intake.files.days import DayOrder
from habeas.intake.files.visible import visible
from habeas.intake.yaml_parts import Part, list_of_text, named, need, read_parts, text
from habeas.problems import BadInput
from habeas.project.home import home

_FIELDS = ("sheet", "head", "name", *SINGLE, "remark", "dates", "country")
_MEANING = {
    "name": "one column, or several that make the name together",
    "born": "only the year is kept",
    "age": "becomes two years of birth, by the day of the release",
    "stage": "where somebody was brought or handed over",
    "release": "pardon, term served, handed over, expelled, and the like",
    "remark": "read for age, articles and citizenship; otherwise only in the log",
}


def read_column_map(path: Path) -> ColumnMap:
    """BadInput says at which line the map breaks the form."""
    top = read_parts(path)
    fields = named(top, _FIELDS, "a map of columns")
    single = {what: text(fields.get(what)) for what in SINGLE}
    by = ColumnMap(
        name=list_of_text(need(fields, "name", top)),
        remark=list_of_text(fields["remark"]) if "remark" in fields else (),
        sheets=list_of_text(fields["sheet"]) if "sheet" in fields else (),
        head=_head(fields.get("head")),
        order=order_said(fields.get("dates")),
        country=text(fields.get("country")),
    )
    return with_columns(by, single)


def written(by: ColumnMap) -> str:
    """The map as YAML; how each column was found out stands behind it."""
    why = dict(by.why)
    lines = [f"sheet: {_listed(by.sheets)}"] if by.sheets else []
    lines.append(f"head: {by.head}" + ("" if by.head else "   # no row of headings"))
    for what in ("name", *SINGLE, "remark"):
        value = getattr(by, what)
        if value:
            columns = value if isinstance(value, tuple) else (value,)
            told = "; ".join(filter(None, (_MEANING.get(what, ""), why.get(columns[0], ""))))
            shown = "[" + ", ".join(map(_quoted, columns)) + "]" if isinstance(value, tuple) else _quoted(value)
            lines.append(f"{what}: {shown}" + (f"   # {told}" if told else ""))
    lines.append(f"dates: {by.order.value}")
    return "\n".join([*lines, *([f"country: {by.country}"] if by.country else [])]) + "\n"


def remembered(source: str) -> ColumnMap | None:
    """The map with which a list of that source was last taken."""
    path = _path(source)
    return read_column_map(path) if path.is_file() else None


def remember(source: str, by: ColumnMap) -> None:
    path = _path(source)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.part")
    beside.write_text(written(by), encoding="utf-8")
    os.replace(beside, path)


def fits(by: ColumnMap, blocks: tuple[Block, ...]) -> bool:
    """Whether the file has every column of the map, where the map has them."""
    tables = [block for block in blocks if block.table and block.rows and (not by.sheets or block.title in by.sheets)]
    if not tables or len(tables[0].rows) <= by.head:
        return False
    heads = {visible(cell).casefold() for cell in tables[0].rows[by.head - 1].cells} if by.head else set[str]()
    width = max(len(row.cells) for row in tables[0].rows)
    return all(
        int(column[1:]) <= width
        if column[:1] == "#" and column[1:].isdecimal()
        else visible(column).casefold() in heads
        for column in columns_of(by)
    )


def order_said(part: Part | None) -> DayOrder:
    for order in DayOrder:
        if text(part) in ("", order.value):
            return order
    assert part is not None, "a missing part has the first order"
    raise BadInput(f"{part.where}: “{text(part)[:20]}” is no order. Write day first or month first.")


def _path(source: str) -> Path:
    return home() / "columns" / f"{source}.yml"


def _listed(values: tuple[str, ...]) -> str:
    return _quoted(values[0]) if len(values) == 1 else "[" + ", ".join(map(_quoted, values)) + "]"


def _quoted(value: str) -> str:
    """On one line and never read as anything but text."""
    return str(yaml.safe_dump(value, allow_unicode=True, default_style='"', width=10_000)).strip()


def _head(part: Part | None) -> int:
    said = text(part) or "1"
    if not said.isdecimal() or len(said) > 4:
        assert part is not None, "a missing part is the first row"
        raise BadInput(f"{part.where}: “{said[:20]}” is no row. Write the row of the headings, or 0 for none.")
    return int(said)
