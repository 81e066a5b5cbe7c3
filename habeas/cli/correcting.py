"""Commands that correct: take back, withhold, show again, join, part, erase."""

from __future__ import annotations

from habeas.cli.keeping import caught_up
from habeas.cli.shown import say
from habeas.domain.words import Basis
from habeas.intake import correct
from habeas.ledger.access import Event, record
from habeas.ledger.erase import ask_erasure, confirm_erasure, finish_erasures


def retract(number: int, reason: str, editor: str) -> None:
    _written(correct.retract(number, reason=reason, by=editor), editor)
    say(f"Line {number} is taken back. What stood before it stands again.")


def withhold(what: str, basis: str, editor: str) -> None:
    ground = {str(one): one for one in Basis}[basis]
    _written(correct.withhold(what, basis=ground, by=editor), editor)
    say(f"{what} is withheld from the public, for every moment that is asked about.")


def restrict(what: str, group: str, editor: str) -> None:
    (number,) = correct.restrict(what, group=group, by=editor)
    _written([number], editor)
    say(f"{what} is for editors of {group} alone. To lift it: habeas retract {number}, accepted by another editor.")


def clear(what: str, editor: str) -> None:
    _written(correct.clear(what, by=editor), editor)
    say(f"{what} may be shown again once another editor accepts it: habeas waiting. The next public copy has it then.")


def join(one: str, other: str, editor: str) -> None:
    _written(correct.join(one, other, by=editor), editor)
    say(f"{one} and {other} are one person. Part them again with: habeas part {one} {other}")


def part(one: str, other: str, editor: str) -> None:
    _written(correct.part(one, other, by=editor), editor)
    say(f"{one} and {other} are two people, and this is remembered.")


def erase(number: int, editor: str, *, confirms: bool, reason: str) -> None:
    if not confirms:
        ask_erasure(number, editor=editor, reason=reason)
        record(Event.ERASED, editor)
        say(f"On record. A second editor now says: habeas erase {number} --confirm --by EDITOR")
        return
    confirm_erasure(number, editor=editor)
    record(Event.ERASED, editor)
    caught_up()
    # The register held parts of it as well until just now.
    finish_erasures()
    say(f"Line {number} is erased. Backups made before hold it still: make new ones and destroy those.")


def _written(numbers: list[int], editor: str) -> None:
    assert numbers, "a correction is written or refused"
    caught_up()
    record(Event.DECIDED, editor)
