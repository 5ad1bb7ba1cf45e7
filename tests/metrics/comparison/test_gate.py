"""The gate: every kind of unlike pair is refused with its own reason, in either order; like pairs pass."""

from dataclasses import replace
from typing import Any

import pytest

from transition import catalog
from transition.domain.areas import Level
from transition.metrics.comparison.gate import Ask, Comparable, Measured, Reason, Refusal, Remark, compared, measured
from transition.metrics.no_number import NoNumber
from transition.store import Snapshot

GAS = Measured(
    "gas_use_m3_per_dwelling", Level.GEMEENTE, "2024", 2024, 342, 342, statuses=frozenset({"final"}), redrawn=()
)
LADDER = Measured("ownership_level", None, "2026", 0, 8, 10, scales=frozenset({"1"}))
OWNED = Measured("local_ownership", Level.GEMEENTE, "2024", 2024, 20, 24, definition="broad")


def both_ways(one: Measured, other: Measured, ask: Ask) -> tuple[Any, Any]:
    return compared(one, other, ask), compared(other, one, ask)


AREAS, CHANGE, MEASURES = Ask
UNLIKE = [
    # what for, one, what the other has, reason, said with it
    (AREAS, GAS, {"indicator": "electricity_use_kwh_per_dwelling"}, Reason.OTHER_INDICATOR, {"one": "gas_use_m3_per_dwelling"}),
    (AREAS, GAS, {"definition": "apartment"}, Reason.OTHER_DEFINITION, {"one": "", "other": "apartment"}),
    (AREAS, OWNED, {"definition": "strict"}, Reason.OTHER_DEFINITION, {"one": "broad", "other": "strict"}),
    (AREAS, GAS, {"per": "population_count"}, Reason.OTHER_DENOMINATOR, {"other": "population_count"}),
    (AREAS, GAS, {"period": "2023"}, Reason.OTHER_PERIOD, {"one": "2024", "other": "2023"}),
    (AREAS, GAS, {"until": "2024-06-30"}, Reason.PARTIAL_PERIOD, {"until": "2024-06-30"}),
    (AREAS, GAS, {"vintage": 2022}, Reason.OTHER_BOUNDARIES, {"one": 2024.0, "other": 2022.0}),
    (AREAS, GAS, {"level": Level.PROVINCIE}, Reason.OTHER_LEVEL, {"one": "gemeente", "other": "provincie"}),
    (AREAS, GAS, {"statuses": frozenset({"estimated"})}, Reason.ESTIMATED, {}),
    (AREAS, GAS, {"is_example": True}, Reason.EXAMPLE, {}),
    (AREAS, GAS, {"known": 100}, Reason.LITTLE_COVERAGE, {"known": 100.0, "of": 342.0}),
    (AREAS, GAS, {"known": 240}, Reason.OTHER_COVERAGE, {"other_known": 240.0}),
    (AREAS, GAS, {"known": 0, "of": 0}, Reason.LITTLE_COVERAGE, {"of": 0.0}),
    (AREAS, LADDER, {"scales": frozenset({"2"})}, Reason.OTHER_SCALE, {"one": "1", "other": "2"}),
    (AREAS, LADDER, {"scales": frozenset({"1", "2"})}, Reason.MIXED_SCALES, {"scales": ("1", "2")}),
    (CHANGE, GAS, {"period": "2020", "vintage": 2020, "redrawn": (("2021", "Haaren"),)},
     Reason.REDRAWN, {"period": "2021", "because": "Haaren"}),
    (CHANGE, replace(GAS, redrawn=None), {"period": "2020", "vintage": 2020}, Reason.OTHER_BOUNDARIES, {"other": 2020.0}),
    (CHANGE, GAS, {"period": "2023", "definition": "rented"}, Reason.OTHER_DEFINITION, {}),
    (MEASURES, GAS, {"indicator": "district_heating_pct", "period": "2022"}, Reason.OTHER_PERIOD, {"other": "2022"}),
    (MEASURES, GAS, {"indicator": "district_heating_pct", "known": 82}, Reason.LITTLE_COVERAGE, {"known": 82.0}),
    (MEASURES, GAS, {"indicator": "district_heating_pct", "level": Level.RES}, Reason.OTHER_LEVEL, {}),
    (MEASURES, GAS, {"indicator": "population_count", "vintage": 2023}, Reason.OTHER_BOUNDARIES, {}),
    (MEASURES, GAS, {"indicator": "population_count", "is_example": True}, Reason.EXAMPLE, {}),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "one", "has", "reason", "facts"), UNLIKE)
def test_an_unlike_pair_is_refused_with_its_reason(
    ask: Ask, one: Measured, has: dict[str, Any], reason: Reason, facts: dict[str, Any]
) -> None:
    made, turned = both_ways(one, replace(one, **has), ask)
    assert isinstance(made, Refusal)
    assert isinstance(turned, Refusal)
    assert made.reason is turned.reason is reason
    assert facts.items() <= made.facts.items()


