"""Good files of every kind come in, come in once, and can be taken back; a publisher's figure is never covered."""

import hashlib
import math
from pathlib import Path

import pytest

from loaders.brought.__main__ import all_kinds
from tests.door import workbooks
from tests.door.bad_files import HEAT, heat
from tests.door.good_files import GOOD
from tests.door.test_bad_files import brought
from tests.door.world import PUBLISHER, bytes_of, published, world
from transition import cube
from transition import published as published_elsewhere
from transition.ingest import run
from transition.metrics.trace import Trace, trace
from transition.places import Places
from transition.store import Snapshot, open_served, served_id
from transition.views import export
from transition.views import published as words

pytestmark = pytest.mark.slow

KINDS = {name.removesuffix("_xls") for name in GOOD}


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return world(tmp_path / "data")


def served(where: Places) -> Snapshot:
    opened = open_served(where)
    assert opened is not None
    assert not opened.fallen_back_from
    return opened.snapshot


def cell_of(snapshot: Snapshot, area: str, indicator: str, breakdown: str, period: str) -> tuple[float | None, str]:
    found = {
        at: (None if math.isnan(value) else value, status)
        for at, value, status in snapshot.series(area, indicator, breakdown)
    }
    return found[period]


def test_every_kind_has_a_good_file() -> None:
    assert set(all_kinds()) == KINDS


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_is_shown_then_comes_in_once_and_can_be_taken_back(
    name: str, where: Places, tmp_path: Path
) -> None:
    good = GOOD[name]
    file = good.make(tmp_path / good.name)
    untouched, first = bytes_of(where), served_id(where)

    code, shown = brought(where, file)
    assert (code, shown["state"], shown["kind"]) == (0, "bekeken", name.removesuffix("_xls"))
    assert shown["counts"]["added"] >= len(good.figures)
    assert bytes_of(where) == untouched, "looking writes nothing"

    code, taken = brought(where, file, "--confirm", "--served", shown["served"])
    assert (code, taken["state"]) == (0, "vernieuwd")
    snapshot = served(where)
    for *key, value, status in good.figures:
        assert cell_of(snapshot, *key) == (value, status), key  # type: ignore[arg-type]

    with_it = bytes_of(where)
    _, again = brought(where, file, "--confirm")
    assert (again["state"], again["changes_nothing"]) == ("ongewijzigd", True)
    assert bytes_of(where) == with_it, "the same file twice writes nothing"

    code, undone = brought(where, file, "--undo")
    assert (code, undone["state"], undone["served"]) == (0, "ongedaan", first)
    assert served(where).id == first
    still = bytes_of(where)
    assert all(still[name] == content for name, content in untouched.items()), (
        "what was served before is there to the byte"
    )


def test_what_was_brought_is_a_source_with_licence_edition_and_trace(where: Places, tmp_path: Path) -> None:
    good = GOOD["res_monitor"]
    file = good.make(tmp_path / good.name)
    _, taken = brought(where, file, "--confirm", "--name", "../../etc/res bod.csv")
    facts = served(where).sources["res_monitor"]
    assert (facts["licence"], facts["edition"], facts["brought"]) == ("bron noemen", "2025-12-15", True)
    (document,) = facts["documents"]
    assert document.endswith("res bod.csv")
    kept = list((where.raw / "res_monitor").rglob(document))
    assert [path.read_bytes() for path in kept] == [file.read_bytes()]
    assert taken["sha256"] == facts["documents"][document]
    assert any("https://example.org/stuk" in repair for repair in facts["repairs"])
    assert not any("griffie" in repair for repair in facts["repairs"]), "who filled it in goes nowhere"


def test_an_export_tells_its_edition_in_the_line_about_its_source(where: Places, tmp_path: Path) -> None:
    _, shown = brought(where, GOOD["klimaatmonitor"].make(tmp_path / "km.xlsx"))
    assert shown["edition"] == "2025-10-01"
    second = GOOD["klimaatmonitor_xls"].make(tmp_path / "km.xls")
    _, shown = brought(where, second)
    assert shown["edition"] == ""
    brought(where, GOOD["klimaatmonitor"].make(tmp_path / "km.xlsx"), "--confirm")
    brought(where, second, "--confirm")
    assert served(where).sources["klimaatmonitor"]["edition"] == "2025-10-01", "the newest date that is known stays"


def test_a_brought_figure_opens_to_its_source_and_document(where: Places, tmp_path: Path) -> None:
    file = GOOD["klimaatmonitor"].make(tmp_path / "km.xlsx")
    brought(where, file, "--confirm")
    found = trace(served(where), "GM0518", "renewable_energy_tj", "2022")
    assert isinstance(found, Trace)
    told = repr(found)
    for part in (
        "Klimaatmonitor (uw eigen export)",
        "alleen voor overheden",
        "2025-10-01",
        hashlib.sha256(file.read_bytes()).hexdigest(),
    ):
        assert part in told


