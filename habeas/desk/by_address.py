"""Signing in is throttled by address as well, for whoever tries many aliases. Addresses are never written anywhere.

They are counted in this process's memory, under a key that is drawn when it starts and dies with it.
"""

from __future__ import annotations

import hmac
import secrets
from collections import deque
from ipaddress import ip_address
from threading import Lock
from time import monotonic

from django.http import HttpRequest

FREE = 30
"""Failures from one address within a quarter of an hour before it has to wait."""
_WITHIN = 15 * 60
_MOST = 10_000
_key = secrets.token_bytes(32)
_lock = Lock()
_failed: dict[bytes, deque[float]] = {}


def wait(request: HttpRequest) -> int:
    """Seconds until the next try may come from where this one came from; nought if it may come now."""
    with _lock:
        times = _failed.get(_where(request), deque())
        left = times[0] + _WITHIN - monotonic() if len(times) == FREE else 0
    return max(0, round(left))


def failed(request: HttpRequest) -> None:
    where = _where(request)
    if not where:
        return
    with _lock:
        times = _failed.pop(where, deque(maxlen=FREE))
        times.append(monotonic())
        _failed[where] = times
        while len(_failed) > _MOST or (_failed and next(iter(_failed.values()))[-1] < monotonic() - _WITHIN):
            del _failed[next(iter(_failed))]


def forget() -> None:
    """As if the process had just begun."""
    with _lock:
        _failed.clear()


def _where(request: HttpRequest) -> bytes:
    """The network asked from: nothing for this machine, where a web server or Tor may stand for many.

    A web server on this machine says last in the list for whom it asks; what stands before that anybody can write.
    """
    told = str(request.META.get("REMOTE_ADDR", ""))
    if _is_here(told):
        told = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    try:
        address = ip_address(told)
    except ValueError:
        return b""
    # Whoever has one address of the sixth version has all of its network.
    network = address.packed[:8] if address.version == 6 else address.packed
    return b"" if address.is_loopback else hmac.digest(_key, network, "sha256")


def _is_here(told: str) -> bool:
    try:
        return ip_address(told).is_loopback
    except ValueError:
        return True
