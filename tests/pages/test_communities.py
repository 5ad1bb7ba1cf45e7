"""The page of communities, run as Streamlit runs it: what it says without and with a register, and making a card of one's own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import small_register
from tests.editions import copied
from tests.small_register import SHARED, WARM
from transition.domain.register.fields import Edit
from transition.places import PROJECT, Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register
from transition.ui import cached, community_data

pytestmark = pytest.mark.slow
Opened = Callable[..., AppTest]


def framed_page(page: str) -> None:
    """What the frame does, and then the page."""
    import runpy

    from transition.ui import cached
    from transition.ui import page as pages

    pages.mark_framed(cached.opened())
    runpy.run_path(page)


@pytest.fixture
def data(example_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The figures of the example region, without a register."""
    folder = copied(example_data, tmp_path / "data")
    for file in Places(folder).example.root.glob("register.db*"):
        file.unlink()
    monkeypatch.setenv("DATA_DIR", str(folder))
    return folder


@pytest.fixture
def register(data: Path) -> Register:
    """An empty register, but for the cards it begins with."""
    return Register.open(Places(data).example.register_url, is_example=True)


@pytest.fixture
def opened(data: Path) -> Opened:
    """Opens the page at an address."""

    def opening(**words: str) -> AppTest:
        app = AppTest.from_function(framed_page, args=(str(PROJECT / "pages" / "communities.py"),), default_timeout=60)
        for word, value in words.items():
            app.query_params[word] = value
        app.run()
        assert not app.exception
        return app

    return opening


def said(app: AppTest) -> str:
    """Everything in words on the page."""
    parts = (
        app.header,
        app.subheader,
        app.markdown,
        app.info,
        app.warning,
        app.error,
        app.success,
        app.caption,
        app.text,
    )
    return "\n".join(str(one.value) for part in parts for one in part)


def test_without_communities_the_page_says_how_to_begin(register: Register, opened: Opened) -> None:
    app = opened()
    assert "Er is nog geen community vastgelegd." in said(app)
    assert "Zo begint u" in said(app)
    assert [button.label for button in app.button if "toevoegen" in button.label] == ["Community toevoegen"]
    assert "Dit is een voorstel." in said(opened(lijst="methodekaarten"))
    assert "Er is nog geen partij vastgelegd." in said(opened(lijst="partijen"))


def test_the_list_keeps_to_the_area_and_the_filters_of_the_address(register: Register, opened: Opened) -> None:
    small_register.fill(register)
    assert [one.value for one in opened().header] == [
        "In Doggerland werken 2 communities. Van 1 is nog geen bijeenkomst vastgelegd."
    ]
    assert "werkt 1 community" in opened(area="GM9001").header[0].value
    assert "werkt 1 community die past bij uw keuze" in opened(thema="energy_hub").header[0].value
    nowhere = opened(area="GM9001", thema="energy_hub")
    assert "werkt geen community die past bij uw keuze" in nowhere.header[0].value
    assert [button.label for button in nowhere.button[:2]] == ["Toon alle thema's en co-hosts", "Toon heel Doggerland"]


def test_a_community_that_is_not_there_has_a_way_back(register: Register, opened: Opened) -> None:
    app = opened(community="<script>weg")
    assert "is er niet (meer)" in said(app)
    assert app.button[0].label == "‹ Alle communities"


def test_a_concept_says_that_it_is_one_and_stays_out_of_files(register: Register, opened: Opened) -> None:
    small_register.fill(register)
    hide = Edit("community", WARM, 1, {"visibility": "draft"})
    register.apply(SINGLE_USER, [hide])
    assert "Dit is een concept. Het komt in geen openbaar bestand." in said(opened(community=WARM))
    snapshot = cached.opened().snapshot
    assert list(community_data.overview(snapshot, public_only=True).index) == ["energiehubs-zuid"]


def test_parties_that_read_alike_are_told(register: Register, opened: Opened) -> None:
    small_register.fill(register)
    assert "Coöperatie De Eendracht en De Eendracht U.A" in said(opened(lijst="partijen")).replace("\\", "")


def test_a_card_of_ones_own_is_a_new_edition_and_areas_go_over_only_when_asked(
    register: Register, opened: Opened
) -> None:
    small_register.fill(register)
    before = small_register.cards(register)
    app = opened(community=WARM, onderdeel="methode")
    assert "Vergeleken met Wijkuitvoeringsplan, versie 1: 1 stap is weg." in said(app).replace("\\", "")
    app.selectbox(key="selected_kaart_zo-doen-wij-het-1").set_value(SHARED).run()
    app.toggle(key=f"own_card:{WARM}:{SHARED}:open").set_value(True).run()
    app.text_input(key=f"own_card:{WARM}:{SHARED}:name").set_value("Wijkuitvoeringsplan").run()
    assert "is de naam van een kaart van iedereen" in said(app)
    assert app.button(key=f"own_card:{WARM}:{SHARED}:save").disabled
    app.text_input(key=f"own_card:{WARM}:{SHARED}:name").set_value("Onze tweede").run()
    app.button(key=f"own_card:{WARM}:{SHARED}:save").click().run()
    assert not app.exception
    after = small_register.cards(register)
    made = after["onze-tweede-1"]
    assert (made.community, made.derived_from, len(made.phases)) == (WARM, SHARED, 11)
    assert before == {id: card for id, card in after.items() if id != made.id}, "no other card changed"
    areas = register.records(SINGLE_USER, "area_process")
    assert {area.values["method_card"] for area in areas.values()} == {SHARED, "zo-doen-wij-het-1"}
    assert "Onze tweede, versie 1 is bewaard" in said(app).replace("\\", "")
    assert app.query_params["kaart"] == made.id


def test_areas_that_go_over_are_told_which_milestones_have_no_step(register: Register, opened: Opened) -> None:
    small_register.fill(register)
    app = opened(community=WARM, onderdeel="methode")
    own = "zo-doen-wij-het-1"
    app.toggle(key=f"move:{own}").set_value(True).run()
    app.multiselect(key=f"moving:{own}").set_value(["gm9001-molenwijk"]).run()
    assert "Molenwijk: W7" in said(app)
    app.button(key=f"moved:{own}").click().run()
    assert not app.exception
    record = register.record(SINGLE_USER, "area_process", "gm9001-molenwijk")
    assert record is not None
    assert record.values["method_card"] == own
    assert register.record(SINGLE_USER, "milestone", "gm9001-molenwijk.w7") is not None
    next(button for button in app.button if button.label == "Maak ongedaan").click().run()
    back = register.record(SINGLE_USER, "area_process", "gm9001-molenwijk")
    assert back is not None
    assert back.values["method_card"] == SHARED
