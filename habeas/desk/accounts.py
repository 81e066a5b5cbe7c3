"""Accounts by invitation: a code that works once makes an account, or gives one that lost its keys new ones."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection
from datetime import timedelta
from hashlib import sha256

from django.contrib.auth.hashers import check_password, is_password_usable, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from habeas.desk.models import Account, Invitation
from habeas.desk.roles import Editor, Role
from habeas.desk.router import DESK
from habeas.desk.sessions import end_sessions
from habeas.domain.aliases import MATCHER
from habeas.problems import BadInput

_ALIAS = re.compile(r"[a-z][a-z0-9-]{1,29}\Z")
NOBODYS = (MATCHER, "command-line")
"""What stands in the ledger and the logs where no editor does; an account of that alias could pass for it."""
_GROUP = re.compile(r"[a-z][a-z0-9-]{0,29}\Z")
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_LASTS = timedelta(hours=72)
_LONGEST_PASSWORD = 200
_WORDS = (
    *("alder", "aspen", "birch", "bittern", "clover", "crane", "curlew", "dipper", "elder", "fern", "finch", "harrow"),
    *("heron", "juniper", "lapwing", "larch", "linden", "marten", "osier", "otter", "plover", "rowan", "sedge"),
    *("siskin", "sorrel", "stork", "swift", "tansy", "teal", "thistle", "willow", "yarrow"),
)


def invite(role: Role, *, alias: str = "", groups: Collection[str] = ()) -> tuple[str, str]:
    """Alias and code for somebody new; the code is told once and works once, for three days."""
    alias = alias.strip().lower() or _free_alias()
    if alias in NOBODYS:
        raise BadInput(_("The alias %(alias)s is kept for what no editor does. Give another.") % {"alias": alias})
    if not _ALIAS.match(alias):
        raise BadInput(_("An alias is 2 to 30 Latin letters, digits and -, beginning with a letter; never a name."))
    if Account.objects.filter(alias=alias).exists():
        raise BadInput(
            _("There is an account %(alias)s. Give another alias, or that account new keys.") % {"alias": alias}
        )
    return alias, _invited(alias, role, _checked(groups))


def redeem(code: str, password: str) -> Account:
    """The account that a code makes; every code that makes none is answered alike."""
    with transaction.atomic(using=DESK):
        found = Invitation.objects.filter(code_hash=_hash(code), ends__gt=timezone.now()).first()
        if found is None:
            raise BadInput(_("This code opens nothing: it was used, has ended, or was mistyped. Ask for a new one."))
        _check_password(password, found.alias)
        made = {"role": found.role, "groups": found.groups, "password": make_password(password), "is_open": True}
        account, _made = Account.objects.update_or_create(alias=found.alias, defaults=made)
        account.factors.all().delete()
        found.delete()
    end_sessions(account.alias)
    return account


def reset(alias: str) -> str:
    """A new code for an account whose password or second factor was lost; the old ones end now."""
    account = known(alias)
    close(alias)
    return _invited(account.alias, role_of(account), account.groups)


def close(alias: str) -> None:
    """The account can't sign in any more and its sessions end; its alias stays taken, since lines bear it."""
    account = known(alias)
    account.is_open, account.password = False, make_password(None)
    account.save()
    account.factors.all().delete()
    Invitation.objects.filter(alias=account.alias).delete()
    end_sessions(account.alias)


def change(alias: str, *, role: Role | None = None, groups: Collection[str] | None = None) -> None:
    """Another role or other groups, from the next page on."""
    account = known(alias)
    account.role = str(role or account.role)
    account.groups = account.groups if groups is None else _checked(groups)
    account.save()


def change_password(account: Account, password: str) -> None:
    """All sessions of the account end, wherever they are."""
    _check_password(password, account.alias)
    account.password = make_password(password)
    account.save()
    end_sessions(account.alias)


def known(alias: str) -> Account:
    account = Account.objects.filter(alias=alias.strip().lower()).first()
    if account is None:
        raise BadInput(_("There is no account “%(alias)s”. See: habeas account list") % {"alias": alias[:40]})
    return account


def with_password(alias: str, password: str) -> Account | None:
    """The open account that these open; it takes as long where there is none, so that time tells nothing."""
    account = Account.objects.filter(alias=alias.strip().lower(), is_open=True).first()
    stored = account.password if account and is_password_usable(account.password) else _NOBODYS
    return account if check_password(password[:_LONGEST_PASSWORD], stored) else None


def editor_of(account: Account) -> Editor:
    role = role_of(account)
    return Editor(account.alias, role, frozenset(account.groups), role.rights)


def role_of(account: Account) -> Role:
    return role_named(account.role)


def role_named(word: str) -> Role:
    found = {str(role): role for role in Role}.get(word)
    if found is None:
        known = ", ".join(map(str, Role))
        raise BadInput(_("“%(word)s” is no role. Roles are: %(roles)s.") % {"word": word[:40], "roles": known})
    return found


def _invited(alias: str, role: Role, groups: Collection[str]) -> str:
    code = "-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(5))
    values = {
        "code_hash": _hash(code), "role": str(role), "groups": list(groups), "ends": timezone.now() + _LASTS
    }  # fmt: skip
    Invitation.objects.update_or_create(alias=alias, defaults=values)
    return code


def _free_alias() -> str:
    """Drawn by lot, so that an alias says nothing of whom it stands for."""
    taken = {*Account.objects.values_list("alias", flat=True), *Invitation.objects.values_list("alias", flat=True)}
    while (alias := f"{secrets.choice(_WORDS)}-{secrets.randbelow(90) + 10}") in taken:
        pass
    return alias


def _checked(groups: Collection[str]) -> list[str]:
    for group in groups:
        if not _GROUP.match(group):
            problem = _("“%(group)s” can’t be a group. Use up to 30 small Latin letters, digits and -.")
            raise BadInput(problem % {"group": group[:40]})
    return sorted(set(groups))


def _check_password(password: str, alias: str) -> None:
    if len(password) > _LONGEST_PASSWORD or alias in password.lower():
        problem = _("A password has up to %(n)s characters and doesn’t hold the alias. Choose another.")
        raise BadInput(problem % {"n": _LONGEST_PASSWORD})
    try:
        validate_password(password)
    except ValidationError as problem:
        raise BadInput(" ".join(problem.messages)) from None


def _hash(code: str) -> str:
    return sha256("".join(code.lower().split()).encode()).hexdigest()


_NOBODYS = make_password(secrets.token_urlsafe(20))
"""What a password is compared with where there is no account."""
