"""Answers of the public server that are files, kept in memory until the file changes; Django is asked for the rest."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from habeas.publish.layout import SITE
from habeas.publish.prebuilt import found

_MOST = 4000
"""Pages kept at once; when there are more, all are forgotten and the kept begin anew."""

Answer = tuple[int, str, list[tuple[str, str]], bytes]


class KeptAnswers:
    """A WSGI application before another one."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._root = (Path(os.environ["HABEAS_PUBLIC"]) / SITE).resolve()
        self._kept: dict[str, Answer] = {}

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if environ["REQUEST_METHOD"] != "GET" or environ.get("QUERY_STRING"):
            return self._application(environ, start_response)  # type: ignore[no-any-return]
        file = found(self._root, path.encode("latin-1").decode("utf-8", "replace"))
        if file is None:
            return self._application(environ, start_response)  # type: ignore[no-any-return]
        stamp = file.stat().st_mtime_ns
        answer = self._kept.get(path)
        if answer is None or answer[0] != stamp:
            answer = self._asked(environ, stamp)
            if len(self._kept) >= _MOST:
                self._kept.clear()
            self._kept[path] = answer
        start_response(answer[1], answer[2])
        return [answer[3]]

    def _asked(self, environ: dict[str, Any], stamp: int) -> Answer:
        told: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], *_: object) -> None:
            told.append((status, headers))

        answer = self._application(environ, start)
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        return (stamp, *told[0], body)
