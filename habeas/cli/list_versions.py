"""The command that shows each version of a list: what it claims of itself, who is new in it and who was dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from habeas.domain.words import Answer

if TYPE_CHECKING:
    from habeas.intake.outcome import Outcome

_CLAIMS = {Answer.YES: "It claims to be complete.", Answer.NO: "It says that there are more.", Answer.UNKNOWN: ""}


@click.command("versions")
@click.argument("listing", metavar="LIST")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs instead of text.")
def list_versions(listing: str, as_json: bool) -> None:
    """Each version of LIST: its rows, whether it claims to be complete, who is new in it, and who was dropped."""
    from habeas.cli.opening import open_register

    open_register()
    from habeas.cli.exporting import export_json
    from habeas.intake.listings import known_listing
    from habeas.intake.outcome import outcome_of

    taken = known_listing(listing)
    versions = [outcome_of(taken, version) for version in taken.versions]
    if as_json:
        told = [_plain(one) for one in versions]
        export_json({"list": taken.id, "source": taken.source, "event": taken.event, "versions": told})
        return
    for one in versions:
        _say(one)


def _plain(one: Outcome) -> dict[str, object]:
    return {
        "version": one.version,
        "rows": len(one.rows),
        "claimed_complete": str(one.claimed_complete),
        "sum": one.sum,
        "new": [{"row": row.row, "text": row.text} for row in one.new],
        "dropped": [{"row": row.row, "text": row.text} for row in one.vanished],
    }


def _say(one: Outcome) -> None:
    from habeas.cli.shown import say

    say(f"Version {one.version}: {one.sum}. {_CLAIMS[one.claimed_complete]}".rstrip())
    for row in one.new:
        say(f"  new: row {row.row}, {row.text}")
    for row in one.vanished:
        say(f"  dropped: row {row.row} of the version before, {row.text} (kept on record, never taken back)")
