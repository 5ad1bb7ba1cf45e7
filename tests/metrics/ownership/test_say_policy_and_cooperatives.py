"""Votes, money for the surroundings, participation with evidence, policy, co-operatives and collective solar."""

from datetime import date

import pytest

from tests.metrics.register_tables import table
from tests.metrics.steering.places import projects
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.cooperatives import collective_solar, cooperatives
from transition.metrics.ownership.policy import Anchoring, anchoring, spread
from transition.metrics.ownership.say import fund, participation, shares_of, votes
from transition.metrics.ownership.shares import owned, realised

TODAY = date(2026, 11, 23)
HERE = "GM9003"


def test_votes_by_class_with_unknown_apart() -> None:
    rows = {f"p{at}": {"vote_local": vote} for at, vote in enumerate((1, 0.5, 0.49, 0.25, 0.1, 0, None))}
    counts = votes(realised(owned(projects(rows))))
    assert counts == {"half_or_more": 2, "quarter_to_half": 2, "below_quarter": 1, "none": 1, "unknown": 1}
    parts = shares_of(counts)
    assert isinstance(parts, dict)
    assert parts["half_or_more"] == pytest.approx(2 / 6)
    assert shares_of({"none": 0, "unknown": 3}) == no_number(Why.NOT_RECORDED)


def test_the_fund_per_mwh_is_weighted_by_production_and_says_what_it_rests_on() -> None:
    rows = {
        "a": {"expected_mwh": 1000, "fund_eur_per_mwh": 0.5},
        "b": {"expected_mwh": 3000, "fund_eur_per_mwh": 0},  # recorded: nothing
        "c": {"expected_mwh": 5000},  # not recorded: not nothing
        "d": {"fund_eur_per_mwh": 0.4},  # production unknown
    }
    made = fund(realised(owned(projects(rows))))
    assert (made.per_mwh, made.per_year, made.n, made.of) == (0.125, 500.0, 2, 4)
    none = fund(realised(owned(projects({"c": {"expected_mwh": 5000}}))))
    assert (none.per_mwh, none.n, none.of) == (no_number(Why.NOT_RECORDED), 0, 1)


def test_the_highest_step_of_participation_counts_only_with_evidence() -> None:
    rows = {
        "a": {"area": "haven", "about": "Plan", "step": "2", "held_on": "2024-01-01", "evidence": "https://a.example"},
        "b": {"area": "haven", "about": "Plan", "step": "4", "held_on": "2025-01-01", "evidence": "https://b.example"},
        "c": {"area": "haven", "about": "Plan", "step": "6", "held_on": "2026-01-01"},
        "d": {
            "area": "haven",
            "about": "Warmte",
            "step": "1",
            "held_on": "2026-01-01",
            "evidence": "https://d.example",
        },
    }
    found, unproven = participation(table("participation", rows))
    assert {key: one.step for key, one in found.items()} == {("haven", "Plan"): 4, ("haven", "Warmte"): 1}
    assert unproven == 1
    assert participation(table("participation", rows).iloc[::-1])[0] == found


POLICY = {
    "a": {"municipality": HERE, "technology": "solar", "level": "1", "decided_on": "2022-01-01"},
    "b": {
        "municipality": HERE,
        "technology": "solar",
        "level": "3",
        "decided_on": "2025-01-01",
        "document": "https://x.example",
    },
    "c": {"municipality": HERE, "technology": "solar", "level": "0", "decided_on": "2027-01-01"},
    "d": {"municipality": "GM9004", "technology": "solar", "level": "0", "decided_on": "2024-01-01"},
}


def test_the_newest_decision_of_today_gives_the_class_and_nothing_recorded_is_no_class() -> None:
    made = anchoring(table("policy_anchoring", POLICY), HERE, TODAY)
    assert made["solar"] == Anchoring(3, date(2025, 1, 1), "https://x.example")
    assert made["wind"] == no_number(Why.NOT_RECORDED)
    seen = spread(table("policy_anchoring", POLICY), [HERE, "GM9004", "GM9005"], "solar", TODAY)
    assert (seen.counts, seen.recorded, seen.of) == ({0: 1, 1: 0, 2: 0, 3: 1}, 2, 3)


PARTIES = {
    "zon": {"name": "Zonkracht", "type": "cooperative", "municipality": HERE, "members_count": 300},
    "wind": {"name": "Windvogel", "type": "cooperative", "municipality": HERE},
    "wind2": {"name": "Coöperatie Windvogel U.A.", "type": "cooperative", "municipality": HERE, "members_count": 100},
    "regio": {"name": "Regiostroom", "type": "cooperative", "members_count": 5000},
    "ver": {"name": "Verweg", "type": "cooperative", "municipality": HERE, "is_local": "no", "members_count": 900},
    "buur": {"name": "Buurkracht", "type": "cooperative", "municipality": "GM9004", "members_count": 50},
    "firma": {"name": "Firma", "type": "company", "municipality": HERE, "members_count": 7},
}


def test_a_cooperative_counts_once_and_a_regional_one_in_no_municipality() -> None:
    made = cooperatives(table("party", PARTIES), [HERE], 20_000)
    assert (made.count, made.per_10000, made.members, made.members_per_1000) == (3, 1.5, 400, 20.0)
    assert (made.counted, made.is_lower_bound, made.regional, made.alike) == (
        2,
        True,
        ("regio", "ver"),
        (("wind", "wind2"),),
    )


def test_the_members_of_two_municipalities_together_are_those_of_each() -> None:
    parties = table("party", PARTIES)
    apart = [cooperatives(parties, [code], 20_000) for code in (HERE, "GM9004")]
    together = cooperatives(parties, [HERE, "GM9004"], 40_000)
    assert together.count == sum(one.count for one in apart)
    assert together.members == 450
    assert cooperatives(parties.iloc[::-1], [HERE], 20_000) == apart[0]


def test_without_inhabitants_or_members_there_is_no_rate() -> None:
    made = cooperatives(table("party", {"wind": PARTIES["wind"]}), [HERE], None)
    assert (made.count, made.per_10000, made.members) == (1, no_number(Why.NO_INHABITANTS), no_number(Why.NOT_RECORDED))


def test_collective_solar_counts_roofs_whole_and_of_fields_the_part_of_residents() -> None:
    rows = {
        "roof": {"technology": "solar_roof", "capacity": 400, "capacity_unit": "kWp"},
        "field": {"technology": "solar_field", "capacity": 10, "capacity_unit": "MW", "share_residents": 0.2},
        "whose": {"technology": "solar_field", "capacity": 10, "capacity_unit": "MW"},
        "how big": {"technology": "solar_roof"},
        "coming": {"technology": "solar_roof", "status": "building", "capacity": 400, "capacity_unit": "kWp"},
        "wind": {"capacity": 10, "capacity_unit": "MW", "share_residents": 1},
    }
    made = collective_solar(projects(rows), 20_000)
    assert (made.kwp, made.watts, made.n, made.unknown) == (2400.0, 120.0, 2, 2)
    assert isinstance(collective_solar(projects({}), 20_000).watts, NoNumber)
