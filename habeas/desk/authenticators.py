"""The second factor by an authenticator app: six digits that change every half minute (TOTP, RFC 6238)."""

from __future__ import annotations

import io

import pyotp
import segno
from django.db import transaction
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from habeas.desk.models import Account, Factor
from habeas.desk.router import DESK

KIND = "totp"
_STEP = 30


def new_secret() -> str:
    return pyotp.random_base32()


def picture(secret: str, alias: str) -> SafeString:
    """The code that an app reads with a camera, as SVG without a style of its own."""
    out = io.BytesIO()
    address = pyotp.TOTP(secret).provisioning_uri(name=alias, issuer_name="Habeas")
    segno.make(address, error="m").save(
        out, kind="svg", scale=5, border=3, light="#fff", xmldecl=False, svgns=True, nl=False, title="QR", svgclass="qr"
    )
    # It holds nothing but numbers of our own making.
    return mark_safe(out.getvalue().decode())


def add(account: Account, secret: str, digits: str) -> bool:
    """Put the app on record once it has shown that it works."""
    step = _step_of(secret, digits, after=0)
    if step:
        Factor.objects.create(account=account, kind=KIND, label="", secret=secret.encode(), used=step)
    return bool(step)


def fits(account: Account, digits: str) -> bool:
    """Whether the digits are those of now, and were not used before."""
    with transaction.atomic(using=DESK):
        for factor in account.factors.filter(kind=KIND):
            step = _step_of(bytes(factor.secret).decode(), digits, after=factor.used)
            # Of two that come at once with the same digits, one finds them used.
            if step and account.factors.filter(pk=factor.pk, used__lt=step).update(used=step):
                return True
    return False


def _step_of(secret: str, digits: str, *, after: int) -> int:
    """The half minute whose digits these are, one before and one after now allowed; nought if there is none."""
    code, now = pyotp.TOTP(secret), int(timezone.now().timestamp()) // _STEP
    typed = "".join(digits.split())
    return next(
        (
            step
            for step in (now - 1, now, now + 1)
            if step > after and pyotp.utils.strings_equal(code.at(step * _STEP), typed)
        ),
        0,
    )
