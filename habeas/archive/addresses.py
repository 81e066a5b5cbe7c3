"""Which addresses may be fetched: pages of the open web, and nothing of this machine or of its neighbours."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin, urlsplit, urlunsplit

from habeas.problems import BadInput

_LONGEST = 2000
_OF_THIS_NETWORK = (".local", ".localhost", ".internal", ".lan", ".home.arpa", ".intranet")
Ip = IPv4Address | IPv6Address
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 behind a translator (RFC 6052): the last 32 bits say where it leads."""


def checked(address: str, *, before: str = "") -> str:
    """The address as it will be asked for; a relative one is read against that before. BadInput says what is wrong."""
    whole = urljoin(before, address.strip()) if before else address.strip()
    if len(whole) > _LONGEST or any(ord(letter) < 33 for letter in whole):
        raise BadInput(f"“{whole[:80]}” is no address of a page. Copy it from the browser's line.")
    try:
        parts = urlsplit(whole)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise BadInput(f"“{whole[:80]}” is no address of a page. Copy it from the browser's line.") from None
    if parts.scheme not in ("http", "https") or not host:
        raise BadInput(
            f"“{whole[:80]}” can't be fetched: only http:// and https:// can. Save the page to a file first."
        )
    if parts.username or parts.password:
        raise BadInput("The address holds a name or password. Take it out; what needs one is saved to a file by hand.")
    _refuse_near(host)
    where = f"[{host}]" if ":" in host else host.encode("idna").decode() if not host.isascii() else host
    return urlunsplit((parts.scheme, where + (f":{port}" if port else ""), parts.path or "/", parts.query, ""))


def _refuse_near(host: str) -> None:
    literal = _literal(host)
    near = host == "localhost" or host.endswith(_OF_THIS_NETWORK) or ("." not in host and literal is None)
    if near or (literal is not None and not open_to_all(literal)):
        raise BadInput(f"{host} is an address of this machine or its network, and is never fetched.")


def _literal(host: str) -> Ip | None:
    """An address in figures, also in the forms that C libraries read: 127.1, 0x7f000001, 2130706433."""
    try:
        return ip_address(host)
    except ValueError:
        pass
    parts = host.split(".")
    try:
        figures = [int(part, 8 if part.startswith("0") and part.isdecimal() and len(part) > 1 else 0) for part in parts]
    except ValueError:
        return None
    if not 1 <= len(figures) <= 4 or any(figure > 255 for figure in figures[:-1]):
        return None
    whole = sum(figure << (8 * (3 - place)) for place, figure in enumerate(figures[:-1])) + figures[-1]
    return IPv4Address(whole) if whole < 1 << 32 else None


def open_to_all(ip: Ip) -> bool:
    """Whether it belongs to the open network: not private, link-local, loopback or reserved, nor one in disguise."""
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return open_to_all(inner)
        if ip in _TRANSLATED:
            return open_to_all(IPv4Address(int(ip) & 0xFFFFFFFF))
    return ip.is_global and not ip.is_multicast
