"""With each piece the one before it, so that what turned is read from one row. The tables are made anew with it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("register", "0007_languages_of_names"),)

    operations = (
        migrations.RunSQL("DELETE FROM register_stretch", migrations.RunSQL.noop),
        migrations.AddField("stretchrow", "by", models.CharField(max_length=20, default=""), preserve_default=False),
        migrations.AddField("stretchrow", "was_first", models.IntegerField(default=0), preserve_default=False),
        migrations.AddField("stretchrow", "was_may_be", models.IntegerField(default=0), preserve_default=False),
        migrations.AddField("stretchrow", "was_sure_by", models.BigIntegerField(default=0), preserve_default=False),
        migrations.AddField("stretchrow", "was_may_by", models.BigIntegerField(default=0), preserve_default=False),
        migrations.AddIndex(
            "stretchrow",
            models.Index(
                fields=[
                    *("generation", "first", "known_to", "known_from", "audience", "may_be", "sure_by", "may_by"),
                    *("was_may_be", "was_sure_by", "was_may_by", "was_first", "by", "person"),
                ],
                name="register_stretch_turns",
            ),
        ),
        migrations.RunSQL("DELETE FROM register_state", migrations.RunSQL.noop),
    )
