"""A rule asked in SQL of the stretches, in words that both databases know."""

from __future__ import annotations

from habeas.domain.counting import Rule


def sure(rule: Rule, adds: str = "1") -> str:
    """What a stretch adds that counts for certain, else 0."""
    return _either(f"may_be & ~{rule.counted} = 0", "sure_by", rule, adds)


def may(rule: Rule, adds: str = "1") -> str:
    """What a stretch adds that may count, else 0."""
    return _either(f"may_be & {rule.counted} <> 0", "may_by", rule, adds)


def sure_before(rule: Rule) -> str:
    """1 if the piece before counted for certain; noughts stand for none."""
    met = f" AND was_sure_by & {rule.demand} <> 0" if rule.demand else ""
    return f"CASE WHEN was_may_be <> 0 AND was_may_be & ~{rule.counted} = 0{met} THEN 1 ELSE 0 END"


def may_before(rule: Rule) -> str:
    met = f" AND was_may_by & {rule.demand} <> 0" if rule.demand else ""
    return f"CASE WHEN was_may_be & {rule.counted} <> 0{met} THEN 1 ELSE 0 END"


def differs(rule: Rule) -> str:
    """The condition for pieces in which a rule can see another thing than in the one before."""
    if not rule.demand:
        return "may_be <> was_may_be"
    other = "(may_be <> was_may_be OR sure_by <> was_sure_by OR may_by <> was_may_by)"
    return f"(may_by | was_may_by) & {rule.demand} <> 0 AND {other}"


def ends_and_before(rule: Rule) -> tuple[str, str, str, str]:
    """What counts for certain and did before; what may count and might before."""
    return sure(rule), sure_before(rule), may(rule), may_before(rule)


def may_be_counted(rule: Rule) -> str:
    """The same as a condition."""
    return f"may_be & {rule.counted} <> 0" + (f" AND may_by & {rule.demand} <> 0" if rule.demand else "")


def _either(status: str, column: str, rule: Rule, adds: str) -> str:
    recognised = f" AND {column} & {rule.demand} <> 0" if rule.demand else ""
    return f"CASE WHEN {status}{recognised} THEN {adds} ELSE 0 END"
