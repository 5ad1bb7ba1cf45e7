"""Area processes in a real browser: finding them, the map, one page for each, what must not leave and what must not run."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests import area_register
from tests.browser.reader import QUESTIONS, open_page, pick, settled, turn_to
from tests.browser.test_accessibility import RULES
from tests.dashboard import Dashboard
from tests.editions import copied
from transition.domain.register.fields import Edit
from transition.places import Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

pytestmark = pytest.mark.slow
QUESTION = QUESTIONS["area_processes"]
FIRST, SECOND, EMPTY = "GM9003", "GM9004", "GM9010"
HARBOUR = area_register.area_id("Havenkwartier", FIRST)
DRAFT = area_register.area_id("Nog een idee", SECOND)
PARTS = (
    "Stappen",
    "Wie doet wat",
    "Geld",
    "Eigenaarschap",
    "Besluiten",
    "Projecten",
    "Plek",
    "Geschiedenis",
    "Bewijs",
)


@pytest.fixture(scope="module")
def areas(example_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The real server on the example region, with a register of six areas instead of its own."""
    data = copied(example_data, tmp_path_factory.mktemp("areas") / "data")
    where = Places(data).example
    for file in where.root.glob("register.db*"):
        file.unlink()
    register = Register.open(where.register_url, is_example=True)
    area_register.fill(register, FIRST, SECOND, ("BU90030100", "BU90030101"), 2022, area_register.SQUARE)
    register.close()
    with Dashboard(data) as running:
        yield running


def _address(areas: Dashboard, words: str = "") -> str:
    return f"{areas.url}/area_processes{f'?{words}' if words else ''}"


def _names(page: Page) -> list[str]:
    return page.locator(".area-list tbody th a").all_inner_texts()


def test_what_is_searched_for_stands_in_the_address_and_a_copy_of_it_shows_the_same(
    page: Page, areas: Dashboard
) -> None:
    open_page(page, _address(areas), QUESTION)
    expect(page.get_by_text("6 gebieden in Doggerland", exact=True)).to_be_visible()
    page.get_by_label("Zoek een gebied").fill("eendracht")
    page.get_by_label("Zoek een gebied").press("Enter")
    expect(page.get_by_text("1 van 6 gebieden in Doggerland", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("zoek=eendracht"))
    copy = page.context.new_page()
    open_page(copy, page.url, QUESTION)
    expect(copy.get_by_label("Zoek een gebied")).to_have_value("eendracht")
    assert _names(copy) == ["Havenkwartier"]


def test_a_filter_is_a_dutch_word_in_the_address_and_can_be_cleared(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas), QUESTION)
    pick(page, re.compile("^Thema|Thema$"), "Energiehub")
    expect(page).to_have_url(re.compile("thema=energiehub"))
    expect(page.locator(".area-list tbody tr")).to_have_count(1)
    page.get_by_role("button", name="Wis alle filters").click()
    expect(page.locator(".area-list tbody tr")).to_have_count(6)
    expect(page).not_to_have_url(re.compile("thema="))


def test_nothing_found_says_so_and_offers_a_way_out(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, "zoek=bestaatniet&thema=onzin"), QUESTION)
    expect(page.get_by_text("Geen enkel gebied past bij wat u zoekt")).to_be_visible()
    expect(page.get_by_text("thema=onzin")).to_be_visible()
    expect(page.get_by_role("button", name="Wis alle filters")).to_be_visible()


def test_a_municipality_of_which_nothing_is_recorded_says_how_to_begin(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, f"area={EMPTY}"), QUESTION)
    expect(page.get_by_role("heading", name=re.compile("^Voor .* is nog niets vastgelegd"))).to_be_visible()
    expect(page.get_by_text("Zo begint u")).to_be_visible()
    page.get_by_role("button", name=re.compile("Toon 6 gebieden")).click()
    expect(page.locator(".area-list tbody tr")).to_have_count(6)


