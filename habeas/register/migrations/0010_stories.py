"""All that a balance reads of a person's pieces stands in the index that finds them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("register", "0009_places_of_pieces"),)

    operations = (
        migrations.RemoveIndex("stretchrow", "register_stretch_person"),
        migrations.AddIndex(
            "stretchrow",
            models.Index(
                fields=[
                    *("generation", "person", "known_to", "known_from", "audience"),
                    *("first", "ending", "may_be", "sure_by", "may_by", "by"),
                ],
                name="register_stretch_story",
            ),
        ),
    )
