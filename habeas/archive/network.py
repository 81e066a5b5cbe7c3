"""The only module that touches the network: a page fetched within bounds of time, size and hops, with a log of it.

Nothing of this machine goes out that need not: no cookie, no referrer, no name or password of the environment. Where a
proxy is set everything goes through it, names of hosts too, and nothing goes around it if it fails. Without one, what a
host's name leads to is checked at the moment of connecting, so that no later answer of a name server can lead inside.
"""

from __future__ import annotations

import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import ip_address
from threading import Timer
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from habeas.archive.addresses import Ip, checked, open_to_all
from habeas.problems import BadInput

Clock = Callable[[], datetime]
Headers = tuple[tuple[str, str], ...]
_REDIRECTS = (301, 302, 303, 307, 308)
_PIECE = 65_536
_SILENCE = 15.0
"""Seconds of silence after which a server is given up; the whole fetch has a limit of its own."""
_SENT: Headers = (
    ("User-Agent", "Mozilla/5.0"),
    ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"),
    ("Accept-Encoding", "gzip"),
)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a fetch may go: through which proxy (empty for none), how long, how much, over how many redirects."""

    proxy: str = ""
    seconds: float = 60.0
    most_bytes: int = 25_000_000
    hops: int = 5
    allows: Callable[[Ip], bool] = field(default=open_to_all)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer as they went over the wire, the body packed as it came; by a proxy `ip` is empty."""

    address: str
    ip: str
    asked: Headers
    status: int
    reason: str
    answered: Headers
    body: bytes
    began: datetime
    ended: datetime

    def header(self, name: str) -> str:
        return next((value for key, value in self.answered if key.lower() == name), "")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: every exchange from the first redirect on, and the last one's body unpacked."""

    exchanges: tuple[Exchange, ...]
    body: bytes

    @property
    def last(self) -> Exchange:
        return self.exchanges[-1]


class NotFetched(BadInput):
    """Nothing came that could be kept: no connection, too slow, too large, too many redirects."""


def fetch(address: str, reach: Reach, clock: Clock) -> Fetched:
    """The page at an address. BadInput for an address that is never fetched, NotFetched if nothing can be had of it."""
    here, exchanges = checked(address), list[Exchange]()
    with _within(reach) as asking:
        while True:
            exchanges.append(asking.ask("GET", here, clock))
            last = exchanges[-1]
            if last.status not in _REDIRECTS or not last.header("location"):
                return Fetched(tuple(exchanges), _unpacked(last, reach))
            if len(exchanges) > reach.hops:
                raise NotFetched(f"{here} leads on and on: more than {reach.hops} redirects. Open it by hand.")
            here = checked(last.header("location"), before=here)


def post(address: str, body: bytes, content_type: str, reach: Reach, clock: Clock) -> Exchange:
    """The answer of a service to bytes; redirects aren't followed, since a service has one address."""
    with _within(reach) as asking:
        return asking.ask("POST", checked(address), clock, body=body, content_type=content_type)


def proxied(proxy: str) -> str:
    """The proxy as it is used: one that looks up names itself. BadInput for one that would leak them."""
    scheme, _, rest = proxy.partition("://")
    if not rest or scheme not in ("socks5", "socks5h", "http", "https"):
        raise BadInput("HABEAS_PROXY can't be read. Write it as socks5h://127.0.0.1:9050 or http://host:port.")
    return f"socks5h://{rest}" if scheme == "socks5" else proxy


@contextmanager
def _within(reach: Reach) -> Iterator[_Asking]:
    """Asking that ends at the limit, whatever a server does: its sockets are shut under it."""
    asking = _Asking(reach)
    timer = Timer(reach.seconds, asking.stop)
    timer.daemon = True
    timer.start()
    try:
        yield asking
    except (requests.RequestException, HTTPError, OSError) as reason:
        raise NotFetched(_told(asking, reason)) from None
    finally:
        timer.cancel()
        asking.close()


