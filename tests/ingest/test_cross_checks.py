"""Every check across sources holds on figures that are right, and fails on the mistake it is there for."""

from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest

from transition.ingest import cross_checks
from transition.ingest.check import levels_of
from transition.ingest.cross_checks import Outcome
from transition.ingest.stored_together import GEMEENTEN
from transition.store import Snapshot

YEARS = ("2022", "2023", "2024")
AREAS = pd.DataFrame({"code": ["GM0001"], "level": ["gemeente"], "valid_from": [None], "valid_to": [None]})
SOLAR = {
    "": 4000.0,
    "homes": 3000.0,
    "businesses": 1000.0,
    "small_up_to_15_kwp": 2500.0,
    "large_over_15_kwp": 1500.0,
    "large_field": 500.0,
    "large_roof": 1000.0,
}
"""Capacity of one municipality; the country has as many of these as there are municipalities."""


@cache
def right() -> pd.DataFrame:
    """A country of equal municipalities, in which everything adds up, with the right number of them in every year."""
    rows = [row for year in YEARS for row in _of_year(year, GEMEENTEN[year])]
    rows += [("NL01", "population_count", "", "2024", 17_942_942.0)]
    table = pd.DataFrame(rows, columns=["area", "indicator", "breakdown", "period", "value"])
    table["source"] = (
        table["indicator"].map({"solar_homes_capacity_kwp": "b", "solar_homes_installations_count": "b"}).fillna("a")
    )
    return table.assign(level=levels_of(table["area"]), status="final")


def _of_year(year: str, number: int) -> list[tuple[str, str, str, str, float]]:
    codes = [f"GM{n:04d}" for n in range(1, number + 1)]
    made: list[tuple[str, str, str, str, float]] = []
    per_kwp = {"solar_capacity_kwp": 1.0, "solar_installations_count": 0.1, "solar_inverter_capacity_kw": 0.9}
    for indicator, factor in per_kwp.items():
        for part, kwp in SOLAR.items():
            made += [(code, indicator, part, year, kwp * factor) for code in codes]
            made.append(("NL01", indicator, part, year, kwp * factor * number))
    made += [("NL01", "solar_production_gwh", part, year, kwp * number * 800 / 1e6) for part, kwp in SOLAR.items()]
    made.append(("NL01", "solar_homes_capacity_kwp", "", year, 3000.0 * number))
    made.append(("NL01", "solar_homes_installations_count", "", year, 300.0 * number))
    made += [(code, "gas_use_m3_per_dwelling", "", year, 1000.0) for code in ("NL01", *codes)]
    if year == "2024":
        rest = 17_942_942 - (number - 1) * 52_000
        made += [(code, "population_count", "", year, 52_000.0 if code != "GM0001" else float(rest)) for code in codes]
        made += [
            ("NL01", "households_count", "", year, 8_400_000.0),
            ("NL01", "dwellings_count", "", year, 8_200_000.0),
        ]
    return made


def outcomes(table: pd.DataFrame, partial: dict[str, list[str]] | None = None) -> dict[str, str]:
    return {check["id"]: str(check["outcome"]) for check in cross_checks.cross_checks(table, AREAS, partial or {})}


def where(table: pd.DataFrame, indicator: str, breakdown: str = "", level: str = "") -> "pd.Series[bool]":
    found = (table["indicator"] == indicator) & (table["breakdown"] == breakdown) & (table["period"] == "2024")
    return found & (table["level"] == level) if level else found


def times(
    factor: float, indicator: str, breakdown: str = "", level: str = ""
) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def spoil(table: pd.DataFrame) -> pd.DataFrame:
        rows = where(table, indicator, breakdown, level)
        assert rows.any()
        return table.assign(value=table["value"].where(~rows, table["value"] * factor))

    return spoil


