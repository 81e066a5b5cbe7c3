"""What is for editors of a group alone, beside the rows; and the rows are made anew, since some are for these alone."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("register", "0004_audiences"),)
    operations = (
        migrations.CreateModel(
            name="Restricted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("generation", models.IntegerField()),
                ("component", models.CharField(max_length=100)),
                ("name", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=100)),
                ("line", models.IntegerField()),
            ],
            options={
                "db_table": "register_restricted",
                "indexes": [models.Index(fields=["generation", "component"], name="register_restricted_whole")],
            },
        ),
        migrations.RunSQL("DELETE FROM register_state", migrations.RunSQL.noop),
    )
