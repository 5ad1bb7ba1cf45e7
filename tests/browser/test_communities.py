"""The page of communities in a real browser: adding, a method card of one's own, a phone, readers who do not see, script payloads."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests import small_register
from tests.browser.reader import QUESTIONS, open_page, settled
from tests.browser.test_accessibility import RULES
from tests.dashboard import Dashboard
from tests.editions import copied
from tests.small_register import SHARED, WARM
from transition.domain.register.fields import Edit
from transition.domain.register.kinds import KINDS
from transition.places import Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

pytestmark = pytest.mark.slow
QUESTION = QUESTIONS["communities"]
_SCRIPT = '<img src=x onerror="window.ran=1"> [klik](javascript:window.ran=1) <script>window.ran=1</script>'
_STATES = (
    "",
    f"?community={WARM}",
    f"?community={WARM}&onderdeel=methode",
    f"?community={WARM}&onderdeel=lessen",
    f"?community={WARM}&onderdeel=bijeenkomsten",
    f"?community={WARM}&onderdeel=bijwerken",
    "?lijst=methodekaarten",
    "?lijst=partijen",
    "?lijst=mijn&partij=provincie-noorderbank",
    "?lijst=naast-elkaar",
    "?lijst=naast-elkaar&onderdeel=doorlooptijd",
    "?lijst=regios",
    "?lijst=lessen",
)


@pytest.fixture(scope="module")
def data(example_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The figures of the example region with the small register, which these tests may change."""
    folder = copied(example_data, tmp_path_factory.mktemp("communities") / "data")
    for file in Places(folder).example.root.glob("register.db*"):
        file.unlink()
    return folder


@pytest.fixture(scope="module")
def register(data: Path) -> Iterator[Register]:
    opened = Register.open(Places(data).example.register_url, is_example=True)
    small_register.fill(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def dashboard(data: Path, register: Register) -> Iterator[Dashboard]:
    with Dashboard(data) as running:
        yield running


def _open(page: Page, dashboard: Dashboard, words: str = "") -> None:
    open_page(page, f"{dashboard.url}/communities{words}", QUESTION)


def test_a_community_is_opened_from_the_list_and_its_address_shows_it_to_somebody_else(
    page: Page, dashboard: Dashboard
) -> None:
    _open(page, dashboard, "?area=GM9001&indicator=population_count&level=gemeente")
    page.get_by_role("link", name="Warme wijken noord").click()
    expect(page.get_by_role("heading", level=2, name="Warme wijken noord")).to_be_visible()
    settled(page)
    page.get_by_text("Lessen", exact=True).click()
    expect(page.get_by_text("Vraag de netbeheerder vóór u een plan maakt").first).to_be_visible()
    settled(page)
    copied_address = page.url
    assert {"area=GM9001", "indicator=population_count", f"community={WARM}", "onderdeel=lessen"} <= set(
        copied_address.partition("?")[2].split("&")
    )
    page.goto("about:blank")
    open_page(page, copied_address, QUESTION)
    page.get_by_role("link", name="Molenwijk").click()
    expect(page.get_by_role("heading", level=1, name=QUESTIONS["area_processes"])).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="Molenwijk")).to_be_visible()
    assert "area=GM9001" in page.url


def test_a_community_is_added_with_the_form_and_can_be_taken_back(
    page: Page, dashboard: Dashboard, register: Register
) -> None:
    _open(page, dashboard)
    page.get_by_role("button", name="Community toevoegen").click()
    page.get_by_label("Naam (verplicht)").fill("Stroom delen oost")
    page.get_by_label("Naam (verplicht)").press("Tab")
    settled(page)
    for chosen in ("Energiegemeenschap", "In voorbereiding"):
        page.get_by_test_id("stMain").get_by_role("radio", name=chosen).click()
        settled(page)
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", level=2, name="Stroom delen oost")).to_be_visible()
    settled(page)
    assert "community=stroom-delen-oost" in page.url
    assert register.record(SINGLE_USER, "community", "stroom-delen-oost") is not None


def test_a_step_is_left_out_in_the_table_and_the_own_card_is_kept_beside_the_old_one(
    page: Page, dashboard: Dashboard, register: Register
) -> None:
    before = small_register.cards(register)[SHARED]
    _open(page, dashboard, f"?community={WARM}&onderdeel=methode&kaart={SHARED}")
    page.get_by_text("Maak een eigen versie van deze kaart").click()
    settled(page)
    page.get_by_label("Naam van de kaart").fill("Zonder eerste stap")
    page.get_by_label("Naam van de kaart").press("Enter")
    settled(page)
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 75, box["y"] + 52)
    expect(page.get_by_text("1 stap is weg.")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Bewaar als Zonder eerste stap, versie 1").click()
    expect(page.get_by_text("Zonder eerste stap, versie 1 is bewaard.")).to_be_visible()
    cards = small_register.cards(register)
    assert [phase.code for phase in cards["zonder-eerste-stap-1"].phases] == [phase.code for phase in before.phases[1:]]
    assert cards[SHARED] == before


@pytest.mark.parametrize(("words", "scheme", "width"), [
    (words, *(("light", 1280) if place % 2 else ("dark", 360))) for place, words in enumerate(_STATES)
])  # fmt: skip
def test_no_state_breaks_a_rule_of_accessibility_or_sticks_out_sideways(
    page: Page, dashboard: Dashboard, words: str, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    _open(page, dashboard, words)
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


def test_what_people_typed_in_a_card_never_runs_while_it_is_edited(
    page: Page, dashboard: Dashboard, register: Register, left_the_machine: list[str], errors: list[str]
) -> None:
    texts = [
        Edit(kind, id, record.version, dict.fromkeys(_texts(kind), f"{_SCRIPT} {place}"))
        for kind in ("community", "area_process", "method_card", "method_phase", "method_finance_line")
        for place, (id, record) in enumerate(register.records(SINGLE_USER, kind).items())
    ]
    number = register.apply(SINGLE_USER, texts).number
    assert number is not None
    try:
        _open(page, dashboard, f"?community={WARM}&onderdeel=methode&kaart={SHARED}")
        for opens in ("overstappen", "Maak een eigen versie van deze kaart"):
            page.get_by_text(opens).click()
            settled(page)
        expect(page.get_by_label("Naam van de kaart")).to_have_value(re.compile("<script>"))
        expect(page.get_by_text("Er is geen verschil")).to_be_visible()
        assert page.evaluate("window.ran") is None
        assert page.locator("[data-testid=stMain] img[src=x], a[href^='javascript']").count() == 0
    finally:
        register.undo(SINGLE_USER, number)
    assert left_the_machine == []
    assert errors == []


def _texts(kind: str) -> list[str]:
    """The fields in which people type whatever they like."""
    return [one.name for one in KINDS[kind].fields if one.type in ("text", "long_text") and one.name != "code"]
