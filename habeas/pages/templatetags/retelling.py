"""How templates say what inner rings told in English."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from habeas.pages.retold import retold

register = template.Library()


@register.filter
def told(sentence: object) -> str:
    return retold(str(sentence)) if sentence else ""


@register.filter
def told_each(sentences: Iterable[str]) -> list[str]:
    return [retold(one) for one in sentences]
