"""What a run needs from the machine, and a loud word at its end about everything that it left out."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from habeas.ledger.sight import Sight, look
from tests.postgres import programs

# HABEAS_REQUIRE=postgresql,chromium,data: what may not be missing; with it set, a test left out fails the run.
REQUIRED = frozenset(filter(None, os.environ.get("HABEAS_REQUIRE", "").split(",")))
MISSING = {
    "postgresql": "No PostgreSQL server was found, so nothing is tested on it: install Debian's package postgresql.",
    "chromium": "No Chromium was found, so no page is walked in a browser: install Debian's package chromium.",
    "data": "HABEAS_DATA is not set, so nothing is compared with the developers' data.",
}
# Reasons that may stand even then: the developers' data is no part of the project.
FORGIVEN = () if "data" in REQUIRED else ("HABEAS_DATA",)

# A machine that is busy with other work is no flaw of what is tested.
settings.register_profile("habeas", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("habeas")

_left_out: set[tuple[str, str]] = set()


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a browser; Debian's package, since nothing may be downloaded while tests run."""
    found = find_chromium()
    if found is None and "chromium" in REQUIRED:
        pytest.fail("Chromium is required and was not found: install Debian's package chromium.")
    if found is None:
        pytest.skip("Chromium was not found: install Debian's package chromium to walk the pages.")
    return found


@pytest.fixture(autouse=True)
def a_command_s_sight_ends_with_it() -> Iterator[None]:
    """A command that is run within the tests' process restricts what is seen until the process ends."""
    yield
    look(Sight())


def pytest_configure(config: pytest.Config) -> None:
    missing = [name for name, found in _found().items() if name in REQUIRED and not found]
    if unknown := REQUIRED - _found().keys():
        raise pytest.UsageError(f"HABEAS_REQUIRE names {', '.join(sorted(unknown))}; it knows {', '.join(_found())}.")
    if missing:
        raise pytest.UsageError(f"HABEAS_REQUIRE asks for {', '.join(missing)}, not found on this machine.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test of what one database alone can do isn't run on the other, which is not leaving it out."""
    here = (config.getoption("database"),)
    elsewhere = [item for item in items if (mark := item.get_closest_marker("only_on")) and mark.args != here]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        _left_out.add((report.nodeid, _reason(report)))


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.skipped:
        _left_out.add((report.nodeid, _reason(report)))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if REQUIRED and _not_forgiven() and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counted = Counter((test.partition("[")[0], reason) for test, reason in _left_out)
    lines = [f"{test} ({number}): {reason}" for (test, reason), number in sorted(counted.items())]
    lines += [MISSING[name] for name, found in _found().items() if not found]
    if lines:
        terminalreporter.section("LEFT OUT", yellow=True, bold=True)
        terminalreporter.write("".join(f"{line}\n" for line in lines))
    if REQUIRED and _not_forgiven():
        terminalreporter.write_line("HABEAS_REQUIRE is set: leaving these out fails the run.", red=True, bold=True)


def _found() -> dict[str, bool]:
    return {
        "postgresql": programs() is not None,
        "chromium": find_chromium() is not None,
        "data": bool(os.environ.get("HABEAS_DATA")),
    }


def _not_forgiven() -> set[tuple[str, str]]:
    return {(test, why) for test, why in _left_out if not any(word in why for word in FORGIVEN)}


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """A skip carries file, line and reason; whatever else it carries is shown as it is."""
    said = report.longrepr
    return said[2].removeprefix("Skipped: ") if isinstance(said, tuple) else str(said)
