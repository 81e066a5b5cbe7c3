"""The vocabulary that comes with the program holds together, and every row can be checked by a reader."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.domain.dates import PartialDate
from habeas.domain.words import Act, Exile, Manner, Nearness, Status
from habeas.vocabulary.load import Vocabulary, VocabularyError, load
from habeas.vocabulary.values import Entry
from habeas.vocabulary.words import Checked, Designation, PenaltyKind, Recognition


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


def rows(vocabulary: Vocabulary) -> list[Entry]:
    versioned = [*vocabulary.facility_versions.values(), *vocabulary.article_versions.values()]
    plain = [
        vocabulary.codes,
        vocabulary.penalties,
        vocabulary.credits,
        vocabulary.regimes,
        vocabulary.release_terms,
        vocabulary.recognisers,
        vocabulary.rulesets,
        vocabulary.criteria,
        vocabulary.definitions,
        vocabulary.places,
        vocabulary.nearness,
    ]
    return [row for versions in versioned for row in versions] + [row for kind in plain for row in kind.values()]


def test_every_row_has_a_source_with_an_address(vocabulary: Vocabulary) -> None:
    assert len(rows(vocabulary)) > 200
    for row in rows(vocabulary):
        assert row.sources, row.row
        assert all(source.address.startswith("http") for source in row.sources), row.row


def test_every_source_is_used_by_some_row(vocabulary: Vocabulary) -> None:
    used = {source.key for row in rows(vocabulary) for source in row.sources}
    assert used == set(vocabulary.sources)


def test_every_row_has_an_english_name_and_those_of_belarus_a_belarusian_one(vocabulary: Vocabulary) -> None:
    for row in rows(vocabulary):
        languages = {named.lang for named in row.names}
        assert "en" in languages, row.row
        assert row.country != "by" or "be" in languages, row.row


def test_one_site_bears_three_codes_over_time(vocabulary: Vocabulary) -> None:
    site = vocabulary.facility("by.ik1").site
    stood = {year: [f.key for f in vocabulary.at_site(site, date(year, 6, 1))] for year in (2006, 2020)}
    assert stood == {2006: ["by.ik10"], 2020: ["by.ik1"]}
    in_doubt = {facility.key for facility in vocabulary.at_site(site, date(2017, 6, 1))}
    assert in_doubt == {"by.ik10", "by.ltp8", "by.ik1"}


def test_a_jail_that_moved_is_found_by_the_day(vocabulary: Vocabulary) -> None:
    before = vocabulary.facility_on("by.sizo1", date(2024, 4, 28))
    after = vocabulary.facility_on("by.sizo1", date(2024, 4, 29))
    assert before is not None and before.place == "by.minsk"
    assert after is not None and after.place == "by.pashkovichy"
    assert vocabulary.facility("by.sizo1") == after


def test_a_month_that_spans_the_move_leaves_the_building_open(vocabulary: Vocabulary) -> None:
    april = PartialDate.parse("2024-04")
    assert len(vocabulary.facilities_on("by.sizo1", april)) == 2
    assert vocabulary.facility_on("by.sizo1", april) is None


def test_an_article_made_in_2021_did_not_exist_in_2020(vocabulary: Vocabulary) -> None:
    assert vocabulary.article_on("by.cc.361-4", date(2020, 9, 7)) is None
    assert vocabulary.article_on("by.cc.361-4", date(2022, 1, 1)) is not None


def test_an_article_whose_words_changed_has_two_versions(vocabulary: Vocabulary) -> None:
    old = vocabulary.article_on("by.cc.361-1", date(2020, 1, 1))
    new = vocabulary.article_on("by.cc.361-1", date(2022, 1, 1))
    assert old is not None and new is not None
    assert "joining" not in old.name() and "joining" in new.name()
    assert len(vocabulary.articles_on("by.cc.361-1", date(2021, 6, 15))) == 2


def test_a_part_belongs_to_its_article_and_its_code(vocabulary: Vocabulary) -> None:
    part = vocabulary.article("by.cc.342.1")
    assert (part.whole, part.code, part.number, part.part) == ("by.cc.342", "by.cc", "342", "1")
    administrative = vocabulary.article("by.cao.19.11")
    assert (administrative.code, administrative.number, administrative.part) == ("by.cao", "19.11", "")


def test_no_row_calls_a_person_by_the_states_label(vocabulary: Vocabulary) -> None:
    for row in rows(vocabulary):
        assert "terrorist list" not in " ".join(named.text.lower() for named in row.names)
        assert "terrorists" not in " ".join(named.text.lower() for named in row.names)


def test_serving_a_penalty_means_one_of_the_known_statuses(vocabulary: Vocabulary) -> None:
    meant = {key: penalty.status for key, penalty in vocabulary.penalties.items()}
    assert meant["imprisonment"] is Status.HELD
    assert meant["by.restriction_open"] is Status.OPEN_INSTITUTION
    assert meant["by.restriction_home"] is Status.HOME_RESTRICTION
    assert meant["house_arrest"] is Status.HOUSE_ARREST
    assert meant["fine"] is None
    assert vocabulary.penalty("house_arrest").kind is PenaltyKind.PRETRIAL


def test_every_act_manner_and_exile_a_claim_can_carry_has_its_words(vocabulary: Vocabulary) -> None:
    for group, words in (("act", Act), ("manner", Manner), ("exile", Exile)):
        for word in words:
            assert vocabulary.release_terms[f"{group}.{word}"].code == str(word)
    assert set(vocabulary.nearness) == {str(word) for word in Nearness}


def test_definitions_count_statuses_that_can_be_said_of_a_person(vocabulary: Vocabulary) -> None:
    doubts = {Status.UNKNOWN, Status.UNCERTAIN, Status.DEAD, Status.FREE_ABROAD, Status.FREE_IN_COUNTRY}
    for definition in vocabulary.definitions.values():
        assert (definition.statuses or definition.keeps_deaths) and not definition.statuses & doubts, definition.key
        assert definition.text() and definition.version and definition.owner


def test_house_arrest_is_not_a_release_and_home_restriction_is_counted_apart(vocabulary: Vocabulary) -> None:
    held = vocabulary.definition()
    assert held.key == "held"
    assert Status.HOUSE_ARREST in held.statuses and Status.HOME_RESTRICTION not in held.statuses
    assert vocabulary.definition("custody").statuses == {Status.HELD}
    assert held.statuses < vocabulary.definition("restricted").statuses


def test_a_finding_of_arbitrary_detention_makes_nobody_a_political_prisoner(vocabulary: Vocabulary) -> None:
    counted = vocabulary.recognisers_of(vocabulary.definition("recognised"))
    assert counted is not None
    assert "viasna" in counted and not counted & {"wgad", "amnesty"}
    assert vocabulary.recognisers_of(vocabulary.definition("amnesty")) == frozenset({"amnesty"})
    assert vocabulary.recognisers_of(vocabulary.definition("held")) is None
    assert vocabulary.ruleset("wgad_categories").designates is Designation.ARBITRARY_DETENTION


def test_rule_sets_have_versions_and_unverified_wording_is_marked(vocabulary: Vocabulary) -> None:
    assert [c.key for c in vocabulary.ruleset("pace_1900").criteria][:2] == ["pace.a", "pace.b"]
    assert vocabulary.criterion("gl2013.3.3a").certainty is Checked.UNVERIFIED
    assert vocabulary.criterion("gl2013.3.1b").certainty is Checked.SOURCED
    uses = [use.ruleset for use in vocabulary.recogniser("amnesty").uses]
    assert uses == ["amnesty_poc", "amnesty_poc_2021"]


@pytest.mark.parametrize(
    ("look_up", "key", "meant"),
    [
        ("facility", "by.ik11", "by.ik1"),
        ("article", "by.cc.361_1", "by.cc.361-1"),
        ("recogniser", "vesna", "viasna"),
        ("definition", "hold", "held"),
        ("penalty", "imprisoned", "imprisonment"),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest_known_ones(
    vocabulary: Vocabulary, look_up: str, key: str, meant: str
) -> None:
    with pytest.raises(VocabularyError) as error:
        getattr(vocabulary, look_up)(key)
    assert f"`{key}`" in str(error.value) and meant in str(error.value)


def test_an_unknown_part_of_a_known_article_says_where_to_add_it(vocabulary: Vocabulary) -> None:
    with pytest.raises(VocabularyError, match=r"by\.cc\.342` is known; add the part at by/articles\.yml, row \d+"):
        vocabulary.article("by.cc.342.7")


def test_what_is_handed_out_cannot_be_changed(vocabulary: Vocabulary) -> None:
    with pytest.raises(TypeError):
        vocabulary.facilities["by.ik1"] = vocabulary.facility("by.ik2")  # type: ignore[index]
    with pytest.raises(AttributeError):
        vocabulary.facility("by.ik1").place = "by.minsk"  # type: ignore[misc]


def test_the_vocabulary_is_read_once(vocabulary: Vocabulary) -> None:
    assert load() is load()
    assert len(vocabulary.fingerprint) == 12 and int(vocabulary.fingerprint, 16) >= 0


def test_a_definition_says_whose_recognition_it_asks_for(vocabulary: Vocabulary) -> None:
    asked = {key: definition.recognition for key, definition in vocabulary.definitions.items()}
    assert asked["held"] is Recognition.NONE
    assert asked["recognised"] is Recognition.ANY
    assert asked["viasna"] is Recognition.LISTED
