"""A private PostgreSQL for one run of the tests, and a home folder that is nobody's.

It is a plugin and not a conftest because both must stand before Django reads its settings: `-p tests.postgres`.
"""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

USER = "habeas"
SETTINGS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=["sqlite", "postgresql"], default="sqlite", help="the database that the tests use"
    )


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    open_until_the_end = ExitStack()
    early_config.add_cleanup(open_until_the_end.close)
    folder = open_until_the_end.enter_context(tempfile.TemporaryDirectory(prefix="habeas-tests-"))
    os.environ["HABEAS_HOME"] = str(Path(folder) / "home")
    # Workers inherit the address from the process that started the cluster.
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ.pop("HABEAS_DATABASE", None)
        if early_config.known_args_namespace.database == "postgresql":
            os.environ["HABEAS_DATABASE"] = open_until_the_end.enter_context(_cluster())
    return (yield)


def programs() -> Path | None:
    """The folder of the server's programs; Debian keeps them off the path."""
    named = [Path(found).parent for found in [shutil.which("initdb")] if found]
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True)
    return next((folder for folder in [*named, *debian] if (folder / "initdb").exists()), None)


class _cluster:
    """The address of a server that only this machine's sockets reach and that forgets everything."""

    def __enter__(self) -> str:
        found = programs()
        if found is None:
            raise pytest.UsageError("No PostgreSQL server was found: install Debian's package postgresql.")
        self.programs = found
        # The server refuses to run as root, so root hands the folder to the account that Debian's package makes.
        self.account = "postgres" if getpass.getuser() == "root" or os.geteuid() == 0 else None
        self.folder = Path(tempfile.mkdtemp(prefix="habeas-pg-"))
        if self.account:
            shutil.chown(self.folder, self.account)
        self._run("initdb", "-D", str(self.data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-k {self.folder} {SETTINGS}"
        self._run("pg_ctl", "-D", str(self.data), "-l", str(self.folder / "log"), "-w", "-o", options, "start")
        return f"postgresql://{USER}@{quote(str(self.folder), safe='')}:5432/habeas"

    def __exit__(self, *_: object) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def _run(self, program: str, *arguments: str) -> None:
        before = ["runuser", "-u", self.account, "--"] if self.account else []
        # Output goes to a file: a server that inherits a pipe keeps it open, and reading it would never end.
        with (self.folder.parent / f"{self.folder.name}.out").open("w+b") as out:
            done = subprocess.run(
                [*before, str(self.programs / program), *arguments], stdout=out, stderr=out, cwd="/", check=False
            )
            out.seek(0)
            said = out.read().decode(errors="replace")
        Path(out.name).unlink()
        if done.returncode:
            raise pytest.UsageError(f"{program} failed:\n{said}")
