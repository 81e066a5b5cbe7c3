"""How far work has come and whose it is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("desk", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="Work",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(max_length=100, unique=True)),
                ("state", models.CharField(max_length=20)),
                ("alias", models.CharField(blank=True, max_length=30)),
                ("by", models.CharField(max_length=30)),
                ("moment", models.DateTimeField()),
            ],
            options={
                "db_table": "desk_work",
            },
        ),
    )
