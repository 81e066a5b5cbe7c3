"""New ids: drawn by lot, so that nothing about a person or an order can be read from them."""

from __future__ import annotations

import secrets

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def new_person() -> str:
    return "p-" + _drawn()


def new_source() -> str:
    return "s-" + _drawn()


def new_list() -> str:
    return "l-" + _drawn()


def _drawn() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(10))
