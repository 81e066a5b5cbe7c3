"""A rule asked in SQL of the stretches, in words that both databases know."""

from __future__ import annotations

from habeas.domain.counting import Rule


def sure(rule: Rule, adds: str = "1") -> str:
    """What a stretch adds that counts for certain, else 0."""
    return _either(f"may_be & ~{rule.counted} = 0", "sure_by", rule, adds)


def may(rule: Rule, adds: str = "1") -> str:
    """What a stretch adds that may count, else 0."""
    return _either(f"may_be & {rule.counted} <> 0", "may_by", rule, adds)


def may_be_counted(rule: Rule) -> str:
    """The same as a condition."""
    return f"may_be & {rule.counted} <> 0" + (f" AND may_by & {rule.demand} <> 0" if rule.demand else "")


def _either(status: str, column: str, rule: Rule, adds: str) -> str:
    recognised = f" AND {column} & {rule.demand} <> 0" if rule.demand else ""
    return f"CASE WHEN {status}{recognised} THEN {adds} ELSE 0 END"
