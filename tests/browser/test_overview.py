"""An alderman with a phone: where do we stand, what can I say, what asks for a decision."""

from playwright.sync_api import Page, expect

from tests.browser.reader import QUESTIONS, open_page, settled
from tests.dashboard import Dashboard


def test_an_alderman_with_a_phone_copies_ten_sentences(page: Page, example_dashboard: Dashboard) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": 360, "height": 780})
    open_page(page, f"{example_dashboard.url}/?area=GM9001", QUESTIONS[""])
    expect(page.locator(".overview-figures dt")).to_have_count(5)
    said = page.locator(".overview-say > li")
    expect(said).to_have_count(10)
    expect(said.first).to_contain_text("Ons doel is")
    above, below = (
        place.bounding_box() for place in (said.last, page.get_by_role("heading", name="Cijfers over Doggerhaven"))
    )
    assert above
    assert below
    assert above["y"] < below["y"], "words before pictures"
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert "fictief" in copied[0]
    assert copied[2].startswith("1. Ons doel is")
    assert copied[-1].startswith("10. Dit weten we niet: ")


def test_a_wijk_of_which_nothing_is_recorded_sends_to_its_municipality(
    page: Page, example_dashboard: Dashboard
) -> None:
    open_page(page, f"{example_dashboard.url}/?area=WK902500", QUESTIONS[""])
    expect(page.get_by_text("Doelen, tempo, lokaal eigendom en besluiten zijn van de gemeente")).to_be_visible()
    page.get_by_role("button", name="Ga naar Stormvogeloog").click()
    settled(page)
    expect(page.locator(".overview-say > li").first).to_contain_text("Voor Stormvogeloog is geen eigen doel vastgelegd")