def test_a_name_leads_to_the_page_of_the_area_within_the_session_and_back_again(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, "thema=wijkuitvoeringsplan&indicator=population_count"), QUESTION)
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Havenkwartier").click()
    expect(page.get_by_role("heading", level=2, name="Havenkwartier")).to_be_visible()
    expect(page).to_have_url(re.compile(f"gebied={HARBOUR}"))
    assert page.evaluate("window.sameDocument")
    page.get_by_role("button", name="‹ Alle gebieden").click()
    expect(page.locator(".area-list")).to_be_visible()
    expect(page).to_have_url(re.compile("indicator=population_count.*thema=wijkuitvoeringsplan"))


def test_the_link_of_a_name_is_a_real_address(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas), QUESTION)
    address = page.get_by_role("link", name="Havenkwartier").get_attribute("href")
    open_page(page, _address(areas) + str(address), QUESTION)
    expect(page.get_by_role("heading", level=2, name="Havenkwartier")).to_be_visible()


def test_another_area_in_the_sidebar_leaves_the_page_of_one_area_process(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, f"gebied={HARBOUR}&onderdeel=geld"), QUESTION)
    pick(page.get_by_test_id("stSidebar"), re.compile("Gebied"), "Zilverkuil")
    expect(page.locator(".area-list")).to_be_visible()
    assert "gebied=" not in page.url


def test_the_body_runs_alone_and_yet_shows_what_somebody_else_recorded_meanwhile(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, f"gebied={HARBOUR}&onderdeel=geld"), QUESTION)
    title = page.get_by_role("heading", level=1, name=QUESTION)
    title.evaluate("node => { node.dataset.mark = 'not drawn anew' }")
    register = Register.open(Places(areas.data).example.register_url, is_example=True)
    done = register.apply(SINGLE_USER, [_renamed(register, "Havenkwartier Oost")])
    page.get_by_text("Plek", exact=True).click()
    expect(page.get_by_role("heading", level=2, name="Havenkwartier Oost")).to_be_visible()
    expect(title).to_have_attribute("data-mark", "not drawn anew")
    assert done.number is not None
    register.undo(SINGLE_USER, done.number)
    register.close()


def _renamed(register: Register, name: str) -> Edit:
    record = register.record(SINGLE_USER, "area_process", HARBOUR)
    assert record is not None
    return Edit("area_process", HARBOUR, record.version, {"name": name})


def test_a_choice_in_the_body_that_changes_the_place_changes_the_sidebar_too(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, f"area={EMPTY}"), QUESTION)
    page.get_by_role("button", name="Toon ").click()
    expect(page.locator(".area-list")).to_be_visible()
    settled(page)
    expect(page.get_by_test_id("stSidebar").get_by_role("combobox", name=re.compile("Gebied"))).to_have_value(
        "Doggerland"
    )


def test_an_area_that_is_not_there_has_a_way_back(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, "gebied=bestaat-niet"), QUESTION)
    expect(page.get_by_text("is er niet (meer)")).to_be_visible()
    page.get_by_role("button", name="‹ Alle gebieden").click()
    expect(page.locator(".area-list")).to_be_visible()


def test_the_parts_say_their_message_and_stand_in_the_address(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, f"gebied={HARBOUR}"), QUESTION)
    expect(
        page.get_by_role("heading", name="3 van de 11 stappen zijn gehaald; van 5 is niets vastgelegd")
    ).to_be_visible()
    money = page.get_by_role(
        "heading", name="40% van de kosten is toegezegd; voor 4,5 miljoen euro is nog geen dekking"
    )
    turn_to(page, "Geld", money)
    expect(page).to_have_url(re.compile("onderdeel=geld"))
    sides = page.get_by_role(
        "heading", name="De twee kanten zeggen iets anders. Gemeente: 3 Mede-eigenaar. Lokale partij: 1 Betrokken"
    )
    turn_to(page, "Eigenaarschap", sides)
    expect(
        page.get_by_role("img", name=re.compile("^Eigenaarschap.*1 maart 2026, gemeente: 3 Mede-eigenaar"))
    ).to_be_visible()
    history = page.get_by_role("heading", name="Wie wijzigde wat in het register")
    turn_to(page, "Geschiedenis", history)
    expect(page.get_by_text("Waarom: Ingevuld na de bijeenkomst").first).to_be_visible()


def test_a_typed_address_opens_in_a_tab_that_knows_nothing_of_this_one(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, f"gebied={HARBOUR}"), QUESTION)
    link = page.get_by_role("link", name="Bewijs (raad.example.org)").first
    assert link.get_attribute("target") == "_blank"
    assert "noopener" in str(link.get_attribute("rel"))


