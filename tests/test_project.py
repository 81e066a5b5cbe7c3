"""What holds for the project as a whole: how it is installed, what its files may say, how it is set up."""

from __future__ import annotations

import ast
import os
import re
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from habeas.pages.headers import safe_headers
from habeas.project.faults import WhereOnly

ROOT = Path(__file__).parents[1]
REQUIREMENTS = (ROOT / "requirements.txt").read_text(encoding="utf-8")
# Broken by a tilde, so that this file does not hold what it looks for.
PLACES = [word.replace("~", "") for word in ["/wo~rk/", "/ro~ot/", "/op~t/pypi", "/tm~p/hb", "..~/shared"]]
REGISTRIES = [
    word.replace("~", "")
    for word in ["pypi~.org", "python~hosted.org", "npm~js.org", "npm~js.com", "index~-url", "find~-links"]
]
CLOCK = re.compile(r"\b(now|utcnow|today|time_ns|localtime|gmtime)$|^time\.time$")
CLOCKLESS = ["domain", "names", "vocabulary", "archive", "ledger", "register", "linkage", "intake", "example"]


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a clone: git can't list what is tracked")
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def mentions(words: list[str], *, but: set[str]) -> list[str]:
    files = [path for path in tracked() if path.relative_to(ROOT).as_posix() not in but]
    return [f"{path}: {word}" for path in files for word in words if word.encode() in path.read_bytes()]


def test_no_tracked_file_names_a_place_of_one_machine() -> None:
    assert mentions(PLACES, but=set()) == []


def test_no_tracked_file_names_a_registry() -> None:
    # The Makefile tells the compiler of requirements.txt to leave addresses out, by the option's name.
    assert mentions(REGISTRIES, but={"Makefile"}) == []


def test_every_requirement_is_one_version_with_its_hashes() -> None:
    wanted = REQUIREMENTS.replace("\\\n", " ").splitlines()
    assert len(wanted) > 20
    assert [
        line for line in wanted if not re.fullmatch(r"[a-z0-9.-]+==[^ ]+ .*--hash=sha256:[0-9a-f]{64}\s*", line)
    ] == []


def test_requirements_hold_no_address() -> None:
    assert "://" not in REQUIREMENTS
    assert not re.search(r"^\s*-(?!-hash)", REQUIREMENTS, re.MULTILINE)


def test_everything_that_the_project_asks_for_is_in_the_requirements() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[<>=~ ]", one)[0].lower().replace("_", "-") for one in asked}
    assert names <= set(re.findall(r"^([a-z0-9.-]+)==", REQUIREMENTS, re.MULTILINE))


@pytest.mark.parametrize("target", ["demo", "test", "check", "lint", "proof", "benchmarks"])
def test_make_knows_what_to_do_for(target: str) -> None:
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert ".venv/bin/" in done.stdout


def test_the_continuous_integration_can_be_run() -> None:
    assert (ROOT / ".ci" / "run").stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize("ring", CLOCKLESS)
def test_nobody_below_the_faces_asks_the_clock_but_append(ring: str) -> None:
    folder = ROOT / "habeas" / ring
    if ring not in ("linkage", "intake"):
        assert folder.is_dir()
    files = [path for path in sorted(folder.rglob("*.py")) if path != ROOT / "habeas" / "ledger" / "append.py"]
    assert [place for path in files for place in asks_the_clock(path)] == []


def asks_the_clock(path: Path) -> list[str]:
    called = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    # `now()` alone is append's own, which the ledger's other modules ask; `datetime.now()` is the machine's.
    names = [(node.lineno, ast.unparse(node.func)) for node in called if isinstance(node.func, ast.Attribute)]
    return [f"{path}:{line}: {name}" for line, name in names if CLOCK.search(name)]


def test_the_search_for_clocks_finds_one(tmp_path: Path) -> None:
    file = tmp_path / "late.py"
    file.write_text("import datetime, time\na = datetime.date.today()\nb = time.time()\nc = now()\n")
    assert [found.rpartition(":")[2].strip() for found in asks_the_clock(file)] == ["datetime.date.today", "time.time"]


def test_no_request_is_one_transaction() -> None:
    assert settings.DATABASES["default"]["ATOMIC_REQUESTS"] is False


