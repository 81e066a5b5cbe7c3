"""Rows say for which of three audiences they are; those made before say it otherwise, so they are made anew."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = (("register", "0003_counting"),)
    operations = (migrations.RunSQL("DELETE FROM register_state", migrations.RunSQL.noop),)
