"""Where copies were published to, so that a withdrawal reaches each of them."""

from __future__ import annotations

from pathlib import Path

import orjson

from habeas.problems import BadInput
from habeas.project.home import home


def remember(folder: Path, edition: str) -> None:
    known = {**places(), folder: edition}
    written = {str(one): edition for one, edition in sorted(known.items())}
    _file().write_bytes(orjson.dumps(written, option=orjson.OPT_INDENT_2) + b"\n")


def places() -> dict[Path, str]:
    """Folder to edition, of those that are still there."""
    file = _file()
    if not file.exists():
        return {}
    try:
        return {
            Path(one): str(edition) for one, edition in orjson.loads(file.read_bytes()).items() if Path(one).is_dir()
        }
    except (ValueError, AttributeError):
        raise BadInput(f"{file} can't be read. Remove it, and publish into each folder once more.") from None


def _file() -> Path:
    return home() / "published.json"