def test_words_from_a_file_are_no_markup_in_what_is_kept_of_it(where: Places, tmp_path: Path) -> None:
    rows = [[*HEAT, "![x](https://x.nl/a.png) <b>`*"], [*heat(bron_url="https://x.nl/[a](b)"), "los"]]
    file = workbooks.xlsx(tmp_path / "w.xlsx", {"B": rows})
    _, taken = brought(where, file, "--confirm", "--name", "..\\..\\![x](y) <b>.xlsx")
    assert taken["state"] == "vernieuwd"
    facts = served(where).sources["heat_programmes"]
    kept = " ".join([facts["came_from"], *facts["repairs"], *facts["documents"]])
    assert "Niet gebruikt" in kept
    assert not set("[]<>`*") & set(kept)
    assert all("/" not in name and "\\" not in name for name in facts["documents"])


def test_a_second_file_adds_to_the_first_and_revises_what_it_names(where: Places, tmp_path: Path) -> None:
    first = workbooks.xlsx(tmp_path / "1.xlsx", {"B": [HEAT, heat("Assen"), heat("Emmen")]})
    second = workbooks.xlsx(tmp_path / "2.xlsx", {"B": [HEAT, heat("Emmen", value=3), heat("Almere", value=0)]})
    brought(where, first, "--confirm")
    _, shown = brought(where, second, "--confirm")
    assert {kind: number for kind, number in shown["counts"].items() if number} == {"added": 1, "revised": 1}
    snapshot = served(where)
    values = [cell_of(snapshot, area, "heat_programme_class", "", "2024")[0] for area in ("GM0106", "GM0114", "GM0034")]
    assert values == [2.0, 3.0, 0.0]
    assert len(snapshot.sources["heat_programmes"]["documents"]) == 2


def test_a_published_figure_stays_and_the_brought_one_is_left_out_in_words(where: Places, tmp_path: Path) -> None:
    lines = ["Gebied;Aantal inwoners 2024;Aantal inwoners 2025", "Assen;70000;71000", "Emmen;100000;100001"]
    file = workbooks.text(tmp_path / "inwoners.csv", lines)
    _, taken = brought(where, file, "--confirm", "--kind", "klimaatmonitor")
    assert taken["state"] == "vernieuwd"
    assert any("2024" in note and "Een gepubliceerde tabel" in note and "blijft" in note for note in taken["notes"])
    series = {period: value for period, value, _ in served(where).series("GM0106", "population_count")}
    assert (series["2024"], series["2025"]) == (68000.0, 71000.0)


def test_a_publisher_that_comes_later_is_not_held_up_by_a_brought_figure(where: Places, tmp_path: Path) -> None:
    file = workbooks.text(tmp_path / "i.csv", ["Gebied;Aantal inwoners 2025", "Assen;71000", "Emmen;100001"])
    brought(where, file, "--confirm", "--kind", "klimaatmonitor")
    run.serve_parsed(
        where, {PUBLISHER: published({"GM0106": 69000.0}, range(2019, 2026))}, origin="real", came_from="test"
    )
    snapshot = served(where)
    assert {p: v for p, v, _ in snapshot.series("GM0106", "population_count")}["2025"] == 69000.0
    block = snapshot.block("gemeente")
    assert isinstance(block, cube.Block)
    assert block.origins["population_count", "", "2025"].source == "publisher"


def test_a_brought_file_does_not_make_a_municipality_begin_or_end(where: Places, tmp_path: Path) -> None:
    before = {code: (area.valid_from, area.valid_to) for code, area in served(where).areas.items()}
    file = workbooks.xlsx(tmp_path / "w.xlsx", {"B": [HEAT, heat("Assen", 2026), heat("Assen", 1995)]})
    _, taken = brought(where, file, "--confirm")
    assert taken["state"] == "vernieuwd"
    assert {code: (area.valid_from, area.valid_to) for code, area in served(where).areas.items()} == before


def test_figures_on_todays_boundaries_say_so(where: Places, tmp_path: Path) -> None:
    file = workbooks.xlsx(tmp_path / "w.xlsx", {"B": [HEAT, heat("Assen", 2020), heat("Dijk en Waard", 2020)]})
    _, taken = brought(where, file, "--confirm")
    assert "De cijfers van 2020 staan op de gemeentegrenzen van 2022." in taken["notes"]
    block = served(where).block("gemeente")
    assert block is not None
    assert block.origins["heat_programme_class", "", "2020"].vintage == 2022


def test_nothing_is_taken_when_the_figures_changed_since_they_were_shown(where: Places, tmp_path: Path) -> None:
    file = GOOD["heat_programmes"].make(tmp_path / "w.xls")
    _, shown = brought(where, file)
    run.serve_parsed(where, {PUBLISHER: published({"GM0106": 69000.0})}, origin="real", came_from="test")
    code, answer = brought(where, file, "--confirm", "--served", shown["served"])
    assert (code, "intussen ververst" in answer["troubles"][0]["what"]) == (1, True)


