"""Lines of one kind are found without reading the others: lists, batches and sources are few among many."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("ledger", "0002_guards"),)

    operations = (
        migrations.AddIndex(
            model_name="ledgerline",
            index=models.Index(fields=["kind", "number"], name="ledger_line_kind"),
        ),
    )
