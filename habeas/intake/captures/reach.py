"""How far captures go on this machine, from its settings: the proxy, the limits, the time authorities and calendars."""

from __future__ import annotations

import os
import re
from pathlib import Path

from habeas.archive.addresses import checked
from habeas.archive.network import Reach, proxied
from habeas.archive.time_proof import Authority
from habeas.delimited import read_bytes
from habeas.problems import BadInput
from habeas.project.home import authorities_path

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}\Z")


def reach() -> Reach:
    proxy = os.environ.get("HABEAS_PROXY", "")
    return Reach(
        proxy=proxied(proxy) if proxy else "",
        seconds=_number("HABEAS_CAPTURE_SECONDS", 60, most=3600),
        most_bytes=_number("HABEAS_CAPTURE_MEGABYTES", 25, most=2000) * 1_000_000,
    )


def calendars() -> tuple[str, ...]:
    """OpenTimestamps calendars that are asked; none unless the setting names some."""
    said = os.environ.get("HABEAS_CALENDARS", "")
    return tuple(checked(one) for one in filter(None, (part.strip() for part in said.split(","))))


def authorities() -> dict[str, Authority]:
    """The time authorities of the home folder, by name."""
    found = sorted(authorities_path().glob("*.url"))
    return {file.stem: Authority(file.read_text(encoding="utf-8").strip(), _certificates(file)) for file in found}


def add_authority(name: str, address: str, certificates: Path) -> None:
    """Ask this authority from now on, and check its tokens against these certificates."""
    if not _NAME.match(name):
        raise BadInput(f"“{name[:60]}” can't be a name. Use small Latin letters, digits and -, up to 41.")
    data = read_bytes(certificates)
    if b"-----BEGIN CERTIFICATE-----" not in data:
        raise BadInput(f"{certificates}: no certificate in PEM is in it. The authority publishes one; save that.")
    folder = authorities_path()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / f"{name}.pem").write_bytes(data)
    (folder / f"{name}.url").write_text(checked(address) + "\n", encoding="utf-8")


def _certificates(file: Path) -> bytes:
    return read_bytes(file.with_suffix(".pem"))


def _number(name: str, usual: int, *, most: int) -> int:
    said = os.environ.get(name, "")
    if said and (not said.isdecimal() or not 1 <= int(said) <= most):
        raise BadInput(f"{name} is “{said[:20]}”. Write a whole number from 1 to {most}.")
    return int(said or usual)
