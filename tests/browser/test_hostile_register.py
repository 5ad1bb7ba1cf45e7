"""Every text of the register an attack, on every page, in the workbook and in the tables: none does anything."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests import hostile_register
from tests.browser.reader import QUESTIONS, open_page, settled
from tests.browser.test_downloads import downloaded, read_csv
from tests.dashboard import Dashboard
from tests.editions import copied
from transition.places import Places
from transition.register.register import Register

pytestmark = pytest.mark.slow
MUNICIPALITY = "GM9003"
AREAS, COMMUNITIES = QUESTIONS["area_processes"], QUESTIONS["communities"]
PARTS = ("stappen", "rollen", "geld", "eigenaarschap", "besluiten", "projecten", "plek", "geschiedenis", "bewijs")
SIGNS = ", ".join(
    (
        'img[src="x"]',
        'img[src*="kwaad"]',
        "svg[onload]",
        "iframe[srcdoc]",
        "[onmouseover]",
        "[onerror]",
        'a[href^="javascript"]',
    )
)
"""What an attack would be on the page, if it were more than text."""
TEXT_CELL, LIVE = "s", re.compile(rb"<f[ >]|<hyperlink ")


@pytest.fixture(scope="module")
def attacked(
    example_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Dashboard, dict[str, str]]]:
    """The real server with a register full of attacks, and the id of its record of each kind."""
    data = copied(example_data, tmp_path_factory.mktemp("attacked") / "data")
    where = Places(data).example
    for file in where.root.glob("register.db*"):
        file.unlink()
    register = Register.open(where.register_url, is_example=True)
    ids = hostile_register.fill(register, MUNICIPALITY)
    register.close()
    with Dashboard(data) as running:
        yield running, ids


def addresses(ids: dict[str, str]) -> list[tuple[str, str]]:
    """Every place of the pages that shows the register, with the question it answers."""
    area, community = ids["area_process"], ids["community"]
    return [
        (f"area_processes?area={MUNICIPALITY}", AREAS),
        (f"area_processes?area={MUNICIPALITY}&weergave=kaart", AREAS),
        (f"area_processes?zoek={hostile_register.PAYLOADS[0]}", AREAS),
        *((f"area_processes?gebied={area}&onderdeel={part}", AREAS) for part in PARTS),
        (f"area_processes?gebied={hostile_register.PAYLOADS[2]}", AREAS),
        ("communities", COMMUNITIES),
        (f"communities?lijst=methodekaarten&kaart={ids['method_card']}", COMMUNITIES),
        ("communities?lijst=partijen", COMMUNITIES),
        *(
            (f"communities?community={community}&onderdeel={part}", COMMUNITIES)
            for part in ("gebieden", "methode", "lessen", "bijeenkomsten", "bijwerken")
        ),
        (f"communities?community={hostile_register.PAYLOADS[1]}", COMMUNITIES),
        (f"ownership?gebied={area}&onderdeel=projecten", QUESTIONS["ownership"]),
        (f"ownership?area={MUNICIPALITY}&onderdeel=cooperaties", QUESTIONS["ownership"]),
        (f"ownership?community={community}&onderdeel=meedoen", QUESTIONS["ownership"]),
    ]


def assert_nothing_ran(page: Page, where: str) -> None:
    for frame in page.frames:
        assert frame.evaluate("window.hacked") is None, f"a script ran at {where}"
        found = frame.evaluate("(signs) => [...document.querySelectorAll(signs)].map((one) => one.outerHTML)", SIGNS)
        assert found == [], f"typed text became a part of the page at {where}"


def test_no_text_of_the_register_does_anything_on_any_page(
    page: Page, attacked: tuple[Dashboard, dict[str, str]], left_the_machine: list[str], errors: list[str]
) -> None:
    dashboard, ids = attacked
    for address, question in addresses(ids):
        open_page(page, f"{dashboard.url}/{address}", question)
        expect(page.get_by_test_id("stMain")).to_contain_text("window.hacked")  # it is there, as text
        assert_nothing_ran(page, address)
        for button in ("Gebied wijzigen", "Community wijzigen", "Toon de tabel", "Wijzig dit onderdeel"):
            found = page.get_by_text(button, exact=True)
            if found.count():
                found.first.click()
                settled(page)
                assert_nothing_ran(page, f"{address}, {button}")
    assert left_the_machine == []
    assert errors == []


def test_the_workbook_and_the_tables_hold_the_attacks_as_text(
    page: Page, attacked: tuple[Dashboard, dict[str, str]], left_the_machine: list[str]
) -> None:
    dashboard, _ = attacked
    open_page(page, f"{dashboard.url}/area_processes?area={MUNICIPALITY}", AREAS)
    table = read_csv(downloaded(page, page.get_by_role("button", name="Download als CSV").first))
    assert not table.map(lambda cell: str(cell).startswith(("=", "@", "+", "-"))).to_numpy().any()
    page.get_by_text("Ik wil bijwerken met een werkmap").click()
    settled(page)
    made = downloaded(page, page.get_by_role("button", name="Download de werkmap"))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets
        assert not any(LIVE.search(parts.read(name)) for name in sheets)
    book = openpyxl.load_workbook(io.BytesIO(made))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    attacks = [cell for cell in cells if cell.value in hostile_register.PAYLOADS]
    assert attacks
    assert {cell.data_type for cell in attacks} == {TEXT_CELL}
    assert not any(str(cell.value).startswith("window") and "@" in str(cell.value) for cell in cells)
    # Brought back with a changed attack, the page shows what would change, and nothing runs.
    for cell in attacks:
        if cell.value == hostile_register.PAYLOADS[1]:
            cell.value = hostile_register.PAYLOADS[2]
    changed = io.BytesIO()
    book.save(changed)
    page.set_input_files(
        'input[type="file"]',
        {"name": "<img src=x onerror=window.hacked=1>.xlsx", "mimeType": "", "buffer": changed.getvalue()},
    )
    expect(page.get_by_text("4. Bekijk wat er verandert")).to_be_visible()
    settled(page)
    assert_nothing_ran(page, "the workbook that was brought")
    assert left_the_machine == []
