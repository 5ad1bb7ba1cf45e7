"""Every page for readers who do not see, or not well: no violation of WCAG 2.2 A and AA that a machine can find."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.reader import QUESTIONS, open_page
from tests.dashboard import Dashboard

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize(("path", "question"), QUESTIONS.items())
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_no_page_breaks_a_rule_of_accessibility(
    page: Page, example_dashboard: Dashboard, path: str, question: str, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, f"{example_dashboard.url}/{path}", question)
    page.wait_for_timeout(2000)
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []
