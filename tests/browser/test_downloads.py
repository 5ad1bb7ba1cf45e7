"""What a reader downloads: every form from the same table, marked as an example where it is one."""

import io
import json

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import QUESTIONS, open_page, pick, turn_to
from tests.dashboard import Dashboard
from transition.views.published import FORM_LINES

FORMS = ("CSV", "Excel (XLSX)", "Parquet")


def downloaded(page: Page, button: Locator) -> bytes:
    with page.expect_download() as waiting:
        button.click()
    return waiting.value.path().read_bytes()


def read_csv(made: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(made), sep=";", encoding="utf-8-sig", dtype=str)


@pytest.mark.slow
def test_every_form_of_a_table_holds_the_same_and_says_it_is_an_example(
    page: Page, example_dashboard: Dashboard
) -> None:
    open_page(page, f"{example_dashboard.url}/sources", QUESTIONS["sources"])
    of_sources = page.locator(
        ".st-key-downloads_bronnen"
    )  # not the first on the page: which is first while it is being drawn?
    files = {form: downloaded(page, of_sources.get_by_role("button", name=f"Download als {form}")) for form in FORMS}
    table = read_csv(files["CSV"])
    assert table["Bron en licentie"].str.contains("fictief").all()
    parquet = pd.read_parquet(io.BytesIO(files["Parquet"]))
    book = openpyxl.load_workbook(io.BytesIO(files["Excel (XLSX)"]))
    rows = list(book["Gegevens"].iter_rows(values_only=True))
    assert parquet["Bron"].tolist() == table["Bron"].tolist() == [row[0] for row in rows[1:]]
    assert len(rows) > 1
    assert book["Toelichting"]["A1"].value == "Voorbeeld"
    about = pq.read_schema(io.BytesIO(files["Parquet"])).metadata[b"regiemonitor"]
    assert json.loads(about)["voorbeeldgegevens"] is True


@pytest.mark.slow
def test_the_map_gives_its_figures_with_their_boundaries(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/map?indicator=solar_capacity_kwp&level=gemeente", QUESTIONS["map"])
    button = page.get_by_role("button", name="Download als GeoJSON")
    turn_to(page, "Tabel", button)
    made = json.loads(downloaded(page, button))
    table = read_csv(downloaded(page, page.get_by_role("button", name="Download als CSV")))
    assert len(made["features"]) == len(table) == 24
    assert all(feature["geometry"] for feature in made["features"])
    assert [feature["id"] for feature in made["features"]] == table["Code"].tolist()
    shown = table.set_index("Code")["kWp"].str.replace(",", ".").astype(float)
    assert {feature["id"]: feature["properties"]["kWp"] for feature in made["features"]} == shown.to_dict()
    assert made["metadata"]["voorbeeldgegevens"] is True
    assert "Zo wordt het gemeten" in {line["woord"] for line in made["metadata"]["toelichting"]}


@pytest.mark.slow
def test_the_trend_gives_its_table_with_the_definition(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/?area=GM9003", QUESTIONS[""])
    page.get_by_text("Toon de tabel").last.click()  # the first is of what asks for a decision
    book = openpyxl.load_workbook(
        io.BytesIO(downloaded(page, page.get_by_role("button", name="Download als Excel (XLSX)")))
    )
    words = {row[0]: row[1] for row in book["Toelichting"].iter_rows(values_only=True)}
    assert words["Voorbeeld"]
    assert {"Bron", "Cijfer", "Eenheid", "Zo wordt het gemeten", "Let op", "Lege cellen"} <= words.keys()
    assert book["Gegevens"].max_row > 3


@pytest.mark.slow
def test_the_catalogue_names_the_address_it_was_asked_at(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/sources", QUESTIONS["sources"])
    made = json.loads(downloaded(page, page.get_by_role("button", name="Download de catalogus")))
    assert made["@id"].startswith(f"{example_dashboard.url}/#")
    assert made["dcat:dataset"]


def test_the_fictional_region_has_no_published_figures_of_real_places(page: Page, example_dashboard: Dashboard) -> None:
    open_page(page, f"{example_dashboard.url}/sources", QUESTIONS["sources"])
    expect(page.get_by_role("heading", name="Gepubliceerde cijfers")).to_be_visible()
    expect(page.get_by_text("ziet u als de echte cijfers zijn geladen")).to_be_visible()
    assert page.get_by_text("Achterhoek").count() == 0


@pytest.mark.slow
def test_published_figures_show_both_sides_of_a_conflict_and_can_be_filtered(
    page: Page, real_dashboard: Dashboard
) -> None:
    open_page(page, f"{real_dashboard.url}/sources", QUESTIONS["sources"])
    conflict = page.get_by_text("Publicaties over dezelfde uitgave spreken elkaar tegen")
    expect(conflict.first).to_be_visible(timeout=20_000)
    expect(page.get_by_text("20,3% volgens HIER")).to_be_visible()
    expect(page.get_by_text("22,8% volgens energieparticipatie.nl")).to_be_visible()
    pick(page, "Gebied van het cijfer", "Twente")
    expect(page.get_by_text("2 van 145 cijfers")).to_be_visible()
    expect(conflict).to_have_count(0)
    form = downloaded(page, page.get_by_role("button", name="Download het invulblad als Excel (XLSX)"))
    sheet = openpyxl.load_workbook(io.BytesIO(form))["Gegevens"]
    assert sheet.max_row == len(FORM_LINES) + 31
