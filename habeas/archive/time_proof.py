"""Proof by a third party that bytes existed at a time: RFC 3161 tokens, and OpenTimestamps where a calendar answers.

A token is checked here, without the network, against the certificates of the authority, before it is believed; whoever
has the bytes, the token and the certificates can check it again without us.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import urljoin

from cryptography.x509 import Certificate, load_pem_x509_certificates
from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpSHA256
from opentimestamps.core.serialize import (
    BytesDeserializationContext,
    BytesSerializationContext,
    DeserializationError,
)
from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from habeas.archive.network import Clock, Reach, fetch, post
from habeas.problems import BadInput

_QUERY = "application/timestamp-query"
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Authority:
    """A time authority: its address, and the certificates it is checked against, root and any between, as PEM."""

    address: str
    certificates: bytes


@dataclass(frozen=True, slots=True)
class Proof:
    """Bytes that prove that others existed; `moment` is what an authority says, None while a calendar only promises."""

    token: bytes
    moment: datetime | None


def from_authority(data: bytes, authority: Authority, reach: Reach, clock: Clock) -> Proof:
    """A token for the bytes, verified. BadInput if none can be had, or if what came proves nothing."""
    request = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
    answer = post(authority.address, request.as_bytes(), _QUERY, reach, clock)
    if answer.status != 200 or not 0 < len(answer.body) <= _LARGEST:
        raise BadInput(f"The time authority {authority.address} answered {answer.status} and gave no token.")
    moment = verified(data, answer.body, authority.certificates, nonce=request.nonce)
    return Proof(answer.body, moment)


def verified(data: bytes, token: bytes, certificates: bytes, *, nonce: int | None = None) -> datetime:
    """The moment that a token proves for these bytes, in UTC. BadInput says why it proves none."""
    try:
        response = decode_timestamp_response(token)
        _verify(response, data, certificates, nonce)
        return response.tst_info.gen_time.astimezone(UTC)
    except (VerificationError, ValueError) as reason:
        raise BadInput(f"The token proves no time for these bytes: {' '.join(str(reason).split())[:160]}.") from None


def _verify(response: TimeStampResponse, data: bytes, certificates: bytes, nonce: int | None) -> None:
    builder = VerifierBuilder()
    roots, between = _sorted(load_pem_x509_certificates(certificates))
    for one in roots:
        builder = builder.add_root_certificate(one)
    for one in between:
        builder = builder.add_intermediate_certificate(one)
    if nonce is not None:
        builder = builder.nonce(nonce)
    builder.build().verify_message(response, data)


def _sorted(certificates: Sequence[Certificate]) -> tuple[list[Certificate], list[Certificate]]:
    """Roots sign themselves; an authority that is trusted by itself is the only one there is, and a root too."""
    roots = [one for one in certificates if one.issuer == one.subject]
    return (roots, [one for one in certificates if one not in roots]) if roots else ([*certificates], [])


def from_calendar(data: bytes, calendar: str, reach: Reach, clock: Clock) -> Proof:
    """A calendar's promise to anchor the hash of the bytes. BadInput if it gives none."""
    digest = sha256(data).digest()
    answer = post(urljoin(f"{calendar.rstrip('/')}/", "digest"), digest, "application/octet-stream", reach, clock)
    if answer.status != 200 or not 0 < len(answer.body) <= _LARGEST:
        raise BadInput(f"The calendar {calendar} answered {answer.status} and gave no proof.")
    return Proof(_written(_stamp(answer.body, digest, calendar)), None)


def upgraded(proof: bytes, reach: Reach, clock: Clock) -> Proof:
    """The proof with what its calendars have anchored since, and `moment` still None while nothing is anchored.

    Which block holds it is proved here; the time of that block is for whoever has the chain of blocks to say.
    """
    file = _read_ots(proof)
    for commitment, attestation in list(file.timestamp.all_attestations()):
        if isinstance(attestation, PendingAttestation):
            address = urljoin(f"{attestation.uri.rstrip('/')}/", f"timestamp/{commitment.hex()}")
            answer = fetch(address, reach, clock)
            place = _at(file.timestamp, commitment)
            if answer.last.status == 200 and place is not None:
                place.merge(_stamp(answer.body, commitment, attestation.uri))
    return Proof(_written(file.timestamp), None)


def is_anchored(proof: bytes) -> bool:
    """Whether a block holds the hash, and no longer only a calendar's promise."""
    found = (one for _, one in _read_ots(proof).timestamp.all_attestations())
    return any(isinstance(one, BitcoinBlockHeaderAttestation) for one in found)


def proves(proof: bytes, data: bytes) -> bool:
    """Whether an OpenTimestamps proof is of these bytes."""
    return bool(_read_ots(proof).file_digest == sha256(data).digest())


def _stamp(answer: bytes, digest: bytes, calendar: str) -> Timestamp:
    try:
        return Timestamp.deserialize(BytesDeserializationContext(answer), digest)
    except (DeserializationError, ValueError):
        raise BadInput(f"What the calendar {calendar} answered is no proof.") from None


def _read_ots(proof: bytes) -> DetachedTimestampFile:
    try:
        return DetachedTimestampFile.deserialize(BytesDeserializationContext(proof))
    except (DeserializationError, ValueError):
        raise BadInput("These bytes are no OpenTimestamps proof.") from None


def _written(timestamp: Timestamp) -> bytes:
    out = BytesSerializationContext()
    DetachedTimestampFile(OpSHA256(), timestamp).serialize(out)
    written: bytes = out.getbytes()
    return written


def _at(timestamp: Timestamp, message: bytes) -> Timestamp | None:
    """The place in a proof where this is what is committed to."""
    if timestamp.msg == message:
        return timestamp
    for below in timestamp.ops.values():
        found = _at(below, message)
        if found is not None:
            return found
    return None
