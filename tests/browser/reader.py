"""What a reader does and sees, in words."""

from pathlib import Path
from re import Pattern

from playwright.sync_api import Frame, FrameLocator, Locator, Page, expect

MAP_FRAME = 'iframe[title*="streamlit_folium"], iframe[title*="st_folium"]'
QUESTIONS = {
    "": "Waar staan we?",
    "map": "Hoe ver is elk gebied?",
    "ownership": "Van wie is de opwek?",
    "area_processes": "Hoe loopt het per gebied?",
    "comparison": "Hoe doen vergelijkbare gemeenten, regio's en communities het?",
    "communities": "Wat leert elke community?",
    "sources": "Waar komt elk getal vandaan?",
}


QUIET_MS = 400
_AT_REST = """
    (quiet) => {
        const rests = document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
            && !document.querySelector('[data-stale="true"]');
        if (!rests) { window.restsSince = undefined; return false; }
        window.restsSince ??= performance.now();
        return performance.now() - window.restsSince > quiet;
    }
"""


def settled(page: Page) -> None:
    """Waits until Streamlit has run the page and stays at rest: between two runs it is 'not running' for a moment too."""
    page.evaluate("window.restsSince = undefined")
    page.wait_for_function(_AT_REST, arg=QUIET_MS, polling=50, timeout=40_000)


def open_page(page: Page, url: str, question: str) -> None:
    """Opens an address and waits for the page's question."""
    page.goto(url)
    expect(page.get_by_role("heading", level=1, name=question)).to_be_visible(timeout=40_000)
    settled(page)


def turn_to(page: Page, part: str, sign: Locator) -> None:
    """Presses a choice until its part of the page is there: a press that comes while the page is drawn anew is lost."""
    for _ in range(3):
        page.get_by_text(part, exact=True).click()
        settled(page)
        if sign.is_visible():
            return
    expect(sign).to_be_visible()


def bring(page: Page, file: Path) -> None:
    """Chooses a file and waits for what the form says of it: a file that comes while the form is drawn anew is lost."""
    expect(page.get_by_test_id("stFileUploaderFile")).to_have_count(
        0
    )  # one that was cancelled leaves with its uploader
    settled(page)
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("button", name="Annuleer")).to_be_visible(timeout=30_000)
    settled(page)


def pick(place: Page | Locator, box: str | Pattern[str], option: str) -> None:
    """Chooses in a select box as a reader does: types until one is left. A long list is drawn anew while it scrolls."""
    combobox = place.get_by_role("combobox", name=box)
    combobox.click()
    combobox.fill(option)
    combobox.page.get_by_role("option", name=option, exact=True).click()


def map_frame(page: Page) -> FrameLocator:
    """The map, once it is painted."""
    frame = page.frame_locator(MAP_FRAME)
    expect(frame.locator(".leaflet-container")).to_be_visible(timeout=20_000)
    expect(frame.locator("body")).to_contain_text("minder dan", timeout=20_000)
    return frame


def map_script(page: Page) -> Frame:
    """The map's frame, to ask its script something."""
    return next(frame for frame in page.frames if "st_folium" in frame.url)
