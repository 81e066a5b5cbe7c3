"""Exchanges kept as WARC (ISO 28500), and packed as WACZ for handing on to whoever replays web pages."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from urllib.parse import urlsplit

import orjson
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from habeas.archive.network import Exchange, Headers

_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_BY_HOP = ("transfer-encoding", "connection", "keep-alive")
"""What says how an answer crossed the wire, and not what it holds; the body is kept without these wrappings."""


def warc_of(exchanges: Sequence[Exchange]) -> bytes:
    """One request and one response record for each exchange, in their order."""
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=True)
    writer.write_record(
        writer.create_warcinfo_record("capture.warc.gz", {"software": _software(), "format": "WARC/1.1"})
    )
    for one in exchanges:
        response = writer.create_warc_record(
            one.address,
            "response",
            payload=io.BytesIO(one.body),
            http_headers=StatusAndHeaders(f"{one.status} {one.reason}".strip(), _kept(one.answered), "HTTP/1.1"),
            warc_headers_dict={"WARC-Date": _moment(one.began), **({"WARC-IP-Address": one.ip} if one.ip else {})},
        )
        request = writer.create_warc_record(
            one.address,
            "request",
            http_headers=StatusAndHeaders(f"GET {_target(one.address)} HTTP/1.1", [*one.asked], is_http_request=True),
            warc_headers_dict={"WARC-Date": _moment(one.began)},
        )
        writer.write_request_response_pair(request, response)
    return written.getvalue()


def wacz_of(warc: bytes, address: str, title: str, captured: datetime) -> bytes:
    """The WARC with the list of pages and the index that the WACZ format 1.1.1 asks for; the same bytes each time."""
    files = {
        "archive/data.warc.gz": warc,
        "indexes/index.cdx.gz": gzip.compress(_index(warc), mtime=0),
        "pages/pages.jsonl": _lines(
            {"format": "json-pages-1.0", "id": "pages", "title": "Pages"},
            {"url": address, "title": title, "ts": _moment(captured)},
        ),
    }
    package = orjson.dumps(
        {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": title,
            "software": _software(),
            "created": _moment(captured),
            "mainPageUrl": address,
            "mainPageDate": _moment(captured),
            "resources": [
                {"name": name.rpartition("/")[2], "path": name, "hash": _hash(data), "bytes": len(data)}
                for name, data in files.items()
            ],
        },
        option=orjson.OPT_INDENT_2,
    )
    files["datapackage.json"] = package
    files["datapackage-digest.json"] = orjson.dumps({"path": "datapackage.json", "hash": _hash(package)})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as out:
        for name, data in files.items():
            out.writestr(zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP), data)
    return packed.getvalue()


def _index(warc: bytes) -> bytes:
    """CDXJ: a line a response, by the address turned round, as players look it up."""
    from warcio.archiveiterator import ArchiveIterator

    lines, read = [], ArchiveIterator(io.BytesIO(warc))
    for record in read:
        if record.rec_type == "response":
            record.content_stream().read()
            offset, length = read.get_record_offset(), read.get_record_length()
            address = record.rec_headers.get_header("WARC-Target-URI")
            stamp = "".join(letter for letter in record.rec_headers.get_header("WARC-Date") if letter.isdigit())[:14]
            told = {
                "url": address,
                "digest": record.rec_headers.get_header("WARC-Payload-Digest"),
                "mime": (record.http_headers.get_header("Content-Type") or "").partition(";")[0],
                "offset": str(offset),
                "length": str(length),
                "status": record.http_headers.get_statuscode(),
                "filename": "data.warc.gz",
            }
            lines.append(f"{_turned(address)} {stamp} {orjson.dumps(told).decode()}\n")
    return "".join(sorted(lines)).encode()


def _turned(address: str) -> str:
    parts = urlsplit(address)
    host = ",".join(reversed((parts.hostname or "").removeprefix("www.").split(".")))
    return f"{host}){parts.path or '/'}{f'?{parts.query}' if parts.query else ''}".lower()


def _target(address: str) -> str:
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _kept(headers: Headers) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers if name.lower() not in _BY_HOP]


def _lines(*rows: dict[str, str]) -> bytes:
    return b"".join(orjson.dumps(row) + b"\n" for row in rows)


def _hash(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _software() -> str:
    return f"Habeas {version('habeas')}"
