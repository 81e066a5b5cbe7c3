"""The public server before anybody asks it: each kind of page made once, and nothing left for the collector."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.publish.conftest import made

_ASKED = """
import gc, json, os, django
django.setup()
from habeas.publish import warming
seen = []
usual = warming.rendered
warming.rendered = lambda address: seen.append(address) or usual(address)
warming.warm()
print(json.dumps([seen, gc.get_freeze_count(), gc.isenabled(), gc.get_threshold()[0]]))
"""


def test_each_kind_of_page_is_made_in_each_language_before_anybody_asks(small: Path, out: Path) -> None:
    made(out)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HABEAS_")}
    told = {"HABEAS_PUBLIC": str(out), "DJANGO_SETTINGS_MODULE": "habeas.project.public_settings"}
    done = subprocess.run(
        [sys.executable, "-c", _ASKED], env={**environment, **told}, capture_output=True, text=True, check=True
    )
    seen, frozen, enabled, threshold = json.loads(done.stdout)
    assert {"/", "/be/", "/ru/", "/people/p-anna", "/be/people/p-anna", "/pictures", "/estimates"} <= {*seen}
    assert frozen > 100_000 and enabled and threshold > gc.get_threshold()[0]
