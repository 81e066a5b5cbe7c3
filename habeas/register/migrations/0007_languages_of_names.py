"""In which languages a name is written. The tables are forgotten, so that they are made anew with it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("register", "0006_cases"),)

    operations = (
        migrations.AddField("namerow", "languages", models.TextField(default=""), preserve_default=False),
        migrations.RunSQL("DELETE FROM register_state", migrations.RunSQL.noop),
    )
