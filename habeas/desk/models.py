"""The tables of the door: accounts, their second factors, invitations, sessions, and tries that failed."""

from __future__ import annotations

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Account(models.Model):
    """Somebody who may sign in. What stands here names nobody: an alias, a role, groups."""

    alias = models.CharField(max_length=30, unique=True)
    role = models.CharField(max_length=20)
    groups = models.JSONField(default=list)
    password = models.CharField(max_length=200)
    is_open = models.BooleanField(default=True)

    class Meta:
        db_table = "desk_account"


class Factor(models.Model):
    """A second factor: an authenticator's secret, or the public key of a passkey."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="factors")
    kind = models.CharField(max_length=10)
    label = models.CharField(max_length=40)
    secret = models.BinaryField()
    credential = models.BinaryField(default=b"")
    used = models.BigIntegerField(default=0)

    class Meta:
        db_table = "desk_factor"


class Invitation(models.Model):
    """A code that makes one account, once; only its hash is kept."""

    code_hash = models.CharField(max_length=64, unique=True)
    alias = models.CharField(max_length=30, unique=True)
    role = models.CharField(max_length=20)
    groups = models.JSONField(default=list)
    ends = models.DateTimeField()

    class Meta:
        db_table = "desk_invitation"


class Session(AbstractBaseSession):
    """A session, with the account it belongs to, so that all of one's can be ended."""

    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="sessions")

    class Meta:
        db_table = "desk_session"


class Tries(models.Model):
    """How often signing in failed of late, under the keyed hash of what was typed as an alias."""

    key = models.CharField(max_length=64, primary_key=True)
    failed = models.IntegerField(default=0)
    until = models.DateTimeField()

    class Meta:
        db_table = "desk_tries"


class Export(models.Model):
    """A table that somebody asked to take out, and what another decided; at `ends` what was asked or let lapses."""

    key = models.CharField(max_length=16, unique=True)
    what = models.CharField(max_length=20)
    about = models.CharField(max_length=100, blank=True)
    reason = models.CharField(max_length=200)
    asker = models.CharField(max_length=30)
    decider = models.CharField(max_length=30, blank=True)
    let = models.BooleanField(default=False)
    ends = models.DateTimeField()

    class Meta:
        db_table = "desk_export"


class Work(models.Model):
    """How far the work on a list, a person or a release has come, and who has taken it on: no claim, the desk's own."""

    about = models.CharField(max_length=100, unique=True)
    state = models.CharField(max_length=20)
    alias = models.CharField(max_length=30, blank=True)
    by = models.CharField(max_length=30)
    moment = models.DateTimeField()

    class Meta:
        db_table = "desk_work"
