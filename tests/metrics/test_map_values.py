"""What a map shows of areas that have no figure, on the downloaded figures."""

import numpy as np

from transition.domain.areas import Level
from transition.domain.values import STATUS_CODES, Missing
from transition.metrics import map_values
from transition.store import Layer, Snapshot

SOLAR = "solar_capacity_kwp"


def shown(real_snapshot: Snapshot, layer: Layer, code: str, period: str, per: str = "") -> tuple[float, str]:
    found = map_values.on_layer(real_snapshot, layer, SOLAR, "", period, per)
    place = list(layer.codes).index(code)
    return float(found.values[place]), str(STATUS_CODES[found.statuses[place]])


def test_the_boundaries_nearest_to_the_figures_are_taken(real_snapshot: Snapshot) -> None:
    years = {}
    for period in ("2019", "2021", "2022", "2024"):
        layer = map_values.layer_for(real_snapshot, Level.GEMEENTE, period, SOLAR, "")
        assert layer is not None
        years[period] = layer.year
    assert years["2019"] == years["2021"] == 2019
    assert years["2022"] == 2022
    assert years["2024"] in (2023, 2025)


def test_a_municipality_that_had_ended_is_not_applicable_and_one_without_a_shape_is_named(
    real_snapshot: Snapshot,
) -> None:
    layer = real_snapshot.layers["gemeente-2019"]
    value, status = shown(real_snapshot, layer, "GM0003", "2021")  # Appingedam went into Eemsdelta on 1-1-2021
    assert np.isnan(value)
    assert status == Missing.NOT_APPLICABLE
    assert map_values.on_layer(real_snapshot, layer, SOLAR, "", "2021").lost == ("GM1979",)


def test_every_area_of_a_layer_has_a_value_or_a_reason(real_snapshot: Snapshot) -> None:
    for layer in real_snapshot.layers.values():
        for period in ("2019", "2022"):
            found = map_values.on_layer(real_snapshot, layer, "solar_homes_capacity_kwp", "", period)
            reasons = np.array([str(s) in tuple(Missing) for s in STATUS_CODES])[found.statuses]
            assert (np.isnan(found.values) == reasons).all(), (layer.id, period)


def test_what_lies_inside_an_area_is_found_by_code_and_by_membership(real_snapshot: Snapshot) -> None:
    gemeenten = real_snapshot.layers["gemeente-2025"]
    assert map_values.inside(real_snapshot, gemeenten, "PV22").sum() == 12
    assert map_values.inside(real_snapshot, gemeenten, "ES03").sum() == 12
    assert map_values.inside(real_snapshot, gemeenten, "NL01").all()
    wijken = real_snapshot.layers["wijk-2022"]
    in_assen = map_values.inside(real_snapshot, wijken, "GM0106")
    assert {code[:6] for code, there in zip(wijken.codes, in_assen, strict=True) if there} == {"WK0106"}
