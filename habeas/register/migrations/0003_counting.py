"""What counts ask about. The tables are forgotten, so that they are made anew with it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("register", "0002_listed"),)

    operations = (
        migrations.CreateModel(
            name="StretchRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("generation", models.IntegerField()),
                ("component", models.CharField(max_length=100)),
                ("audience", models.SmallIntegerField()),
                ("known_from", models.IntegerField()),
                ("known_to", models.IntegerField()),
                ("person", models.CharField(max_length=100)),
                ("first", models.IntegerField()),
                ("ending", models.IntegerField()),
                ("may_be", models.IntegerField()),
                ("sure_by", models.BigIntegerField()),
                ("may_by", models.BigIntegerField()),
                ("since", models.IntegerField()),
            ],
            options={
                "db_table": "register_stretch",
            },
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(
                fields=[
                    "generation",
                    "kind",
                    "known_to",
                    "ending",
                    "possible",
                    "first",
                    "known_from",
                    "audience",
                    "person",
                    "key",
                ],
                name="register_fact_counted",
            ),
        ),
        migrations.AddIndex(
            model_name="stretchrow",
            index=models.Index(fields=["generation", "component"], name="register_stretch_component"),
        ),
        migrations.AddIndex(
            model_name="stretchrow",
            index=models.Index(fields=["generation", "person"], name="register_stretch_person"),
        ),
        migrations.AddIndex(
            model_name="stretchrow",
            index=models.Index(
                fields=[
                    "generation",
                    "known_to",
                    "ending",
                    "first",
                    "known_from",
                    "audience",
                    "may_be",
                    "sure_by",
                    "may_by",
                    "since",
                    "person",
                ],
                name="register_stretch_counted",
            ),
        ),
        migrations.RunSQL("DELETE FROM register_state", migrations.RunSQL.noop),
    )
