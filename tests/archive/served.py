"""A small server for tests of capture, at a name of the open web that leads to this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from habeas.archive.network import Reach

HOST = "news.example"
Answer = Callable[[BaseHTTPRequestHandler], None]


def clock() -> datetime:
    return datetime(2026, 3, 1, 12, tzinfo=UTC)


def near(seconds: float = 10.0, **changed: Any) -> Reach:
    """A reach that may come to this machine, as no setting can make one."""
    return Reach(seconds=seconds, allows=lambda ip: True, **changed)


@contextmanager
def served(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server that answers so; every name leads to this machine while it runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer(self)

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, *rest, **more: real("127.0.0.1", port, *rest, **more))
    try:
        yield f"http://{HOST}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def page(body: bytes, status: int = 200, **headers: str) -> Answer:
    """Always the same answer."""

    def answered(to: BaseHTTPRequestHandler) -> None:
        to.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            to.send_header(name.replace("_", "-"), value)
        to.send_header("Content-Length", str(len(body)))
        to.end_headers()
        to.wfile.write(body)

    return answered
