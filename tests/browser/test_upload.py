"""A file of the reader's own, on the page Bronnen: what it would do is seen first; bad files cost the server nothing."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.reader import QUESTIONS, bring, open_page, settled
from tests.browser.test_accessibility import RULES
from tests.dashboard import Dashboard
from tests.door import workbooks
from tests.door.bad_files import HEAT, heat
from tests.door.good_files import GOOD
from tests.door.world import world
from transition.places import Places
from transition.store import served_id

MOST_GROWTH_BYTES = 50_000_000


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The real server on the small world; a dashboard never makes or fetches figures by itself."""
    with Dashboard(world(tmp_path_factory.mktemp("data")).root) as running:
        yield running


@pytest.fixture
def form(page: Page, dashboard: Dashboard) -> Page:
    """The page Bronnen with the form for bringing a file open."""
    open_page(page, f"{dashboard.url}/sources", QUESTIONS["sources"])
    page.get_by_text("Ik wil een bestand toevoegen").click()
    expect(page.get_by_test_id("stFileUploader")).to_be_visible(timeout=20_000)
    settled(page)
    return page


def world_of(dashboard: Dashboard) -> Places:
    return Places(dashboard.data)


def test_a_file_is_seen_confirmed_and_undone(form: Page, dashboard: Dashboard, tmp_path: Path) -> None:
    where = world_of(dashboard)
    first = served_id(where)
    good = GOOD["heat_programmes"]
    bring(form, good.make(tmp_path / good.name))
    expect(form.get_by_text("Er komen 2 nieuwe cijfers bij.")).to_be_visible()
    assert served_id(where) == first, "looking changes nothing"
    form.get_by_role("button", name="Bevestig: neem over").click()
    expect(form.get_by_text("De cijfers uit warmte.xls zijn overgenomen")).to_be_visible(timeout=30_000)
    expect(form.get_by_role("link", name=re.compile("warmteprogramma"))).to_have_attribute(
        "href", re.compile("map.indicator=heat")
    )
    assert served_id(where) != first
    expect(form.get_by_text("Laatst toegevoegd: warmte.xls")).to_be_visible()
    form.get_by_role("button", name="Maak ongedaan").click()
    expect(form.get_by_text("warmte.xls is ongedaan gemaakt")).to_be_visible(timeout=30_000)
    assert served_id(where) == first


def test_a_wrong_file_shows_sheet_cell_value_and_remedy_and_is_thrown_away(
    form: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    first = served_id(world_of(dashboard))
    bring(
        form, workbooks.xlsx(tmp_path / "fout.xlsx", {"Blad1": [HEAT, heat("<b>Atlantis</b> ![x](http://x.nl/x.png)")]})
    )
    expect(form.get_by_text("Eén ding klopt niet.")).to_be_visible()
    row = form.get_by_role("row").filter(has_text="Atlantis")
    for words in ("Blad1", "A2", "<b>Atlantis</b>", "Controleer de naam"):
        expect(row).to_contain_text(words)
    expect(form.get_by_role("button", name="Bevestig: neem over")).to_have_count(0)
    form.get_by_role("button", name="Annuleer").click()
    expect(form.get_by_text("Geannuleerd: fout.xlsx is niet overgenomen. Er is niets veranderd.")).to_be_visible(
        timeout=20_000
    )
    assert served_id(world_of(dashboard)) == first


def test_a_template_is_downloaded_for_a_kind_that_has_one(form: Page) -> None:
    form.get_by_role("combobox", name=re.compile("Soort bestand")).click()
    form.get_by_role("option", name="Stand van de warmteprogramma's (invulblad)").click()
    settled(form)
    with form.expect_download() as download:
        form.get_by_role("button", name="Download het invulblad", exact=True).click()
    assert download.value.suggested_filename == "invulblad-stand-van-de-warmteprogrammas.csv"
    assert "warmteprogramma_klasse" in Path(download.value.path()).read_text(encoding="utf-8-sig")


@pytest.mark.slow
@pytest.mark.parametrize(
    "make", [workbooks.far_cell, workbooks.zip_bomb, workbooks.billion_laughs], ids=lambda m: m.__name__
)
def test_an_attack_is_answered_in_words_and_the_server_does_not_grow(
    form: Page, dashboard: Dashboard, make: Callable[[Path], Path], tmp_path: Path
) -> None:
    bring(form, workbooks.text(tmp_path / "eerst.csv", ["a;b", "1;2"]))  # what the first upload ever loads is no growth
    form.get_by_role("button", name="Annuleer").click()
    expect(form.get_by_text("Geannuleerd: eerst.csv is niet overgenomen.")).to_be_visible(timeout=20_000)
    file = make(tmp_path / "aanval.xlsx")
    server = psutil.Process(dashboard.process.pid)
    before, began = server.memory_info().rss, time.monotonic()
    bring(form, file)
    took, grown = time.monotonic() - began, server.memory_info().rss - before
    expect(form.get_by_text("Eén ding klopt niet.")).to_be_visible()
    assert grown < MOST_GROWTH_BYTES, f"{grown / 1e6:.0f} MB"
    assert took < 10, f"{took:.1f} s in the browser, upload and page included"


@pytest.mark.parametrize("rows", [[heat("Atlantis"), heat(year=20224)], [heat("Assen", 2023)]], ids=["wrong", "right"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_the_form_breaks_no_rule_of_accessibility(
    form: Page, tmp_path: Path, scheme: str, width: int, rows: list[list[object]]
) -> None:
    form.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    form.set_viewport_size({"width": width, "height": 800})
    bring(form, workbooks.xlsx(tmp_path / "fout.xlsx", {"Blad1": [HEAT, *rows]}))
    form.wait_for_timeout(1000)
    found = Axe().run(form, options={"runOnly": RULES}).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:160]) for v in found] == []
    assert form.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_file_that_is_too_large_is_answered_in_dutch(form: Page, tmp_path: Path) -> None:
    file = tmp_path / "groot.csv"
    file.write_bytes(b"a;b\n" * 3_000_000)
    form.locator("input[type=file]").set_input_files(file)
    expect(form.get_by_test_id("stFileUploader").get_by_role("alert")).to_have_count(1, timeout=20_000)
    said = form.get_by_test_id("stFileUploader").evaluate("e => getComputedStyle(e, '::after').content")
    assert "groter dan 10 MB" in said
