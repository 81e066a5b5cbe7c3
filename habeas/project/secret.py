"""The installation's own key for signing, made once at init and readable by its owner alone."""

from __future__ import annotations

import os
import secrets

from habeas.project.home import make_home, secret_key_path


def make_secret() -> None:
    """Write HOME/secret.key unless it is there; a key once made is never replaced."""
    make_home()
    try:
        handle = os.open(secret_key_path(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50) + "\n")


def secret() -> str:
    """The key of this home; before init, one that ends with the process, so that no known key ever signs."""
    path = secret_key_path()
    return path.read_text(encoding="ascii").strip() if path.exists() else secrets.token_urlsafe(50)
