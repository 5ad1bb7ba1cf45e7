"""The forecast on the downloaded figures: it beats drift, its band holds, and where it cannot know it says so."""

import time

import pandas as pd
import pytest

from transition.domain.values import Gap
from transition.metrics.forecast import backtest, record
from transition.metrics.forecast.families import family_of
from transition.metrics.forecast.forecast import Forecast, forecast
from transition.metrics.forecast.path import Scenario
from transition.store import Snapshot

GAS, POWER, KWP = "gas_use_m3_per_dwelling", "electricity_use_kwh_per_dwelling", "solar_capacity_kwp"
SHARES = ("heating_gas_boiler_pct", "heating_gas_free_pct", "heating_block_pct")
FAMILIES = {
    "gas": [(GAS, "")],
    "electricity": [(POWER, "")],
    "heating": [(share, "") for share in SHARES],
    "solar": [(KWP, size) for size in ("", "small_up_to_15_kwp", "large_over_15_kwp", "large_roof")],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_the_band_holds_and_drift_is_never_better(real_snapshot: Snapshot, name: str) -> None:
    covered, scaled = [], []
    for indicator, part in FAMILIES[name]:
        family = family_of(indicator)
        assert not isinstance(family, Gap)
        for segment in record.segments(real_snapshot, indicator, part):
            covered.append(backtest.coverage(segment.panel, family, indicator + part))
            scaled.append(backtest.scaled_errors(segment.panel, family, indicator + part).errors)
    bands = pd.concat(covered)
    assert backtest.pooled(bands, ["ahead"]).between(0.76, 0.84).all()
    assert backtest.pooled(bands, ["target", "ahead"]).min() >= 0.60
    ratios = backtest.ratios(pd.concat(scaled)).loc[family.method].dropna()
    assert (ratios <= 1).all()
    if name == "gas":
        assert (ratios.loc[3:5] <= 0.90).all()


@pytest.mark.parametrize(
    ("indicator", "part", "area", "reason"),
    [
        (POWER, "", "GM0344", "over maar 3 jaren een cijfer dat te vergelijken is"),  # since the break of 2022
        (KWP, "homes", "GM0344", "over maar 4 jaren"),  # since the break of 2021
        (SHARES[0], "", "", "deze reeks gaat niet verder: na 2022 meet het CBS met een nieuwe methode"),
        ("district_heating_pct", "", "", "geen manier van vooruitkijken getoetst"),
    ],
)
def test_where_it_cannot_be_known_the_reason_is_told(
    real_snapshot: Snapshot, indicator: str, part: str, area: str, reason: str
) -> None:
    learned = record.learned(real_snapshot, indicator, part)
    found = learned if isinstance(learned, Gap) else forecast(learned, area, 2030)
    assert isinstance(found, Gap)
    assert reason in found.detail


def test_solar_has_a_band_for_two_years_and_scenarios_until_2030(real_snapshot: Snapshot) -> None:
    learned = record.learned(real_snapshot, KWP)
    assert not isinstance(learned, Gap)
    found = forecast(learned, "GM0344", 2030)
    assert isinstance(found, Forecast)
    assert [known.year for known in found.rests_on] == list(range(2019, 2025))  # half of 2025 is no year
    assert [isinstance(year.band, Gap) for year in found.years] == [False, False, True, True, True, True]
    assert all(set(year.scenarios) == set(Scenario) for year in found.years)
    assert found.shock_year == 2024
    assert found.unsure == (2024,)


def test_a_merged_municipality_says_on_how_many_recalculated_figures_it_rests(real_snapshot: Snapshot) -> None:
    learned = record.learned(real_snapshot, KWP)
    assert not isinstance(learned, Gap)
    found = forecast(learned, "GM1991", 2026)  # Maashorst, since 2022
    assert isinstance(found, Forecast)
    assert found.recalculated > 0


def test_one_forecast_takes_no_time_once_the_series_is_learnt(real_snapshot: Snapshot) -> None:
    learned = record.learned(real_snapshot, GAS)
    assert not isinstance(learned, Gap)
    start = time.perf_counter()
    found = [forecast(learned, str(code), 2030) for code in learned.panel.codes]
    assert (time.perf_counter() - start) / len(found) < 0.005
    assert sum(isinstance(one, Forecast) for one in found) > 300
