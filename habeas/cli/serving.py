"""Serving the pages, of this register or of the worked example built anew."""

from __future__ import annotations

from threading import Thread
from typing import Any

from habeas.cli.keeping import caught_up
from habeas.cli.opening import make_register_home
from habeas.cli.shown import note, progress, say
from habeas.problems import BadInput
from habeas.project.home import home

_THREADS = 6
_CONNECTIONS = 500
"""At once; a browser that waits holds several, and a hundred are soon used up."""


def serve(host: str, port: int, *, of_a_copy: bool = False) -> None:
    """Serve until stopped. The name of the listening address is allowed as a host, and no other is added."""
    answers, threads = _of_a_copy() if of_a_copy else _of_the_register()
    server = _listening(answers, host, port, threads)
    desk = "" if of_a_copy else f" and the editors' desk at http://{host}:{port}/desk/"
    say(f"The pages are at http://{host}:{port}/{desk} (Ctrl-C stops)")
    if not of_a_copy:
        Thread(target=_make_names_ready, daemon=True).start()
    try:
        server.run()
    finally:
        server.close()


def _of_a_copy() -> tuple[Any, int]:
    from habeas.project.wsgi import application
    from habeas.publish.kept_answers import THREADS, KeptAnswers
    from habeas.publish.warming import warm

    warm()
    return KeptAnswers(application), THREADS


def _of_the_register() -> tuple[Any, int]:
    from habeas.desk.ready import make_desk
    from habeas.desk.tidying import tidy
    from habeas.project.wsgi import application

    caught_up()
    make_desk()
    tidy()
    return application, _THREADS


def _listening(answers: Any, host: str, port: int, threads: int) -> Any:
    import waitress  # type: ignore[import-untyped]

    try:
        return waitress.create_server(
            answers, host=host, port=port, threads=threads, ident="", connection_limit=_CONNECTIONS
        )
    except OSError as reason:
        raise BadInput(
            f"Port {port} of {host} can't be used: {reason.strerror or reason}. Choose another with --port."
        ) from None


def _make_names_ready() -> None:
    """The desk's index of names takes a second for ten thousand people; made now, it keeps no editor waiting."""
    from habeas.register import queries
    from habeas.register.answers import Audience

    queries.make_names_ready(queries.lens(None, None, Audience.DESK))


def demo(*, serves: bool, port: int, with_invented: bool) -> None:
    make_register_home()
    from habeas.domain.words import Kind
    from habeas.ledger.read import kind, last_number

    if not last_number():
        _build(with_invented)
    elif kind() is not Kind.REPLAY:
        raise BadInput(f"{home()} holds a register of its own. Give the example a folder for itself with --home.")
    else:
        note(f"The example stands in {home()} already.")
    if serves:
        serve("127.0.0.1", port)
    else:
        say(f"The example is in {home()}. Serve it with: habeas --home {home()} serve")


def _build(with_invented: bool) -> None:
    """All of it or nothing: a half-told example would pass for the whole."""
    from django.db import transaction

    from habeas.example.build import build
    from habeas.register.project import rebuild

    with progress("Replaying the example") as told, transaction.atomic():
        number = build(told, with_invented=with_invented)
    with progress("Making the register's tables") as told:
        rebuild(told)
    say(
        f"The worked example was replayed: {number} claims on Belarus, 2015 to March 2026, where it ends,"
        " and on deals of Cuba and Nicaragua."
    )
