"""Forms of the register in a real browser: filling in, drafts, two people at once, drawing, keyboard, phone."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.reader import pick, settled
from tests.browser.test_accessibility import RULES
from tests.dashboard import Dashboard
from tests.editions import copied
from transition.domain.register.fields import Edit
from transition.places import Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

pytestmark = pytest.mark.slow
_AREA = "gm9001-havenhub-doggerhaven"
_HAMLET = "gm9001-dorpskern-mammoetmade"
"""Works with a method card, and has no milestone for its last steps."""
_SCRIPT = (
    "<img src=x onerror=\"window.ran=1\"> [klik](javascript:window.ran=1) <script>window.ran=1</script> 'x' {{7*7}}"
)


@pytest.fixture(scope="module")
def data(example_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose register these tests may change."""
    return copied(example_data, tmp_path_factory.mktemp("forms") / "data")


@pytest.fixture(scope="module")
def dashboard(data: Path) -> Iterator[Dashboard]:
    with Dashboard(data) as running:
        yield running


@pytest.fixture
def register(data: Path, dashboard: Dashboard) -> Iterator[Register]:
    """The register the dashboard shows, to look in and to act as somebody else."""
    opened = Register.open(Places(data).example.register_url, is_example=True)
    yield opened
    for draft in opened.drafts(SINGLE_USER):
        opened.discard_draft(SINGLE_USER, draft.kind, draft.id)
    opened.close()


def _values(register: Register, id: str = _AREA, kind: str = "area_process") -> Any:
    found = register.record(SINGLE_USER, kind, id)
    assert found is not None
    return found.values


def _open_area(page: Page, dashboard: Dashboard, id: str = _AREA) -> None:
    page.goto(f"{dashboard.url}/area_processes?gebied={id}")
    expect(page.get_by_role("button", name="Gebied wijzigen")).to_be_visible(timeout=40_000)
    settled(page)


def _open_form(page: Page, dashboard: Dashboard, id: str = _AREA) -> None:
    _open_area(page, dashboard, id)
    page.get_by_role("button", name="Gebied wijzigen").click()
    settled(page)


def _fill(page: Page, label: str, value: str) -> None:
    box = page.get_by_role("textbox", name=label)
    box.fill(value)
    box.press("Tab")
    settled(page)


def _save(page: Page) -> None:
    page.get_by_role("button", name="Bewaar", exact=True).click()
    settled(page)


def test_a_new_area_is_mended_saved_and_taken_back(page: Page, dashboard: Dashboard, register: Register) -> None:
    page.goto(f"{dashboard.url}/area_processes?area=GM9003")
    page.get_by_role("button", name="Nieuw gebied").click(timeout=40_000)
    settled(page)
    _fill(page, "Naam (verplicht)", "Oost aan Zee")
    _fill(page, "Woningen", "1.250 stuks")
    expect(page.get_by_text("geen getal")).to_be_visible()
    _save(page)
    told = page.get_by_role("alert").filter(has_text="Niet bewaard. 4 dingen kloppen nog niet. Het eerste: Woningen")
    expect(told).to_be_in_viewport()
    _fill(page, "Woningen", "1250")
    page.get_by_role("radio", name="Wijkuitvoeringsplan").click()
    page.get_by_role("radio", name="Loopt").click()
    page.get_by_role("radio", name="Geen trekker").click()
    settled(page)
    _save(page)
    expect(page.get_by_role("heading", name="Oost aan Zee")).to_be_visible()
    expect(page.get_by_text("U kunt dit ongedaan maken")).to_be_visible()
    saved = next(
        one for one in register.records(SINGLE_USER, "area_process").values() if one.values["name"] == "Oost aan Zee"
    )
    assert saved.values["municipalities"] == ("GM9003",)
    assert saved.values["dwellings_count"] == 1250
    page.get_by_role("button", name="Maak ongedaan").click()
    settled(page)
    assert register.record(SINGLE_USER, "area_process", saved.id) is None
    assert register.drafts(SINGLE_USER) == []


def test_what_was_filled_in_is_there_again_after_the_browser_was_closed(
    browser: Browser, browser_context_args: dict[str, Any], dashboard: Dashboard, register: Register
) -> None:
    before = _values(register)["aim"]
    first = browser.new_context(**browser_context_args)
    page = first.new_page()
    _open_form(page, dashboard)
    _fill(page, "Doel", "Van het aardgas af in 2033.")
    expect(page.get_by_text("Nog niet in het register")).to_be_visible()
    first.close()
    assert _values(register)["aim"] == before
    second = browser.new_context(**browser_context_args)
    page = second.new_page()
    _open_form(page, dashboard)
    expect(page.get_by_text("Doel: Van het aardgas af in 2033.")).to_be_visible()
    page.get_by_role("button", name="Ga verder met uw concept").click()
    settled(page)
    expect(page.get_by_role("textbox", name="Doel")).to_have_value("Van het aardgas af in 2033.")
    page.get_by_role("button", name="Gooi weg wat u invulde").click()
    settled(page)
    assert register.drafts(SINGLE_USER) == []
    second.close()


