"""The trace of a value leads to the stored row it came from, to the last digit; and says how it was computed where it was."""

import math
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from tests.conftest import PROJECT
from tests.editions import NEXT, copied, publish_next
from transition.domain.values import Gap, Missing
from transition.metrics import rates
from transition.metrics.trace import Kind, Trace, trace
from transition.places import Places
from transition.store import Snapshot, open_served
from transition.views import revision_text, text, trace_text

TEN = [
    ("DG01", "solar_capacity_kwp", "", "2024"),
    ("DG01", "solar_production_gwh", "large_field", "2023"),
    ("PV91", "solar_installations_count", "small_up_to_15_kwp", "2020"),
    ("GM9003", "solar_capacity_kwp", "", "2025"),
    ("GM9003", "gas_use_m3_per_dwelling", "detached", "2019"),
    ("GM9003", "district_heating_pct", "", "2024"),
    ("GM9003", "heating_electric_pct", "low_gas", "2021"),
    ("GM0000", "solar_capacity_kwp", "", "2024"),
    ("WK", "solar_homes_capacity_kwp", "", "2022"),
    ("BU", "population_count", "", "2023"),
]
"""Areas, indicators, parts and years of all kinds; a wijk and a buurt are the first ones of that year."""


@pytest.fixture(scope="module")
def region(example_data: Path) -> Snapshot:
    opened = open_served(Places(example_data).example)
    assert opened is not None
    return opened.snapshot


def first(region: Snapshot, prefix: str, indicator: str, period: str) -> str:
    """The code itself, or for a bare prefix the first area that has a value."""
    if len(prefix) > 2:
        return prefix
    column = region.column({"WK": "wijk", "BU": "buurt"}[prefix], indicator, "", period)
    assert column is not None
    return next(str(c) for c, value in zip(column.codes, column.values, strict=True) if value > 0)


@pytest.mark.parametrize(("area", "indicator", "breakdown", "period"), TEN)
def test_a_trace_leads_to_the_row_that_holds_the_value(
    region: Snapshot, area: str, indicator: str, breakdown: str, period: str
) -> None:
    area = first(region, area, indicator, period)
    found = trace(region, area, indicator, period, breakdown=breakdown)
    assert isinstance(found, Trace)
    assert found.row is not None
    assert found.origin is not None
    table = pd.read_parquet(region.folder / found.row.file)
    row = table.iloc[found.row.row - 1]
    assert (row["area"], row["indicator"], row["breakdown"], row["period"]) == (area, indicator, breakdown, period)
    assert row["status"] == found.status == found.row.status
    assert row["vintage"] == found.row.vintage
    shown = next(point for point in region.series(area, indicator, breakdown) if point[0] == period)
    assert repr(float(row["value"])) == repr(found.value) == repr(found.row.value) == repr(shown[1])
    assert found.origin.source in found.row.file
    assert found.row.sha256 == region.manifest["files"][found.row.file]["sha256"]
    assert found.origin.edition == region.sources[found.origin.source]["edition"]


def test_a_missing_value_is_traced_to_the_row_with_its_reason(region: Snapshot) -> None:
    column = region.column("gemeente", "district_heating_pct", "", "2024")
    assert column is not None
    area = next(str(c) for c, value in zip(column.codes, column.values, strict=True) if math.isnan(value))
    found = trace(region, area, "district_heating_pct", "2024")
    assert isinstance(found, Trace)
    assert found.row is not None
    assert math.isnan(found.row.value)
    assert found.row.status == found.status in {str(reason) for reason in Missing}
    assert "De uitgever geeft geen cijfer" in trace_text.formula(found)


def test_a_rate_opens_to_its_numerator_and_its_denominator(region: Snapshot) -> None:
    found = trace(region, "GM9003", "solar_capacity_kwp", "2024", per="population_count")
    assert isinstance(found, Trace)
    above, below = found.inputs
    assert found.kind is Kind.RATE
    assert (above.indicator.id, below.indicator.id, below.period) == ("solar_capacity_kwp", "population_count", "2024")
    assert above.row is not None
    assert below.row is not None
    assert found.value == above.row.value / below.row.value * 1000
    column = region.column("gemeente", "solar_capacity_kwp", "", "2024")
    assert column is not None
    on_map = rates.rate(region, "gemeente", column.codes, column.values, "2024", "population_count")  # type: ignore[arg-type]
    assert found.value == on_map.values[list(column.codes).index("GM9003")], "the map shows this very value"


def test_a_denominator_that_was_added_up_opens_to_every_part(region: Snapshot) -> None:
    found = trace(region, "PV91", "solar_capacity_kwp", "2024", per="population_count")
    assert isinstance(found, Trace)
    below = found.inputs[1]
    assert below.kind is Kind.SUM
    assert {part.area for part in below.inputs} == {
        area.code
        for area in region.areas.values()
        if area.provincie == "PV91" and area.level == "gemeente" and area.exists_in(2024)
    }
    rows = [part.row for part in below.inputs]
    assert all(row is not None for row in rows)
    assert below.value == math.fsum(row.value for row in rows if row is not None)
    assert f"De som van {len(rows)} gemeenten" in trace_text.formula(below)


def test_a_figure_that_is_not_stored_is_a_gap(region: Snapshot) -> None:
    found = trace(region, "GM9003", "solar_capacity_kwp", "1999")
    assert isinstance(found, Gap)
    assert "1999 is niet opgeslagen" in found.detail


