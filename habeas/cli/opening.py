"""Opening the home folder: which it is, whether a register is in it, and Django only when a command needs it."""

from __future__ import annotations

import os
from pathlib import Path

from habeas.cli.stopped import note_last
from habeas.problems import BadInput
from habeas.project.home import VARIABLE, database_path, home, make_home

DEFAULT = Path("habeas-home")


def choose_home(named: Path | None) -> None:
    """What --home says, else HABEAS_HOME, else a folder of this name where the command is run."""
    if named is not None or not os.environ.get(VARIABLE):
        os.environ[VARIABLE] = str((named or DEFAULT).expanduser().absolute())


def open_register() -> None:
    """Ready Django for a home that holds a register; BadInput says how to make one where there is none."""
    if not os.environ.get("HABEAS_DATABASE") and not database_path().exists():
        raise BadInput(_none_here())
    ready()
    from habeas.ledger.read import last_number

    if not has_tables() or not last_number():
        raise BadInput(_none_here())
    note_last(last_number())
    _look_as_groups()
    import click

    from habeas.cli.editors import check_editor

    check_editor(click.get_current_context(silent=True))


def _look_as_groups() -> None:
    """What is restricted is told by no command but to who says that they are of its group."""
    from habeas.register.restrictions import look_as

    look_as(os.environ.get("HABEAS_GROUPS", "").split(","))


def register_here() -> bool:
    """Whether the home holds a register, for commands that can do without one."""
    if not os.environ.get("HABEAS_DATABASE") and not database_path().exists():
        return False
    ready()
    from habeas.ledger.read import last_number

    return has_tables() and bool(last_number())


def open_copy(folder: Path) -> None:
    """Ready Django for a public copy, which is all that is read then: no home, no ledger, no desk."""
    from habeas.publish.layout import DATA
    from habeas.publish.manifest import digest, read_manifest

    manifest = read_manifest(folder)
    if not (folder / DATA).is_file() or manifest.files.get(DATA) != digest(folder / DATA):
        raise BadInput(f"{folder / DATA} isn't the file that was signed. See: habeas verify --public {folder}")
    os.environ["HABEAS_PUBLIC"] = str(folder.absolute())
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.project.public_settings"
    ready()
    from habeas.publish.readable import must_be_readable

    must_be_readable(folder)


def make_register_home() -> None:
    """A home folder with its key and the tables of the database, made where they are missing."""
    make_home()
    from habeas.project.secret import make_secret

    make_secret()
    ready()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from habeas.desk.ready import make_desk

    make_desk()


def ready() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.project.settings")
    import django

    django.setup()


def has_tables() -> bool:
    from django.db import connection

    return "ledger_line" in connection.introspection.table_names()


def _none_here() -> str:
    return f"There is no register in {home()}.\nMake one with: habeas --home {home()} init"
