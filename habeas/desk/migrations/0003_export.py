"""Tables that were asked for."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("desk", "0002_work"),)

    operations = (
        migrations.CreateModel(
            name="Export",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=16, unique=True)),
                ("what", models.CharField(max_length=20)),
                ("about", models.CharField(blank=True, max_length=100)),
                ("reason", models.CharField(max_length=200)),
                ("asker", models.CharField(max_length=30)),
                ("decider", models.CharField(blank=True, max_length=30)),
                ("let", models.BooleanField(default=False)),
                ("ends", models.DateTimeField()),
            ],
            options={
                "db_table": "desk_export",
            },
        ),
    )
