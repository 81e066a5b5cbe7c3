"""What axe-core finds on a page by WCAG 2.2 AA and good practice, and what it doesn't look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from django.urls import URLPattern
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_FINDINGS = "levels => axe.run(document, {resultTypes: ['violations'], runOnly: levels})"
_STRUCTURE = """() => [
  ...[...document.querySelectorAll('th:not([scope])')].map(one => 'th without a scope: ' + one.textContent),
  ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
  ...(document.querySelector('main#content') ? [] : ['nothing to skip to']),
]"""


_WIDE = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] : [
  'wider than the screen: ',
  ...[...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > window.innerWidth && !one.closest('.wide'))
    .map(one => one.outerHTML.slice(0, 100)),
].slice(0, 4)"""


@dataclass(frozen=True)
class Screen:
    """How wide, in which light, and in which language a page is looked at."""

    width: int
    dark: bool
    language: str

    def of(self, address: str) -> str:
        return address if self.language == "en" else f"/{self.language}{address}"


SCREENS = (Screen(360, False, "ru"), Screen(1280, True, "be"), Screen(360, True, "en"))


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def findings(page: Page) -> list[str]:
    page.evaluate(_axe())
    found = page.evaluate(_FINDINGS, LEVELS)["violations"]
    return [*(_told(one) for one in found), *structure(page)]


def structure(page: Page) -> list[str]:
    """What can be asked of a page without running anything in it."""
    found: list[str] = page.evaluate(_STRUCTURE)
    return found


def too_wide(page: Page) -> list[str]:
    """What reaches out of the screen, if the page can be pushed sideways."""
    found: list[str] = page.evaluate(_WIDE)
    return found


def names_of(patterns: list[Any]) -> set[str]:
    """The names of addresses, without the files in tables."""
    found = {str(one.name) for one in patterns if isinstance(one, URLPattern)}
    return {name for name in found if not name.endswith("_as_csv")}


def _told(finding: dict[str, Any]) -> str:
    node = finding["nodes"][0]
    return f"{finding['id']} ({len(finding['nodes'])}): {node['html'][:160]} {node['failureSummary'][:200]}"
