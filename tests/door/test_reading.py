"""Cells the Dutch way: numbers, years, dates and areas; what can be read in two ways is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.door.world import AREAS, ENDED
from transition.domain.areas import Area, Level, level_of
from transition.domain.values import Missing
from transition.door import cells
from transition.door.cells import Doubt
from transition.door.formats import day, kind_of
from transition.door.grid import Cell, Kind
from transition.door.known_areas import known_areas
from transition.ingest.brought.listing import LEAST_IN_A_FIGURE, _may_be_told
from transition.views import text

GEMEENTE = (Level.GEMEENTE,)


def cell(value: str | float, kind: Kind | None = None) -> Cell:
    return Cell(1, 1, kind or (Kind.TEXT if isinstance(value, str) else Kind.NUMBER), value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1,5", 1.5),
        ("1.234,5", 1234.5),
        ("1.234.567", 1234567.0),
        ("1 234", 1234.0),
        ("1\u00a0234,5", 1234.5),
        ("1\u202f234", 1234.0),
        ("−1,2", -1.2),
        ("- 3", -3.0),
        ("0,0", 0.0),
        ("0.125", 0.125),
        ("12.5", 12.5),
        ("+7", 7.0),
        ("007", 7.0),
    ],
)
def test_a_number_is_read_the_dutch_way(written: str, meant: float) -> None:
    assert cells.number(cell(written), "kW") == meant


@pytest.mark.parametrize("written", ["1.234", "-12.500", "999.999"])
def test_a_number_that_can_be_two_numbers_is_asked_with_both_readings(written: str) -> None:
    found = cells.number(cell(written), "kW")
    assert isinstance(found, Doubt)
    assert written.replace(".", "") in found.what
    assert written.replace(".", ",") in found.what


@pytest.mark.parametrize("written", ["1,2,3", "1.23.456", "12e", "1/2", "een", "--", "1 23"])
def test_what_is_no_number_is_not_made_one(written: str) -> None:
    assert isinstance(cells.number(cell(written), "kW"), Doubt)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("n.v.t.", Missing.NOT_APPLICABLE),
        ("N.V.T.", Missing.NOT_APPLICABLE),
        ("-", Missing.NOT_MEASURED),
        ("–", Missing.NOT_MEASURED),
        ("?", Missing.NOT_MEASURED),
        ("\u00a0", Missing.NOT_MEASURED),
        ("<5", Missing.SUPPRESSED),
        ("< 10", Missing.SUPPRESSED),
        (".", Missing.SUPPRESSED),
        ("nog niet gepubliceerd", Missing.NOT_PUBLISHED),
    ],
)
def test_an_empty_word_is_a_reason_and_never_zero(written: str, reason: Missing) -> None:
    assert cells.number(cell(written), "kW") is reason


def test_an_absent_cell_is_no_zero() -> None:
    assert cells.number(None, "kW") is Missing.NOT_MEASURED


def test_a_percentage_is_one_in_each_way_it_is_kept() -> None:
    assert cells.number(cell("11,2%"), "%") == 11.2
    assert cells.number(cell(0.112, Kind.PERCENT), "%") == 11.2
    assert isinstance(cells.number(cell(0.112, Kind.PERCENT), "MW"), Doubt)


@given(st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 2)))
def test_what_the_pages_write_is_read_back_as_the_same_number(number: float) -> None:
    assert cells.number(cell(text.number(number, 2)), "kW") == pytest.approx(number + 0.0, abs=1e-9)


@given(st.text())
def test_any_text_is_a_number_a_reason_or_a_doubt(written: str) -> None:
    assert isinstance(cells.number(cell(written), "%"), float | Missing | Doubt)


@pytest.mark.parametrize("written", ["31-12-2024", "2024-12-31", "31/12/2024", "31.12.2024", "31 december 2024"])
def test_a_date_is_read_in_every_usual_way(written: str) -> None:
    assert cells.day(cell(written)) == "2024-12-31"


@pytest.mark.parametrize("written", ["32-12-2024", "12/31/2024", "gisteren", "31-02-2024", "1-1-1024"])
def test_what_is_no_date_is_asked(written: str) -> None:
    assert isinstance(cells.day(cell(written)), Doubt)


def test_a_serial_number_is_a_date_in_its_own_calendar() -> None:
    assert day(45657, from_1904=False) == "2024-12-31"
    assert day(45657 - 1462, from_1904=True) == "2024-12-31"
    assert day(1, from_1904=False) == "1900-01-01"
    assert day(1e9, from_1904=False) is None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("0.00", Kind.NUMBER),
        ('#,##0" kWh"', Kind.NUMBER),
        ("0.0%", Kind.PERCENT),
        ("dd/mm/yyyy", Kind.DATE),
        ("[Red]0", Kind.NUMBER),
        ("General", Kind.NUMBER),
        ("yyyy", Kind.DATE),
    ],
)
def test_a_number_format_tells_what_a_cell_is(code: str, kind: Kind) -> None:
    assert kind_of(200, code) is kind


@pytest.mark.parametrize("written", [2024.0, "2024", " 2024 "])
def test_a_year_is_a_year_as_number_and_as_text(written: str | float) -> None:
    assert cells.year(cell(written), 1990, 2030) == "2024"


@pytest.mark.parametrize("written", [20224.0, "24", "2024-2025", 1789.0, "2051"])
def test_another_number_is_no_year(written: str | float) -> None:
    assert isinstance(cells.year(cell(written), 1990, 2030), Doubt)


def _area(code: str, name: str) -> Area:
    return Area(code, name, level_of(code), 2022 if code == "GM1980" else None, 2022 if code in ENDED else None)


KNOWN = known_areas(
    [_area(code, name) for code, name in AREAS.items()], {"GM0518": ("Den Haag",), "GM0796": ("Den Bosch",)}
)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("34", "GM0034"),
        ("0034", "GM0034"),
        (34.0, "GM0034"),
        ("GM34", "GM0034"),
        ("gm0034", "GM0034"),
        ("GM0034   ", "GM0034"),
        ("'s-Gravenhage", "GM0518"),
        ("’s-gravenhage", "GM0518"),
        ("S GRAVENHAGE", "GM0518"),
        ("Den Haag", "GM0518"),
        ("den\u00a0bosch", "GM0796"),
        ("Su\u0301dwest-Frysla\u0302n", "GM1900"),
        ("Sudwest Fryslan", "GM1900"),
        ("Gemeente Assen", "GM0106"),
        ("Bergen (NH)", "GM0373"),
        ("Bergen (L.)", "GM0893"),
        ("Heerhugowaard", "GM0398"),
    ],
)
def test_an_area_is_found_in_every_way_it_is_written(written: str | float, code: str) -> None:
    assert KNOWN.find(cell(written), GEMEENTE) == code


def test_a_name_of_two_areas_is_asked_unless_the_level_tells() -> None:
    assert isinstance(KNOWN.find(cell("Utrecht"), (Level.GEMEENTE, Level.PROVINCIE)), Doubt)
    assert KNOWN.find(cell("Utrecht"), (Level.PROVINCIE,)) == "PV26"
    assert KNOWN.find(cell("provincie Utrecht"), (Level.GEMEENTE, Level.PROVINCIE)) == "PV26"
    doubt = KNOWN.find(cell("Bergen"), GEMEENTE)
    assert isinstance(doubt, Doubt)
    assert "GM0373" in doubt.what
    assert "GM0893" in doubt.what


@given(st.text())
def test_any_text_is_an_area_or_a_doubt(written: str) -> None:
    assert isinstance(KNOWN.find(cell(written), GEMEENTE), str | Doubt)


def test_boundaries_are_of_the_year_itself_if_all_existed_then_and_else_of_the_newest_year_they_did() -> None:
    assert KNOWN.boundaries_year(["GM0106", "GM0398"], 2020) == 2020
    assert KNOWN.boundaries_year(["GM0106", "GM1980"], 2020) == 2022
    assert KNOWN.boundaries_year(["GM0106", "GM0398"], 2024) == ("GM0398", ""), (
        "no year on boundaries that were gone by then"
    )
    assert KNOWN.boundaries_year(["GM0398", "GM1980"], 2020) == ("GM0398", "GM1980")


@given(st.lists(st.integers(0, 40), min_size=1, max_size=5))
def test_no_group_below_ten_can_be_told_apart_also_not_as_the_rest(sizes: list[int]) -> None:
    if _may_be_told(sizes):
        assert all(size == 0 or size >= LEAST_IN_A_FIGURE for size in sizes)
