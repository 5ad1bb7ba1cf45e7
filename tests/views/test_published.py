"""Published figures in words, and the form for what was not found."""

import io
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from loaders.brought import res_monitor
from tests.conftest import PROJECT
from transition import published
from transition.domain.areas import Area, Level
from transition.published import PublishedFigure, Quantity, disagreements
from transition.views import export
from transition.views import published as words

QUANTITY = Quantity("res_bid_twh", "Bod voor 2030", "TWh", 3, "Doelen", "Wat.", "Niet.")
REGIONS = [
    Area("ES01", "Groningen", Level.RES),
    Area("ES10", "Noord-Veluwe", Level.RES),
    Area("GM0014", "Groningen", Level.GEMEENTE),
]


def figure(
    value: float | None = 1.35, low: float | None = None, high: float | None = None, **more: object
) -> PublishedFigure:
    facts: dict[str, object] = {
        "id": "p1", "quantity": "res_bid_twh", "part": "", "area": "ES01", "area_name": "Groningen", "period": "2030",
        "value": value, "low": low, "high": high, "approximate": False, "unit": "TWh", "edition": "RES 1.0", "source": "krant",
        "address": "krant.nl", "tag": "V2", "note": "",
    }  # fmt: skip
    return PublishedFigure(**(facts | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (figure(1.35), "1,35 TWh"),
        (figure(0.546), "0,546 TWh"),
        (figure(3.0), "3 TWh"),
        (figure(42.0, approximate=True), "ongeveer 42 TWh"),
        (figure(None, 35.0, 46.0), "35 tot 46 TWh"),
        (figure(38.2, 31.2, 45.7), "38,2 TWh (31,2 tot 45,7)"),
        (figure(None, None, 5.0), "hoogstens 5 TWh"),
        (figure(None, 5.0), "minstens 5 TWh"),
    ],
)
def test_a_figure_is_worded_as_it_was_given(made: PublishedFigure, expected: str) -> None:
    assert words.amount(made, QUANTITY).replace("\u00a0", " ") == expected


def test_a_conflict_names_both_values_and_who_says_so() -> None:
    (one,) = disagreements([figure(20.3, source="HIER"), figure(22.8, id="p2", source="een ander")])
    said = words.sentence(one, {"res_bid_twh": QUANTITY}).replace("\u00a0", " ")
    assert (
        said == "**Bod voor 2030, Groningen:** 20,3 TWh volgens HIER (RES 1.0); 22,8 TWh volgens een ander (RES 1.0)."
    )


def test_a_year_is_named_once_and_not_left_out() -> None:
    (one,) = disagreements([figure(20.3, period="2022"), figure(22.8, id="p2", period="2022")])
    assert words.sentence(one, {"res_bid_twh": QUANTITY}).startswith("**Bod voor 2030, Groningen, 2022:**")


def test_two_values_of_the_same_source_say_what_is_known_of_that() -> None:
    note = "Niet te zien wie wat zegt."
    (one,) = disagreements([figure(70.0, note=note), figure(68.0, id="p2", note=note)])
    said = words.sentence(one, {"res_bid_twh": QUANTITY})
    assert said.endswith(note)
    assert said.count(note) == 1
    (other,) = disagreements([figure(70.0, source="een", note=note), figure(68.0, id="p2", source="twee", note=note)])
    assert note not in words.sentence(other, {"res_bid_twh": QUANTITY})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (347e6, "347 miljoen euro"),
        (1.5e9, "1,5 miljard euro"),
        (1_037_612_596.0, "1.037.612.596 euro"),
        (600_000.0, "600.000 euro"),
    ],
)
def test_a_round_amount_of_money_is_said_in_words_and_an_exact_one_in_digits(value: float, expected: str) -> None:
    euro = Quantity("cdoke_eur", "Geld", "euro", 0, "Geld", "Wat.", "Niet.")
    assert words.amount(figure(value, unit="euro"), euro).replace("\u00a0", " ") == expected


def test_a_value_that_is_not_there_stays_empty_in_the_table() -> None:
    made = words.table([figure(None, 35.0, 46.0)], {"res_bid_twh": QUANTITY})
    assert pd.isna(made["Waarde"][0])
    assert (made["Laagste"][0], made["Hoogste"][0], made["Gelezen"][0]) == (35.0, 46.0, "in een ander stuk")


def test_a_subject_is_explained_once_however_many_figures_it_has() -> None:
    (line,) = words.meanings([figure(), figure(2.0, id="p2")], {"res_bid_twh": QUANTITY})
    assert line == "**Bod voor 2030** (TWh): Wat. Niet."


