"""The disposable tables. All but the first two are histories: a row holds from line `known_from` until `known_to`.

Days are proleptic ordinals, as `date.toordinal` gives them; lines behind a row are written as numbers with commas.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class State(models.Model):
    """Which generation of the rows is read, up to which line it reaches, and by which words and code it was made."""

    id = models.IntegerField(primary_key=True)
    generation = models.IntegerField()
    upto = models.IntegerField()
    words = models.CharField(max_length=40)
    code = models.CharField(max_length=40)

    class Meta:
        db_table = "register_state"


class Component(models.Model):
    """Mentions that a join ever linked, retracted or not: what is folded together. Named after its first subject."""

    generation = models.IntegerField()
    component = models.CharField(max_length=100)
    subject = models.CharField(max_length=100)

    class Meta:
        db_table = "register_component"
        indexes = (
            models.Index(fields=["generation", "component"], name="register_component_whole"),
            models.Index(fields=["generation", "subject"], name="register_component_subject"),
        )


class Cited(models.Model):
    """That a component rests on a source."""

    generation = models.IntegerField()
    component = models.CharField(max_length=100)
    source = models.CharField(max_length=100)

    class Meta:
        db_table = "register_cited"
        indexes = (
            models.Index(fields=["generation", "component"], name="register_cited_component"),
            models.Index(fields=["generation", "source"], name="register_cited_source"),
        )


class Restricted(models.Model):
    """What of a component is for editors of a group alone: a subject whole (`line` is 0), or a line of the ledger."""

    generation = models.IntegerField()
    component = models.CharField(max_length=100)
    name = models.CharField(max_length=40)
    subject = models.CharField(max_length=100)
    line = models.IntegerField()

    class Meta:
        db_table = "register_restricted"
        indexes = (models.Index(fields=["generation", "component"], name="register_restricted_whole"),)


class History(models.Model):
    """What every table of rows that came to be known, and ceased to be, has. `audience` is a sum of history's bits."""

    generation = models.IntegerField()
    component = models.CharField(max_length=100)
    audience = models.SmallIntegerField()
    known_from = models.IntegerField()
    known_to = models.IntegerField()

    class Meta:
        abstract = True


def _indexed(table: str, *columns: str) -> tuple[models.Index, ...]:
    """By component, for catching up, and by what is asked for."""
    return tuple(
        models.Index(fields=["generation", column], name=f"register_{table}_{column}"[:30])
        for column in ("component", *columns)
    )


class Member(History):
    """Which person a mention belongs to; `is_person` is 0 for a row of a list that nobody has decided on."""

    subject = models.CharField(max_length=100)
    person = models.CharField(max_length=100)
    is_person = models.SmallIntegerField()

    class Meta:
        db_table = "register_member"
        indexes: ClassVar = _indexed("member", "subject", "person")


class NameRow(History):
    """A name of a person; `place` 0 is shown first in English. Gender and birth stand beside it for the matcher.

    `languages`, parted by spaces, are those in which it is a full name; other readers see such a one first.
    """

    person = models.CharField(max_length=100)
    place = models.IntegerField()
    text = models.TextField()
    gender = models.CharField(max_length=20)
    birth = models.CharField(max_length=60)
    languages = models.TextField()

    class Meta:
        db_table = "register_name"
        indexes: ClassVar = _indexed("name", "person")


class SpellRow(History):
    """A spell of a person. `may_be` is a sum of bits, one for each possible status in the order of the enum."""

    person = models.CharField(max_length=100)
    status = models.SmallIntegerField()
    may_be = models.IntegerField()
    first = models.IntegerField()
    ending = models.IntegerField()

    class Meta:
        db_table = "register_spell"
        indexes: ClassVar = _indexed("spell", "person")


class StretchRow(History):
    """A piece of a person's time on which nothing changes that a count can ask about (habeas.domain.counting).

    `place` is how many stand before it, and what begins with `was_` is of the one before, noughts where there is none:
    so a row tells by itself what turned.
    """

    person = models.CharField(max_length=100)
    first = models.IntegerField()
    ending = models.IntegerField()
    may_be = models.IntegerField()
    sure_by = models.BigIntegerField()
    may_by = models.BigIntegerField()
    since = models.IntegerField()
    sure_cases = models.SmallIntegerField()
    may_cases = models.SmallIntegerField()
    by = models.CharField(max_length=20)
    place = models.SmallIntegerField()
    was_first = models.IntegerField()
    was_may_be = models.IntegerField()
    was_sure_by = models.BigIntegerField()
    was_may_by = models.BigIntegerField()

    class Meta:
        db_table = "register_stretch"
        # One index holds all that a count reads, and begins with what is known now, so that it is read alone; another
        # all that is read along the days; the third all that a balance reads of one person's story.
        indexes: ClassVar = (
            *_indexed("stretch"),
            models.Index(
                fields=[
                    *("generation", "person", "known_to", "known_from", "audience"),
                    *("first", "ending", "may_be", "sure_by", "may_by", "by"),
                ],
                name="register_stretch_story",
            ),
            models.Index(
                fields=[
                    *("generation", "known_to", "ending", "first", "known_from", "audience"),
                    *("may_be", "sure_by", "may_by", "person", "since", "sure_cases", "may_cases"),
                ],
                name="register_stretch_counted",
            ),
            models.Index(
                fields=[
                    *("generation", "known_to", "first", "known_from", "audience", "may_be", "sure_by", "may_by"),
                    *("was_may_be", "was_sure_by", "was_may_by", "was_first", "by", "place", "person"),
                ],
                name="register_stretch_turns",
            ),
        )


class Fact(History):
    """What people are told apart by; certain from `first`, possible before.

    `kind` is facility, article, recogniser, refused, former, profession, sex, birth, sentence, entry, exit, or ever:
    what a person adds to a definition that counts so far, whose key it is.
    """

    person = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=200)
    possible = models.IntegerField()
    first = models.IntegerField()
    ending = models.IntegerField()

    class Meta:
        db_table = "register_fact"
        indexes: ClassVar = (
            *_indexed("fact", "person"),
            models.Index(
                fields=[
                    *("generation", "kind", "known_to", "ending", "possible", "first", "known_from", "audience"),
                    *("person", "key"),
                ],
                name="register_fact_counted",
            ),
        )


class InBatchRow(History):
    """A member of a batch; `person` is empty while it is nobody of the register."""

    batch = models.CharField(max_length=100)
    subject = models.CharField(max_length=100)
    person = models.CharField(max_length=100)
    stage = models.CharField(max_length=100)
    outcome = models.CharField(max_length=20)
    number = models.IntegerField()

    class Meta:
        db_table = "register_in_batch"
        indexes: ClassVar = _indexed("in_batch", "batch")


class ListedRow(History):
    """A mention that a list prints in a row, and the line that says so."""

    listing = models.CharField(max_length=100)
    row = models.IntegerField()
    subject = models.CharField(max_length=100)
    number = models.IntegerField()

    class Meta:
        db_table = "register_listed"
        indexes: ClassVar = _indexed("listed", "listing")
