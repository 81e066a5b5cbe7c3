"""The desk's front page: where one can go from here."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from habeas.desk.door import DeskRequest, needs
from habeas.desk.menu import places
from habeas.desk.roles import Right


@needs(Right.READ)
def front(request: DeskRequest) -> HttpResponse:
    return render(request, "desk/front.html", {"places": places(request.editor)})
