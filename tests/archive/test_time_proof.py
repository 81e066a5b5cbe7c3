"""Tokens of an authority of our own: checked offline, and believed only for the bytes they were asked for."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.serialize import BytesSerializationContext
from opentimestamps.core.timestamp import Timestamp

from habeas.archive.time_proof import (
    Authority,
    from_authority,
    from_calendar,
    is_anchored,
    proves,
    upgraded,
    verified,
)
from habeas.problems import BadInput
from tests.archive.authority import OwnAuthority, own_authority
from tests.archive.served import clock, near, page, served

DATA = b"the record of a capture"


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> OwnAuthority:
    if shutil.which("openssl") is None:
        pytest.skip("openssl was not found: install Debian's package openssl to make a time authority.")
    return own_authority(tmp_path_factory.mktemp("authority") / "own")


def test_a_token_is_had_and_checked_again_without_the_network(
    own: OwnAuthority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served(own.answer, monkeypatch) as address:
        proof = from_authority(DATA, Authority(f"{address}/tsr", own.certificates), near(), clock)
    assert proof.moment is not None
    assert abs(proof.moment - datetime.now(UTC)) < timedelta(hours=1)
    assert verified(DATA, proof.token, own.certificates) == proof.moment


def test_a_token_proves_nothing_of_other_bytes_nor_by_other_certificates(
    own: OwnAuthority, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with served(own.answer, monkeypatch) as address:
        token = from_authority(DATA, Authority(address, own.certificates), near(), clock).token
    with pytest.raises(BadInput, match="proves no time"):
        verified(DATA + b".", token, own.certificates)
    with pytest.raises(BadInput, match="proves no time"):
        verified(DATA, token, own_authority(tmp_path / "other").certificates)
    of_other_bytes = token.replace(sha256(DATA).digest(), sha256(b"other").digest())
    assert of_other_bytes != token
    for damaged in (b"", token[:-20], of_other_bytes):
        with pytest.raises(BadInput, match="proves no time"):
            verified(DATA if damaged != of_other_bytes else b"other", damaged, own.certificates)


def test_an_old_answer_given_again_is_not_believed(own: OwnAuthority, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(own.answer, monkeypatch) as address:
        token = from_authority(DATA, Authority(address, own.certificates), near(), clock).token
    with served(page(token), monkeypatch) as address, pytest.raises(BadInput, match="proves no time"):
        from_authority(DATA, Authority(address, own.certificates), near(), clock)


def test_an_authority_that_gives_none_is_told_of(own: OwnAuthority, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(page(b"no", 503), monkeypatch) as address, pytest.raises(BadInput, match="answered 503"):
        from_authority(DATA, Authority(address, own.certificates), near(), clock)


def test_a_calendar_s_promise_is_kept_and_grows_to_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    digest = sha256(DATA).digest()

    def calendar(to: BaseHTTPRequestHandler) -> None:
        at = Timestamp(digest)
        own_address = f"http://{to.headers['Host']}"
        at.attestations.add(
            PendingAttestation(own_address) if to.command == "POST" else BitcoinBlockHeaderAttestation(870_000)
        )
        out = BytesSerializationContext()
        at.serialize(out)
        page(out.getbytes())(to)

    with served(calendar, monkeypatch) as address:
        promise = from_calendar(DATA, address, near(), clock)
        assert promise.moment is None
        assert proves(promise.token, DATA) and not proves(promise.token, b"other")
        assert not is_anchored(promise.token)
        grown = upgraded(promise.token, near(), clock)
    assert is_anchored(grown.token)


def test_what_is_no_proof_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="no OpenTimestamps proof"):
        is_anchored(b"nonsense")
    with served(page(b"nonsense"), monkeypatch) as address, pytest.raises(BadInput, match="is no proof"):
        from_calendar(DATA, address, near(), clock)
