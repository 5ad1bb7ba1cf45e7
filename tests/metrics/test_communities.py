"""Communities: what belongs to each, where it works, and finding one."""

from datetime import date

import pandas as pd
import pytest

from tests.metrics.register_tables import area, table
from transition.domain.areas import Area, Level
from transition.metrics import communities

LAND = Area("DG01", "Doggerland", Level.LAND)
AREAS = {
    one.code: one
    for one in (
        LAND,
        Area("PV91", "Noord", Level.PROVINCIE),
        Area("ES91", "Noordkust", Level.RES),
        Area("GM9003", "Havenstad", Level.GEMEENTE, provincie="PV91", res="ES91"),
        Area("GM9004", "Molendam", Level.GEMEENTE, provincie="PV91", res="ES91"),
        Area("GM9005", "Zuiderveen", Level.GEMEENTE, provincie="PV92", res="ES92"),
    )
}
TODAY = date(2026, 11, 23)


def tables() -> dict[str, pd.DataFrame]:
    """warm: two areas, a lesson and sessions. regio: names a region alone. leeg: nothing but its name."""
    of = {
        "community": {
            "warm": {
                "name": "Warme wijken",
                "theme": "neighbourhood_plan",
                "state": "active",
                "municipalities": ("GM9003",),
                "co_hosts": ("prov", "net"),
            },
            "regio": {"name": "élan", "theme": "energy_hub", "state": "active", "region": "ES91", "co_hosts": ("net",)},
            "leeg": {"name": "Zonder", "theme": "energy_hub", "state": "preparing"},
        },
        "area_process": {
            "haven": area("Havenkwartier", community="warm"),
            "veen": area("Veendorp", community="warm", municipalities=("GM9005",)),
            "los": area("Akkers"),
        },
        "session": {
            "s1": {"community": "warm", "held_on": "2026-03-01", "title": "Rollen"},
            "s2": {"community": "warm", "held_on": "2026-09-10", "title": "Geld"},
            "s3": {"community": "warm", "held_on": "2027-01-10", "title": "Tempo"},
        },
        "lesson": {
            "l1": {"community": "warm", "title": "Begin met de bewoners", "area": "haven", "learned_on": "2026-01-01"},
            "l2": {"community": "warm", "title": "Vraag het net vroeg", "text": "Bij Café Zon"},
            "l3": {"community": "warm", "title": "Deel de kaart", "learned_on": "2026-05-01"},
        },
    }
    return {kind: table(kind, rows) for kind, rows in of.items()}


def overview() -> pd.DataFrame:
    return communities.overview(tables(), AREAS, {}, TODAY)


def test_what_belongs_to_a_community_is_counted_and_a_coming_session_is_not_the_last() -> None:
    found = overview()
    assert list(found["name"]) == ["élan", "Warme wijken", "Zonder"]
    warm = found.loc["warm"]
    assert (warm["areas_count"], warm["sessions_count"], warm["lessons_count"]) == (2, 2, 3)
    assert (warm["last_session"], warm["next_session"]) == (pd.Timestamp("2026-09-10"), pd.Timestamp("2027-01-10"))
    assert (found.loc["leeg", "areas_count"], found.loc["leeg", "last_session"] is pd.NaT) == (0, True)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("DG01", ["élan", "Warme wijken", "Zonder"]),
        ("PV91", ["élan", "Warme wijken"]),
        ("GM9004", ["élan"]),
        ("GM9005", ["Warme wijken"]),
    ],
)
def test_a_community_is_found_where_its_municipalities_region_and_areas_lie(code: str, names: list[str]) -> None:
    assert list(communities.find(overview(), AREAS[code])["name"]) == names


def test_a_theme_and_a_co_host_narrow_it_down() -> None:
    assert list(communities.find(overview(), LAND, theme="energy_hub")["name"]) == ["élan", "Zonder"]
    assert list(communities.find(overview(), LAND, co_host="net")["name"]) == ["élan", "Warme wijken"]
    assert communities.find(overview(), LAND, "neighbourhood_plan", "gm").empty


@pytest.mark.parametrize(
    ("words", "ids"),
    [("", ["l3", "l1", "l2"]), ("havenKWARTIER", ["l1"]), ("cafe net", ["l2"]), ("niets", [])],
)
def test_a_lesson_is_found_by_its_words_and_its_area(words: str, ids: list[str]) -> None:
    assert list(communities.lessons(tables(), "warm", words).index) == ids


def test_lessons_of_all_communities_are_found_together_with_whose_they_are_and_where_they_come_from() -> None:
    of = tables()
    of["lesson"].loc["l2", ["community", "area"]] = ["regio", "haven"]
    found = communities.with_words(communities.all_lessons(of), "HAVEN")
    assert list(zip(found.index, found["community_name"], found["area_name"], strict=True)) == [
        ("l1", "Warme wijken", "Havenkwartier"),
        ("l2", "élan", "Havenkwartier"),
    ]
    assert communities.with_words(communities.all_lessons({**of, "lesson": table("lesson", {})}), "net").empty


def test_an_empty_register_has_an_empty_overview() -> None:
    empty = {kind: table(kind, {}) for kind in communities.NEEDED}
    assert communities.overview(empty, AREAS, {}, TODAY).empty
    assert communities.find(communities.overview(empty, AREAS, {}, TODAY), LAND).empty