class _Asking:
    """A session without memory: what is left of one request is nothing that the next could send."""

    def __init__(self, reach: Reach) -> None:
        self._reach, self.expired, self.by_proxy = reach, False, bool(reach.proxy)
        self._sockets: list[socket.socket] = []
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.proxies = {"http": proxied(reach.proxy), "https": proxied(reach.proxy)} if reach.proxy else {}
        adapter = _Adapter(self)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, adapter)

    def ask(
        self, method: str, address: str, clock: Clock, *, body: bytes | None = None, content_type: str = ""
    ) -> Exchange:
        self._session.cookies.clear()
        sent = (*_SENT, ("Content-Type", content_type)) if content_type else _SENT
        self._session.headers.clear()
        began = clock()
        answer = self._session.request(
            method, address, headers=dict(sent), data=body, stream=True, allow_redirects=False, timeout=_SILENCE
        )
        try:
            received = self._received(answer, address)
        finally:
            answer.close()
        if self.expired:
            raise OSError("out of time")
        told = tuple((str(key), str(value)) for key, value in answer.raw.headers.items())
        return Exchange(
            address=address,
            ip="" if self._reach.proxy else self._peer(),
            asked=sent,
            status=answer.status_code,
            reason=answer.reason or "",
            answered=told,
            body=received,
            began=began,
            ended=clock(),
        )

    def connect(self, host: str, port: int) -> socket.socket:
        """A socket to one of the addresses of the host, each checked before it is connected to."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        refused = [place[0] for *_, place in found if not self._reach.allows(ip_address(str(place[0]).split("%")[0]))]
        if refused:
            raise BadInput(f"{host} leads to an address of this machine or its network, and is never fetched.")
        trouble: OSError = OSError("no address")
        for family, kind, protocol, _, place in found:
            made = socket.socket(family, kind, protocol)
            made.settimeout(_SILENCE)
            try:
                made.connect(place)
            except OSError as reason:
                made.close()
                trouble = reason
                continue
            return self.watch(made)
        raise trouble

    def watch(self, made: socket.socket) -> socket.socket:
        self._sockets.append(made)
        if self.expired:
            self.stop()
        return made

    def stop(self) -> None:
        self.expired = True
        for one in self._sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                one.close()

    def close(self) -> None:
        self._session.close()

    def _received(self, answer: requests.Response, address: str) -> bytes:
        pieces, size = list[bytes](), 0
        while piece := answer.raw.read1(_PIECE, decode_content=False):
            pieces.append(piece)
            size += len(piece)
            if size > self._reach.most_bytes:
                raise NotFetched(f"{address} is larger than {self._reach.most_bytes // 1_000_000} MB. Save it by hand.")
            if self.expired:
                break
        return b"".join(pieces)

    def _peer(self) -> str:
        try:
            return str(self._sockets[-1].getpeername()[0]) if self._sockets else ""
        except OSError:
            return ""


class _Adapter(HTTPAdapter):
    """Connections that go where `_Asking.connect` lets them; through a proxy the proxy is all that is connected to."""

    def __init__(self, asking: _Asking) -> None:
        self._asking = asking
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, retries=False, **options)
        self.poolmanager.pool_classes_by_scheme = _pools(self._asking)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = {
            scheme: _watched(pool, self._asking) for scheme, pool in manager.pool_classes_by_scheme.items()
        }
        return manager


def _pools(asking: _Asking) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return asking.connect(self.host, self.port or self.default_port)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return asking.connect(self.host, self.port or self.default_port)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _watched(pool: Any, asking: _Asking) -> Any:
    """The pool with connections that can be ended from outside; what they connect to stays the proxy's business."""

    class Watched(pool.ConnectionCls):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            return asking.watch(super()._new_conn())

    return type(pool.__name__, (pool,), {"ConnectionCls": Watched})


def _unpacked(last: Exchange, reach: Reach) -> bytes:
    """The body without its packing, up to the same bound; what says that it is packed and isn't stays as it came."""
    if "gzip" not in last.header("content-encoding").lower():
        return last.body
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        body = unpacking.decompress(last.body, reach.most_bytes + 1)
    except zlib.error:
        return last.body
    if len(body) > reach.most_bytes:
        raise NotFetched(f"{last.address} unpacks to more than {reach.most_bytes // 1_000_000} MB. Save it by hand.")
    return body


def _told(asking: _Asking, reason: Exception) -> str:
    """Why in a few words, without what a library says of this machine."""
    if asking.expired:
        return "The server took too long and was given up. Try again later, or save the page by hand."
    if isinstance(reason, requests.exceptions.SSLError):
        return "The server's certificate can't be trusted. Open the page by hand and see why."
    if asking.by_proxy:
        return "The proxy of HABEAS_PROXY doesn't answer, or the server behind it; nothing goes around it. Try again."
    return "No answer could be had from the server. Try again later, or save the page by hand."
