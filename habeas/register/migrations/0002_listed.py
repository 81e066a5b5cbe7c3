"""Which mention a list prints in which row. The tables are forgotten, so that they are made anew with this one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("register", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="ListedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("generation", models.IntegerField()),
                ("component", models.CharField(max_length=100)),
                ("audience", models.SmallIntegerField()),
                ("known_from", models.IntegerField()),
                ("known_to", models.IntegerField()),
                ("listing", models.CharField(max_length=100)),
                ("row", models.IntegerField()),
                ("subject", models.CharField(max_length=100)),
                ("number", models.IntegerField()),
            ],
            options={
                "db_table": "register_listed",
                "indexes": [
                    models.Index(fields=["generation", "component"], name="register_listed_component"),
                    models.Index(fields=["generation", "listing"], name="register_listed_listing"),
                ],
            },
        ),
        migrations.RunSQL("DELETE FROM register_state", migrations.RunSQL.noop),
    )
