"""How a fault of ours is logged: where it happened and its type, never its words or the address that was asked for."""

from __future__ import annotations

import logging
import traceback


class WhereOnly(logging.Formatter):
    """An exception's text and a request's path can hold a person's name, so neither is written down."""

    def format(self, record: logging.LogRecord) -> str:
        kind, _, trace = record.exc_info or (None, None, None)
        places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
        name = kind.__name__ if kind else "no exception"
        return f"A page failed: {name} at {places[-1] if places else 'an unknown place'}."


def is_fault(record: logging.LogRecord) -> bool:
    """Pages not found and refused requests leave no trace, faults of ours do."""
    return record.levelno >= logging.ERROR
