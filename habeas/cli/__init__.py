"""The command `habeas`: one line each into the rings, tables that a person can read, and errors that help."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from habeas.problems import BadInput

AMISS = 2
"""The exit code of everything that the one who asked can mend."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process; what goes wrong is told in a line or two, never as a traceback."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    try:
        # Loaded here, so that whoever stops it at once isn't shown where.
        from habeas.cli.commands import habeas

        code = habeas.main(
            args=None if arguments is None else list(arguments), prog_name="habeas", standalone_mode=False
        )
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except BadInput as problem:
        return _told(str(problem))
    except click.MissingParameter as problem:
        return _told(_missing(problem))
    except click.UsageError as problem:
        return _told(f"{problem.format_message()}\n{_see(problem)}")
    except click.ClickException as problem:
        return _told(problem.format_message())
    except (click.Abort, KeyboardInterrupt):
        from habeas.cli.stopped import told_when_stopped

        return _told(told_when_stopped(), 130)
    except BrokenPipeError:
        # Whoever read along has gone; Python would complain once more while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:
        if said := _of_the_database(problem):
            return _told(said)
        raise


def _missing(problem: click.MissingParameter) -> str:
    if problem.param is not None and problem.param.name == "editor":
        return (
            "Say who decides: --by EDITOR, your alias (of your account, where the desk has accounts). It is asked each"
            " time, since what one editor decides another has to accept."
        )
    return f"{problem.format_message()}\n{_see(problem)}"


def _see(problem: click.UsageError) -> str:
    return f"See: {problem.ctx.command_path if problem.ctx else 'habeas'} --help"


def _told(message: str, code: int = AMISS) -> int:
    click.echo(message, err=True)
    return code


def _of_the_database(problem: Exception) -> str:
    """What is wrong with the database, if that is it; Django's own words may hold values, so they aren't repeated."""
    if "django" not in sys.modules:
        return ""
    from django.db import DatabaseError

    if not isinstance(problem, DatabaseError):
        return ""
    kind = type(problem).__name__
    return (
        f"The database in {os.environ.get('HABEAS_HOME', 'the home folder')} can't be used ({kind}).\n"
        "Run habeas verify to see what is wrong with it, or restore a backup into a new home."
    )
