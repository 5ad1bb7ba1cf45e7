"""Finding area processes: by words, by what is recorded, by where they lie."""

from datetime import date

import pandas as pd
import pytest

from tests.metrics.register_tables import tables
from transition.domain.areas import Area, Level
from transition.domain.register.choices import LADDER
from transition.metrics import area_processes
from transition.metrics.area_search import AHEAD, ANY, NOTHING, PAST, Filters, Search

AREAS = {
    "DG00": Area("DG00", "Doggerland", Level.LAND),
    "PV91": Area("PV91", "Noord", Level.PROVINCIE),
    "GM9003": Area("GM9003", "Havenstad", Level.GEMEENTE, provincie="PV91", res="ES91", subres="ET9101"),
    "GM9004": Area("GM9004", "Molenveld", Level.GEMEENTE, provincie="PV92", res="ES92"),
    "WK900301": Area("WK900301", "Kade", Level.WIJK),
}


@pytest.fixture(scope="module")
def search() -> Search:
    changed = pd.DataFrame(
        {"at": pd.to_datetime(["2026-11-13T09:00:00Z", "2026-01-13T09:00:00Z"]), "who": "x"}, index=["haven", "dorp"]
    )
    overview = area_processes.overview(tables(), changed, date(2026, 11, 23))
    return Search(overview, AREAS, {"GM9001": ("GM9004",)}, list(LADDER), {"dorp": "Molen Energie BV"})


def names(search: Search, code: str = "DG00", order: str = "name", **asked: str) -> list[str]:
    return search.overview.index[search.find(Filters(**asked), code, order)].tolist()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["leeg", "dorp", "haven", "molen", "oud"]),
        ({"words": "haven"}, ["leeg", "dorp", "haven", "oud"]),
        ({"words": "HAVENKWART"}, ["haven"]),
        ({"words": "elst"}, ["dorp"]),
        ({"words": "cooperatie eendracht"}, ["haven"]),
        ({"words": "molen"}, ["dorp", "molen", "oud"]),
        ({"words": "bestaat niet"}, []),
        ({"theme": "energy_hub"}, ["dorp"]),
        ({"phase": "finance"}, ["haven"]),
        ({"phase": NOTHING}, ["leeg", "oud"]),
        ({"state": "finished"}, ["molen"]),
        ({"lead_state": "no_lead"}, ["dorp"]),
        ({"community": "warm"}, ["haven"]),
        ({"community": NOTHING}, ["leeg", "dorp", "molen", "oud"]),
        ({"blocked": ANY}, ["haven"]),
        ({"blocked": "grid"}, ["haven"]),
        ({"blocked": "money"}, []),
        ({"planning": PAST}, ["dorp"]),
        ({"planning": AHEAD}, ["haven"]),
        ({"planning": NOTHING}, ["leeg", "molen", "oud"]),
        ({"theme": "neighbourhood_plan", "words": "havenstad zuid"}, ["oud"]),
    ],
)  # fmt: skip
def test_filters_leave_what_fits(search: Search, asked: dict[str, str], expected: list[str]) -> None:
    assert names(search, **asked) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("DG00", ["leeg", "dorp", "haven", "molen", "oud"]),
        ("PV91", ["leeg", "dorp", "haven", "oud"]),
        ("ES92", ["molen", "oud"]),
        ("GM9004", ["molen", "oud"]),
        ("WK900301", ["haven"]),
        ("BU90030101", ["haven"]),
        ("BU90030102", []),
        ("GM0001", []),
    ],
)
def test_an_area_process_belongs_where_one_of_its_municipalities_or_its_codes_lies(
    search: Search, code: str, expected: list[str]
) -> None:
    assert names(search, code) == expected


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("next", ["dorp", "haven"]),
        ("decision", ["haven", "leeg"]),
        ("reached", ["haven", "leeg", "dorp", "molen"]),
        ("idle", ["dorp", "haven"]),
        ("gap", ["haven", "molen"]),
        ("phase", ["molen", "haven", "dorp"]),
    ],
)
def test_what_is_not_known_comes_last_in_every_order(search: Search, order: str, first: list[str]) -> None:
    found = names(search, order=order)
    assert found[: len(first)] == first
    assert len(found) == 5


def test_an_area_recorded_under_a_former_municipality_is_found_in_the_present_one() -> None:
    register = tables()
    register["area_process"].at["leeg", "municipalities"] = ("GM9001",)
    overview = area_processes.overview(register, pd.DataFrame(columns=["at", "who"]), date(2026, 11, 23))
    search = Search(overview, AREAS, {"GM9001": ("GM9004",)}, list(LADDER), {})
    assert names(search, "GM9004") == ["leeg", "molen", "oud"]
