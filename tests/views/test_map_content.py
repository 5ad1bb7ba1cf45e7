"""What stands beside a map: which figures were revised, and on which boundaries they are."""

from pathlib import Path

import numpy as np
import pytest

from tests.editions import copied, publish_next
from transition import catalog
from transition.domain.areas import Level
from transition.domain.selection import Selection
from transition.places import Places
from transition.store import Snapshot, open_served
from transition.ui import map_content
from transition.views import map_picture
from transition.views.map_controls import figure_choice

pytestmark = pytest.mark.slow

SOLAR = "solar_capacity_kwp"


@pytest.fixture(scope="module")
def revised(example_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    data = copied(example_data, tmp_path_factory.mktemp("revised") / "data")
    publish_next(data)
    opened = open_served(Places(data).example)
    assert opened
    return opened.snapshot


def content(snapshot: Snapshot, selection: Selection) -> map_content.Shown:
    found = map_content.shown(snapshot, selection)
    assert found
    return found


@pytest.fixture(autouse=True)
def _data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))  # whether a refresh failed is asked there; none did


def test_a_revised_figure_keeps_the_one_before_in_the_table(revised: Snapshot) -> None:
    selection = Selection(area=revised.country, indicator=SOLAR, period="2020", level=Level.GEMEENTE)
    shown = content(revised, selection)
    table = map_content.table(revised, selection, shown)
    assert table["Herzien"].str.fullmatch(r"eerder [\d.]+\skWp \(definitief\)").all()
    count = len(table)
    assert f"Herzien: {count} cijfers zijn in een nieuwere uitgave veranderd." in shown.note


def test_of_the_chosen_area_only_its_own_revised_figures_count(revised: Snapshot) -> None:
    inside = Selection(area="PV91", indicator=SOLAR, period="2020", level=Level.GEMEENTE)
    table = map_content.table(revised, inside, content(revised, inside))
    assert f"Herzien: {len(table)} cijfers" in content(revised, inside).note
    assert 1 < len(table) < 24


def test_a_rate_has_no_edition_of_its_own_to_be_revised(revised: Snapshot) -> None:
    rate = Selection(area=revised.country, indicator=SOLAR, period="2020", per="population_count")
    assert "Herzien" not in map_content.table(revised, rate, content(revised, rate)).columns
    assert "Herzien" not in content(revised, rate).note


def test_the_boundaries_of_now_are_said_with_how_many_figures_they_changed(revised: Snapshot) -> None:
    now = Selection(area=revised.country, indicator=SOLAR, period="2020", boundaries="nu")
    shown = content(revised, now)
    assert "In 2020 is 1 gebied daarnaar herrekend." in shown.note
    table = map_content.table(revised, now, shown).set_index("Code")
    assert table.loc["GM9026", "Status"] == "herrekend"
    then = Selection(area=revised.country, indicator=SOLAR, period="2020")
    before = map_content.table(revised, then, content(revised, then)).set_index("Code")["kWp"]
    assert table.loc["GM9026", "kWp"] == before["GM9020"] + before["GM9021"]
    assert set(before.index) - set(table.index) == {"GM9020", "GM9021"}


def test_an_area_that_was_not_there_that_year_is_named_beside_the_map(real_snapshot: Snapshot) -> None:
    shown = content(real_snapshot, Selection(area="NL01", indicator=SOLAR, period="2021"))
    assert (
        "Leeg op de kaart, omdat het gebied in 2021 niet bestond: Appingedam, Delfzijl, Loppersum en Haaren."
        in shown.note
    )
    assert "Wel in de tabel, niet op de kaart: Eemsdelta." in shown.note
    limburg = content(real_snapshot, Selection(area="PV31", indicator=SOLAR, period="2021"))
    assert "Leeg op de kaart" not in limburg.note


def test_only_figures_that_are_there_can_be_chosen(revised: Snapshot) -> None:
    selection = Selection(area=revised.country, level=Level.WIJK)
    offered = dict(figure_choice(revised, selection).options)
    assert "heat_programme_class" not in offered
    assert offered["district_heating_pct"].endswith("(niet per wijk)")
    assert "niet per" not in offered["solar_homes_capacity_kwp"]


def test_a_place_on_a_scale_has_the_steps_of_its_scale_as_classes() -> None:
    scale = catalog.indicator("heat_programme_class")
    for method in ("quantile", "natural", "policy"):
        found = map_picture.scale(np.array([0.0, 0, 1, 2, 3, 3]), scale, method, "")
        assert found.bounds == (1.0, 2.0, 3.0)
