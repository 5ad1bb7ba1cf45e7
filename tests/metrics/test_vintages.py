"""Figures of municipalities on the boundaries of another year."""

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from transition import catalog
from transition.domain.changes import Kind
from transition.domain.indicators import Indicator
from transition.domain.values import STATUS_CODES, Missing, Status
from transition.metrics import plan
from transition.metrics.municipal import Bounded, Converted, converted
from transition.store import Column

SOLAR = catalog.indicator("solar_capacity_kwp")
GAS = catalog.indicator("gas_use_m3_per_dwelling")
DENSITY = catalog.indicator("population_density_per_km2")
HAAREN = ("GM0757", "GM0824", "GM0855", "GM0865")
NAMES = {code: area.name for code, area in catalog.changed_gemeenten().items() if area.name}


def gemeenten(year: int) -> list[str]:
    """Some municipalities as they were in a year: all that ever ended or took over another one, and one that never changed."""
    changed = catalog.changed_gemeenten()
    taken_over = {change.after for change in catalog.area_changes() if not change.is_planned}
    codes = {*changed, *taken_over, "GM0344"}
    return sorted(c for c in codes if c[:4] != "GM90" and (c not in changed or changed[c].exists_in(year)))


def column(values: Mapping[str, float], vintage: int, status: str = Status.FINAL) -> Column:
    """A column as the store gives it: sorted by code, a missing value suppressed."""
    codes = sorted(values)
    found = np.array([values[code] for code in codes], dtype=float)
    words = [Missing.SUPPRESSED if np.isnan(value) else status for value in found]
    statuses = np.array([STATUS_CODES.index(word) for word in words], dtype=np.uint8)
    return Column(np.array(codes, dtype=str), found, statuses, "test", vintage)


def on(values: Mapping[str, float], was: int, asked: int, indicator: Indicator = SOLAR, weights=None) -> Converted:  # type: ignore[no-untyped-def]
    beside = column(weights, was) if weights is not None else None
    return converted(indicator, column(values, was), beside, asked, NAMES)


def value(found: Converted, code: str) -> tuple[float, str]:
    place = found.codes.tolist().index(code)
    return float(found.values[place]), str(STATUS_CODES[found.statuses[place]])