def test_only_an_adopted_bid_counts_as_found() -> None:
    plan = figure(1.0, area="ES10", area_name="Noord-Veluwe", edition="plan voor de RES")
    part = figure(1.0, area="ES10", area_name="Noord-Veluwe", part="wind")
    without = words.regions_without(words.BID, REGIONS, [figure(), plan, part])
    assert [area.name for area in without] == ["Noord-Veluwe"]


def test_what_is_missing_is_said_by_name_and_nothing_when_nothing_is() -> None:
    said = words.not_found(REGIONS[1:2], REGIONS[:2], 2)
    assert "Van 1 van de 2 energieregio's ontbreekt het vastgestelde bod: Noord-Veluwe." in said
    assert "De pijplijn ontbreekt van alle energieregio's." in said
    assert "De pijplijn ontbreekt van 1 van de 2" in words.not_found([], REGIONS[:1], 2)
    assert words.not_found([], [], 2) == ""


@pytest.mark.parametrize("form", [export.Format.CSV, export.Format.XLSX])
def test_the_form_asks_for_every_region_and_for_where_a_figure_stands(form: export.Format) -> None:
    made = words.template(REGIONS, [figure()], {"res_bid_twh": QUANTITY})
    if form is export.Format.CSV:
        back = pd.read_csv(
            io.BytesIO(export.dutch_csv(made, above=words.FORM_LINES)),
            sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig", skiprows=len(words.FORM_LINES),
        )  # fmt: skip
    else:
        book = openpyxl.load_workbook(io.BytesIO(export.workbook(made, above=words.FORM_LINES)))
        assert book.sheetnames == ["Gegevens"], "a form is read back: a second sheet would be taken for figures"
        _, head, *rows = book["Gegevens"].iter_rows(min_row=len(words.FORM_LINES), values_only=True)
        back = pd.DataFrame(rows, columns=list(head)).fillna("")
    assert {"gebied", "jaar", "bron_url", "peildatum", "ingevoerd_door"} <= set(back.columns)
    assert back["gebiedscode"].tolist() == ["ES01", "ES10"]
    assert back["toelichting"].tolist()[1] == "bod ontbreekt"
    assert set(back["bod_twh"]) == {""}


def test_of_thirty_regions_nineteen_bids_are_missing() -> None:
    found = {f.area: f.area_name for f in published.published_figures() if f.area.startswith("ES")}
    regions = [Area(f"ES{number:02}", found.get(f"ES{number:02}", "?"), Level.RES) for number in range(1, 31)]
    assert len(words.regions_without(words.BID, regions, published.published_figures())) == 19


def test_the_upload_knows_every_column_of_the_form() -> None:
    made = words.template(REGIONS, [], {"res_bid_twh": QUANTITY})
    asked = {column.title for column in res_monitor.KIND.form.values}
    assert asked == {name for name in made.columns if name.endswith("_twh")}
    own = res_monitor.KIND.form.lines("x")[-1]
    assert set(own) <= set(made.columns)


@pytest.mark.parametrize("form", [export.Format.CSV, export.Format.XLSX])
def test_a_filled_in_form_is_understood_by_the_upload(
    loaded_real_data: Path, tmp_path: Path, form: export.Format
) -> None:
    made = words.template([Area("ES17", "Alblasserwaard", Level.RES)], [], {"res_bid_twh": QUANTITY})
    filled = {"bod_twh": "0,5", "bron_url": "https://www.example.org/bod", "peildatum": "15-12-2025"}
    made = made.assign(ingevoerd_door="ambtenaar", **filled)
    file = tmp_path / f"invulblad.{form}"
    write = export.workbook if form is export.Format.XLSX else export.dutch_csv
    file.write_bytes(write(made, above=words.FORM_LINES))
    command = [sys.executable, "-m", "loaders.brought", str(file), "--data", str(loaded_real_data)]
    done = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ES17, 2030: – -> 0,5 TWh" in done.stdout


def test_the_form_says_of_every_column_with_a_figure_what_goes_in() -> None:
    made = words.template(REGIONS, [], {"res_bid_twh": QUANTITY})
    for title in (*(name for name in made.columns if name.endswith("_twh")), "bron_url", "peildatum", "status"):
        assert any(f"{title}: " in line for line in words.FORM_LINES), title


def test_the_page_shows_part_and_edition_in_fewer_columns_than_the_file() -> None:
    made = words.shown([figure(part="wind")], {"res_bid_twh": QUANTITY})
    assert made["Onderwerp"][0] == "Bod voor 2030, wind"
    assert made["Bron"][0] == "krant (RES 1.0)"
    assert len(made.columns) < len(words.table([figure()], {"res_bid_twh": QUANTITY}).columns)