def test_files_are_taken_back_one_by_one(where: Places, tmp_path: Path) -> None:
    ids = [served_id(where)]
    for number, value in enumerate((1, 2)):
        file = workbooks.xlsx(tmp_path / f"{number}.xlsx", {"B": [HEAT, heat("Assen", value=value)]})
        brought(where, file, "--confirm")
        ids.append(served_id(where))
    for expected in (ids[1], ids[0]):
        _, undone = brought(where, file, "--undo")
        assert undone["served"] == served_id(where) == expected
    code, answer = brought(where, file, "--undo")
    assert (code, "geen toegevoegd bestand" in answer["troubles"][0]["what"]) == (1, True)


def test_after_another_refresh_taking_back_leaves_the_others_news(where: Places, tmp_path: Path) -> None:
    first = workbooks.xlsx(tmp_path / "1.xlsx", {"B": [HEAT, heat("Assen", value=1)]})
    second = workbooks.xlsx(tmp_path / "2.xlsx", {"B": [HEAT, heat("Assen", value=2)]})
    brought(where, first, "--confirm")
    brought(where, second, "--confirm")
    run.serve_parsed(where, {PUBLISHER: published({"GM0106": 69000.0})}, origin="real", came_from="test")

    _, undone = brought(where, second, "--undo")
    assert undone["file"] == "2.xlsx"
    snapshot = served(where)
    assert cell_of(snapshot, "GM0106", "heat_programme_class", "", "2024")[0] == 1.0
    assert cell_of(snapshot, "GM0106", "population_count", "", "2024")[0] == 69000.0
    assert len(snapshot.sources["heat_programmes"]["documents"]) == 1

    brought(where, first, "--undo")
    snapshot = served(where)
    assert "heat_programmes" not in snapshot.sources
    assert snapshot.series("GM0106", "heat_programme_class") == []
    assert cell_of(snapshot, "GM0106", "population_count", "", "2024")[0] == 69000.0


def test_without_areas_a_file_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    empty = Places(tmp_path / "leeg")
    code, answer = brought(empty, GOOD["heat_programmes"].make(tmp_path / "w.xls"), "--confirm")
    assert (code, "Laad eerst" in answer["troubles"][0]["remedy"]) == (1, True)
    assert not empty.root.exists()


@pytest.mark.parametrize("kind", [name for name, kind in all_kinds().items() if kind.template])
def test_the_template_that_is_given_out_is_the_one_that_is_read(kind: str, where: Places, tmp_path: Path) -> None:
    content = all_kinds()[kind].template
    assert content is not None
    file = tmp_path / "leeg.csv"
    file.write_bytes(content)
    _, answer = brought(where, file)
    assert answer["troubles"][0]["what"] == "er staat geen enkel cijfer in"
    titles = content.decode("utf-8-sig").splitlines()[-1].replace('"', "").split(";")
    area = {"policy_anchoring": "PV22", "heat_programmes": "GM0106", "local_energy_monitor": "GM0034"}.get(kind, "NL01")
    row = {"gebied": area, "jaar": "2024", titles[2]: "2", "bron_url": "https://example.org"}
    row |= {"peildatum": "31-12-2024", "ingevoerd_door": "griffie"}
    file.write_bytes(content + ";".join(row.get(title, "") for title in titles).encode() + b"\r\n")
    _, answer = brought(where, file)
    assert answer["state"] == "bekeken", answer
    assert answer["kind"] == kind


@pytest.mark.parametrize("form", [export.Format.XLSX, export.Format.CSV])
def test_the_form_for_missing_bids_comes_back_in_with_only_the_rows_that_are_filled(
    form: export.Format, where: Places, tmp_path: Path
) -> None:
    table = words.template(list(served(where).areas.values()), (), published_elsewhere.quantities())
    row = table["gebiedscode"] == "ES03"
    assert row.any()
    filled = {
        "bod_twh": "3,45",
        "bron_url": "https://example.org",
        "peildatum": "1-7-2021",
        "ingevoerd_door": "griffie",
    }
    table.loc[row, list(filled)] = list(filled.values())
    file = tmp_path / f"invulblad.{form}"
    file.write_bytes(export.workbook(table) if form is export.Format.XLSX else export.dutch_csv(table))
    _, taken = brought(where, file, "--confirm")
    assert (taken["state"], taken["kind"], taken["counts"]["added"]) == ("vernieuwd", "res_monitor", 1)
    assert cell_of(served(where), "ES03", "res_bid_twh", "", "2030") == (3.45, "provisional")
    assert any("zonder cijfer overgeslagen" in note for note in taken["notes"])
    assert any("geen status" in note and "voorlopig" in note for note in taken["notes"]), "the empty status is told"


def test_two_brought_files_that_give_the_same_series_are_for_a_person_to_settle(where: Places, tmp_path: Path) -> None:
    brought(where, GOOD["res_monitor"].make(tmp_path / "res.csv"), "--confirm")
    untouched = bytes_of(where)
    file = workbooks.text(tmp_path / "km.csv", ["RES-regio;res_bod (GWh) 2030", "Fryslân;3000", "ES03;3450"])
    code, answer = brought(where, file, "--confirm", "--kind", "klimaatmonitor")
    assert code == 1
    assert "al toegevoegd als 'Monitor RES (invulblad)'" in answer["troubles"][0]["what"]
    assert bytes_of(where) == untouched
