"""The pages in a real browser, on the real server."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import QUESTIONS, map_frame, map_script, open_page, pick, settled, turn_to
from tests.dashboard import Dashboard


@pytest.mark.slow
def test_the_start_page_opened_by_its_name_first_after_a_restart_is_framed(
    page: Page, example_dashboard: Dashboard
) -> None:
    example_dashboard.restart()
    open_page(page, f"{example_dashboard.url}/overview", QUESTIONS[""])
    expect(page.get_by_test_id("stSidebar").get_by_role("combobox", name=re.compile("Gebied"))).to_be_visible()
    expect(page.get_by_role("link", name="Kaart")).to_be_visible()


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
    button = page.get_by_role("button", name="Download als CSV")
    turn_to(page, "Tabel", button)
    with page.expect_download() as waiting:
        button.click()
    lines = waiting.value.path().read_bytes().decode("utf-8-sig").splitlines()
    codes = [line.split(";")[0] for line in lines[1:] if line.startswith("GM")]
    assert len(codes) == len(set(codes)) == 24
    assert "fictief" in lines[-1]


def test_the_years_play_and_the_heading_follows_until_the_last_one(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/map?indicator=solar_capacity_kwp&level=gemeente", QUESTIONS["map"])
    frame = map_frame(page)
    frame.get_by_role("button", name="Speel af").click()
    before = page.evaluate("history.length")
    seen = set()
    for _ in range(12):
        page.wait_for_timeout(300)
        seen.add(page.get_by_role("heading", level=3).first.inner_text()[-4:])
    assert len(seen) >= 3
    assert page.evaluate("history.length") == before, "a year that passes by is no page to go back to"
    frame.get_by_role("button", name="Stop").click()
    year = frame.locator("output").inner_text()
    expect(page.get_by_role("heading", level=3).first).to_contain_text(year)
    expect(page).to_have_url(re.compile(f"period={year}"))


def test_a_choice_on_the_map_is_painted_at_once_and_the_page_follows_in_one_run(
    page: Page, example_dashboard: Dashboard
) -> None:
    open_page(page, f"{example_dashboard.url}/map?indicator=solar_capacity_kwp&level=gemeente", QUESTIONS["map"])
    frame = map_frame(page)
    heading = page.get_by_role("heading", level=3).first
    frame.get_by_label("Jaar op de kaart").press("ArrowLeft")
    expect(heading).to_contain_text("per gemeente, 2023")
    expect(page).to_have_url(re.compile("period=2023"))
    frame.get_by_label("Cijfer").select_option("gas_use_m3_per_dwelling")
    expect(heading).to_have_text("Gemiddeld gasverbruik per woning per gemeente, 2023")
    expect(frame.locator(".kaart-legend h2")).to_have_text("Gemiddeld gasverbruik per woning per gemeente")
    expect(frame.get_by_label("Deel")).to_be_visible()
    frame.get_by_label("Deel").select_option(index=1)
    expect(heading).not_to_have_text("Gemiddeld gasverbruik per woning per gemeente, 2023")
    settled(page)
    painted = "performance.getEntriesByName('kaart-painted').length"
    assert map_script(page).evaluate(painted) == 4, "the page's own word of a picture paints nothing anew"


def test_a_figure_that_is_not_there_at_this_level_says_so_with_a_way_out(
    page: Page, example_dashboard: Dashboard
) -> None:
    open_page(page, f"{example_dashboard.url}/map?indicator=solar_homes_capacity_kwp&level=wijk", QUESTIONS["map"])
    frame = map_frame(page)
    frame.get_by_label("Cijfer").select_option("solar_capacity_kwp")
    expect(page.get_by_text("is er niet per wijk")).to_be_visible()
    page.get_by_role("button", name="Toon per gemeente").click()
    expect(page.get_by_role("heading", level=3).first).to_contain_text("per gemeente")
    map_frame(page)


def test_a_change_beside_the_map_reaches_the_choices_on_it(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/map?indicator=solar_capacity_kwp&level=gemeente", QUESTIONS["map"])
    frame = map_frame(page)
    pick(page.get_by_test_id("stSidebar"), re.compile("Jaar"), "2020")
    expect(frame.locator("output")).to_have_text("2020")
    expect(frame.locator(".kaart-legend")).to_contain_text("2020")
