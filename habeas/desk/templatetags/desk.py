"""What the desk's templates ask for besides what the pages' do."""

from __future__ import annotations

from django import template

from habeas.desk.menu import places

register = template.Library()
register.filter("places", places)