LIKE = [
    (Ask.AREAS, GAS, {}, ()),
    (Ask.AREAS, GAS, {"known": 300}, (Remark.INCOMPLETE,)),
    (Ask.AREAS, GAS, {"statuses": frozenset({"provisional"})}, (Remark.PROVISIONAL,)),
    (Ask.AREAS, replace(GAS, until="2025-06-30"), {}, ()),  # the same part of a year
    (Ask.AREAS, OWNED, {}, (Remark.INCOMPLETE,)),
    (Ask.CHANGE, GAS, {"period": "2019", "vintage": 2019}, (Remark.PERIODS_DIFFER,)),
    (Ask.CHANGE, GAS, {"period": "2019", "statuses": frozenset({"recalculated"})}, (Remark.RECALCULATED, Remark.PERIODS_DIFFER)),
    (Ask.CHANGE, GAS, {"period": "2019", "vintage": 2019, "redrawn": (("2013", "Simpelveld"),)}, (Remark.PERIODS_DIFFER,)),
    (Ask.MEASURES, GAS, {"indicator": "population_count", "period": "2023"}, (Remark.PERIODS_DIFFER,)),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "one", "has", "remarks"), LIKE)
def test_a_like_pair_passes_with_what_has_to_be_said(
    ask: Ask, one: Measured, has: dict[str, Any], remarks: tuple[Remark, ...]
) -> None:
    assert both_ways(one, replace(one, **has), ask) == (Comparable(remarks), Comparable(remarks))


def test_no_change_is_drawn_over_any_break_the_catalogue_knows() -> None:
    breaks = [(one, stop) for one in catalog.indicators().values() for stop in one.breaks]
    assert breaks
    for indicator, stop in breaks:
        for part in stop.breakdowns or ("",):
            after = replace(GAS, indicator=indicator.id, definition=part, period=stop.period)
            before = replace(after, period=str(int(stop.period) - 1))
            made = compared(before, after, Ask.CHANGE)
            assert made == Refusal(Reason.DEFINITION_BREAK, {"period": stop.period, "because": stop.because})
            assert isinstance(compared(after, replace(after, period=str(int(stop.period) + 1)), Ask.CHANGE), Comparable)


def test_a_break_of_some_parts_does_not_stop_the_total() -> None:
    total = replace(GAS, indicator="solar_capacity_kwp")
    assert isinstance(compared(replace(total, period="2019"), total, Ask.CHANGE), Comparable)


def test_every_reason_has_a_pair_in_the_table() -> None:
    assert {reason for _, _, _, reason, _ in UNLIKE} | {Reason.DEFINITION_BREAK} == set(Reason)


def test_what_is_known_of_real_statistics_makes_the_gate_refuse_what_must_not_be_compared(
    real_snapshot: Snapshot,
) -> None:
    def of(indicator: str, period: str, level: Level = Level.GEMEENTE, **more: Any) -> Measured:
        made = measured(real_snapshot, level, indicator, period, **more)
        assert isinstance(made, Measured)
        return made

    def why(one: Measured, other: Measured, ask: Ask) -> Reason | None:
        made = compared(one, other, ask)
        return made.reason if isinstance(made, Refusal) else None

    gas, use = of("gas_use_m3_per_dwelling", "2024"), "electricity_use_kwh_per_dwelling"
    assert (gas.known, gas.of, gas.vintage) == (342, 342, 2024)
    assert why(gas, of("gas_use_m3_per_dwelling", "2020"), CHANGE) is Reason.OTHER_BOUNDARIES
    assert why(gas, of("gas_use_m3_per_dwelling", "2020", vintage=2024), CHANGE) is None
    assert why(of(use, "2021", vintage=2024), of(use, "2023", vintage=2024), CHANGE) is Reason.DEFINITION_BREAK
    assert why(gas, of("gas_use_m3_per_dwelling", "2024", Level.RES), AREAS) is Reason.OTHER_LEVEL
    assert why(gas, of("heating_gas_free_pct", "2022"), MEASURES) is Reason.OTHER_PERIOD
    assert why(gas, of("district_heating_pct", "2024"), MEASURES) is Reason.LITTLE_COVERAGE
    assert why(gas, of("gas_use_m3_per_dwelling", "2024", breakdown="rented"), AREAS) is Reason.OTHER_DEFINITION
    assert why(of("gas_use_m3_per_dwelling", "2024", members=("GM0106", "GM0114")), gas, AREAS) is None
    assert isinstance(measured(real_snapshot, Level.BUURT, "gas_use_m3_per_dwelling", "2024"), NoNumber)
