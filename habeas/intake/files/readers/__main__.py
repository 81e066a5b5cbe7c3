"""Reads one file in a process of its own, within its limits: bytes come in by the standard input, JSON goes out.

Run as `python -m habeas.intake.files.readers KIND SECONDS`. Whatever a damaged file does to a library ends here.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator

import orjson

from habeas.intake.files.contents import Block, FileKind
from habeas.intake.files.limits import LONGEST_CELL, MOST_CELLS, MOST_MEMORY, MOST_ROWS
from habeas.problems import BadInput

MODULES = {
    FileKind.SPREADSHEET: "spreadsheets",
    FileKind.HTML: "pages",
    FileKind.PDF: "pdfs",
    FileKind.DOCX: "documents",
}


def main() -> None:
    kind, seconds = next(kind for kind in FileKind if str(kind) == sys.argv[1]), int(sys.argv[2])
    data = sys.stdin.buffer.read()
    reader = importlib.import_module(f"habeas.intake.files.readers.{MODULES[kind]}")
    _limit(seconds)
    sys.setrecursionlimit(3000)
    try:
        told: dict[str, object] = {"blocks": list(_plain(reader.read(data)))}
    except BadInput as reason:
        told = {"refused": str(reason)}
    except MemoryError:
        told = {"refused": "it needs more memory than a list should. Save the part with the names by itself."}
    # Libraries that meet a damaged file raise whatever they like, and all of it says the same.
    except (Exception, RecursionError) as reason:
        told = {"damaged": f"{type(reason).__name__}: {' '.join(str(reason).split())[:120]}"}
    sys.stdout.buffer.write(orjson.dumps(told))


def _limit(seconds: int) -> None:
    """No more memory and time than a list needs, and no file written."""
    try:
        import resource
    except ImportError:  # Windows; there the clock of the caller is the only bound.
        return
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        top = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (top, top))


def _plain(blocks: Iterator[Block]) -> Iterator[list[object]]:
    rows = cells = 0
    for block in blocks:
        kept = []
        for row in block.rows:
            rows, cells = rows + 1, cells + len(row.cells)
            if rows > MOST_ROWS or cells > MOST_CELLS:
                raise BadInput(f"more than {MOST_ROWS} rows or {MOST_CELLS} cells. Save the part with the names.")
            spot = row.spot
            kept.append([spot.sheet, spot.page, spot.line, [_sound(cell) for cell in row.cells], row.aside])
        yield [block.table, _sound(block.title), kept, block.aside, block.unread]


def _sound(cell: str) -> str:
    """Without halves of letters, which JSON can't say."""
    return cell[:LONGEST_CELL].encode("utf-8", errors="replace").decode("utf-8")


if __name__ == "__main__":
    main()
