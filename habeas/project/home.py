"""The home folder: everything of one installation lies in it, so that copying it copies the installation."""

from __future__ import annotations

import os
from pathlib import Path

from habeas.problems import BadInput

VARIABLE = "HABEAS_HOME"


def home() -> Path:
    """The folder that HABEAS_HOME names, or `.habeas` of the user; it need not exist yet."""
    named = os.environ.get(VARIABLE, "")
    return Path(named).expanduser().absolute() if named else Path.home() / ".habeas"


def make_home() -> Path:
    """The home folder, made if it is missing and closed to other users of the machine."""
    folder = home()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as reason:
        raise BadInput(f"{folder} can't be the home folder: {reason.strerror}. Name another with --home.") from None
    return folder


def database_path() -> Path:
    return home() / "habeas.db"


def desk_path() -> Path:
    return home() / "desk.db"


def archive_path() -> Path:
    return home() / "archive"


def checkpoint_key_path() -> Path:
    return home() / "checkpoint.key"


def access_log_path() -> Path:
    return home() / "access.log"


def secret_key_path() -> Path:
    return home() / "secret.key"


def authorities_path() -> Path:
    """The folder of time authorities: for each a NAME.pem with its certificates and a NAME.url with its address."""
    return home() / "authorities"
