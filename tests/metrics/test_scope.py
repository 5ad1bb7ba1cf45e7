"""What a page is about: which municipalities, area processes and projects belong to a place, an area process and a community."""

import pandas as pd

from transition.domain.areas import Area, Level
from transition.metrics import scope
from transition.metrics.area_scope import Places

AREAS = {
    area.code: area
    for area in (
        Area("NL01", "Nederland", Level.LAND),
        Area("ES91", "Noord", Level.RES),
        Area("GM0001", "Aa", Level.GEMEENTE, res="ES91"),
        Area("GM0002", "Bee", Level.GEMEENTE, res="ES92"),
        Area("GM0009", "Oud", Level.GEMEENTE, valid_to=2020, res="ES91"),
        Area("WK000101", "Wijk 1", Level.WIJK, res="ES91"),
    )
}
BECAME = {"GM0009": ("GM0001",)}
PROCESSES = pd.DataFrame(
    {
        "name": ["Haven", "Dorp", "Oude kern"],
        "municipalities": [("GM0001",), ("GM0002",), ("GM0009",)],
        "location_codes": [("WK000101",), None, None],
        "community": ["noord", None, "noord"],
    },
    index=["haven", "dorp", "kern"],
)
PROJECTS = pd.DataFrame(
    {"municipality": ["GM0001", "GM0009", "GM0002", None], "area": ["haven", None, "dorp", None]},
    index=["a", "b", "c", "d"],
)
COMMUNITIES = pd.DataFrame({"name": ["Noord"], "municipalities": [None]}, index=["noord"])
PLACES = Places(PROCESSES, AREAS, BECAME)


def place(code: str) -> scope.Scope:
    return scope.of_place(code, PROCESSES, PLACES, AREAS)


def in_it(about: scope.Scope) -> list[str]:
    return list(scope.projects_in(about, PROJECTS, BECAME).index)


def test_the_country_has_everything_also_what_nobody_said_the_place_of() -> None:
    assert place("NL01").municipalities == ("GM0001", "GM0002")
    assert place("NL01").areas == ("haven", "dorp", "kern")
    assert in_it(place("NL01")) == ["a", "b", "c", "d"]


def test_a_region_and_a_merged_municipality_have_what_was_recorded_under_the_former_one() -> None:
    for code in ("ES91", "GM0001"):
        assert (place(code).municipalities, place(code).areas) == (("GM0001",), ("haven", "kern"))
        assert in_it(place(code)) == ["a", "b"]


def test_a_wijk_has_only_what_was_recorded_for_that_wijk() -> None:
    wijk = place("WK000101")
    assert (wijk.is_part, wijk.municipalities, wijk.areas, in_it(wijk)) == (True, ("GM0001",), ("haven",), ["a"])


def test_an_area_process_and_a_community_have_the_projects_of_their_areas() -> None:
    area = scope.of_area("kern", PROCESSES, BECAME)
    assert (area.is_part, area.is_place, area.municipalities, in_it(area)) == (True, False, ("GM0001",), [])
    community = scope.of_community("noord", COMMUNITIES, PROCESSES, BECAME)
    assert (community.is_part, community.areas, community.municipalities) == (False, ("haven", "kern"), ("GM0001",))
    assert in_it(community) == ["a"]


def test_an_empty_register_keeps_the_columns_of_its_projects() -> None:
    found = scope.projects_in(place("GM0001"), PROJECTS.iloc[:0], BECAME)
    assert (len(found), list(found.columns)) == (0, list(PROJECTS.columns))
