"""A publisher breaks down while the dashboard is open: the figures stay, and each says that it may be out of date."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.reader import QUESTIONS, open_page
from tests.dashboard import Dashboard
from tests.faults.misbehaviour import FAULTS
from tests.faults.publisher import Publisher
from tests.faults.test_faults import SOURCES, played
from transition.places import Places

STALE = re.compile(r"[Ss]tand van (\d+ \w+ )?\d{4} \(verouderd\)")


def test_while_a_publisher_is_out_of_order_its_figures_say_of_when_they_are(page: Page, tmp_path: Path) -> None:
    where = Places(tmp_path)
    with Publisher() as publisher:
        assert played(publisher, {}, where).exit_code == 0
        with Dashboard(tmp_path) as dashboard:
            overview = f"{dashboard.url}/?area=GM0363"
            open_page(page, overview, QUESTIONS[""])
            expect(page.get_by_text(re.compile("uitgave 18 november 2025")).first).to_be_visible()
            expect(page.get_by_text(STALE)).to_have_count(0)

            assert played(publisher, dict.fromkeys(SOURCES, FAULTS["500"]), where).exit_code == 1
            open_page(page, overview, QUESTIONS[""])
            expect(page.get_by_text("stand van 18 november 2025 (verouderd)").first).to_be_visible()
            expect(page.get_by_text("De laatste verversing is niet gelukt").first).to_be_visible()
            expect(page.get_by_text(re.compile("uitgave 18 november 2025"))).to_have_count(0)
            open_page(page, f"{dashboard.url}/map?indicator=solar_capacity_kwp&level=gemeente", QUESTIONS["map"])
            expect(
                page.get_by_text(re.compile("Bron: CBS.*stand van 18 november 2025 .verouderd.")).first
            ).to_be_visible()
            open_page(page, f"{dashboard.url}/sources", QUESTIONS["sources"])
            expect(page.get_by_text(STALE)).to_have_count(len(SOURCES))
            expect(page.get_by_text("Probeer het later opnieuw").first).to_be_visible()

            assert played(publisher, {}, where).exit_code == 0
            open_page(page, overview, QUESTIONS[""])
            expect(page.get_by_text(STALE)).to_have_count(0)
