"""What is read along the days begins with what is known now as well, and leads past all that has ceased to be known."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("register", "0010_stories"),)

    operations = (
        migrations.RemoveIndex("stretchrow", "register_stretch_turns"),
        migrations.AddIndex(
            "stretchrow",
            models.Index(
                fields=[
                    *("generation", "known_to", "first", "known_from", "audience", "may_be", "sure_by", "may_by"),
                    *("was_may_be", "was_sure_by", "was_may_by", "was_first", "by", "place", "person"),
                ],
                name="register_stretch_turns",
            ),
        ),
    )