@pytest.fixture
def with_shares(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, float]]:
    """The reference tables with shares given for the split of Haaren, as an editor would fill them in."""
    shares = dict(zip(HAAREN, (0.125, 0.5, 0.0625, 0.3125), strict=True))
    file = catalog.REFERENCE / "area_changes.csv"
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        before, after, *rest = line.split(",")
        filled = [*rest[:3], "dwellings_count", str(shares[after]), "test", *rest[6:]] if before == "GM0788" else rest
        lines.append(",".join([before, after, *filled]))
    for name in ("reference", "example"):
        (tmp_path / name).mkdir()
    (tmp_path / "reference" / "area_changes.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "example" / "area_changes.csv").write_text(lines[0] + "\n", encoding="utf-8")
    filled_in = catalog.area_changes(tmp_path / "reference")
    monkeypatch.setattr(catalog, "area_changes", lambda: filled_in)
    plan.plan.cache_clear()
    yield shares
    plan.plan.cache_clear()


def of_all(year: int, low: int = 0) -> st.SearchStrategy[dict[str, float]]:
    """A whole number for every one of those municipalities: sums of them are exact."""
    codes = gemeenten(year)
    numbers = npst.arrays(np.int64, len(codes), elements=st.integers(low, 10**9))
    return numbers.map(lambda found: dict(zip(codes, found.astype(float).tolist(), strict=True)))


@given(of_all(2010))
def test_merges_conserve_sums_exactly(values: dict[str, float]) -> None:
    found = on(values, 2010, 2026)
    merged = {code: parts for code, parts in plan.plan(2010, 2026).parts.items() if code in found.codes}
    whole = {code: [part for part, _ in parts] for code, parts in merged.items() if not any(cut for _, cut in parts)}
    assert whole
    assert {code: value(found, code)[0] for code in whole} == {
        code: sum(values[part] for part in parts) for code, parts in whole.items()
    }


@given(of_all(2010))
def test_nothing_is_lost_or_counted_twice_but_what_is_in_a_gap(values: dict[str, float]) -> None:
    found = on(values, 2010, 2026)
    undivided = {c.before for c in catalog.area_changes() if c.kind is Kind.SPLIT and not c.shares}
    parts = plan.plan(2010, 2026).parts
    left_out = {code for made in found.gaps for code, _ in parts[made]} | undivided
    kept = [amount for code, amount in values.items() if code not in left_out]
    assert np.nansum(found.values) == pytest.approx(sum(kept))


@given(of_all(2015), of_all(2015, low=1))
def test_a_rate_is_rebuilt_so_that_rate_times_weight_is_conserved(
    rates: dict[str, float], dwellings: dict[str, float]
) -> None:
    found = on(rates, 2015, 2025, GAS, dwellings)
    weights = on(dwellings, 2015, 2025)
    for code, pieces in plan.plan(2015, 2025).parts.items():
        if code in found.gaps or code not in found.codes:
            continue
        total = sum(rates[part] * dwellings[part] for part, _ in pieces)
        assert value(found, code)[0] * value(weights, code)[0] == pytest.approx(total)


@given(of_all(2018), st.randoms())
def test_the_order_of_the_rows_never_matters(values: dict[str, float], dice: random.Random) -> None:
    straight = column({code: np.nan if v == 0 else v for code, v in values.items()}, 2018)
    order = list(range(len(straight.codes)))
    dice.shuffle(order)
    shuffled = Column(straight.codes[order], straight.values[order], straight.statuses[order], "test", 2018)
    one, other = (converted(SOLAR, part, None, 2025) for part in (straight, shuffled))
    assert one.codes.tolist() == other.codes.tolist()
    np.testing.assert_array_equal(one.values, other.values)
    np.testing.assert_array_equal(one.statuses, other.statuses)


@given(of_all(2010), st.integers(2011, 2024))
def test_a_chain_of_years_gives_the_same_as_one_step(values: dict[str, float], between: int) -> None:
    halfway = on(values, 2010, between)
    rest = dict(zip(halfway.codes.tolist(), halfway.values.tolist(), strict=True))
    stepwise, direct = on(rest, between, 2025), on(values, 2010, 2025)
    assert stepwise.codes.tolist() == direct.codes.tolist()
    np.testing.assert_array_equal(stepwise.values, direct.values)


def test_the_municipalities_of_the_asked_year_come_out_and_no_others() -> None:
    for was in range(2010, 2027):
        for asked in range(2010, 2027):
            found = on(dict.fromkeys(gemeenten(was), 1.0), was, asked)
            assert found.codes.tolist() == gemeenten(asked), (was, asked)


def test_every_touched_value_is_marked_and_every_other_one_keeps_its_status() -> None:
    found = on(dict.fromkeys(gemeenten(2021), 2.0), 2021, 2025)
    marked = {code for code, s in zip(found.codes, found.statuses, strict=True) if STATUS_CODES[s] == "recalculated"}
    assert marked == {"GM1980", "GM1982", "GM1991", "GM0439", "GM0363", "GM1992"}
    assert value(found, "GM1982") == (10.0, "recalculated")
    assert value(found, "GM0344") == (2.0, "final")
    assert found.vintage == 2025


def test_weesp_counts_with_amsterdam_from_the_boundaries_of_2023_on() -> None:
    values = {"GM0363": 100.0, "GM0457": 5.0}
    assert value(on(values, 2021, 2022), "GM0457") == (5.0, "final")
    assert value(on(values, 2022, 2023), "GM0363") == (105.0, "recalculated")
    assert "GM0457" not in on(values, 2022, 2023).codes


def test_a_new_name_takes_the_value_along() -> None:
    assert value(on({"GM0241": 7.0}, 2015, 2016), "GM1945") == (7.0, "recalculated")
    assert value(on({"GM1945": 7.0}, 2016, 2015), "GM0241") == (7.0, "recalculated")


def test_a_split_without_weights_is_a_gap_with_a_reason() -> None:
    found = on({"GM0788": 100.0, **dict.fromkeys(HAAREN, 10.0)}, 2020, 2025)
    assert "GM0788" not in found.codes
    for code in HAAREN:
        assert np.isnan(value(found, code)[0])
        assert found.gaps[code].reason is Missing.NOT_MEASURED
        assert "hoe Haaren is verdeeld" in found.gaps[code].detail


def test_a_split_with_weights_is_right(with_shares: dict[str, float]) -> None:
    found = on({"GM0788": 160.0, **dict.fromkeys(HAAREN, 10.0)}, 2020, 2025)
    assert {code: value(found, code) for code in HAAREN} == {
        code: (10.0 + 160.0 * share, "recalculated") for code, share in with_shares.items()
    }
    assert np.nansum(found.values) == 160.0 + 4 * 10.0


def test_a_rate_over_a_split_weighs_the_part_that_came_along(with_shares: dict[str, float]) -> None:
    rates = {"GM0788": 2000.0, **dict.fromkeys(HAAREN, 1000.0)}
    weights = {"GM0788": 800.0, **dict.fromkeys(HAAREN, 100.0)}
    found = on(rates, 2020, 2025, GAS, weights)
    # Boxtel had 100 dwellings and got an eighth of the 800 of Haaren.
    assert value(found, "GM0757") == (1500.0, "recalculated")


def test_shares_by_another_measure_do_not_divide_a_figure(with_shares: dict[str, float]) -> None:
    households = catalog.indicator("households_count")
    found = on({"GM0788": 160.0, **dict.fromkeys(HAAREN, 10.0)}, 2020, 2025, households)
    assert set(found.gaps) == set(HAAREN)


def test_a_sum_with_a_secret_part_is_a_gap_that_says_the_least_it_can_be() -> None:
    found = on({"GM1685": 40.0, "GM0856": np.nan}, 2021, 2022)
    assert np.isnan(value(found, "GM1991")[0])
    assert value(found, "GM1991")[1] == Missing.SUPPRESSED
    detail = "van 1 van de 2 delen is er geen cijfer (Uden)"
    assert found.gaps["GM1991"] == Bounded(Missing.SUPPRESSED, detail, 40.0)


def test_a_part_without_a_row_makes_a_gap_too() -> None:
    found = on({"GM1685": 40.0}, 2021, 2022)
    assert value(found, "GM1991")[1] == Missing.NOT_MEASURED


def test_a_rate_without_weights_is_a_gap_that_says_between_what_it_lies() -> None:
    found = on({"GM1685": 1400.0, "GM0856": 1200.0}, 2021, 2022, GAS)
    assert np.isnan(value(found, "GM1991")[0])
    detail = "het aantal woningen is niet van elk deel bekend, en zonder is er geen gemiddelde"
    assert found.gaps["GM1991"] == Bounded(Missing.NOT_MEASURED, detail, 1200.0, 1400.0)


def test_a_rate_of_equal_parts_needs_no_weights() -> None:
    assert value(on({"GM1685": 1300.0, "GM0856": 1300.0}, 2021, 2022, GAS), "GM1991") == (1300.0, "recalculated")


def test_what_never_adds_up_is_a_gap_even_with_weights() -> None:
    found = on({"GM1685": 300.0, "GM0856": 300.0}, 2021, 2022, DENSITY, {"GM1685": 1.0, "GM0856": 1.0})
    assert found.gaps["GM1991"].reason is Missing.NOT_APPLICABLE


def test_what_went_together_is_not_taken_apart_again() -> None:
    found = on({"GM1991": 100.0, "GM0344": 3.0}, 2024, 2021)
    assert value(found, "GM0856")[1] == Missing.NOT_MEASURED
    assert "opgegaan in GM1991" in found.gaps["GM0856"].detail
    assert value(found, "GM0344") == (3.0, "final")


def test_a_planned_change_moves_nothing() -> None:
    found = on({"GM1696": 1.0, "GM0402": 2.0}, 2024, 2026)
    assert (value(found, "GM1696"), value(found, "GM0402")) == ((1.0, "final"), (2.0, "final"))
