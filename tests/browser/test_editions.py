"""A new edition while a page is open: nothing on one page view is of two editions; and what was revised opens to both values."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import QUESTIONS, open_page, settled
from tests.dashboard import Dashboard
from tests.editions import NEXT, copied, publish_next
from transition.metrics.headlines import headlines
from transition.places import Places
from transition.store import Snapshot, open_served
from transition.views import text

AREA = "GM9003"
FIRST = "2025-11-18"
SNAPSHOT_ID = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{8}")


@pytest.fixture
def revised(example_data: Path, tmp_path: Path) -> Iterator[Dashboard]:
    """A server on a data folder of its own, in which a next edition can be published."""
    with Dashboard(copied(example_data, tmp_path / "data")) as running:
        yield running


def served(dashboard: Dashboard) -> Snapshot:
    opened = open_served(Places(dashboard.data).example)
    assert opened is not None
    return opened.snapshot


def assert_of_one_edition(page: Page, snapshot: Snapshot, edition: str, other: str) -> None:
    """Every figure card and every source line is of `snapshot`; the other edition is nowhere."""
    expected = [
        text.quantity(one.value, "%" if one.indicator.unit == "%" else "", one.indicator.decimals)
        for one in headlines(snapshot, AREA)
    ]
    expect(page.get_by_test_id("stMetricValue")).to_have_text([] if "/map" in page.url else expected)
    expect(page.locator("body")).to_contain_text(text.day(edition))
    assert text.day(other) not in page.locator("body").inner_text()


@pytest.mark.slow
def test_a_page_open_during_a_refresh_never_mixes_editions(page: Page, revised: Dashboard) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.extend(SNAPSHOT_ID.findall(request.url)))
    old = served(revised)
    address = f"area={AREA}&indicator=solar_capacity_kwp&level=gemeente"
    open_page(page, f"{revised.url}/?{address}", QUESTIONS[""])
    other = page.context.new_page()
    on_map: list[str] = []
    other.on("request", lambda request: on_map.extend(SNAPSHOT_ID.findall(request.url)))
    open_page(other, f"{revised.url}/map?{address}", QUESTIONS["map"])
    assert_of_one_edition(page, old, FIRST, NEXT)
    other.wait_for_timeout(2500)
    assert set(asked) | set(on_map) == {old.id}
    map_before = other.locator("body").inner_text()

    publish_next(revised.data)
    new = served(revised)
    assert new.id != old.id
    page.wait_for_timeout(1500)
    assert_of_one_edition(page, old, FIRST, NEXT)  # nobody touched it: it stands as it was, whole
    assert other.locator("body").inner_text() == map_before

    asked.clear()
    page.get_by_text("Waar komt dit vandaan?").first.click()
    settled(page)
    expect(page.get_by_text("Opgeslagen rij:").first).to_be_visible()
    page.wait_for_timeout(2500)
    trace = page.get_by_text("Uitgave:", exact=True).first.locator("..").inner_text()
    assert trace == f"Uitgave: {text.day(NEXT)}"
    assert set(asked) <= {new.id}, "after the first touch all of the page is of the new edition"
    page.keyboard.press("Escape")

    page.get_by_role("link", name="Kaart").click()
    expect(page.get_by_role("heading", level=1, name=QUESTIONS["map"])).to_be_visible()
    settled(page)
    page.wait_for_timeout(2500)
    assert_of_one_edition(page, new, NEXT, FIRST)
    assert set(asked) == {new.id}

    on_map.clear()
    other.get_by_text("Uitleg", exact=True).click()
    settled(other)
    other.wait_for_timeout(2500)
    assert_of_one_edition(other, new, NEXT, FIRST)
    assert set(on_map) == {new.id}


@pytest.mark.slow
def test_herzien_opens_both_values_and_the_page_bronnen_reports_the_change(page: Page, revised: Dashboard) -> None:
    open_page(page, f"{revised.url}/?area={AREA}", QUESTIONS[""])
    assert page.get_by_role("button", name="herzien").count() == 0, "of a first edition nothing is revised"
    before = headlines(served(revised), AREA)[0]
    publish_next(revised.data)
    now = headlines(served(revised), AREA)[0]
    assert now.value != before.value
    open_page(page, f"{revised.url}/?area={AREA}", QUESTIONS[""])
    page.get_by_role("button", name="herzien").first.click()
    for label, one, edition in (("Nu:", now, NEXT), ("Eerder:", before, FIRST)):
        line = page.get_by_role("dialog").get_by_text(label).locator("..").inner_text()
        assert text.quantity(one.value, one.indicator.unit, one.indicator.decimals) in line
        assert text.day(edition) in line
    page.keyboard.press("Escape")
    open_page(page, f"{revised.url}/sources", QUESTIONS["sources"])
    expect(page.get_by_text("De tien grootste herzieningen")).to_be_visible()
    expect(page.get_by_role("heading", name="Controles over de bronnen heen")).to_be_visible()


def test_a_figure_opens_to_where_it_comes_from(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/?area={AREA}", QUESTIONS[""])
    assert page.get_by_text("Opgeslagen rij:").count() == 0
    page.get_by_text("Waar komt dit vandaan?").first.click()
    settled(page)
    for label in (
        "Cijfer:",
        "Bron:",
        "Berekening:",
        "Opgeslagen rij:",
        "Periode:",
        "Uitgave:",
        "Opgehaald:",
        "Let op:",
    ):
        expect(page.get_by_text(label).first).to_be_visible()
