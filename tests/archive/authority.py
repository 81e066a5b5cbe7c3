"""A time authority of our own, made with openssl, that answers requests for tokens."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path

_CONFIG = """
[req]
distinguished_name = dn
prompt = no
[dn]
CN = Invented time authority
[tsa_ext]
extendedKeyUsage = critical,timeStamping
basicConstraints = CA:FALSE
[ca_ext]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tsa]
default_tsa = tsa1
[tsa1]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
certs = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True)
class OwnAuthority:
    """Its folder; `certificates` is what its tokens are checked against."""

    folder: Path

    @property
    def certificates(self) -> bytes:
        return (self.folder / "ca.pem").read_bytes()

    def token(self, query: bytes) -> bytes:
        (self.folder / "query").write_bytes(query)
        _run(self.folder, "ts", "-reply", "-queryfile", "query", "-config", "own.cnf", "-out", "reply")
        return (self.folder / "reply").read_bytes()

    def answer(self, to: BaseHTTPRequestHandler) -> None:
        body = self.token(to.rfile.read(int(to.headers["Content-Length"])))
        to.send_response(200)
        to.send_header("Content-Type", "application/timestamp-reply")
        to.send_header("Content-Length", str(len(body)))
        to.end_headers()
        to.wfile.write(body)


def own_authority(folder: Path) -> OwnAuthority:
    folder.mkdir(parents=True)
    (folder / "own.cnf").write_text(_CONFIG.format(folder=folder), encoding="utf-8")
    (folder / "serial").write_text("01\n", encoding="utf-8")
    key = ("-newkey", "rsa:2048", "-nodes", "-config", "own.cnf")
    _run(folder, "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-extensions", "ca_ext")
    _run(folder, "req", *key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Invented signer")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "own.cnf", "-extensions", "tsa_ext")
    _run(folder, "x509", "-req", "-in", "tsa.csr", *signed, "-days", "30", "-out", "tsa.pem")
    return OwnAuthority(folder)


def _run(folder: Path, *arguments: str) -> None:
    done = subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
