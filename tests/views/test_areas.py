"""How areas are found by name, and the way up from one."""

import pytest

from tests.dashboard import PROJECT
from transition import catalog
from transition.store import Snapshot
from transition.views import areas, boundaries


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Den Haag", "GM0518"),
        ("Den Bosch", "GM0796"),
        ("Sudwest-Fryslan", "GM1900"),
        ("Weesp", "GM0457"),
        ("Friesland", "PV21"),
    ],
)
def test_an_area_is_found_by_the_name_people_use(real_snapshot: Snapshot, typed: str, code: str) -> None:
    assert typed in areas.searchable(real_snapshot)[code]


def test_an_old_municipality_leads_to_the_one_it_went_into(real_snapshot: Snapshot) -> None:
    assert areas.searchable(real_snapshot)["GM0457"] == "Weesp (tot 2023, nu Amsterdam)"


def test_every_municipality_that_ended_is_found_by_its_old_name_and_leads_on(real_snapshot: Snapshot) -> None:
    found = areas.searchable(real_snapshot)
    ended = {code: area for code, area in catalog.changed_gemeenten().items() if area.valid_to is not None}
    assert len(ended) == 121
    for code, area in ended.items():
        now = [real_snapshot.areas[c].name for c in catalog.successors()[code]]
        assert found[code].startswith(f"{area.name} (tot {area.valid_to}, nu ")
        assert all(name in found[code] for name in now)
        assert boundaries.became(real_snapshot, code).startswith(area.name)


def test_every_alias_belongs_to_an_area_there_is(real_snapshot: Snapshot) -> None:
    lines = (PROJECT / "data" / "reference" / "aliases.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert {line.split(",")[0] for line in lines} <= set(real_snapshot.areas)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("GM0344", "de gemeente Utrecht"),
        ("PV26", "de provincie Utrecht"),
        ("ES01", "de energieregio Groningen"),
        ("ET0101", "Groningen (deel van een energieregio)"),
        ("GM0363", "Amsterdam"),  # a part of an energy region is called so too, and is not in the search
        ("ES04", "Twente"),
        ("NL01", "Nederland"),
    ],
)
def test_a_name_of_two_levels_says_which_one_is_meant(real_snapshot: Snapshot, code: str, words: str) -> None:
    assert areas.called(real_snapshot, code) == words


def test_the_way_up_leads_from_a_buurt_to_the_country(real_snapshot: Snapshot) -> None:
    names = [area.name for area in areas.path(real_snapshot, "BU01060000")]
    assert names[:3] == ["Nederland", "Drenthe", "Assen"]
    assert len(names) == 5