def test_no_session_runs_before_the_desks_door() -> None:
    parts = [*settings.INSTALLED_APPS, *settings.MIDDLEWARE]
    assert [part for part in parts if re.search("session|auth|messages|csrf|admin", part)] == []


@pytest.mark.parametrize("ring", ["pages", "register", "intake", "ledger"])
def test_nothing_but_the_desk_knows_sessions_and_accounts(ring: str) -> None:
    files = sorted((ROOT / "habeas" / ring).rglob("*.py"))
    assert files
    assert [
        path
        for path in files
        if re.search(r"contrib\.sessions|set_cookie|contrib\.auth|habeas\.desk", path.read_text("utf-8"))
    ] == []


def test_sqlite_waits_for_the_lock_and_forgets_what_is_deleted() -> None:
    from habeas.project.settings import SQLITE

    options = SQLITE["OPTIONS"]
    assert isinstance(options, dict)
    assert options["transaction_mode"] == "IMMEDIATE"
    for pragma in ["journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "recursive_triggers=ON"]:
        assert f"PRAGMA {pragma};" in options["init_command"]


def test_every_answer_forbids_what_is_not_ours_and_is_not_kept() -> None:
    response = safe_headers(lambda request: HttpResponse("hello"))(HttpRequest())
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies


def run_in(home: Path, code: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "HABEAS_HOME": str(home), "HABEAS_DATABASE": "", **surroundings}
    return subprocess.run([sys.executable, "-c", code], env=env, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_key_once_made_is_kept_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    code = "from habeas.project.secret import *; make_secret(); print(secret())"
    first, second = run_in(tmp_path / "home", code), run_in(tmp_path / "home", code)
    assert len(first.stdout.strip()) > 50
    assert first.stdout == second.stdout
    assert stat.S_IMODE((tmp_path / "home" / "secret.key").stat().st_mode) == 0o600


def test_before_init_no_key_is_known_to_anybody(tmp_path: Path) -> None:
    code = "from habeas.project.settings import SECRET_KEY; print(SECRET_KEY)"
    assert run_in(tmp_path, code).stdout != run_in(tmp_path, code).stdout
    assert not (tmp_path / "secret.key").exists()


@pytest.mark.parametrize("address", ["postgresql://", "mysql://root@localhost/x", "nonsense", "postgresql://h:1/"])
def test_an_address_of_a_database_that_can_not_be_read_says_how_it_must_look(tmp_path: Path, address: str) -> None:
    done = run_in(tmp_path, "import habeas.project.settings", HABEAS_DATABASE=address)
    assert "it must look like postgresql://user:password@host:5432/name" in done.stderr


def test_an_address_of_a_database_may_hold_sockets_passwords_and_options(tmp_path: Path) -> None:
    code = "from habeas.project.settings import DATABASES; print(*DATABASES['default'].values())"
    address = "postgresql://anna:p%40ss@%2Fvar%2FRun:5433/register?sslmode=require"
    shown = run_in(tmp_path, code, HABEAS_DATABASE=address).stdout
    for part in ["anna", "p@ss", "/var/Run", "5433", "register", "{'sslmode': 'require'}"]:
        assert part in shown


def test_a_fault_is_logged_by_its_place_and_never_by_a_name() -> None:
    import logging

    try:
        raise KeyError("Анна Выдуманая")
    except KeyError:
        record = logging.LogRecord("django.request", logging.ERROR, "", 0, "/person/Анна", None, sys.exc_info())
    said = WhereOnly().format(record)
    assert "Анна" not in said
    assert "KeyError at " in said
    assert "test_project.py:" in said


def test_asking_for_a_missing_page_leaves_no_trace(tmp_path: Path) -> None:
    code = (
        "import django, os; os.environ['DJANGO_SETTINGS_MODULE'] = 'habeas.project.settings'; django.setup()\n"
        "from django.test import Client; client = Client(headers={'host': 'localhost'})\n"
        "print(client.get('/anna-vydumanaja?q=Anna').status_code)"
    )
    done = run_in(tmp_path, code)
    assert done.stdout.strip() == "404"
    assert "anna" not in done.stderr.lower()