def test_of_two_people_the_second_sees_what_the_first_made_of_it_and_chooses(
    browser: Browser, browser_context_args: dict[str, Any], dashboard: Dashboard, register: Register
) -> None:
    contexts = [browser.new_context(**browser_context_args) for _ in range(2)]
    first, second = (context.new_page() for context in contexts)
    for page in (first, second):
        _open_form(page, dashboard)
    _fill(first, "Woningen", "900")
    _fill(first, "Bedrijven", "50")
    _fill(second, "Woningen", "950")
    _fill(second, "Doel", "Samen een eigen net.")
    _save(first)
    expect(first.get_by_text("U kunt dit ongedaan maken")).to_be_visible()
    _save(second)
    expect(second.get_by_text("Iemand anders heeft dit intussen gewijzigd")).to_be_visible()
    table = second.get_by_role("region", name="Wat u en de ander wijzigden")
    expect(table.get_by_role("row", name="Woningen")).to_contain_text("950")
    expect(table.get_by_role("row", name="Woningen")).to_contain_text("900")
    expect(table.get_by_role("row", name="Bedrijven")).to_contain_text("Blijft zoals de ander het maakte")
    expect(second.get_by_role("button", name="Bewaar deze keuze")).to_be_disabled()
    second.get_by_role("radio", name="Van u: 950").check(force=True)
    settled(second)
    second.get_by_role("button", name="Bewaar deze keuze").click()
    settled(second)
    values = _values(register)
    assert (values["dwellings_count"], values["companies_count"], values["aim"]) == (950, 50, "Samen een eigen net.")
    assert register.drafts(SINGLE_USER) == []
    for context in contexts:
        context.close()


def test_an_outline_is_drawn_and_nothing_leaves_the_machine(
    page: Page, dashboard: Dashboard, register: Register, left_the_machine: list[str], errors: list[str]
) -> None:
    id = next(
        one.id for one in register.records(SINGLE_USER, "area_process").values()
        if one.values["polygon"] is None and one.values["municipalities"] == ("GM9001",)
    )  # fmt: skip
    _open_form(page, dashboard, id)
    page.get_by_role("radio", name="Teken op de kaart").click()
    settled(page)
    frame = page.frame_locator('iframe[title*="st_folium"]')
    frame.get_by_title("Teken een omtrek").click()
    expect(frame.locator("path.leaflet-interactive").first).to_be_attached()
    page.wait_for_timeout(1000)  # the map moves to the municipality
    surface = frame.locator(".leaflet-container")
    for x, y in ((200, 120), (320, 120), (320, 240), (200, 240), (200, 120)):
        surface.click(position={"x": x, "y": y})
        page.wait_for_timeout(150)
    expect(page.get_by_text("De omtrek is ongeveer")).to_be_visible()
    settled(page)
    _save(page)
    outline = _values(register, id)["polygon"]
    assert outline["type"] == "Polygon"
    assert len(outline["coordinates"][0]) == 5
    assert left_the_machine == []
    assert errors == []


def test_an_outline_is_read_from_a_file_and_a_wrong_file_says_why(
    page: Page, dashboard: Dashboard, register: Register
) -> None:
    id = "gm9001-rietpolder-noord"
    _open_form(page, dashboard, id)
    page.get_by_role("radio", name="Lees een bestand in").click()
    settled(page)
    _upload(page, {"type": "Point", "coordinates": [2.7, 54.6]})
    expect(page.get_by_text("In dit bestand staat een punt.")).to_be_visible()
    ring = [[2.70, 54.60], [2.71, 54.60], [2.71, 54.61], [2.70, 54.60]]
    _upload(page, {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}})
    expect(page.get_by_text("De omtrek is ongeveer")).to_be_visible()
    settled(page)
    _save(page)
    assert _values(register, id)["polygon"]["type"] == "Polygon"


def _upload(page: Page, geometry: Any) -> None:
    file = {"name": "omtrek.geojson", "mimeType": "application/json", "buffer": json.dumps(geometry).encode()}
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files(file)  # type: ignore[arg-type]
    settled(page)


def _tab_to(page: Page, target: Locator) -> None:
    for _ in range(60):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"met Tab niet te bereiken: {target}")


