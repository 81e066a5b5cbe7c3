"""The second factor by a passkey or a hardware key (WebAuthn); a phished page gets nothing from it."""

from __future__ import annotations

import json
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import PublicKeyCredentialDescriptor, UserVerificationRequirement

from habeas.desk.models import Account, Factor

KIND = "passkey"
_CHALLENGE = "challenge"
_MOST = 10


def possible(request: HttpRequest) -> bool:
    """Browsers make passkeys for names alone, over HTTPS or on this machine under the name localhost."""
    host = _host(request)
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return settings.SESSION_COOKIE_SECURE or host == "localhost"
    return False


def ask_for_new(request: HttpRequest, account: Account) -> str:
    """What the browser needs to make a key, as JSON; the challenge waits in the session."""
    options = generate_registration_options(
        rp_id=_host(request),
        rp_name="Habeas",
        user_name=account.alias,
        # Drawn from nothing that says who it is; the same for all keys of one account.
        user_id=f"account-{account.pk}".encode(),
        exclude_credentials=_known(account),
    )
    request.session[_CHALLENGE] = bytes_to_base64url(options.challenge)
    return options_to_json(options)


def add(request: HttpRequest, account: Account, answer: str, label: str) -> bool:
    challenge = request.session.pop(_CHALLENGE, "")
    if not challenge or account.factors.count() >= _MOST:
        return False
    try:
        made = verify_registration_response(
            credential=json.loads(answer),
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_host(request),
            expected_origin=_origin(request),
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        return False
    Factor.objects.create(
        account=account, kind=KIND, label=label[:40], secret=made.credential_public_key,
        credential=made.credential_id, used=made.sign_count,
    )  # fmt: skip
    return True


def ask(request: HttpRequest, account: Account) -> str:
    """What the browser needs to show a key of this account, as JSON."""
    options = generate_authentication_options(
        rp_id=_host(request), allow_credentials=_known(account), user_verification=UserVerificationRequirement.PREFERRED
    )
    request.session[_CHALLENGE] = bytes_to_base64url(options.challenge)
    return options_to_json(options)


def fits(request: HttpRequest, account: Account, answer: str) -> bool:
    challenge = request.session.pop(_CHALLENGE, "")
    try:
        said = json.loads(answer)
        credential = base64url_to_bytes(str(said["id"]))
        factor = account.factors.filter(kind=KIND, credential=credential).first()
        if not challenge or factor is None:
            return False
        shown = verify_authentication_response(
            credential=said,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_host(request),
            expected_origin=_origin(request),
            credential_public_key=bytes(factor.secret),
            credential_current_sign_count=factor.used,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        return False
    factor.used = shown.new_sign_count
    factor.save()
    return True


def _known(account: Account) -> list[PublicKeyCredentialDescriptor]:
    keys = account.factors.filter(kind=KIND)
    return [PublicKeyCredentialDescriptor(id=bytes(key.credential)) for key in keys]


def _host(request: HttpRequest) -> str:
    """The name that keys are bound to: that of the address, or the one above it that a setting names."""
    host, above = split_domain_port(request.get_host())[0], settings.PASSKEY_HOST
    return above if above and host.endswith(f".{above}") else host


def _origin(request: HttpRequest) -> str:
    return f"{'https' if settings.SESSION_COOKIE_SECURE else 'http'}://{request.get_host()}"
