"""The officer's month on the page Gebieden: download the workbook, change five things, upload it, see what changes, confirm; and undo."""

import shutil
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psutil
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.reader import bring, open_page, settled
from tests.browser.test_accessibility import RULES
from tests.dashboard import Dashboard
from tests.door import workbooks
from tests.register_workbook.world import Sheets
from transition.domain.register.fields import Edit
from transition.places import Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

TOWN = "GM9003"
QUESTION = "Hoe loopt het per gebied?"
PAYLOAD = '<img src=x onerror="window.wasRun=1"> [x](javascript:window.wasRun=1) <script>window.wasRun=1</script>'
MOST_GROWTH_BYTES = 50_000_000


@pytest.fixture(scope="module")
def dashboard(example_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The real server on a copy of the example region, whose register these tests change."""
    folder = tmp_path_factory.mktemp("data")
    shutil.copytree(example_data, folder, dirs_exist_ok=True)
    with Dashboard(folder) as running:
        yield running


@pytest.fixture(scope="module")
def register(dashboard: Dashboard) -> Iterator[Register]:
    """The same register, as somebody else has it open."""
    opened = Register.open(Places(dashboard.data).example.register_url, is_example=True)
    yield opened
    opened.close()


@pytest.fixture
def form(page: Page, dashboard: Dashboard) -> Page:
    """The page with the steps of the workbook open."""
    open_page(page, f"{dashboard.url}/area_processes?area={TOWN}", QUESTION)
    page.get_by_text("Ik wil bijwerken met een werkmap").click()
    expect(page.get_by_test_id("stFileUploader")).to_be_visible()
    settled(page)
    return page


def downloaded(page: Page, folder: Path) -> Sheets:
    """The workbook, opened as in a spreadsheet program."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download de werkmap").click()
    assert download.value.suggested_filename == f"register-{TOWN.lower()}.xlsx"
    return Sheets(Path(download.value.path()).read_bytes(), folder)


def ids(sheets: Sheets, sheet: str) -> list[str]:
    return [str(value) for (row, column), value in sorted(sheets.cells[sheet].items()) if column == 1 and row > 1]


def confirm(page: Page) -> None:
    page.get_by_role("button", name="Bevestig: neem over").click()


def no_script_ran(page: Page) -> bool:
    return bool(page.evaluate("window.wasRun === undefined"))


