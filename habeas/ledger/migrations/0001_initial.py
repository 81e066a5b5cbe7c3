"""The two tables. What keeps them append-only comes with the next migration."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="SealedPayload",
            fields=[
                ("number", models.IntegerField(primary_key=True, serialize=False)),
                ("salt", models.BinaryField(max_length=16, null=True)),
                ("payload", models.BinaryField(null=True)),
            ],
            options={
                "db_table": "ledger_sealed",
            },
        ),
        migrations.CreateModel(
            name="LedgerLine",
            fields=[
                ("number", models.IntegerField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("version", models.SmallIntegerField()),
                ("subject", models.CharField(max_length=100)),
                ("about", models.IntegerField()),
                ("editor", models.CharField(max_length=100)),
                ("moment", models.BigIntegerField()),
                ("commitment", models.BinaryField(max_length=32)),
                ("previous", models.BinaryField(max_length=32)),
                ("hash", models.BinaryField(max_length=32)),
            ],
            options={
                "db_table": "ledger_line",
                "indexes": [
                    models.Index(fields=["subject"], name="ledger_line_subject"),
                    models.Index(fields=["moment", "number"], name="ledger_line_moment"),
                    models.Index(condition=models.Q(("about__gt", 0)), fields=["about"], name="ledger_line_about"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="ledger_line_number_from_one"),
                    models.CheckConstraint(
                        condition=models.Q(("about__gte", 0), ("about__lt", models.F("number"))),
                        name="ledger_line_about_an_earlier_line",
                    ),
                ],
            },
        ),
    )
