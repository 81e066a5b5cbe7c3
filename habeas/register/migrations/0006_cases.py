"""What counts ask about, with prosecutions. The tables are forgotten, so that they are made anew with it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("register", "0005_restricted"),)

    operations = (
        migrations.DeleteModel(name="StretchRow"),
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
                ("sure_cases", models.SmallIntegerField()),
                ("may_cases", models.SmallIntegerField()),
            ],
            options={
                "db_table": "register_stretch",
                "indexes": [
                    models.Index(fields=["generation", "component"], name="register_stretch_component"),
                    models.Index(fields=["generation", "person"], name="register_stretch_person"),
                    models.Index(
                        fields=[
                            *("generation", "known_to", "ending", "first", "known_from", "audience"),
                            *("may_be", "sure_by", "may_by", "person", "since", "sure_cases", "may_cases"),
                        ],
                        name="register_stretch_counted",
                    ),
                ],
            },
        ),
        migrations.RunSQL("DELETE FROM register_state", migrations.RunSQL.noop),
    )
