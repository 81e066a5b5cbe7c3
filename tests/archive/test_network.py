"""What may be fetched and what not, what goes out, and how hostile servers are bounded in time and size."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address

import pytest

from habeas.archive.addresses import checked, open_to_all
from habeas.archive.network import NotFetched, Reach, fetch, proxied
from habeas.problems import BadInput
from tests.archive.served import clock, near, page, served


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/", "http://192.168.0.1/admin",
        "http://169.254.169.254/latest/meta-data", "http://172.16.0.1/", "http://0.0.0.0/", "http://127.1/",
        "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/", "http://[fe80::1]/", "http://[fc00::1]/", "http://printer/", "http://nas.local/",
        "http://224.0.0.1/", "http://100.64.0.1/",
    ],
)  # fmt: skip
def test_addresses_of_this_machine_and_its_network_are_refused(address: str) -> None:
    with pytest.raises(BadInput, match="never fetched"):
        checked(address)


@pytest.mark.parametrize(
    "address",
    ["ftp://news.example/", "file:///etc/passwd", "javascript:alert(1)", "news.example", "http://", "http://a b/", ""],
)
def test_what_is_no_address_of_a_page_is_refused(address: str) -> None:
    with pytest.raises(BadInput, match=r"no address of a page|can't be fetched"):
        checked(address)


def test_a_name_or_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(BadInput, match="name or password") as refused:
        checked("https://anna:geheim@news.example/")
    assert "geheim" not in str(refused.value)


def test_an_address_is_asked_for_as_it_is_written_but_for_its_fragment() -> None:
    assert checked("https://news.example/a?b=1#c") == "https://news.example/a?b=1"
    assert checked("https://навіны.example") == "https://xn--80ae5ac4e2c.example/"
    assert checked("../b", before="https://news.example/a/c") == "https://news.example/b"


@pytest.mark.parametrize(
    ("ip", "is_open"), [("93.184.216.34", True), ("2606:2800:220:1::1", True), ("::ffff:10.0.0.1", False)]
)
def test_the_open_network_is_told_from_what_is_not(ip: str, is_open: bool) -> None:
    assert open_to_all(ip_address(ip)) is is_open


def test_a_name_that_leads_to_this_machine_is_refused_when_it_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    with served(page(b"secret"), monkeypatch) as address, pytest.raises(BadInput, match="never fetched"):
        fetch(f"{address}/", Reach(), clock)


def test_a_redirect_to_this_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = page(b"", 302, Location="http://127.0.0.1:1/admin")
    with served(answer, monkeypatch) as address, pytest.raises(BadInput, match="never fetched"):
        fetch(f"{address}/", near(), clock)


def test_nothing_goes_out_that_need_not(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, str]] = []

    def answer(to: BaseHTTPRequestHandler) -> None:
        seen.append({name.lower(): value for name, value in to.headers.items()})
        where = "/b" if to.path == "/a" else ""
        page(b"<p>here", 302 if where else 200, Location=where, Set_Cookie="who=anna; Path=/")(to)

    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with served(answer, monkeypatch) as address:
        found = fetch(f"{address}/a", near(), clock)
    assert [one.status for one in found.exchanges] == [302, 200]
    assert found.body == b"<p>here"
    for asked in seen:
        assert set(asked) <= {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_packed_bodies_are_kept_as_they_came_and_read_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(b"<p>words</p>")
    with served(page(packed, Content_Encoding="gzip"), monkeypatch) as address:
        found = fetch(f"{address}/", near(), clock)
    assert (found.body, found.last.body) == (b"<p>words</p>", packed)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    with (
        served(page(bomb, Content_Encoding="gzip"), monkeypatch) as address,
        pytest.raises(NotFetched, match="unpacks"),
    ):
        fetch(f"{address}/", near(most_bytes=1_000_000), clock)


def test_a_body_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(to: BaseHTTPRequestHandler) -> None:
        to.send_response(200)
        to.end_headers()
        with suppress(OSError):
            while True:
                to.wfile.write(bytes(65_536))

    with served(endless, monkeypatch) as address, pytest.raises(NotFetched, match="larger than 2 MB"):
        fetch(f"{address}/", near(most_bytes=2_000_000), clock)


def test_redirects_without_end_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_and_on(to: BaseHTTPRequestHandler) -> None:
        page(b"", 302, Location=f"/{len(to.path)}x{to.path[:50]}")(to)

    with served(on_and_on, monkeypatch) as address, pytest.raises(NotFetched, match="redirects"):
        fetch(f"{address}/", near(), clock)


@pytest.mark.parametrize("part", ["head", "body"])
def test_slow_drips_are_given_up_at_the_limit(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = threading.Event()

    def dripping(to: BaseHTTPRequestHandler) -> None:
        if part == "body":
            to.send_response(200)
            to.end_headers()
        with suppress(OSError):
            while not stopped.wait(0.05):
                to.wfile.write(b"X")
                to.wfile.flush()

    began = time.monotonic()
    with served(dripping, monkeypatch) as address:
        with pytest.raises(NotFetched, match="too long"):
            fetch(f"{address}/", near(seconds=1.0), clock)
        stopped.set()
    assert time.monotonic() - began < 8


def test_a_server_that_is_not_there_is_told_of_without_this_machine_s_addresses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(NotFetched) as failed:
        with served(page(b""), monkeypatch) as address:
            pass
        fetch(f"{address}/", near(), clock)
    assert "127.0.0.1" not in str(failed.value)


def test_through_a_proxy_everything_goes_names_of_hosts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that only listens: what it hears first is a name, and this machine looks none up."""
    heard: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        with suppress(OSError):
            one, _ = listening.accept()
            one.recv(3)
            one.sendall(b"\x05\x00")
            heard.append(one.recv(200))
            one.close()

    threading.Thread(target=listen, daemon=True).start()
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def noting(host: str, *rest: object, **more: object) -> object:
        looked_up.append(host)
        return real(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", noting)
    with pytest.raises(NotFetched):
        fetch(
            "http://news.example/a", Reach(proxy=f"socks5://127.0.0.1:{listening.getsockname()[1]}", seconds=5), clock
        )
    listening.close()
    assert b"news.example" in heard[0]
    assert "news.example" not in looked_up


def test_without_its_proxy_nothing_goes_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = socket.create_server(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    closed.close()
    reached: list[str] = []

    def answer(to: BaseHTTPRequestHandler) -> None:
        reached.append(to.path)
        page(b"")(to)

    with served(answer, monkeypatch) as address, pytest.raises(NotFetched, match="nothing goes around it"):
        fetch(f"{address}/", near(proxy=f"socks5h://127.0.0.1:{port}"), clock)
    assert reached == []


def test_a_proxy_that_would_look_names_up_here_is_made_one_that_does_not() -> None:
    assert proxied("socks5://127.0.0.1:9050") == "socks5h://127.0.0.1:9050"
    for wrong in ("socks4://127.0.0.1:9050", "127.0.0.1:9050"):
        with pytest.raises(BadInput, match="HABEAS_PROXY"):
            proxied(wrong)
