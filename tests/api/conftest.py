"""The worked example behind the API, and a small register to publish."""

from tests.cli.conftest import example as example
from tests.ledger.conftest import empty as empty
from tests.ledger.conftest import live as live
from tests.ledger.conftest import template as template
from tests.pages.conftest import built as built
from tests.pages.conftest import own as own
from tests.pages.conftest import reader as reader
