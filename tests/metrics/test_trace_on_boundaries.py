"""A value on other boundaries leads to the municipalities it was made of, each down to its stored row."""

import math
from pathlib import Path

import pytest

from transition import catalog
from transition.domain.values import Status
from transition.metrics import vintages
from transition.metrics.trace import Kind, Trace, trace
from transition.places import Places
from transition.store import Snapshot, open_served
from transition.views import trace_text

SOLAR = "solar_capacity_kwp"
MERGED = {"GM1982": 2025, "GM1979": 2025, "GM1992": 2025}
"""Land van Cuijk (five), Eemsdelta (three), Voorne aan Zee (three)."""


@pytest.mark.parametrize(("area", "vintage"), MERGED.items())
def test_a_sum_leads_to_its_parts_and_they_add_up_to_it(real_snapshot: Snapshot, area: str, vintage: int) -> None:
    found = trace(real_snapshot, area, SOLAR, "2019", vintage=vintage)
    assert isinstance(found, Trace)
    assert (found.kind, found.status) == (Kind.RECALCULATED, Status.RECALCULATED)
    assert {part.area for part in found.inputs} == {c for c, into in catalog.successors().items() if area in into}
    assert math.fsum(part.value for part in found.inputs) == found.value
    assert all(part.row is not None and part.row.value == part.value for part in found.inputs)
    points, _ = vintages.series_on(real_snapshot, area, SOLAR, "", vintage)
    assert (("2019", found.value, str(Status.RECALCULATED))) in points


def test_a_rate_on_other_boundaries_divides_by_inhabitants_on_those_same_boundaries(real_snapshot: Snapshot) -> None:
    found = trace(real_snapshot, "GM1982", SOLAR, "2019", per="population_count", vintage=2025)
    assert isinstance(found, Trace)
    above, below = found.inputs
    assert len(above.inputs) == len(below.inputs) == 5
    assert found.value == pytest.approx(1000 * above.value / below.value)


def test_a_value_that_was_not_touched_is_traced_as_it_stands(real_snapshot: Snapshot) -> None:
    found = trace(real_snapshot, "GM0363", SOLAR, "2024", vintage=2025)
    assert isinstance(found, Trace)
    assert found.kind is Kind.PUBLISHED


def test_what_could_not_be_recalculated_says_why(real_snapshot: Snapshot) -> None:
    found = trace(real_snapshot, "GM0855", SOLAR, "2019", vintage=2025)
    assert isinstance(found, Trace)
    assert math.isnan(found.value)
    assert "Haaren" in trace_text.formula(found)
    assert "niet bekend" in trace_text.formula(found)


def test_a_weighted_mean_names_its_weights(example_data: Path) -> None:
    opened = open_served(Places(example_data).example)
    assert opened
    found = trace(opened.snapshot, "GM9026", "gas_use_m3_per_dwelling", "2021", vintage=2023)
    assert isinstance(found, Trace)
    assert found.kind is Kind.RECALCULATED
    values, weights = ([part.value for part in parts] for parts in (found.inputs, found.weights))
    assert {weight.indicator.id for weight in found.weights} == {"dwellings_count"}
    assert found.value == pytest.approx(sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights))
    assert "gewogen met aantal woningen" in trace_text.formula(found)