def without(area: str, indicator: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda table: table[~(where(table, indicator) & (table["area"] == area))]


def plus_two(indicator: str, breakdown: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def spoil(table: pd.DataFrame) -> pd.DataFrame:
        row = where(table, indicator, breakdown) & (table["area"] == "GM0007")
        return table.assign(value=table["value"].where(~row, table["value"] + 2))

    return spoil


MISTAKES = [
    ("installations_share", times(0.99, "solar_installations_count", "", "gemeente")),
    ("installations_share", times(1.01, "solar_installations_count", "", "gemeente")),
    ("capacity_share", times(0.95, "solar_capacity_kwp", "", "gemeente")),
    ("capacity_share", times(1.01, "solar_capacity_kwp", "", "gemeente")),
    ("gemeenten_solar", without("GM0007", "solar_capacity_kwp")),
    ("gemeenten_gas", without("GM0007", "gas_use_m3_per_dwelling")),
    ("size_classes", plus_two("solar_capacity_kwp", "small_up_to_15_kwp")),
    ("size_classes", plus_two("solar_installations_count", "large_over_15_kwp")),
    ("field_and_roof", plus_two("solar_capacity_kwp", "large_field")),
    ("sectors", plus_two("solar_inverter_capacity_kw", "businesses")),
    ("population_sum", times(1.000001, "population_count", "", "land")),
    ("population_03759ned", without("GM0007", "population_count")),
    ("homes_two_tables", times(0.001, "solar_homes_capacity_kwp")),
    ("homes_two_tables_count", times(1000, "solar_homes_installations_count")),
    ("kwp_per_installation", times(0.001, "solar_capacity_kwp", "", "land")),
    ("inverters_and_panels", times(0.001, "solar_inverter_capacity_kw", "", "land")),
    ("full_load_hours", times(1000, "solar_production_gwh")),
    ("gas_in_m3", times(9.769, "gas_use_m3_per_dwelling", "", "land")),
    ("persons_per_household", times(0.001, "households_count")),
    ("persons_per_dwelling", times(0.001, "dwellings_count")),
]


def test_every_check_holds_on_figures_that_are_right() -> None:
    found = outcomes(right())
    unanswered = {id for id, outcome in found.items() if outcome == Outcome.UNANSWERED}
    assert unanswered == {"production_82610NED"}
    assert {outcome for id, outcome in found.items() if id not in unanswered} == {Outcome.HOLDS}


def test_every_check_has_a_mistake_it_must_see() -> None:
    assert {id for id, _ in MISTAKES} == set(outcomes(right())) - {"production_82610NED"}


@pytest.mark.parametrize(("id", "spoil"), MISTAKES, ids=[f"{id}-{n}" for n, (id, _) in enumerate(MISTAKES)])
def test_a_check_fails_on_its_mistake_and_names_the_year(
    id: str, spoil: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    (check,) = (c for c in cross_checks.cross_checks(spoil(right()), AREAS, {}) if c["id"] == id)
    assert check["outcome"] == Outcome.FAILS
    assert [finding["period"] for finding in check["findings"] if not finding["holds"]] == ["2024"]


def test_what_is_not_stored_cannot_be_answered_and_the_reason_is_named() -> None:
    nothing = right().iloc[:0]
    found = cross_checks.cross_checks(nothing, AREAS, {})
    assert found
    for check in found:
        assert check["id"] != "stuck"
        assert (check["outcome"], check["findings"]) == (Outcome.UNANSWERED, ())
        assert check["because"]


def test_a_check_that_gets_stuck_costs_nobody_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def stuck(_: object) -> cross_checks.Check:
        raise ZeroDivisionError("a mistake of ours")

    usual = outcomes(right())
    monkeypatch.setattr(cross_checks, "CHECKS", (stuck, *cross_checks.CHECKS))
    assert outcomes(right()) == {"stuck": Outcome.UNANSWERED} | usual


def test_half_a_year_is_not_held_against_whole_years() -> None:
    half = times(0.3, "solar_production_gwh")(right())
    assert outcomes(half)["full_load_hours"] == Outcome.FAILS
    assert outcomes(half, {"a": ["2024"]})["full_load_hours"] == Outcome.HOLDS


def test_the_checks_hold_on_the_downloaded_figures_and_those_without_an_answer_are_known(
    real_snapshot: Snapshot,
) -> None:
    found = {check["id"]: check for check in real_snapshot.checks}
    assert [id for id, check in found.items() if check["outcome"] == Outcome.FAILS] == []
    unanswered = {id for id, check in found.items() if check["outcome"] == Outcome.UNANSWERED}
    assert unanswered == {"persons_per_dwelling", "production_82610NED"}
    counts = {f["period"]: f["found"] for f in found["gemeenten_solar"]["findings"]}
    numbers = {"2019": 355, "2020": 355, "2021": 352, "2022": 345, "2023": 342, "2024": 342, "2025": 342}
    assert counts == {year: f"{number} van {number}" for year, number in numbers.items()}
    shares = {f["period"]: f["found"] for f in found["capacity_share"]["findings"]}
    assert shares["2024"] == "99,24%", "27.767.056 of 27.979.732 kWp"
