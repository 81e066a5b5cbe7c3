"""A surname alone: trusted by how few people a register has, and never enough for a match."""

from __future__ import annotations

from habeas.names import Asked, Known, NameIndex, Verdict
from habeas.names.rarity import unseen_of_few

FEW = [Known(name, name) for name in ("Янка Імшарук", "Марыя Снегалуг", "Сяргей Раснагорскі", "Алена Дажджэвіч")]


def test_in_a_register_of_a_few_it_means_its_only_bearer() -> None:
    (found,) = NameIndex.build(FEW).find(Asked("Імшарук"))
    assert 0.9 < found.probability <= 0.97


def test_it_is_no_match_even_where_a_whole_list_is_known() -> None:
    asked = [Asked(one.name) for one in FEW] * 30 + [Asked("Імшарук")]
    assert NameIndex.build(FEW).answer_list(asked)[-1].verdict is not Verdict.MATCH


def test_of_more_people_less_is_stated() -> None:
    assert unseen_of_few(30, 0.5) < unseen_of_few(300, 0.5) < unseen_of_few(3_000, 0.5) == 0.5
