"""The pages in a real browser, on the real server."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import QUESTIONS, map_frame, open_page, settled
from tests.dashboard import Dashboard


@pytest.mark.slow
@pytest.mark.parametrize("path", ["", "overview", "map", "sources"])
def test_each_address_opened_first_after_a_restart_shows_the_framed_page(
    page: Page, example_dashboard: Dashboard, path: str
) -> None:
    example_dashboard.restart()
    open_page(page, f"{example_dashboard.url}/{path}", QUESTIONS.get(path, QUESTIONS[""]))
    expect(page.get_by_test_id("stSidebar").get_by_role("combobox", name=re.compile("Gebied"))).to_be_visible()
    expect(page.get_by_role("link", name="Kaart")).to_be_visible()


@pytest.mark.parametrize(("path", "question"), QUESTIONS.items())
def test_a_page_is_dutch_marked_as_example_and_stays_on_the_machine(
    page: Page, example_dashboard: Dashboard, left_the_machine: list[str], errors: list[str], path: str, question: str
) -> None:
    open_page(page, f"{example_dashboard.url}/{path}", question)
    page.wait_for_timeout(1500)
    assert page.locator("html").get_attribute("lang") == "nl"
    expect(page.get_by_text("Voorbeeldgegevens (fictief)").first).to_be_visible()
    assert left_the_machine == []
    assert errors == []
    assert page.locator('[data-testid="stException"]').count() == 0


def test_every_page_has_a_title_of_its_own(page: Page, example_dashboard: Dashboard) -> None:
    titles = set()
    for path, question in QUESTIONS.items():
        open_page(page, f"{example_dashboard.url}/{path}", question)
        titles.add(page.title())
    assert len(titles) == len(QUESTIONS)


def test_a_copied_address_shows_the_same(page: Page, example_dashboard: Dashboard) -> None:
    asked = "area=GM9003&indicator=gas_use_m3_per_dwelling&period=2019&level=gemeente"
    open_page(page, f"{example_dashboard.url}/map?{asked}", QUESTIONS["map"])
    expect(
        page.get_by_role("heading", level=3, name="Gemiddeld gasverbruik per woning per gemeente, 2019")
    ).to_be_visible()
    for part in asked.split("&"):
        assert part in page.url


def test_an_address_with_nonsense_says_so_and_still_shows_a_page(page: Page, example_dashboard: Dashboard) -> None:
    open_page(
        page, f"{example_dashboard.url}/map?area=GM0000x&indicator=onzin&level=planeet&period=3024", QUESTIONS["map"]
    )
    expect(page.get_by_text("Dit in het adres kennen wij niet")).to_be_visible()
    map_frame(page)


def test_the_choice_goes_along_to_another_page(page: Page, example_dashboard: Dashboard) -> None:
    open_page(
        page, f"{example_dashboard.url}/map?area=GM9003&indicator=population_count&level=gemeente", QUESTIONS["map"]
    )
    page.get_by_role("link", name="Overzicht").click()
    expect(page.get_by_role("heading", level=1, name=QUESTIONS[""])).to_be_visible()
    settled(page)
    assert "area=GM9003" in page.url


def test_a_click_goes_down_and_the_breadcrumb_goes_up(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/map?indicator=solar_capacity_kwp&level=provincie", QUESTIONS["map"])
    frame = map_frame(page)
    box = frame.locator(".leaflet-container").bounding_box()
    assert box is not None
    for across, down in ((0.5, 0.5), (0.4, 0.5), (0.6, 0.4), (0.5, 0.7), (0.3, 0.35)):
        page.mouse.click(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
        page.wait_for_timeout(1200)
        if "area=PV" in page.url:
            break
    assert "area=PV" in page.url
    assert "level=gemeente" in page.url
    page.get_by_role("button", name="Doggerland ›").click()
    settled(page)
    expect(page.get_by_role("heading", level=3, name=re.compile("per provincie"))).to_be_visible()


def test_the_map_as_a_table_has_every_area_once(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/map?indicator=solar_capacity_kwp&level=gemeente", QUESTIONS["map"])
    page.get_by_text("Tabel", exact=True).click()
    expect(page.get_by_role("button", name="Download als CSV")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download als CSV").click()
    lines = waiting.value.path().read_bytes().decode("utf-8-sig").splitlines()
    codes = [line.split(";")[0] for line in lines[1:] if line.startswith("GM")]
    assert len(codes) == len(set(codes)) == 24
    assert "fictief" in lines[-1]


def test_the_years_play(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/map?indicator=solar_capacity_kwp&level=gemeente", QUESTIONS["map"])
    page.get_by_role("button", name="Speel af").click()
    seen = set()
    for _ in range(30):
        page.wait_for_timeout(300)
        seen.add(page.get_by_role("heading", level=3).first.inner_text()[-4:])
    assert len(seen) >= 4
    page.get_by_role("button", name="Stop").click()


@pytest.mark.parametrize(("path", "question"), QUESTIONS.items())
def test_nothing_sticks_out_sideways_on_a_phone(
    page: Page, example_dashboard: Dashboard, path: str, question: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    open_page(page, f"{example_dashboard.url}/{path}", question)
    page.wait_for_timeout(1000)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 360
