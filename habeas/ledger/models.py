"""The two tables of the ledger. The triggers that keep them append-only stand in the migrations."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

# The numbers are plain integers, since SQLite makes only those the key of the table itself. No sequence hands them out.


class LedgerLine(models.Model):
    """The clear half of a line: nothing in it tells who it is about."""

    number = models.IntegerField(primary_key=True)
    kind = models.CharField(max_length=40)
    version = models.SmallIntegerField()
    subject = models.CharField(max_length=100)
    about = models.IntegerField()
    editor = models.CharField(max_length=100)
    moment = models.BigIntegerField()
    commitment = models.BinaryField(max_length=32)
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        db_table = "ledger_line"
        indexes = (
            models.Index(fields=["subject"], name="ledger_line_subject"),
            models.Index(fields=["kind", "number"], name="ledger_line_kind"),
            models.Index(fields=["moment", "number"], name="ledger_line_moment"),
            models.Index(fields=["about"], name="ledger_line_about", condition=Q(about__gt=0)),
        )
        constraints = (
            models.CheckConstraint(condition=Q(number__gte=1), name="ledger_line_number_from_one"),
            models.CheckConstraint(
                condition=Q(about__gte=0, about__lt=F("number")), name="ledger_line_about_an_earlier_line"
            ),
        )


class SealedPayload(models.Model):
    """The sealed half: what was said, with the salt of its commitment. Null once two people agreed to erase it."""

    number = models.IntegerField(primary_key=True)
    salt = models.BinaryField(max_length=16, null=True)
    payload = models.BinaryField(null=True)

    class Meta:
        db_table = "ledger_sealed"