def test_a_click_on_the_map_leads_to_the_area_and_nothing_leaves_the_machine(
    page: Page, areas: Dashboard, left_the_machine: list[str], errors: list[str]
) -> None:
    open_page(page, _address(areas, "weergave=kaart"), QUESTION)
    drawing = page.locator(".gebieden-kaart[data-drawn='6'][data-borders='drawn']")
    expect(drawing).to_be_visible()
    spot = drawing.evaluate(
        """(place) => {
            const { map, words } = place.gebieden;
            const area = JSON.parse(words).areas.find((one) => one.name === "Havenkwartier");
            const { x, y } = map.latLngToContainerPoint([area.latitude, area.longitude]);
            return { x, y };
        }"""
    )
    drawing.scroll_into_view_if_needed()
    drawing.hover(position=spot)
    expect(page.locator(".gebieden-tip b")).to_have_text("Havenkwartier")
    drawing.click(position=spot)
    expect(page.get_by_role("heading", level=2, name="Havenkwartier")).to_be_visible()
    assert left_the_machine == []
    assert errors == []


@pytest.mark.parametrize(
    "words", ["", "weergave=kaart", f"gebied={area_register.area_id(area_register.HOSTILE, SECOND)}"]
)
def test_a_name_with_a_script_is_shown_and_does_not_run(
    page: Page, areas: Dashboard, left_the_machine: list[str], errors: list[str], words: str
) -> None:
    open_page(page, _address(areas, words), QUESTION)
    if "kaart" in words:
        expect(page.locator(".gebieden-kaart[data-drawn='6']")).to_be_visible()
    else:
        expect(page.get_by_text("<img src=x onerror=").first).to_be_visible()
        expect(page.get_by_text("$x^2$ {{ 7*7 }}").first).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[src='x']").count() == 0
    assert left_the_machine == []
    assert errors == []


def test_what_is_not_public_does_not_leave_in_a_file(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas), QUESTION)
    expect(page.get_by_text("staan niet in het bestand: 2 van deze gebieden")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download als CSV").click()
    text = waiting.value.path().read_bytes().decode("utf-8-sig")
    assert "Havenkwartier" in text
    assert "Geheim plan" not in text
    assert "Nog een idee" not in text
    assert "onderhandelingsmandaat" not in text
    assert "fictief" in text
    open_page(page, _address(areas, "zoek=idee"), QUESTION)
    expect(page.get_by_text("er is niets om te downloaden")).to_be_visible()
    open_page(page, _address(areas, f"gebied={DRAFT}"), QUESTION)
    expect(page.get_by_text("Dit is een concept.")).to_be_visible()


def test_a_confidential_decision_is_not_in_the_table_of_an_area_to_download(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, f"gebied={HARBOUR}&onderdeel=besluiten"), QUESTION)
    expect(page.get_by_text("Geheim onderhandelingsmandaat").first).to_be_visible()
    button = page.get_by_role("button", name="Download als CSV")
    turn_to(page, "Toon de tabel", button)
    with page.expect_download() as waiting:
        button.click()
    text = waiting.value.path().read_bytes().decode("utf-8-sig")
    assert "Krediet warmtenet" in text
    assert "onderhandelingsmandaat" not in text


def test_every_part_fits_a_phone_and_breaks_no_rule_of_accessibility(page: Page, areas: Dashboard) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.emulate_media(color_scheme="dark")
    open_page(page, _address(areas, f"gebied={HARBOUR}"), QUESTION)
    wrong = []
    for part in PARTS:
        page.get_by_test_id("stButtonGroup").get_by_text(part, exact=True).click()
        settled(page)
        wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        wrong += [(part, "wide", str(wide))] if wide > 360 else []
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        wrong += [(part, v["id"], v["nodes"][0]["html"][:120]) for v in found]
    assert wrong == []


def test_the_map_breaks_no_rule_of_accessibility(page: Page, areas: Dashboard) -> None:
    open_page(page, _address(areas, "weergave=kaart"), QUESTION)
    expect(page.locator(".gebieden-kaart[data-borders='drawn']")).to_be_visible()
    settled(page)
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []
