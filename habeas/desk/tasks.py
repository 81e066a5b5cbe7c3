"""What falls due, and what each editor has taken on."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.desk.work import work_of, work_on
from habeas.pages.looking import asked
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.due import STALE, WITHIN, Due

WHY: dict[Due, str | Promise] = {
    Due.TERM_ENDS: _("the term can end, custody credited"),
    Due.COURT: _("day in court"),
    Due.REVIEW: _("look again at what is kept from the public"),
    Due.STALE: _("nothing heard for long: confirm the status"),
}
_MOST = 400


@needs(Right.READ)
def tasks(request: DeskRequest) -> HttpResponse:
    within, stale = days_asked(request, "within", WITHIN), days_asked(request, "stale", STALE)
    answer = queries.tasks(desk_lens(request.editor, asked(request, "on")), within, stale)
    shown = answer.tasks[:_MOST]
    state = work_on({one.person for one in shown})
    values = {
        "answer": answer,
        "rows": [(one, WHY[one.due], one.is_late(answer.as_of.on), state[one.person]) for one in shown],
        "more": len(answer.tasks) - len(shown),
        "mine": work_of(request.editor.alias),
        "here": "tasks",
    }
    return render(request, "desk/tasks.html", values)


def days_asked(request: DeskRequest, name: str, usual: int) -> int:
    text = asked(request, name) or str(usual)
    if not text.isdecimal() or not 1 <= int(text[:6]) <= 5000:
        raise BadInput(f"“{text[:20]}” is no number of days. Write a number from 1 to 5000.")
    return int(text)
