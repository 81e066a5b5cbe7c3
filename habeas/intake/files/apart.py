"""Reading a file in a process of its own, so that what a damaged or hostile file does to a library ends there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import orjson

import habeas
from habeas.intake.files.contents import Block, Contents, FileKind, PrintedRow, Spot
from habeas.intake.files.limits import most_seconds
from habeas.problems import BadInput

_ROOT = Path(habeas.__file__ or ".").parents[1]


def read_apart(path: Path, kind: FileKind, data: bytes) -> Contents:
    """What the file holds; BadInput if its reader refused it, broke, or took too long."""
    told = orjson.loads(_run(path, kind, data))
    if "refused" in told:
        raise BadInput(f"{path}: {told['refused']}")
    if "damaged" in told:
        raise BadInput(f"{path}: this can't be read as {_called(kind)} ({told['damaged']}). {_again(kind)}")
    return Contents(kind, tuple(_block(*block) for block in told["blocks"]))


def _run(path: Path, kind: FileKind, data: bytes) -> bytes:
    seconds = most_seconds()
    # -P: a module that lies in the folder where the command is run is none of ours.
    command = [sys.executable, "-P", "-m", "habeas.intake.files.readers", str(kind), str(seconds)]
    paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=seconds + 1,
            check=False,
            env={**os.environ, "PYTHONPATH": paths},
        )
    except subprocess.TimeoutExpired:
        raise BadInput(_too_long(path, seconds)) from None
    if done.returncode in (-24, -9):  # SIGXCPU and SIGKILL: the limit on time, by either of its names
        raise BadInput(_too_long(path, seconds))
    if done.returncode or not done.stdout:
        raise BadInput(
            f"{path}: its reader broke off, for it is damaged or needs more memory than a list should. {_again(kind)}"
        )
    return done.stdout


def _too_long(path: Path, seconds: int) -> str:
    return (
        f"{path}: reading it took longer than {seconds} seconds and was stopped; nothing was taken. Save the part with"
        " the names by itself, or allow more time with HABEAS_READING_SECONDS."
    )


def _again(kind: FileKind) -> str:
    other = {FileKind.SPREADSHEET: "CSV", FileKind.DOCX: "DOCX"}.get(kind, "")
    return f"Open it where it was made and save it again{f' as {other}' if other else ''}, or as plain text in UTF-8."


def _called(kind: FileKind) -> str:
    return {
        FileKind.SPREADSHEET: "a spreadsheet",
        FileKind.HTML: "a web page",
        FileKind.PDF: "a PDF",
        FileKind.DOCX: "a Word document",
        FileKind.TEXT: "a text",
    }[kind]


def _block(
    table: bool, title: str, rows: list[tuple[str, int, int, list[str], str]], aside: bool, unread: list[str]
) -> Block:
    read = (PrintedRow(tuple(cells), Spot(sheet, page, line), why) for sheet, page, line, cells, why in rows)
    return Block(table, tuple(read), title, aside, tuple(unread))
