"""Areas that change, as a reader meets them: an old name, and the line on the boundaries of then or of now."""

import re

from playwright.sync_api import Page, expect

from tests.browser.reader import QUESTIONS, open_page, pick, settled
from tests.dashboard import Dashboard

MERGED, OLD = "GM9026", "GM9020"  # Garnalenkust; Wulkmeer, that went into it on 1-1-2022


def test_the_reader_picks_the_boundaries_and_the_address_keeps_the_choice(
    page: Page, example_dashboard: Dashboard
) -> None:
    open_page(page, f"{example_dashboard.url}/?area={MERGED}", QUESTIONS[""])
    expect(page.get_by_text("elk jaar op de grenzen van toen")).to_be_visible()
    page.get_by_role("radio", name="Grenzen van nu").or_(page.get_by_role("button", name="Grenzen van nu")).click()
    expect(page.get_by_text(re.compile(r"Alle jaren staan op de grenzen van 1 januari 20\d\d")).first).to_be_visible()
    expect(page.get_by_text("Een ruitje is een cijfer dat is herrekend naar die grenzen.")).to_be_visible()
    settled(page)
    assert "grenzen=nu" in page.url

    open_page(page, page.url, QUESTIONS[""])
    expect(page.get_by_text("Een ruitje is een cijfer dat is herrekend naar die grenzen.")).to_be_visible()


def test_boundaries_nobody_knows_in_the_address_are_said_and_passed_over(
    page: Page, example_dashboard: Dashboard
) -> None:
    open_page(page, f"{example_dashboard.url}/?area={MERGED}&grenzen=ooit", QUESTIONS[""])
    expect(page.get_by_text("Dit in het adres kennen wij niet: grenzen=ooit")).to_be_visible()
    expect(page.get_by_text("elk jaar op de grenzen van toen")).to_be_visible()


def test_an_old_name_is_found_and_leads_to_what_it_became(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, example_dashboard.url, QUESTIONS[""])
    pick(page.get_by_test_id("stSidebar"), re.compile("Gebied"), "Wulkmeer (tot 2022, nu Garnalenkust)")
    notice = "Wulkmeer is op 1 januari 2022 samen met Garnaalderdijk de gemeente Garnalenkust geworden."
    expect(page.get_by_text(notice)).to_be_visible()
    settled(page)
    assert f"area={OLD}" in page.url
    page.get_by_role("button", name="Ga naar Garnalenkust").click()
    expect(page.get_by_text(notice)).to_have_count(0)
    settled(page)
    assert f"area={MERGED}" in page.url


def test_an_area_that_is_no_more_keeps_its_own_line(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/?area={OLD}&grenzen=nu", QUESTIONS[""])
    expect(
        page.get_by_text(re.compile(r"Wulkmeer bestaat niet op de grenzen van 20\d\d: u ziet die van toen"))
    ).to_be_visible()
    expect(page.get_by_text("elk jaar op de grenzen van toen")).to_be_visible()
    answer = re.compile(r"In Wulkmeer was .* in 2021 \(definitief\), het laatste jaar van Wulkmeer\.")
    expect(page.get_by_role("heading", level=2, name=answer)).to_be_visible()
    expect(page.locator(".st-key-card_solar_capacity_kwp")).to_contain_text("het laatste jaar van Wulkmeer")


def test_a_card_says_among_which_areas_and_of_which_edition(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/?area=GM9003", QUESTIONS[""])
    card = page.locator(".st-key-card_solar_capacity_kwp")
    expect(card).to_contain_text(re.compile(r"nummer \d+ van de \d+ gemeenten met een cijfer in "))
    expect(card).to_contain_text(re.compile(r", uitgave \d+ \w+ 20\d\d"))
    expect(page.get_by_text("Voorlopig betekent: het cijfer kan nog veranderen.").first).to_be_visible()


def test_a_definition_break_is_said_under_the_line_and_begins_the_bars(
    page: Page, example_dashboard: Dashboard
) -> None:
    open_page(page, f"{example_dashboard.url}/?area=GM9003", QUESTIONS[""])
    expect(page.locator(".st-key-card_electricity_use_kwh_per_dwelling [role=img] span")).to_have_count(3)
    pick(page, "Bekijk over de jaren", "Elektriciteit per woning")
    why = "Vanaf 2022 loopt de lijn niet door. Tot en met 2021 is verbruik gemeten, vanaf 2022 levering van het net."
    expect(page.get_by_text(why)).to_be_visible()


def test_a_converted_year_opens_to_what_it_was_made_of(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/?area={MERGED}&grenzen=nu", QUESTIONS[""])
    page.get_by_text("Waar komt dit vandaan?").last.click()
    settled(page)
    pick(page.get_by_test_id("stMain"), re.compile(r"\bJaar$"), "2021")
    expect(page.get_by_text(re.compile("Herrekend naar de grenzen van 1 januari 20")).first).to_be_visible()
    expect(page.get_by_text(re.compile("Garnaalderdijk")).first).to_be_visible()
