"""Commands about the lists of those who recognise: side by side, and who is on one and not on another."""

from __future__ import annotations

from habeas.cli.asking import Clocks, lens_of, show_as_of
from habeas.cli.counting import show_definition
from habeas.cli.exporting import export_json
from habeas.cli.shown import bounds, say, show_json, show_table
from habeas.register import queries
from habeas.register.counted import OneListOnly


def lists(definition: str, clocks: Clocks, as_json: bool) -> None:
    answer = queries.recogniser_lists(definition or queries.definitions()[0].key, lens_of(clocks))
    if as_json:
        show_json(answer)
        return
    rows = [(one.key, one.title, one.designates, bounds(one.low, one.high)) for one in answer.lists]
    show_table(("key", "recogniser", "what it says", "people"), rows)
    pairs = [(one.one, one.other, one.both, one.only_one, one.only_other) for one in answer.pairs]
    show_table(("one", "other", "on both", "on the first alone", "on the second alone"), pairs)
    say("Each counts by its own criteria; none of these numbers corrects another.")
    show_as_of(answer.as_of)


def only_on(one: str, other: str, definition: str, clocks: Clocks, as_json: bool) -> None:
    answer = queries.only_on(definition or queries.definitions()[0].key, one, other, lens_of(clocks))
    if as_json:
        export_json(answer)
        return
    say(f"{len(answer.people)} recognised by {one} and not by {other}:")
    show_definition(answer.definition)
    show_table(("id", "name", "why"), [(each.id, each.name, _why(each)) for each in answer.people])
    show_as_of(answer.as_of)


def _why(one: OneListOnly) -> str:
    day = f", {one.day}" if one.day else ""
    return f"{one.why.meaning}{day}" + (f" ({one.days} days)" if one.days is not None else "")
