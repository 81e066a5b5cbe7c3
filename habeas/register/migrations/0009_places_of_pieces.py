"""With each piece how many stand before it. The tables are made anew with it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("register", "0008_turns"),)

    operations = (
        migrations.RunSQL("DELETE FROM register_stretch", migrations.RunSQL.noop),
        migrations.RemoveIndex("stretchrow", "register_stretch_turns"),
        migrations.AddField("stretchrow", "place", models.SmallIntegerField(default=0), preserve_default=False),
        migrations.AddIndex(
            "stretchrow",
            models.Index(
                fields=[
                    *("generation", "first", "known_to", "known_from", "audience", "may_be", "sure_by", "may_by"),
                    *("was_may_be", "was_sure_by", "was_may_by", "was_first", "by", "place", "person"),
                ],
                name="register_stretch_turns",
            ),
        ),
        migrations.RunSQL("DELETE FROM register_state", migrations.RunSQL.noop),
    )
