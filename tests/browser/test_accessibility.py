"""Every page for every reader, at a desk and on a phone: Dutch, on the screen and on the machine, and no rule of accessibility broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.browser.reader import QUESTIONS, open_page
from tests.dashboard import Dashboard
from transition.ui.page import PAGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE = 360


@dataclass(frozen=True)
class Opened:
    """A page at rest. asked: every address it asked for; errors: what its scripts threw."""

    path: str
    page: Page
    asked: list[str]
    errors: list[str]


def _opened(browser: BrowserContext, dashboard: Dashboard, path: str, scheme: str, width: int) -> Iterator[Opened]:
    """One opening for all that is asked of a page: that it is drawn is the most of what such a test costs."""
    page = browser.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    asked: list[str] = []
    errors: list[str] = []

    def remember(request: Request) -> None:
        asked.append(request.url)

    page.on("request", remember)
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_page(page, f"{dashboard.url}/{path}", QUESTIONS[path])
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)  # a chart and a map draw themselves after the page is at rest
    yield Opened(path, page, asked, errors)
    page.close()


@pytest.fixture(scope="module", params=QUESTIONS, ids=lambda path: path or "start")
def at_a_desk(
    used_browser: BrowserContext, example_dashboard: Dashboard, request: pytest.FixtureRequest
) -> Iterator[Opened]:
    """Each page, the first that is opened after a restart."""
    example_dashboard.restart()
    yield from _opened(used_browser, example_dashboard, request.param, "light", 1280)


@pytest.fixture(scope="module", params=QUESTIONS, ids=lambda path: path or "start")
def on_a_phone(
    used_browser: BrowserContext, example_dashboard: Dashboard, request: pytest.FixtureRequest
) -> Iterator[Opened]:
    """Each page on a narrow screen, in the dark."""
    yield from _opened(used_browser, example_dashboard, request.param, "dark", PHONE)


def broken_rules(page: Page) -> list[tuple[str, str]]:
    """The rules of accessibility the page breaks, each with the first element that does."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found]


@pytest.mark.slow
def test_each_address_opened_first_after_a_restart_shows_the_framed_page(at_a_desk: Opened) -> None:
    sidebar = at_a_desk.page.get_by_test_id("stSidebar")
    expect(sidebar.get_by_role("combobox", name=re.compile("Gebied"))).to_be_visible()
    expect(at_a_desk.page.get_by_role("link", name="Kaart")).to_be_visible()


def test_a_page_is_dutch_marked_as_example_and_stays_on_the_machine(at_a_desk: Opened) -> None:
    page = at_a_desk.page
    assert page.locator("html").get_attribute("lang") == "nl"
    expect(page.get_by_text("Voorbeeldgegevens (fictief)").first).to_be_visible()
    here = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
    assert [address for address in at_a_desk.asked if not address.startswith(here)] == []
    assert at_a_desk.errors == []
    assert page.locator('[data-testid="stException"]').count() == 0


def test_every_page_has_a_title_of_its_own(at_a_desk: Opened) -> None:
    name = at_a_desk.path or next(iter(PAGES))
    assert at_a_desk.page.title() == f"{PAGES[name]} - Regiemonitor"
    assert len(set(PAGES.values())) == len(PAGES)


def test_no_page_breaks_a_rule_of_accessibility_at_a_desk(at_a_desk: Opened) -> None:
    assert broken_rules(at_a_desk.page) == []


def test_no_page_breaks_a_rule_of_accessibility_on_a_phone_in_the_dark(on_a_phone: Opened) -> None:
    assert broken_rules(on_a_phone.page) == []


def test_nothing_sticks_out_sideways_on_a_phone(on_a_phone: Opened) -> None:
    wide = on_a_phone.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= PHONE
