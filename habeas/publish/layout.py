"""Where things lie in the folder of a public copy."""

from __future__ import annotations

DATA = "data.sqlite"
SITE = "site"
RELEASES = "releases"
