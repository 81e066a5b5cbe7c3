"""Every question to the register, by name. All but the first few look through a lens and answer in frozen values."""

from __future__ import annotations

from habeas.register.answers_people import Redirect
from habeas.register.ask.agreements import agreement, agreements, ties_of_release
from habeas.register.ask.around import came_around
from habeas.register.ask.batches import batch, batches, totals
from habeas.register.ask.durations import how_long
from habeas.register.ask.everything import claims_told, names_told, spells_told
from habeas.register.ask.instruments import instrument, instruments, sanctioner
from habeas.register.ask.lists import ever_joined, lines_printing, members_counted, persons_now, printed_in, resting_on
from habeas.register.ask.names import names_by_sound
from habeas.register.ask.people import people, rows_of
from habeas.register.ask.person import find, names_of_people, person
from habeas.register.ask.some import in_brief, persons_of, said_of_mention
from habeas.register.ask.sources import home, source, source_named, sources
from habeas.register.ask.undercount import overlap
from habeas.register.ask.waiting import waiting, waiting_group, waiting_groups
from habeas.register.balance_reasons import claims_behind, term_people
from habeas.register.balances import balance
from habeas.register.beyond import beyond, beyond_from
from habeas.register.breakdowns import grouped
from habeas.register.changes import changes
from habeas.register.counts import behind, count
from habeas.register.definitions import definitions
from habeas.register.due import tasks
from habeas.register.kept_back import people_kept_back
from habeas.register.left_over import left_over
from habeas.register.lenses import lens, version
from habeas.register.likely import make_names_ready, may_be, meant_by
from habeas.register.members import members_of
from habeas.register.public_balance import public_balance
from habeas.register.public_breakdowns import public_breakdown, public_breakdowns
from habeas.register.public_lists import public_lists, public_lists_series
from habeas.register.published_numbers import published_numbers
from habeas.register.recogniser_lists import lists_series, only_on, recogniser_lists
from habeas.register.released import people_new_in, release_changes
from habeas.register.releases import data_releases
from habeas.register.series import first_day, flows, series
from habeas.register.side_by_side import side_by_side
from habeas.register.stages import stage_title
from habeas.register.within_reach import within_reach

__all__ = [
    "Redirect",
    "agreement",
    "agreements",
    "balance",
    "batch",
    "batches",
    "behind",
    "beyond",
    "beyond_from",
    "came_around",
    "changes",
    "claims_behind",
    "claims_told",
    "count",
    "data_releases",
    "definitions",
    "ever_joined",
    "find",
    "first_day",
    "flows",
    "grouped",
    "home",
    "how_long",
    "in_brief",
    "instrument",
    "instruments",
    "left_over",
    "lens",
    "lines_printing",
    "lists_series",
    "make_names_ready",
    "may_be",
    "meant_by",
    "members_counted",
    "members_of",
    "names_by_sound",
    "names_of_people",
    "names_told",
    "only_on",
    "overlap",
    "people",
    "people_kept_back",
    "people_new_in",
    "person",
    "persons_now",
    "persons_of",
    "printed_in",
    "public_balance",
    "public_breakdown",
    "public_breakdowns",
    "public_lists",
    "public_lists_series",
    "published_numbers",
    "recogniser_lists",
    "release_changes",
    "resting_on",
    "rows_of",
    "said_of_mention",
    "sanctioner",
    "series",
    "side_by_side",
    "source",
    "source_named",
    "sources",
    "spells_told",
    "stage_title",
    "tasks",
    "term_people",
    "ties_of_release",
    "totals",
    "version",
    "waiting",
    "waiting_group",
    "waiting_groups",
    "within_reach",
]