def broken_rules(page: Page) -> list[tuple[str, str]]:
    """Rules of accessibility the page breaks, and where."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:160]) for one in found]


def test_the_officers_month(form: Page, register: Register, tmp_path: Path, errors: list[str]) -> None:
    began = time.monotonic()
    number = register.number()
    sheets = downloaded(form, tmp_path)
    area, milestone = ids(sheets, "Gebieden")[0], ids(sheets, "Mijlpalen")[1]
    sheets.put("Gebieden", area, "Woningen", 812).put("Gebieden", area, "Toelichting", PAYLOAD)
    sheets.put("Mijlpalen", milestone, "Uitleg bij wat tegenhoudt", "Wacht op de netbeheerder")
    sheets.put("Projecten", ids(sheets, "Projecten")[0], "Toelichting", "Gesproken met de eigenaar")
    sheets.add(
        "Besluiten",
        {
            "Gemeente": TOWN,
            "Datum": date(2026, 11, 3),
            "Besluit": "Meer geld",
            "Stand": "Gepland",
            "Wie besluit": "Gemeenteraad",
        },
    )
    file = sheets.save("november.xlsx")
    bring(form, file)
    expect(form.get_by_text("Er veranderen 4 cellen. Er komt 1 rij bij.")).to_be_visible()
    row = form.get_by_role("row").filter(has_text="Woningen")
    expect(row).to_contain_text("niet vastgelegd")
    expect(row).to_contain_text("812")
    assert register.number() == number, "looking changes nothing"
    confirm(form)
    expect(form.get_by_text("De wijzigingen uit november.xlsx zijn overgenomen.")).to_be_visible(timeout=30_000)
    assert time.monotonic() - began < 30, "the machine's part of the quarter of an hour"
    assert register.number() == number + 1
    settled(form)
    bring(form, file)
    expect(form.get_by_text("Er verandert niets.")).to_be_visible()
    expect(form.get_by_role("button", name="Bevestig: neem over")).to_have_count(0)
    form.get_by_role("button", name="Annuleer").click()
    expect(form.get_by_text("Geannuleerd: november.xlsx")).to_be_visible()
    settled(form)
    form.get_by_role("button", name="Maak ongedaan").click()
    expect(form.get_by_text("november.xlsx is ongedaan gemaakt.")).to_be_visible(timeout=30_000)
    settled(form)
    (folder := tmp_path / "weer").mkdir()
    downloaded(form, folder)
    assert (folder / "voor.xlsx").read_bytes() == (tmp_path / "voor.xlsx").read_bytes(), "to the byte"
    assert no_script_ran(form)
    assert errors == []


def test_what_somebody_else_changed_meanwhile_is_shown_and_the_officer_chooses(
    form: Page, register: Register, tmp_path: Path
) -> None:
    sheets = downloaded(form, tmp_path)
    area = ids(sheets, "Gebieden")[0]
    bring(form, sheets.put("Gebieden", area, "Woningen", 900).save())

    def somebody_else(count: int) -> None:
        record = register.record(SINGLE_USER, "area_process", area)
        assert record is not None
        register.apply(SINGLE_USER, [Edit("area_process", area, record.version, {"dwellings_count": count})])

    somebody_else(777)
    confirm(form)
    expect(form.get_by_text("Iemand anders heeft het register intussen gewijzigd.")).to_be_visible(timeout=30_000)
    settled(form)
    row = form.get_by_role("row").filter(has_text="Woningen")
    for words in ("777", "900"):
        expect(row).to_contain_text(words)
    form.get_by_text("Ik kies per cel").click()
    settled(form)
    assert broken_rules(form) == []
    form.get_by_text("In uw werkmap: 900").click()
    settled(form)
    confirm(form)
    expect(form.get_by_text("zijn overgenomen")).to_be_visible(timeout=30_000)
    record = register.record(SINGLE_USER, "area_process", area)
    assert record is not None
    assert record.values["dwellings_count"] == 900


@pytest.mark.slow
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_a_wrong_workbook_says_where_and_what_to_do_on_any_screen(
    form: Page, register: Register, tmp_path: Path, width: int, scheme: str
) -> None:
    form.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    form.set_viewport_size({"width": width, "height": 900})
    number = register.number()
    sheets = downloaded(form, tmp_path)
    sheets.put("Gebieden", ids(sheets, "Gebieden")[0], "Stand", PAYLOAD)
    bring(form, sheets.save("fout.xlsx"))
    expect(form.get_by_text("Eén ding klopt niet.")).to_be_visible()
    row = form.get_by_role("row").filter(has_text="onerror")
    for words in ("Gebieden", "H2", "Kies uit: 'Loopt'"):
        expect(row).to_contain_text(words)
    expect(form.get_by_role("button", name="Bevestig: neem over")).to_have_count(0)
    assert form.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "nothing sideways"
    assert broken_rules(form) == []
    assert no_script_ran(form)
    assert register.number() == number


@pytest.mark.slow
def test_a_workbook_with_too_much_in_it_is_refused_and_the_server_does_not_grow(
    form: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    bring(form, workbooks.text(tmp_path / "eerst.csv", ["a;b", "1;2"]))  # what the first upload ever loads is no growth
    form.get_by_role("button", name="Annuleer").click()
    expect(form.get_by_text("Geannuleerd: eerst.csv")).to_be_visible()
    settled(form)
    rows = [[row * column for column in range(1, 21)] for row in range(1, 10_001)]
    file = workbooks.xlsx(tmp_path / "groot.xlsx", {"Gebieden": rows})
    server = psutil.Process(dashboard.process.pid)
    before = server.memory_info().rss
    bring(form, file)
    expect(form.get_by_text("meer dan 150.000 gevulde cellen")).to_be_visible()
    assert server.memory_info().rss - before < MOST_GROWTH_BYTES