def test_what_belongs_to_no_area_cannot_be_divided_by_its_inhabitants(region: Snapshot) -> None:
    found = trace(region, "GM0000", "solar_capacity_kwp", "2024", per="population_count")
    assert isinstance(found, Gap)
    assert found.reason is Missing.NOT_APPLICABLE


def test_a_rate_without_a_denominator_says_why(region: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "denominator_years", lambda *_: ["2010"])  # too long ago
    found = trace(region, "GM9003", "solar_capacity_kwp", "2024", per="population_count")
    assert isinstance(found, Trace)
    assert math.isnan(found.value)
    assert found.status == Missing.NOT_MEASURED
    assert "niet verder dan 3 jaar van 2024" in trace_text.formula(found)


def test_the_words_name_formula_row_table_edition_address_and_hash(real_snapshot: Snapshot) -> None:
    found = trace(real_snapshot, "GM0363", "solar_homes_capacity_kwp", "2019")
    assert isinstance(found, Trace)
    words = "\n".join(trace_text.lines(found))
    for part in (
        "Berekening: geen. Dit is het cijfer van de uitgever.",
        "sources/cbs_solar_neighbourhoods/observations.parquet",
        "tabel 85010NED",
        "25 juni 2021",
        "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/85010NED",
        "raw/cbs_solar_neighbourhoods/",
        "85010NED_full_data.csv",
        "CC BY 4.0",
    ):
        assert part in words, part
    assert "85447NED" not in words.split("Document:")[1], "documents of other years are left out"


def test_a_reader_gets_the_source_first_and_the_technical_part_has_a_place_of_its_own(region: Snapshot) -> None:
    found = trace(region, "PV91", "solar_capacity_kwp", "2024", per="population_count")
    assert isinstance(found, Trace)
    labels = [step.label for step in trace_text.steps(found.inputs[0])]
    assert labels[:7] == ["Cijfer", "Bron", "Periode", "Uitgave", "Adres", "Licentie", "Berekening"]
    words = trace_text.lines(found)
    at = words.index("Voor technici:")
    for part in ("sha256", "parquet", "Opgehaald:", "(UTC)", "rij 2"):
        assert not any(part in line for line in words[:at]), part
        assert any(part in line for line in words[at:]), part


def test_every_stored_row_of_a_sum_and_of_its_weights_is_named(region: Snapshot) -> None:
    of_sum = trace(region, "PV91", "solar_capacity_kwp", "2024", per="population_count")
    of_mean = trace(region, "GM9026", "gas_use_m3_per_dwelling", "2021", vintage=2025)
    assert isinstance(of_sum, Trace)
    assert isinstance(of_mean, Trace)
    below = of_sum.inputs[1]
    assert below.inputs
    assert of_mean.weights
    for found, parts in ((of_sum, below.inputs), (of_mean, of_mean.weights)):
        words = " ".join(step.words for step in trace_text.technical_steps(found))
        for part in parts:
            assert part.row is not None
            assert f"{text.number(part.row.row)} ({part.area})" in words
            assert part.row.sha256 in words


def test_the_documents_of_a_trace_are_the_files_that_were_kept(real_snapshot: Snapshot, loaded_real_data: Path) -> None:
    import hashlib

    found = trace(real_snapshot, "GM0363", "solar_capacity_kwp", "2024")
    assert isinstance(found, Trace)
    assert found.origin is not None
    assert found.origin.documents
    for document in found.origin.documents:
        content = (loaded_real_data / document.path).read_bytes()
        assert hashlib.sha256(content).hexdigest() == document.sha256


@pytest.mark.slow
def test_the_command_prints_what_the_page_shows(region: Snapshot, example_data: Path) -> None:
    asked = ["--area", "GM9003", "--indicator", "solar_capacity_kwp", "--period", "2024", "--per", "population_count"]
    command = [sys.executable, "-m", "transition", "trace", *asked, "--data", str(example_data)]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    found = trace(region, "GM9003", "solar_capacity_kwp", "2024", per="population_count")
    assert isinstance(found, Trace)
    assert done.stdout.splitlines() == trace_text.lines(found)
    assert "voorbeeldgegevens" in done.stderr


@pytest.mark.slow
def test_a_revised_figure_shows_both_values_in_its_trace_and_beside_it(example_data: Path, tmp_path: Path) -> None:
    data = copied(example_data, tmp_path / "data")
    before = open_served(Places(data).example)
    publish_next(data)
    after = open_served(Places(data).example)
    assert before is not None
    assert after is not None
    old, new = (trace(opened.snapshot, "GM9003", "solar_capacity_kwp", "2024") for opened in (before, after))
    assert isinstance(old, Trace)
    assert isinstance(new, Trace)
    (one,) = new.replaced
    assert (one.value_old, one.value, one.edition) == (old.value, new.value, NEXT)
    now, earlier = revision_text.both(new.replaced, new.indicator)
    assert trace_text.exact(new.value) in now
    assert trace_text.exact(old.value) in earlier
    assert "+5,0%" in earlier
    assert any(step.label == "Herzien" for step in trace_text.steps(new))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1234.0, "1.234"),
        (1234.5, "1.234,5"),
        (0.0, "0"),
        (-12.25, "−12,25"),
        (1354.846333112706, "1.354,846333112706"),
        (math.nan, "–"),
    ],
)
def test_every_digit_is_shown(value: float, words: str) -> None:
    assert trace_text.exact(value) == words