def test_a_milestone_is_added_with_the_keyboard_alone(page: Page, dashboard: Dashboard, register: Register) -> None:
    _open_area(page, dashboard, _HAMLET)
    page.get_by_text("Wijzig dit onderdeel").click()
    settled(page)
    page.get_by_role("button", name="Mijlpaal toevoegen").focus()
    page.keyboard.press("Enter")
    settled(page)
    step = page.get_by_role("combobox", name="Stap (verplicht)")
    step.focus()
    page.keyboard.type("W1")
    page.keyboard.press("Enter")
    settled(page)
    expect(step).to_have_value(re.compile(r"^W1 "))  # and not W10
    step.press("Control+A")
    page.keyboard.type("W9")
    page.keyboard.press("Enter")
    settled(page)
    _tab_to(page, page.get_by_role("spinbutton", name="day, Gepland"))
    page.keyboard.type("03122027")
    settled(page)
    _tab_to(page, page.get_by_role("button", name="Bewaar", exact=True))
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_text("U kunt dit ongedaan maken")).to_be_visible()
    assert _values(register, f"{_HAMLET}.w9", "milestone")["planned"] == date(2027, 12, 3)


def test_roles_are_filled_in_as_a_table_that_says_at_once_who_answers_for_what(
    page: Page, dashboard: Dashboard, register: Register
) -> None:
    page.set_viewport_size({"width": 1280, "height": 1600})
    page.goto(f"{dashboard.url}/area_processes?gebied={_AREA}&onderdeel=rollen")
    page.get_by_text("Wijzig dit onderdeel").click(timeout=40_000)
    settled(page)
    page.get_by_role("button", name="Bewaar de rollen").scroll_into_view_if_needed()
    page.wait_for_timeout(1000)  # the table is drawn on a canvas, after the page is at rest
    cells = page.locator('[data-testid="stDataFrame"] canvas').first
    designation = 35 * 5 + 17  # the fifth activity, which nobody answers for yet
    _choose_letter(page, cells, 255, designation, "A")
    expect(page.get_by_text("heeft precies één eindverantwoordelijke.")).to_be_visible()
    page.get_by_role("button", name="Bewaar de rollen").click()
    settled(page)
    expect(page.get_by_text("U kunt dit ongedaan maken")).to_be_visible()
    role = _values(register, f"{_AREA}.designation", "role")
    assert (role["council"], role["executive"], role["team"]) == ("A", None, None)


def _choose_letter(page: Page, cells: Locator, x: int, y: int, letter: str) -> None:
    """Opens the cell at this place of the table, and types the letter until its choice is the first."""
    cells.dblclick(position={"x": x, "y": y}, force=True)
    page.wait_for_timeout(500)
    page.keyboard.type(letter)
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    settled(page)


def test_names_with_scripts_in_them_only_show_on_the_form_and_in_its_lists(
    page: Page, dashboard: Dashboard, register: Register, errors: list[str]
) -> None:
    party = Edit("party", "script", None, {"name": _SCRIPT, "type": "cooperative", "note": _SCRIPT})
    area = {"name": _SCRIPT, "theme": "other", "theme_note": _SCRIPT, "municipalities": ("GM9001",), "state": "running",
            "lead_state": "lead", "lead": "script", "aim": _SCRIPT}  # fmt: skip
    register.apply(SINGLE_USER, [party, Edit("area_process", "gm9001-script", None, area)], why=_SCRIPT)
    _open_form(page, dashboard, "gm9001-script")
    expect(page.get_by_role("textbox", name="Naam (verplicht)")).to_have_value(_SCRIPT)
    leads = page.get_by_role("combobox", name="Wie trekt")
    leads.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # a list that is open closes when the page scrolls
    leads.click()
    leads.fill("onerror")
    expect(page.get_by_role("option").filter(has_text="onerror")).to_be_visible()
    page.keyboard.press("Escape")
    _fill(page, "Woningen", "<b>9</b>")
    page.get_by_role("button", name="Haal weg …").click()
    settled(page)
    expect(page.get_by_text("U haalt weg")).to_be_visible()
    page.get_by_role("button", name="Haal weg", exact=True).click()
    settled(page)
    assert register.record(SINGLE_USER, "area_process", "gm9001-script") is None
    assert page.evaluate("window.ran") is None
    assert errors == []


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_the_form_breaks_no_rule_of_accessibility_and_nothing_moves_sideways(
    page: Page, dashboard: Dashboard, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    _open_form(page, dashboard, "gm9001-campus-dogger")
    _fill(page, "Woningen", "veel")
    _save(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:160]) for v in found] == []


def test_a_party_that_is_not_there_yet_is_added_from_the_field_that_needs_it(
    page: Page, dashboard: Dashboard, register: Register
) -> None:
    _open_form(page, dashboard, "gm9001-loodsenbuurt")
    page.get_by_text("Nieuwe partij …").click()
    settled(page)
    _fill(page, "Naam (verplicht) van de nieuwe partij", "Coöperatie Loodswarmte")
    pick(page, "Soort partij (verplicht)", "Energiecoöperatie")
    settled(page)
    page.get_by_role("button", name="Voeg deze partij toe").click()
    settled(page)
    expect(page.get_by_role("combobox", name="Wie trekt")).to_be_visible()
    assert register.record(SINGLE_USER, "party", "cooperatie-loodswarmte") is not None
    _save(page)
    assert _values(register, "gm9001-loodsenbuurt")["lead"] == "cooperatie-loodswarmte"
