"""The page on sanctions lists says what the manifests say."""

from __future__ import annotations

from pathlib import Path

from habeas.sources.manifests import manifests

PAGE = Path(__file__).parents[2] / "docs/reference/sanctions-lists.md"


def test_the_page_lists_every_source_as_its_manifest_does() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `") and "|" in line]
    told = [[cell.strip(" `") for cell in row.strip("|").split("|")] for row in rows if len(row.split("|")) == 7]
    assert told == [
        [one.key, one.title, one.sanctioner or "of each entity", one.format, str(one.floor)]
        for one in manifests().values()
    ]
