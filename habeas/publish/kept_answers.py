"""The public server's quick way: files are sent without asking Django, and what must be computed waits its turn.

A page that is computed holds the interpreter for several milliseconds. Few are computed at once, so that files, which
are most of what is asked for, don't wait behind them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from habeas.pages.headers import make_safe
from habeas.pages.methods import READ
from habeas.pages.speaking import say_language
from habeas.publish.layout import SITE
from habeas.publish.prebuilt import answer_with, found

THREADS = 16
_AT_ONCE = 2
_MOST_WAITING = THREADS - 4
"""So many pages are computed or wait for it; whoever asks for more is told to come again."""
_MOST = 4000
"""Answers kept at once; when there are more, all are forgotten and the kept begin anew."""
_TURN = 0.0005
"""Seconds after which a thread that computes lets another go on."""
_BUSY = b"Too many ask at once. Ask again in a few seconds.\n"

Environ = dict[str, Any]
Start = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """`stamp` is when the file was written that was read."""

    stamp: int
    status: str
    headers: list[tuple[str, str]]
    body: bytes


class KeptAnswers:
    """A WSGI application before another one."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._root = (Path(os.environ["HABEAS_PUBLIC"]) / SITE).resolve()
        self._kept: dict[str, Answer] = {}
        self._waiting, self._computing = BoundedSemaphore(_MOST_WAITING), BoundedSemaphore(_AT_ONCE)
        sys.setswitchinterval(_TURN)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        plain = environ["REQUEST_METHOD"] in READ and not environ.get("QUERY_STRING")
        answer = self._of_a_file(environ.get("PATH_INFO", "")) if plain else None
        if answer is None:
            return self._computed(environ, start)
        start(answer.status, answer.headers)
        return [answer.body] if environ["REQUEST_METHOD"] == "GET" else []

    def _of_a_file(self, asked: str) -> Answer | None:
        path = asked.encode("latin-1").decode("utf-8", "replace")
        file = found(self._root, path)
        if file is None:
            return None
        stamp = file.stat().st_mtime_ns
        kept = self._kept.get(path)
        if kept is None or kept.stamp != stamp:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            kept = self._kept[path] = _read(file, path, stamp)
        return kept

    def _computed(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if not self._waiting.acquire(blocking=False):
            start("503 Service Unavailable", [("Content-Type", "text/plain"), ("Retry-After", "5")])
            return [_BUSY]
        try:
            with self._computing:
                answer = self._application(environ, start)
                body = b"".join(answer)
                answer.close()
        finally:
            self._waiting.release()
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _read(file: Path, path: str, stamp: int) -> Answer:
    response = make_safe(say_language(answer_with(file, path), path))
    headers = [*response.items(), ("Content-Length", str(len(response.content)))]
    return Answer(stamp, f"{response.status_code} {response.reason_phrase}", headers, response.content)
