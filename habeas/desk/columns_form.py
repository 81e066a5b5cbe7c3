"""The map of a table's columns as a form: what was suggested or is remembered, to be mended and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from habeas.intake.files.column_maps import fits, remembered
from habeas.intake.files.columns import SINGLE, ColumnMap, positions, suggest, with_columns
from habeas.intake.files.contents import Block, Contents, FileKind
from habeas.intake.files.days import DayOrder
from habeas.intake.files.sheets import sheets_of_names
from habeas.intake.files.visible import shortened, visible
from habeas.problems import BadInput

MEANINGS: Mapping[str, str | Promise] = {
    "": gettext_lazy("nothing"),
    "name": gettext_lazy("the name, or a part of it"),
    "patronymic": gettext_lazy("patronymic"),
    "born": gettext_lazy("day or year of birth"),
    "age": gettext_lazy("age"),
    "gender": gettext_lazy("sex"),
    "citizenship": gettext_lazy("citizenship"),
    "articles": gettext_lazy("articles of the charge"),
    "stage": gettext_lazy("where somebody was brought"),
    "release": gettext_lazy("how somebody came free"),
    "remark": pgettext_lazy("a column of a list", "a remark"),
}
ORDERS: Mapping[str, str | Promise] = {
    DayOrder.DAY_FIRST.value: gettext_lazy("day first"),
    DayOrder.MONTH_FIRST.value: gettext_lazy("month first"),
}
_SAMPLES, _WIDEST, _LONGEST = 3, 40, 60


@dataclass(frozen=True, slots=True)
class ColumnAsked:
    """A column: its head, what stands in it, and what it is taken for."""

    number: int
    head: str
    samples: tuple[str, ...]
    means: str


@dataclass(frozen=True, slots=True)
class ColumnsAsked:
    """The form. `why` says where what it shows comes from; `sheets` are those there are, and whether each is read."""

    columns: tuple[ColumnAsked, ...]
    head: int
    order: str
    sheets: tuple[tuple[str, bool], ...]
    why: str


def asks_columns(contents: Contents, source: str, said: QueryDict) -> ColumnsAsked | None:
    """By what the editor chose so far, else as remembered for the source, else as suggested; None without a table."""
    tables = [block for block in contents.blocks if block.table and block.rows]
    if not tables:
        return None
    if said.get("head"):
        return _as_said(contents, tables, said)
    by = remembered(source) if source.startswith("s-") else None
    if by and fits(by, contents.blocks):
        why = _("As it is remembered for this source.")
    else:
        by = next((found for block in sheets_of_names(tables) if (found := _suggested(contents, block))), None)
        why = _("As the headings and cells suggest.") if by else _("Nothing was recognised: say which column is what.")
    by = by or ColumnMap((), sheets=(tables[0].title,) if contents.kind is FileKind.SPREADSHEET else ())
    return _asked(contents, tables, by, why)


def map_said(contents: Contents, said: QueryDict) -> ColumnMap:
    """The map that the form says; BadInput if it names no column as the name."""
    tables = [block for block in contents.blocks if block.table and block.rows]
    if not tables:
        raise BadInput(_("There is no table in the file. Take it without choosing columns: each line is a row then."))
    head, sheets = _head(said), tuple(said.getlist("sheet"))
    block = _chosen(tables, sheets)
    called = _called(block, head)
    means = {name: said.get(f"column-{at}", "") for at, name in enumerate(called, 1)}
    names = tuple(name for name, what in means.items() if what == "name")
    if not names:
        raise BadInput(_("No column is the name. Choose at least one column as the name."))
    by = ColumnMap(
        names,
        remark=tuple(name for name, what in means.items() if what == "remark"),
        sheets=sheets if contents.kind is FileKind.SPREADSHEET else (),
        head=head,
        order=next((one for one in DayOrder if one.value == said.get("dates")), DayOrder.DAY_FIRST),
    )
    return with_columns(by, {what: _only(means, what) for what in SINGLE})


def _as_said(contents: Contents, tables: Sequence[Block], said: QueryDict) -> ColumnsAsked:
    """The form anew after another sheet or row of headings was chosen; what was said of the columns stays."""
    sheets = tuple(said.getlist("sheet"))
    by = ColumnMap((), sheets=sheets, head=_head(said))
    form = _asked(contents, tables, by, _("As you chose."))
    columns = tuple(replace(one, means=said.get(f"column-{one.number}", "")) for one in form.columns)
    return replace(form, columns=columns, order=said.get("dates", form.order))


def _suggested(contents: Contents, block: Block) -> ColumnMap | None:
    by = suggest(block)
    return replace(by, sheets=(block.title,)) if by and contents.kind is FileKind.SPREADSHEET else by


def _asked(contents: Contents, tables: Sequence[Block], by: ColumnMap, why: str) -> ColumnsAsked:
    block = _chosen(tables, by.sheets)
    head = min(by.head, len(block.rows))
    below = [row.cells for row in block.rows[head : head + _SAMPLES]]
    means = _means(block, replace(by, head=head))
    return ColumnsAsked(
        columns=tuple(
            ColumnAsked(at, name, tuple(_sample(cells, at - 1) for cells in below), means.get(at, ""))
            for at, name in enumerate(_heads(block, head), 1)
        ),
        head=head,
        order=by.order.value,
        sheets=tuple((one.title, one.title in by.sheets) for one in tables)
        if contents.kind is FileKind.SPREADSHEET and len(tables) > 1
        else (),
        why=why,
    )


def _means(block: Block, by: ColumnMap) -> dict[int, str]:
    header = block.rows[by.head - 1].cells if by.head else ()
    at = positions(by, header, _width(block), Path("list"))
    told = [(column, "name") for column in by.name] + [(column, "remark") for column in by.remark]
    told += [(getattr(by, what), what) for what in SINGLE if getattr(by, what)]
    return {at[column] + 1: what for column, what in told}


def _called(block: Block, head: int) -> list[str]:
    """How a map calls each column: by its head where that is one and its own, else by its number."""
    heads = [visible(cell) for cell in block.rows[head - 1].cells] if 0 < head <= len(block.rows) else []
    heads += [""] * (_width(block) - len(heads))
    return [name if name and heads.count(name) == 1 else f"#{at}" for at, name in enumerate(heads, 1)]


def _heads(block: Block, head: int) -> list[str]:
    row = block.rows[head - 1].cells if head else ()
    return [shortened(visible(row[at]), _LONGEST) if at < len(row) else "" for at in range(_width(block))]


def _chosen(tables: Sequence[Block], sheets: Sequence[str]) -> Block:
    return next((block for block in tables if block.title in sheets), tables[0])


def _only(means: Mapping[str, str], what: str) -> str:
    found = [name for name, meaning in means.items() if meaning == what]
    if len(found) > 1:
        told = {"what": MEANINGS[what], "columns": ", ".join(found)}
        raise BadInput(_("Several columns are “%(what)s”: %(columns)s. Choose one.") % told)
    return found[0] if found else ""


def _head(said: QueryDict) -> int:
    text = said.get("head", "1")
    if not text.isdecimal() or len(text) > 4:
        raise BadInput(_("The row of the headings is a number; write 0 if there is none."))
    return int(text)


def _sample(cells: Sequence[str], at: int) -> str:
    return shortened(visible(cells[at]), _LONGEST) if at < len(cells) else ""


def _width(block: Block) -> int:
    return min(max(len(row.cells) for row in block.rows), _WIDEST)
