"""A reader's browser: Dutch, and it remembers every request that would leave the machine and every error."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

expect.set_options(timeout=15_000)  # of a machine that is busy with other tests as well


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "nl-NL", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def used_browser(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """One profile for all tests: to fetch and compile Streamlit's scripts anew costs a second and a half for each page."""
    used = browser.new_context(**browser_context_args)
    yield used
    used.close()


@pytest.fixture
def context(used_browser: BrowserContext) -> Iterator[BrowserContext]:
    """The profile as if nobody used it: of an earlier test only what the browser keeps of scripts and styles is there."""
    yield used_browser
    for page in used_browser.pages:
        if page.url.startswith("http"):
            page.evaluate("localStorage.clear()")
        page.close()
    used_browser.clear_cookies()


@pytest.fixture
def left_the_machine(page: Page) -> list[str]:
    """The addresses outside this machine that the page asked for."""
    asked: list[str] = []

    def remember(request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")):
            asked.append(request.url)

    page.on("request", remember)
    return asked


@pytest.fixture
def errors(page: Page) -> list[str]:
    """What the page's scripts threw."""
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    return thrown
